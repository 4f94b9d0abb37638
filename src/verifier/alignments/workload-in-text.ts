import type { SourcePath } from '../descriptors/source-path'
import { onceEach } from './once-each'
import { findAll, plainText } from './plain-text'
import type { SearchedPart } from './searched-criteria'
import {
  asNumber,
  NUMBER,
  stated,
  type WorkloadStatement,
  type WorkloadUnit,
} from './workload-statement'

/** Neither the rest of a number nor the lower part of "½" ("1⁄2" by NFKC) and "1/2"; "2/60 hours" is no fraction. */
const BEFORE = String.raw`(?<![\d.,A-Za-z⁄]|(?<![\d.,])\d/(?=\d(?!\d)))`
/** The other end of "40-50 hours". */
const SECOND = String.raw`(?:\s?(?:-|–|~|〜|to)\s?${NUMBER})?`
/** "The 2015 ECTS Users' Guide". */
const NO_YEAR = String.raw`(?!(?:19|20)\d\d(?!\d|[.,]\d))`
const HOUR_WORDS = String.raw`(?:(?:clock |full |study |learning |working )?hours?\b|hrs?\b|h\b|時間)`
const AMOUNT = String.raw`\d[\d.,]*(?:\s?(?:-|–|~|〜|to)\s?\d[\d.,]*)?\s?`
const FRACTION = String.raw`(?:⁄|/(?!${AMOUNT}${HOUR_WORDS})\d)`
const TO_HOURS = String.raw`(?:(?:[-–~〜]|\s?to\s?)\d[\d.,]*)?\s?${HOUR_WORDS}`
/**
 * Hours follow the rest of the number or of the range, "ECTS 125-150 hours", or it is a fraction; both "3/90 hours"
 * and "5 – 125 hours" begin with credits.
 */
const NO_HOURS = String.raw`(?![\d.,]*(?:${FRACTION}|${TO_HOURS}))`
/** Between the name and the number. */
const GAP = String.raw`(?:[ -](?:credits?|points?))?\)?(?::| [-–=]|) ?`
const CREDITS_BEFORE = String.raw`(?<=\d\s?(?:(?:credit )?(?:credits?|points?) \(?)?)`
/** "5 ECTS = 125 – 150 hours": the credits stand before the name. */
const NO_HOURS_OF_CREDITS = String.raw`(?!${CREDITS_BEFORE}ECTS${GAP}${AMOUNT}${HOUR_WORDS})`

const ECTS_AFTER = new RegExp(
  `(?<!\\d/)${BEFORE}${NO_YEAR}${NUMBER}${SECOND}\\s?(?:ECTS\\b|EC\\b|(?:credits?|credit points?|points?) \\(?ECTS)`,
  'g',
)
const ECTS_BEFORE = new RegExp(
  `\\b${NO_HOURS_OF_CREDITS}ECTS${GAP}${NO_YEAR}${NUMBER}${SECOND}${NO_HOURS}`,
  'g',
)
const HOURS = new RegExp(
  `${BEFORE}${NUMBER}${SECOND}\\s?${HOUR_WORDS}(?!\\s?(?:/|per |a |each |every |daily|weekly))`,
  'gi',
)
const HOURS_OF_TIME = new RegExp(
  `${BEFORE}${NUMBER}${SECOND}\\s?(?:hours?|hrs?|h)\\s?(?:/|per |a |each |every )\\s?(?:week|day|month|module|session|semester)`,
  'gi',
)
const CREDITS = new RegExp(`${BEFORE}${NUMBER}${SECOND}\\s?(?:credits?\\b(?! \\(?ECTS)|単位)`, 'gi')
/** ISO 8601 durations, negative ones (XML Schema 1.1, part 2, section 3.3.6) as well. */
const DURATION =
  /(?:(?<!\w)-|\b)P(?=\d|T\d)(?:\d{1,4}Y)?(?:\d{1,4}M)?(?:\d{1,4}W)?(?:\d{1,4}D)?(?:T(?=\d)(?:(\d{1,6}(?:[.,]\d{1,3})?)H)?(?:(\d{1,6})M)?(?:(\d{1,6})S)?)?\b/g
