import { deflateSync } from 'node:zlib'
import { zlibSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { pngChunk } from '../../../../src/verifier/unbake/bake'
import { unbakePng } from '../../../../src/verifier/unbake/png'
import { probeImage } from '../../../../src/verifier/unbake/probe'
import {
  baked,
  bytesOf,
  concat,
  indexOf,
  itxt,
  JSON_TEXT,
  LIMITS,
  picture,
  repeated,
  withChunks,
  withUint32,
} from './png-files'
import { expectLittleWork } from '../../cpu-time'

const compressedItxt = (deflated: Uint8Array): Uint8Array =>
  itxt('openbadges', [1, 0, 0, 0], deflated)
const NO_BADGE = { found: false, reason: { code: 'no-badge-data' } }
const INFLATION_FAILED = { found: false, reason: { code: 'inflation-failed' } }

describe('decompression', () => {
  it('stops at a bomb (how early: inflate.test.ts)', () => {
    const bomb = deflateSync(new Uint8Array(20_000_000))
    expect(unbakePng(withChunks(compressedItxt(bomb)), LIMITS)).toEqual({
      found: false,
      reason: { code: 'text-too-large', params: { limit: LIMITS.bakedTextBytes } },
      deviations: [],
    })
  })

  it('refuses input that only makes work: empty blocks without end', async () => {
    const block = Uint8Array.of(0, 0, 0, 0xff, 0xff)
    const stream = concat(Uint8Array.of(0x78, 0x9c), repeated(block, 200_000))
    await expectLittleWork(3, () => {
      expect(unbakePng(withChunks(compressedItxt(stream)), LIMITS)).toMatchObject(INFLATION_FAILED)
    })
  })

  it('refuses more input than any text within the limit can need', () => {
    const chunk = compressedItxt(concat(Uint8Array.of(0x78, 0x9c), new Uint8Array(5_000_000)))
    expect(unbakePng(withChunks(chunk), LIMITS)).toMatchObject({
      reason: { code: 'text-too-large' },
    })
  })

  it('takes a text of exactly the limit, and none that is longer', () => {
    const exact = 'x'.repeat(1_000)
    const limits = { bakedTextBytes: 1_000 }
    const read = (text: string) =>
      unbakePng(withChunks(compressedItxt(zlibSync(bytesOf(text)))), limits)
    expect(read(exact)).toMatchObject({ found: true, text: exact })
    expect(read(`${exact}x`)).toMatchObject({ reason: { code: 'text-too-large' } })
    expect(unbakePng(baked(exact), limits)).toMatchObject({ found: true, text: exact })
    expect(unbakePng(baked(`${exact}x`), limits)).toMatchObject({
      reason: { code: 'text-too-large', params: { limit: 1_000 } },
    })
  })

  it('counts bytes, not characters', () => {
    expect(unbakePng(baked('é'.repeat(501)), { bakedTextBytes: 1_000 })).toMatchObject({
      reason: { code: 'text-too-large' },
    })
  })

  it('ignores bytes after the stream', () => {
    const stream = concat(zlibSync(bytesOf(JSON_TEXT)), bytesOf('and something else'))
    expect(unbakePng(withChunks(compressedItxt(stream)), LIMITS)).toMatchObject({
      found: true,
      text: JSON_TEXT,
    })
  })

  it.each([
    ['no zlib stream', bytesOf('{"plain":"text"}')],
    ['nothing', new Uint8Array(0)],
    ['a preset dictionary', Uint8Array.of(0x78, 0xbb, 1, 2, 3, 4, 5, 6)],
    ['an invalid block type', Uint8Array.of(0x78, 0x9c, 0x07, 0, 0, 0, 0, 0)],
    ['a checksum of another text', zlibSync(bytesOf('{}')).with(-1, 0)],
  ])('refuses %s', (_, stream) => {
    expect(unbakePng(withChunks(compressedItxt(stream)), LIMITS)).toMatchObject(INFLATION_FAILED)
  })
})

describe('chunk lengths that lie', () => {
  const lengthAt = (file: Uint8Array, type: string): number => indexOf(file, type) - 4

  it.each([0x7fffffff, 0x80000000, 0xfffffff4, 0xffffffff])(
    'ends the walk at length %i',
    (length) => {
      const file = withUint32(picture(), lengthAt(picture(), 'IDAT'), length)
      expect(unbakePng(file, LIMITS)).toMatchObject({
        ...NO_BADGE,
        deviations: [{ code: 'image-truncated' }],
      })
    },
  )

  it.each([0x7fffffff, 0xfffffff4, 0xffffffff, 1_000_000])(
    'reads no badge chunk of length %i in a small file',
    (length) => {
      const file = withUint32(baked(), lengthAt(baked(), 'iTXt'), length)
      expect(unbakePng(file, LIMITS)).toMatchObject({
        found: false,
        reason: { code: 'image-truncated' },
      })
    },
  )

  it.each([0, 1, 10, 11, 12, 14])('is not led past the chunk by a length of %i', (length) => {
    const file = withUint32(baked(), lengthAt(baked(), 'iTXt'), length)
    expect(unbakePng(file, LIMITS).found).toBe(false)
  })

  it('takes no NUL for the end of a keyword that is not in the chunk', () => {
    const chunk = withUint32(pngChunk('tEXt', bytesOf('openbadges')), 18, 0)
    expect(unbakePng(withChunks(chunk), LIMITS)).toEqual({
      found: false,
      reason: { code: 'no-badge-data', params: {} },
      deviations: [],
    })
    expect(probeImage(withChunks(chunk), true)).toEqual({ state: 'no-badge' })
  })

  it('finds no keyword that runs over the end of its chunk', () => {
    const file = withChunks(pngChunk('tEXt', bytesOf('openb')), bytesOf('adges\0{}'))
    expect(unbakePng(file, LIMITS)).toMatchObject(NO_BADGE)
  })
})

describe('many chunks', () => {
  it('walks 100,000 tiny chunks to the badge behind them', async () => {
    const tiny = pngChunk('tEXt', bytesOf('a\0b'))
    const file = withChunks(
      repeated(tiny, 100_000),
      itxt('openbadges', [0, 0, 0, 0], bytesOf('{}')),
    )
    await expectLittleWork(3, () => {
      expect(unbakePng(file, LIMITS)).toMatchObject({ found: true, text: '{}' })
    })
  })

  it('counts 100,000 badge chunks and reads one', async () => {
    const badge = itxt('openbadges', [0, 0, 0, 0], bytesOf('{}'))
    const file = withChunks(repeated(badge, 100_000))
    await expectLittleWork(3, () => {
      expect(unbakePng(file, LIMITS)).toMatchObject({
        deviations: [{ code: 'chunk-repeated', params: { count: 100_000 } }],
      })
    })
  })
})

it('does not take the keyword from pixels, however well they imitate a chunk', () => {
  const imitation = itxt('openbadges', [0, 0, 0, 0], bytesOf('{"fake":true}'))
  expect(unbakePng(withChunks(pngChunk('IDAT', imitation)), LIMITS)).toMatchObject(NO_BADGE)
})
