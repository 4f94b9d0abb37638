import { describe, expect, it } from 'vitest'
import { decodableType } from '../../../../src/verifier/artwork/picture'
import { pictureSize } from '../../../../src/verifier/artwork/picture-size'
import { gifOfSize, jpegOfSize, pngOfSize, webpOfSize } from './picture-files'

const FILES = {
  png: pngOfSize,
  gif: gifOfSize,
  jpeg: jpegOfSize,
  'webp, lossy': webpOfSize('VP8 '),
  'webp, lossless': webpOfSize('VP8L'),
  'webp, extended': webpOfSize('VP8X'),
}

describe.each(Object.entries(FILES))('%s', (name, file) => {
  const type = name.replace(/,.*/, '') as 'png' | 'gif' | 'jpeg' | 'webp'

  it('says its size before anything is decoded', () => {
    expect(pictureSize(file(300, 200), type)).toEqual({ width: 300, height: 200 })
    expect(decodableType(file(4096, 4096))).toEqual({ type })
  })

  it.each([
    [4097, 10],
    [10, 4097],
  ])('is not decoded at %d × %d', (width, height) => {
    expect(decodableType(file(width, height))).toEqual({ why: 'too-large' })
  })

  it('says no other size where the file is cut off', () => {
    const whole = file(300, 200)
    const sizes = Array.from(whole, (_, length) => pictureSize(whole.subarray(0, length), type))
    expect(sizes[0]).toBeUndefined()
    for (const size of sizes) expect([undefined, { width: 300, height: 200 }]).toContainEqual(size)
  })
})

describe('never decoded', () => {
  it.each([
    ['a PNG of no pixels', pngOfSize(0, 10), 'not-decoded'],
    ['a PNG of more than 4 billion pixels a side', pngOfSize(0xffffffff, 9), 'too-large'],
    ['a drawing', text('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'drawing'],
    ['a page', text('<!doctype html><html></html>'), 'not-decoded'],
    ['nothing', new Uint8Array(), 'not-decoded'],
    ['a JPEG without a frame', new Uint8Array([0xff, 0xd8, 0xff, 0xd9, 0, 2, 0, 0]), 'not-decoded'],
  ])('%s', (_, bytes, why) => {
    expect(decodableType(bytes)).toEqual({ why })
  })

  it.each([
    { width: 12_000, height: 12_000 },
    { left: 4_090, width: 10, height: 10 },
    { top: 60_000, width: 10, height: 10 },
  ])('a GIF whose first image makes it larger than it says: %j', (image) => {
    expect(decodableType(gifOfSize(10, 10, image))).toEqual({ why: 'too-large' })
  })

  it('a GIF without an image', () => {
    expect(decodableType(gifOfSize(10, 10).subarray(0, 25))).toEqual({ why: 'not-decoded' })
  })

  it('a JPEG of segments without end, in linear time', () => {
    const endless = new Uint8Array(1_000_000).fill(0xff)
    endless[1] = 0xd8
    expect(decodableType(endless)).toEqual({ why: 'not-decoded' })
  })

  it('a JPEG whose segment leads back to itself', () => {
    const loop = new Uint8Array(64)
    loop.set([0xff, 0xd8, 0xff, 0xe0, 0, 0])
    expect(decodableType(loop)).toEqual({ why: 'not-decoded' })
  })
})

function text(content: string): Uint8Array {
  return new TextEncoder().encode(content)
}
