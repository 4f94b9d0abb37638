/** Reading criteria, and filling the tables of descriptors, against their targets. */
import { readCriteria } from '../../src/verifier/descriptors/criteria-reader'
import { descriptorTables } from '../../src/verifier/descriptors/fill-table'
import { subjectOf } from '../../src/verifier/descriptors/subject'
import { readCredential3 } from '../../src/verifier/reading/open-badges-3'
import type { JsonObject } from '../../src/verifier/verification'
import { UNIVERSITY } from '../fixtures/issuers'
import { credential } from '../fixtures/open-badges-3'
import {
  ENGLISH,
  ENGLISH_HTML,
  JAPANESE,
  JAPANESE_ONE_LINE,
} from '../unit/verifier/descriptors/criteria-texts'
import { median } from './measure-place'

const MEGABYTE = 1_000_000
const RUNS = 15
/** Milliseconds for one megabyte, whatever it holds. */
const TARGET = 100

/** Realistic texts, and those that take the longest. */
const TEXTS: readonly (readonly [string, string])[] = [
  ['English, Markdown', ENGLISH],
  ['English, HTML', ENGLISH_HTML],
  ['Japanese, lines', JAPANESE],
  ['Japanese, one line', JAPANESE_ONE_LINE],
  ['names alone', 'Level: 5\n'],
  ['colons', ':'],
  ['words and colons', 'of the micro credential :'],
  ['emphasis', '_a'],
  ['open tags', '<a "'],
  ['brackets', '['],
  ['references', '&amp;'],
  ['numbered references', '&#65;'],
  ['tags', '<b>'],
  ['headings', '# a\n'],
  ['bullets', '- a\n'],
  ['line breaks', '\n'],
  ['names in half-width kana', 'ﾀｲﾄﾙ：'],
]

export function printCriteriaBench(): void {
  console.log(`\nCriteria of 1 MB (medians; target ${TARGET} ms)\n`)
  console.table(
    TEXTS.map(([name, text]) => {
      const input = text.repeat(Math.ceil(MEGABYTE / text.length)).slice(0, MEGABYTE)
      const taken = median(Array.from({ length: RUNS }, () => timed(() => readCriteria(input))))
      return { text: name, ms: taken.toFixed(1) }
    }),
  )
  console.log('\nTables of all frameworks for one badge (medians; target 100 µs)\n')
  console.table(
    [
      ['ordinary', undefined],
      ['structured criteria of 1 kB', ENGLISH],
    ].map(([badge, narrative]) => {
      const read = badgeWith(narrative)
      const batch = (): number =>
        timed(() => {
          for (let run = 0; run < BATCH; run++) descriptorTables(subjectOf(read))
        })
      const taken = median(Array.from({ length: BATCHES }, batch))
      return { badge, µs: ((taken / BATCH) * 1_000).toFixed(1) }
    }),
  )
}

const BATCH = 200
const BATCHES = 60

function badgeWith(narrative: string | undefined) {
  const achievement = { slug: 'bench', name: 'Data Analysis', description: 'Explains data' }
  const more = { eqf: 6, ects: 3, language: 'en', ...(narrative !== undefined && { narrative }) }
  const document = credential({ ...achievement, ...more }, UNIVERSITY) as JsonObject
  return readCredential3(document, 'OpenBadges/3.0')
}

function timed(run: () => unknown): number {
  const started = performance.now()
  run()
  return performance.now() - started
}
