import { zlibSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import type { Carrier } from '../../../../src/verifier/report'
import { bakePng, pngChunk, type BakePngOptions } from '../../../../src/verifier/unbake/bake'
import { unbakePng } from '../../../../src/verifier/unbake/png'
import {
  baked,
  bytesOf,
  concat,
  indexOf,
  itxt,
  JSON_TEXT,
  LIMITS,
  picture,
  withChunks,
  withUint32,
} from './png-files'

const compress = (text: string): Uint8Array => zlibSync(bytesOf(text))

describe('unbakePng', () => {
  const bakings: [string, Omit<BakePngOptions, 'keyword'>, Carrier][] = [
    ['iTXt', {}, 'png-itxt'],
    ['iTXt before IEND, as Moodle does', { position: 'before-iend' }, 'png-itxt'],
    ['compressed iTXt', { compressed: true }, 'png-itxt-compressed'],
    ['tEXt', { chunk: 'tEXt' }, 'png-text'],
    ['tEXt before IEND', { chunk: 'tEXt', position: 'before-iend' }, 'png-text'],
    ['zTXt', { chunk: 'zTXt' }, 'png-ztxt'],
  ]
  describe.each(['openbadges', 'openbadgecredential', 'clrcredential'] as const)(
    'keyword %s',
    (keyword) => {
      it.each(bakings)('reads %s', (_, options, carrier) => {
        const compressed = carrier === 'png-itxt-compressed' || carrier === 'png-ztxt'
        expect(unbakePng(bakePng(picture(), JSON_TEXT, { keyword, ...options }), LIMITS)).toEqual({
          found: true,
          text: JSON_TEXT,
          carrier,
          keyword,
          deviations: compressed ? [{ code: 'chunk-compressed', params: { keyword } }] : [],
        })
      })
    },
  )

  it('reads a chunk between two IDAT chunks', () => {
    const png = picture()
    const at = indexOf(png, 'IDAT') - 4
    const badge = itxt('openbadges', [0, 0, 0, 0], bytesOf(JSON_TEXT))
    const result = unbakePng(
      concat(png.subarray(0, at), pngChunk('IDAT', new Uint8Array(9)), badge, png.subarray(at)),
      LIMITS,
    )
    expect(result).toMatchObject({ found: true, text: JSON_TEXT, deviations: [] })
  })

  it('skips the language tag and the translated keyword', () => {
    const fields = [0, 0, ...bytesOf('de-DE'), 0, ...bytesOf('Öffentlich'), 0]
    const result = unbakePng(withChunks(itxt('openbadges', fields, bytesOf('{}'))), LIMITS)
    expect(result).toMatchObject({ found: true, text: '{}' })
  })

  it('reads from a view that does not begin where its buffer does', () => {
    const file = baked()
    const shifted = concat(new Uint8Array(5), file).subarray(5)
    expect(unbakePng(shifted, LIMITS)).toMatchObject({ found: true, text: JSON_TEXT })
  })

  it('removes white space around the text', () => {
    expect(unbakePng(baked('\n  {} \r\n'), LIMITS)).toMatchObject({ text: '{}' })
  })

  it('reads tEXt as Latin-1 where it is no UTF-8', () => {
    const latin1 = concat(bytesOf('openbadges\0'), Uint8Array.of(0x43, 0x61, 0x66, 0xe9, 0x80))
    const result = unbakePng(withChunks(pngChunk('tEXt', latin1)), LIMITS)
    expect(result).toMatchObject({ found: true, text: 'Café\u0080' })
  })

  it('refuses iTXt that is no UTF-8: "the text is UTF-8" (PNG, 11.3.3.4)', () => {
    const chunk = itxt('openbadges', [0, 0, 0, 0], Uint8Array.of(0x22, 0xe9, 0x22))
    expect(unbakePng(withChunks(chunk), LIMITS)).toEqual({
      found: false,
      reason: { code: 'text-not-utf8', params: {} },
      deviations: [],
    })
  })

  it.each([
    ['no text at all', picture()],
    ['another keyword', withChunks(itxt('Comment', [0, 0, 0, 0], bytesOf('openbadges')))],
    [
      'a keyword that only begins right',
      withChunks(itxt('openbadgesX', [0, 0, 0, 0], bytesOf('{}'))),
    ],
    ['a keyword in capitals', withChunks(itxt('OpenBadges', [0, 0, 0, 0], bytesOf('{}')))],
    ['a keyword without its NUL', withChunks(pngChunk('tEXt', bytesOf('openbadges')))],
    [
      'the keyword in a chunk of another type',
      withChunks(pngChunk('teXt', bytesOf('openbadges\0{}'))),
    ],
    ['an empty text', withChunks(itxt('openbadges', [0, 0, 0, 0], bytesOf(' \n')))],
    ['a badge after IEND', concat(picture(), itxt('openbadges', [0, 0, 0, 0], bytesOf('{}')))],
  ])('finds no badge in a PNG with %s', (_, file) => {
    expect(unbakePng(file, LIMITS)).toEqual({
      found: false,
      reason: { code: 'no-badge-data', params: {} },
      deviations: [],
    })
  })

  it('reads the first of several chunks and says that there are more', () => {
    const file = withChunks(
      pngChunk('tEXt', bytesOf('openbadges\0https://first.example/')),
      itxt('openbadges', [0, 0, 0, 0], bytesOf('{"second":true}')),
      itxt('openbadgecredential', [0, 0, 0, 0], bytesOf('{"third":true}')),
    )
    expect(unbakePng(file, LIMITS)).toMatchObject({
      found: true,
      text: 'https://first.example/',
      deviations: [{ code: 'chunk-repeated', params: { keyword: 'openbadges', count: 3 } }],
    })
  })

  it('does not pass over a first chunk that cannot be read', () => {
    const file = withChunks(
      itxt('openbadges', [0, 0, 0, 0], Uint8Array.of(0xff)),
      itxt('openbadges', [0, 0, 0, 0], bytesOf('{"second":true}')),
    )
    expect(unbakePng(file, LIMITS)).toMatchObject({
      found: false,
      reason: { code: 'text-not-utf8' },
      deviations: [{ code: 'chunk-repeated' }],
    })
  })

  it('reports a wrong CRC and reads the text all the same', () => {
    const file = baked()
    const crcAt = indexOf(file, 'openbadges') + 15 + bytesOf(JSON_TEXT).length
    expect(unbakePng(withUint32(file, crcAt, 0xdeadbeef), LIMITS)).toMatchObject({
      found: true,
      text: JSON_TEXT,
      deviations: [{ code: 'chunk-crc-wrong', params: { keyword: 'openbadges' } }],
    })
  })

  it.each([
    ['no compression flag', pngChunk('iTXt', bytesOf('openbadges\0'))],
    ['an unended language tag', itxt('openbadges', [0, 0], bytesOf('en'))],
    ['an unended translated keyword', itxt('openbadges', [0, 0, 0], bytesOf('{}'))],
    ['a compression flag of 2', itxt('openbadges', [2, 0, 0, 0], bytesOf('{}'))],
    ['another compression method', itxt('openbadges', [1, 1, 0, 0], compress('{}'))],
    [
      'another method in zTXt',
      pngChunk('zTXt', concat(bytesOf('openbadges\0\x01'), compress('{}'))),
    ],
  ])('refuses a text chunk with %s', (_, chunk) => {
    expect(unbakePng(withChunks(chunk), LIMITS)).toMatchObject({
      found: false,
      reason: { code: 'chunk-malformed', params: { keyword: 'openbadges' } },
    })
  })

  it('finds what stands before the end of a truncated file', () => {
    const file = baked()
    expect(unbakePng(file.subarray(0, file.length - 40), LIMITS)).toMatchObject({
      found: true,
      text: JSON_TEXT,
      deviations: [{ code: 'image-truncated' }],
    })
  })

  it('cannot read a chunk that the end of the file cuts', () => {
    const file = baked()
    expect(unbakePng(file.subarray(0, indexOf(file, 'openbadges') + 40), LIMITS)).toEqual({
      found: false,
      reason: { code: 'image-truncated', params: {} },
      deviations: [],
    })
  })

  it('reads a chunk whose CRC alone is cut off', () => {
    const file = baked()
    const dataEnd = indexOf(file, 'openbadges') + 15 + bytesOf(JSON_TEXT).length
    expect(unbakePng(file.subarray(0, dataEnd + 2), LIMITS)).toMatchObject({
      found: true,
      text: JSON_TEXT,
      deviations: [{ code: 'image-truncated' }],
    })
  })

  it('says that a truncated file without a badge may have had one', () => {
    const file = picture()
    expect(unbakePng(file.subarray(0, 60), LIMITS)).toMatchObject({
      found: false,
      reason: { code: 'no-badge-data' },
      deviations: [{ code: 'image-truncated' }],
    })
  })

  it('reads no other file', () => {
    expect(unbakePng(bytesOf('<svg/>'), LIMITS)).toMatchObject({
      found: false,
      reason: { code: 'file-not-recognised' },
    })
  })
})
