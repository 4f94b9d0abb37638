import { describe, expect, test } from 'vitest'
import { Alignments } from '../../../src/ui/report/alignments'
import { LevelAndEffort } from '../../../src/ui/report/level-and-effort'
import type { BadgeSummary } from '../../../src/platform/messages'
import { BadgeRow } from '../../../src/ui/badge-row'
import { ReportView } from '../../../src/ui/report'
import {
  completenessOf,
  elementState,
  frameworkName,
  sentencesIn,
  sourceName,
} from '../../../src/ui/wording'
import {
  reason,
  type DescriptorRow,
  type EscoResult,
  type SourcePath,
  type Verdict,
} from '../../../src/verifier/report'
import { COMPLETE, CONTRADICTORY, SPARSE } from '../../screens/described'
import { TRUSTED } from '../../screens/reports'
import { english } from './english'
import { readText, shown } from './shown'

const sentences = sentencesIn(english, 'en-GB')
const ISOLATES = /[\u2066-\u2069]/g

const report = (of: typeof TRUSTED): string =>
  readText(shown(<ReportView report={of} compare={() => Promise.resolve(null)} />))

describe('level and learner effort', () => {
  const words = ({ levels, workload }: typeof TRUSTED): string =>
    readText(shown(<LevelAndEffort levels={levels} workload={workload} />))

  test('say the level with its meaning, and an amount once with every place that states it', () => {
    const said = words(COMPLETE)
    expect(said).toContain('EQF 6')
    expect(said).toContain('Advanced knowledge, critically understood')
    expect(said).toContain('3 ECTS criteria, part 2 · criteria, part 7')
    expect(said).toContain('75–90 hours in all')
  })

  test('say two levels, and give neither a meaning', () => {
    const said = words(CONTRADICTORY)
    expect(said).toContain('EQF 5 and EQF 7')
    expect(said).toContain('The badge states different levels.')
    expect(said).not.toContain('Comprehensive')
  })

  test('say what is no level, and what is no amount', () => {
    expect(words(CONTRADICTORY)).toMatch(/“.*9.*” is no level of its framework/)
    expect(words(SPARSE)).toContain('is an amount that no learning takes')
  })

  test('say hours that the credits do not stand for', () => {
    expect(words(CONTRADICTORY)).toContain('These amounts do not agree with each other.')
    expect(words(COMPLETE)).not.toContain('These amounts do not agree')
  })

  test('are left out of a badge that states neither', () => {
    expect(shown(<LevelAndEffort levels={undefined} workload={undefined} />)).toBe('')
  })
})

describe('alignments', () => {
  const standing = (result: EscoResult): string => {
    const [first] = COMPLETE.alignments ?? []
    const alignments = [{ ...first!, esco: { result, label: 'ESCO’s own' } }]
    return readText(shown(<Alignments report={{ ...COMPLETE, alignments }} />))
  }

  test.each([
    ['found', 'Found in ESCO'],
    ['label-differs', 'ESCO calls it “ESCO’s own”'],
    ['obsolete', 'No longer in ESCO'],
    ['label-only', 'Only its name is known to ESCO'],
    ['not-found', 'Not in ESCO'],
    ['unchecked', 'Not looked up in ESCO'],
  ] as const)('say what came of it: %s', (result, words) => {
    expect(standing(result)).toContain(words)
  })

  test('are not said to be missing where ESCO has several of their name', () => {
    const [first] = COMPLETE.alignments ?? []
    const esco = { result: 'not-found', because: 'ambiguous' } as const
    const said = shown(<Alignments report={{ ...COMPLETE, alignments: [{ ...first!, esco }] }} />)
    expect(readText(said)).toContain('ESCO has several of this name')
    expect(readText(said)).not.toContain('Not in ESCO')
  })

  test('owe ESCO a sentence where its data is shown, and only there', () => {
    const said = readText(shown(<Alignments report={COMPLETE} />))
    expect(said).toContain('This service uses the ESCO classification of the European Commission.')
    expect(said).toContain('ESCO 1.2.0, as of 12 May 2026')
    expect(standing('unchecked')).not.toContain('This service uses')
  })

  test('of a report from before they were looked at are those that the badge declares', () => {
    const { alignments: _, ...kept } = COMPLETE
    const said = readText(shown(<Alignments report={kept} />))
    expect(said).toContain('perform data analysis')
    expect(said).toContain('declared by the issuer')
    expect(said).not.toContain('Found in ESCO')
  })
})

describe('what a micro-credential should say', () => {
  test('is counted for each framework', () => {
    const counted = (of: typeof TRUSTED): string[] =>
      (of.descriptors ?? []).map(
        (table) => `${frameworkName(table, sentences)}: ${completenessOf(table, sentences)}`,
      )
    expect(counted(COMPLETE)[0]).toBe('European standard elements: 11 of 11 mandatory')
    expect(counted(SPARSE)[0]).toMatch(/: [1-7] of 1[01] mandatory$/)
    expect(counted(COMPLETE)[2]).toContain('recommended')
  })

  test('never says of what is optional that it is missing', () => {
    const row = (obligation: DescriptorRow['obligation']): string | undefined =>
      elementState(
        {
          ...{ descriptor: 'grade', group: 'administrative', state: 'missing' },
          ...{ obligation, values: [], notes: [] },
        },
        sentences,
      )
    expect(row('mandatory')).toBe('Missing')
    expect(row('optional')).toBe('Not stated')
    expect(row('recommended')).toBe('Not stated')
    expect(row('mandatory-if-applicable')).toBe('Not stated. It is needed where it applies.')
  })

  test('stands in the report of a badge whose proof does not hold as well, as its own word', () => {
    expect(report({ ...COMPLETE, authenticity: 'fails', verdict: 'invalid' })).toContain(
      'What a micro-credential should say',
    )
  })

  test.each<[SourcePath, string]>([
    [{ place: 'criteria', section: 3 }, 'criteria, part 3'],
    [{ place: 'criteria' }, 'criteria'],
    [{ place: 'alignment', index: 2, achievement: 4 }, 'alignment 2, achievement 4'],
    [{ place: 'extension', type: 'ECTS', on: 'achievement' }, 'extension ECTS'],
    [{ place: 'field', path: 'achievement.name' }, 'achievement.name'],
  ])('names the place %j', (path, words) => {
    expect(sourceName(path, sentences).replace(ISOLATES, '')).toBe(words)
  })
})

describe('a row of the list', () => {
  const row = (verdict: Verdict): string => {
    const figures = { level: 6, ects: { from: 2.5, to: 3 }, skills: 1 }
    const badge: BadgeSummary = {
      ...{ id: 'b1', kind: 'image', url: 'https://a.example/1.png', hosts: [], figures },
      ...{ state: 'done', verdict, issuer: { standing: 'unknown', id: 'https://a.example/' } },
      ...{
        reasons: [reason('expired', { date: '2020-01-01T00:00:00Z' })],
        format: 'OpenBadges/3.0',
      },
    }
    return readText(shown(<BadgeRow badge={badge} onOpen={() => undefined} />))
  }

  test('says what can be compared of a badge that holds', () => {
    expect(row('authentic')).toContain('EQF 6 · 2.5–3 ECTS · 1 skill')
  })

  test('says why of one that does not, and no figure of it', () => {
    expect(row('attention')).not.toContain('EQF')
    expect(row('invalid')).not.toContain('ECTS')
  })
})
