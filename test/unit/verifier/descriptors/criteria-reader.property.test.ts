/** No text breaks the reader of criteria, and none makes it slow. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readCriteria } from '../../../../src/verifier/descriptors/criteria-reader'
import { DESCRIPTOR_IDS } from '../../../../src/verifier/descriptors/descriptor-ids'
import { findNames, MOST_NAMES } from '../../../../src/verifier/descriptors/name-finder'
import { replacePieces, signTable } from '../../../../src/verifier/descriptors/text-pieces'

/** What markup and names are made of, so that they meet in every order. */
const PIECES = [
  ...[
    'Level',
    'title',
    'Learning outcomes',
    '学習成果',
    'ﾀｲﾄﾙ',
    'of the',
    'x',
    'é',
    '5',
    '\u{1F600}',
  ],
  ...[
    ':',
    '：',
    ';',
    '；',
    '。',
    '. ',
    ', ',
    ' ',
    '\u3000',
    '\n',
    '\r\n',
    '\u2028',
    '/',
    '-',
    '・',
    '【',
    '】',
  ],
  ...[
    '**',
    '*',
    '_',
    '__',
    '#',
    '## ',
    '- ',
    '> ',
    '|',
    '`',
    '\\',
    '[',
    '](',
    ')',
    '!',
    '---\n',
    '===\n',
  ],
  ...[
    '<',
    '>',
    '</',
    '<b>',
    '</b>',
    '<br>',
    '<li>',
    '<script>',
    '</script>',
    '<!--',
    '-->',
    '<p a="',
  ],
  ...[
    "'",
    '"',
    '&',
    '&amp;',
    '&lt;',
    '&#58;',
    '&#x202e;',
    '&nbsp;',
    '\u202E',
    '\u001F',
    '\u001E',
    '\uD800',
  ],
]

const text = fc
  .array(
    fc.oneof({ weight: 8, arbitrary: fc.constantFrom(...PIECES) }, fc.string({ unit: 'binary' })),
    {
      maxLength: 60,
    },
  )
  .map((pieces) => pieces.join(''))

describe('any text', () => {
  it('is read, into text without markup’s marks, controls and turned directions', () => {
    fc.assert(
      fc.property(text, (input) => {
        const { structured, sections, plain } = readCriteria(input)
        expect(structured).toBe(sections.length > 0)
        expect(sections.length).toBeLessThanOrEqual(MOST_NAMES)
        for (const [place, { descriptor, heading, value, index }] of sections.entries()) {
          expect(index).toBe(place + 1)
          expect(DESCRIPTOR_IDS).toContain(descriptor)
          expect(heading).not.toBe('')
          expect(value).toBe(value.trim())
          expect(plain).toContain(heading)
          expect(plain).toContain(value)
        }
        for (const read of [plain, ...sections.map(({ value }) => value)]) {
          expect(read).not.toMatch(/[\u202A-\u202E\u2066-\u2069]/)
          expect(read).not.toMatch(/(?![\t\n])\p{Cc}/u)
          expect(read.isWellFormed()).toBe(true)
        }
      }),
      { numRuns: 500 },
    )
  })

  it('is not longer for being read, but for the bullets of lists', () => {
    fc.assert(
      fc.property(text, (input) => {
        expect(readCriteria(input).plain.length).toBeLessThanOrEqual(input.length * 2 + 2)
      }),
    )
  })

  it('keeps a name and its value that stand behind it on lines of their own', () => {
    const word = fc.stringMatching(/^[a-z]{1,12}$/)
    fc.assert(
      fc.property(word, word, (one, other) => {
        const input = `Title: ${one}\nForm of participation: ${other}`
        expect(readCriteria(input).sections.map(({ value }) => value)).toEqual([one, other])
      }),
    )
  })
})

/** Texts that make careless readers look at the same place again and again. */
const REPEATED = [
  ...[
    ':',
    '：',
    ' ',
    '\n',
    '*',
    '**',
    '_',
    '__',
    '_a',
    '`',
    '\\',
    '#',
    '# ',
    '- ',
    '>',
    '|',
    '| ',
    '-',
    '=',
    '(',
  ],
  ...[
    '[',
    '](',
    '[](',
    '![](',
    '[](x',
    '[a](b',
    '<',
    '<a',
    '<a ',
    '<a "',
    "<a '",
    '<a "<a \'',
    '<!',
    '<!--',
  ],
  ...['<script>', '<script></', '<svg></svg ', '</', '&', '&amp;', '&#', '&#x', '&a', '<a@', '<b>'],
  ...[
    'a ',
    'a:',
    'of the :',
    'level ',
    'level:',
    'Level: 5\n',
    'outcomes ',
    '学習成果：',
    '学',
    'ﾀ',
    '【',
    '【レベル】',
  ],
  ...[
    '/',
    'learning ',
    'learning/outcomes/',
    '(level) ',
    'x',
    '\u{1F600}',
    '\u202E',
    '\u001F',
    '\r',
    '\u2028',
  ],
  ...['Title: a Level: ', 'title of the micro credential ', '・', ';', '。'],
]

describe('a long text', () => {
  it.each(REPEATED)('of %j is read in one pass', (piece) => {
    const run = (size: number): number => {
      const input = piece.repeat(Math.ceil(size / piece.length))
      const ends = ['', '">Level:', ') --> x']
      return Math.min(...ends.map((end) => timed(() => readCriteria(input + end))))
    }
    // Sixteen times the length takes a square 256 times as long; the margin is for a busy machine.
    const [short, long] = [run(4_000), run(64_000)]
    expect(long).toBeLessThan(16 * 8 * Math.max(short, 1))
  })

  it('is walked once, whatever its pieces say', () => {
    let asked = 0
    const input = '<'.repeat(1_000)
    const out = replacePieces(input, signTable('<'), (_, at) => {
      asked++
      return at % 2 === 0 ? { end: at + 2, text: '' } : undefined
    })
    expect([asked, out]).toEqual([500, ''])
  })

  it('has a bounded number of names', () => {
    expect(findNames('Level: '.repeat(10_000))).toHaveLength(MOST_NAMES)
  })
})

/** In milliseconds of the processor, of which a busy machine takes none away. */
function timed(run: () => void): number {
  const before = process.cpuUsage()
  run()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1_000
}
