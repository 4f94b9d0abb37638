import { describe, expect, it } from 'vitest'
import { decodeBase58, encodeBase58 } from '../../../../src/verifier/keys/base58'

/** The examples of draft-msporny-base58-03, section 5. */
const EXAMPLES = [
  { text: '2NEpo7TZRRrLZSi2U', bytes: new TextEncoder().encode('Hello World!') },
  {
    text: 'USm3fpXnKG5EUBx2ndxBDMPVciP5hGey2Jh4NDv6gmeo1LkMeiKrLJUUBk6Z',
    bytes: new TextEncoder().encode('The quick brown fox jumps over the lazy dog.'),
  },
  { text: '11233QC4', bytes: new Uint8Array([0, 0, 0x28, 0x7f, 0xb4, 0xcd]) },
  { text: '', bytes: new Uint8Array() },
  { text: '1', bytes: new Uint8Array([0]) },
  { text: '11111', bytes: new Uint8Array(5) },
]

describe('decodeBase58', () => {
  it.each(EXAMPLES)('reads $text', ({ text, bytes }) => {
    expect(decodeBase58(text)).toEqual(bytes)
  })

  it('reads what was written, of every size and with zeros at both ends', () => {
    for (let size = 0; size <= 130; size++)
      for (const make of PATTERNS) {
        const bytes = Uint8Array.from({ length: size }, (_, at) => make(at, size))
        expect(decodeBase58(encodeBase58(bytes))).toEqual(bytes)
      }
  })

  it.each(['0', 'O', 'I', 'l', ' ', '-', '=', 'é', '🏆', '\uD83C'])(
    'refuses %j wherever it stands',
    (character) => {
      for (let at = 0; at <= 9; at++) {
        const text = `${'2'.repeat(at)}${character}${'2'.repeat(9 - at)}`
        expect(decodeBase58(text)).toBeUndefined()
      }
    },
  )

  it('refuses text that is longer than any key or signature', () => {
    expect(decodeBase58('z'.repeat(256))).toHaveLength(188)
    expect(decodeBase58('z'.repeat(257))).toBeUndefined()
  })
})

const PATTERNS: ((at: number, size: number) => number)[] = [
  () => 0xff,
  (at) => (at * 167 + 13) & 0xff,
  (at, size) => (at === size - 1 ? 1 : 0),
  (at) => (at === 0 ? 1 : 0),
  (at, size) => (at < size / 2 ? 0 : 0xa5),
]
