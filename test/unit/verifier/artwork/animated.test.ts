import { describe, expect, it } from 'vitest'
import { isAnimated } from '../../../../src/verifier/artwork/animated'
import { decodePicture, type RasterType } from '../../../../src/verifier/artwork/picture'
import { drawEmblem } from '../../../fixtures/artwork/emblem'
import { ACTL, gifOf, jpegOfSize, webpOf, withPngChunk } from './picture-files'

const png = drawEmblem({ frame: 'square', colours: ['#5b6470', '#2b2f36'], initials: 'P' })
const END_CHUNK_BYTES = 12
const afterData = png.length - END_CHUNK_BYTES

const CONTROL = [0x21, 0xf9, 4, 0, 10, 0, 0, 0]
const COMMENT = [0x21, 0xfe, 3, 0x2c, 0x2c, 0x2c, 1, 0x2c, 0]

/** Each image has four colours of its own; to who takes them for something else, this byte begins a block. */
function gifOfColours(...bytes: number[]): Uint8Array {
  const images = bytes.flatMap((byte) => [
    ...[0x2c, 0, 0, 0, 0, 1, 0, 1, 0, 0x81],
    ...[byte, 0, byte, 0, byte, 0, byte, 0, byte, 0, byte, 0],
    ...[2, 2, 0x44, 1, 0],
  ])
  const head = Array.from('GIF89a', (c) => c.charCodeAt(0))
  return Uint8Array.from([...head, 1, 0, 1, 0, 0, 0, 0, ...images, 0x3b])
}

const extended = (flags: number): [string, number[]] => ['VP8X', [flags, 0, 0, 0, ...SIDES]]
const SIDES = [9, 0, 0, 9, 0, 0]
const FRAME = [0x9d, 1, 0x2a]

const ANIMATED: [string, RasterType, Uint8Array][] = [
  ['a PNG that announces frames', 'png', withPngChunk(png, 'acTL', ACTL)],
  [
    'a PNG that announces them past other chunks',
    'png',
    withPngChunk(withPngChunk(png, 'acTL', ACTL), 'tEXt', [0x41, 0, 0x42]),
  ],
  ['a GIF of two images', 'gif', gifOf(2)],
  ['a GIF of two images and extensions', 'gif', gifOf(2, { between: [...CONTROL, ...COMMENT] })],
  ['a GIF of two images and bytes between them', 'gif', gifOf(2, { between: [0, 0, 7] })],
  ['a GIF of two images, and colours like its end', 'gif', gifOfColours(0x3b, 0x3b)],
  ['a WebP with the flag', 'webp', webpOf(extended(0x02), ['VP8 ', FRAME])],
  ['a WebP with the chunk', 'webp', webpOf(extended(0), ['ICCP', [1]], ['ANIM', [0, 0, 0, 0]])],
  ['a WebP with frames alone', 'webp', webpOf(extended(0), ['ANMF', FRAME])],
]

const STILL: [string, RasterType, Uint8Array][] = [
  ['a PNG', 'png', png],
  [
    'a PNG with text',
    'png',
    withPngChunk(
      png,
      'tEXt',
      Array.from('acTL', (c) => c.charCodeAt(0)),
    ),
  ],
  ['a PNG that announces frames too late', 'png', withPngChunk(png, 'acTL', ACTL, afterData)],
  ['a GIF of one image', 'gif', gifOf(1)],
  ['a GIF of one image and extensions', 'gif', gifOf(1, { before: CONTROL, between: COMMENT })],
  ['a GIF of one image, and colours like another', 'gif', gifOfColours(0x2c)],
  ['a GIF of one image and bytes past its end', 'gif', join(gifOf(1), gifOf(2))],
  ['a lossy WebP', 'webp', webpOf(['VP8 ', [0, 0, 0, ...FRAME, 9, 0, 9, 0]])],
  ['a WebP with all flags but that one', 'webp', webpOf(extended(0xfd), ['VP8 ', FRAME])],
  ['a JPEG', 'jpeg', jpegOfSize(9, 9)],
]

const decode = () => Promise.resolve({ width: 1, height: 1, data: new Uint8Array(4) })

describe('is not decoded for comparison', () => {
  it.each(ANIMATED)('%s', async (_, type, bytes) => {
    expect(isAnimated(bytes, type)).toBe(true)
    expect(await decodePicture(bytes, decode)).toEqual({ why: 'animated' })
  })
})

describe('stays comparable', () => {
  it.each(STILL)('%s', async (_, type, bytes) => {
    expect(isAnimated(bytes, type)).toBe(false)
    expect(await decodePicture(bytes, decode)).toHaveProperty('data')
  })
})

describe('hostile files', () => {
  it('a GIF whose control block is shorter than browsers read it is never decoded', async () => {
    const short = gifOf(1, { before: [0x21, 0xf9, 1, 0, 0] })
    expect(isAnimated(short, 'gif')).toBe(true)
    expect(await decodePicture(short, decode)).toEqual({ why: 'not-decoded' })
  })

  it.each([...ANIMATED, ...STILL])('%s, cut off anywhere', (_, type, bytes) => {
    for (let length = 0; length < bytes.length; length += bytes.length > 500 ? 7 : 1)
      expect(isAnimated(bytes.subarray(0, length), type)).toBeTypeOf('boolean')
  })

  it.each<RasterType>(['png', 'gif', 'webp'])('%s: sizes of any kind come to an end', (type) => {
    for (const value of [0, 1, 0x21, 0x2c, 0x7f, 0xff])
      expect(isAnimated(new Uint8Array(1_000_000).fill(value), type)).toBe(false)
  })
})

function join(...parts: Uint8Array[]): Uint8Array {
  return Uint8Array.from(parts.flatMap((part) => [...part]))
}