/** What is in days or more is no number of hours of work. */
const OF_HOURS = /^-?P(?:0+[YMWD])*T/

/** In running text hours are those of the workload only where it says so nearby. */
const WORKLOAD_WORD =
  /work ?load|effort|study ?load|time investment|notional|learning (?:hours|time)|学習時間|学修時間/gi
const NEAR = 60

/** What criteria state, in sections named for it or in running text; all of it is a number. */
export function workloadInPart(part: SearchedPart): WorkloadStatement[] {
  const { descriptor, heading, text, hasDigit, at } = part
  if (!hasDigit) return []
  if (descriptor === undefined) return fromProse(text, at)
  if (descriptor !== 'workload' && descriptor !== 'credit') return ectsIn(text, at)
  return BARE.test(text) ? fromBare(text, plainText(heading), at) : fromSection(text, at)
}

const BARE = /^\d{1,6}([.,]\d{1,3})?$/

/** "ECTS: 3", "Learning hours: 45": the heading has the unit. */
function fromBare(text: string, heading: string, at: SourcePath): WorkloadStatement[] {
  const unit = /\bECTS\b/.test(heading)
    ? 'ects'
    : /hours|時間/i.test(heading)
      ? 'hours'
      : /credit|単位/i.test(heading)
        ? 'credits'
        : 'other'
  return [stated(unit, [asNumber(text)], text, at)]
}

function fromSection(text: string, at: SourcePath): WorkloadStatement[] {
  return [
    ...ectsIn(text, at),
    ...hoursIn(text, at),
    ...durationsIn(text, at),
    ...amountsIn(text, CREDITS, 'credits', at),
    ...findAll(text, HOURS_OF_TIME).map(({ words }) => stated('other', [], words, at)),
  ]
}

function fromProse(text: string, at: SourcePath): WorkloadStatement[] {
  const near = findAll(text, WORKLOAD_WORD).map(({ index }) =>
    text.slice(Math.max(0, index - NEAR), index + NEAR),
  )
  const hours = near.flatMap((words) => [...hoursIn(words, at), ...durationsIn(words, at)])
  return onceEach([...ectsIn(text, at), ...hours], keyOf)
}

export function ectsIn(text: string, at: SourcePath): WorkloadStatement[] {
  const amounts = [
    ...amountsIn(text, ECTS_AFTER, 'ects', at),
    ...amountsIn(text, ECTS_BEFORE, 'ects', at),
  ]
  return onceEach(amounts, keyOf)
}

/** What are credits begins no range of hours: "ECTS: 5 – 125 hours". */
function hoursIn(text: string, at: SourcePath): WorkloadStatement[] {
  return amountsIn(text.replace(ECTS_BEFORE, ';'), HOURS, 'hours', at)
}

function amountsIn(
  text: string,
  pattern: RegExp,
  unit: WorkloadUnit,
  at: SourcePath,
): WorkloadStatement[] {
  return findAll(text, pattern).map(({ words, groups }) => {
    const amounts = groups.filter((number) => number !== undefined).map(asNumber)
    return stated(unit, amounts, words, at)
  })
}

export function durationsIn(text: string, at: SourcePath): WorkloadStatement[] {
  return findAll(text, DURATION).map(
    ({ words, groups: [hours = '0', minutes = 0, seconds = 0] }) => {
      // ISO 8601, section 5.3.1.3: a comma is a decimal sign, whatever follows it.
      const total = Number(hours.replace(',', '.')) + Number(minutes) / 60 + Number(seconds) / 3600
      return OF_HOURS.test(words)
        ? stated('hours', [words.startsWith('-') ? -total : total], words, at)
        : stated('other', [], words, at)
    },
  )
}

function keyOf({ unit, amount, asWritten }: WorkloadStatement): string {
  return `${unit} ${amount ? `${amount.from} ${amount.to}` : asWritten}`
}
