import type { Levels, Range, WorkloadStatement } from '../../verifier/report'
import type { Sentences } from './sentences'
import type { MessageKey } from './translate'

const MEANINGS: readonly MessageKey[] = [
  'levelEqf1',
  'levelEqf2',
  'levelEqf3',
  'levelEqf4',
  'levelEqf5',
  'levelEqf6',
  'levelEqf7',
  'levelEqf8',
]

/**
 * What a level of the EQF stands for, in one line: knowledge; skills, responsibility and autonomy.
 * After Council Recommendation 2017/C 189/03, Annex II.
 */
export function levelMeaning(level: number, { text }: Sentences): string {
  const key = MEANINGS[level - 1]
  return key === undefined ? '' : text(key)
}

/** "EQF 6", or each that is claimed: "EQF 5 and EQF 6". */
export function levelNames({ levels }: Levels, s: Sentences): string {
  return s.list(levels.map((level) => s.text('levelEqf', level))).composed
}

/** "3 ECTS", "15 hours", or the words of the badge. */
export function effortName({ unit, amount, asWritten }: WorkloadStatement, s: Sentences): string {
  if (amount === undefined || unit === 'other') return s.text('plainText', asWritten)
  const range = { composed: rangeName(amount, s) }
  if (unit === 'ects') return s.text('effortEcts', range)
  return s.text(unit === 'hours' ? 'effortHours' : 'effortCredits', range)
}

export function rangeName({ from, to }: Range, s: Sentences): string {
  return from === to ? s.text('plainText', { composed: number(from, s) }) : bothEnds(from, to, s)
}

function bothEnds(from: number, to: number, s: Sentences): string {
  return s.text('numberRange', { composed: number(from, s) }, { composed: number(to, s) })
}

function number(value: number, { locale }: Sentences): string {
  return new Intl.NumberFormat(locale).format(value)
}
