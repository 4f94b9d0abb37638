import { crc32 } from 'node:zlib'

/** Files of pictures that say a size and have no pixels. */

export function pngOfSize(width: number, height: number): Uint8Array {
  return bytes(
    '\x89PNG\r\n\x1a\n',
    [0, 0, 0, 13],
    'IHDR',
    big(width, 4),
    big(height, 4),
    new Array(9),
  )
}

/** @param image its first one, where that has another place or size */
export function gifOfSize(
  width: number,
  height: number,
  { left = 0, top = 0, ...image } = { width, height } as GifImage,
): Uint8Array {
  const descriptor = [left, top, image.width, image.height].map((side) => little(side, 2))
  const comment = [0x21, 0xfe, 2, 0x2c, 0x2c, 0]
  return bytes(
    ...['GIF89a', little(width, 2), little(height, 2), [0x80, 0, 0], new Array<number>(6).fill(0)],
    ...[comment, [0x2c], ...descriptor, [0], [2, 2, 0x4c, 0x01, 0], [0x3b]],
  )
}

interface GifImage {
  left?: number
  top?: number
  width: number
  height: number
}

/** With an application segment and fill bytes before the frame, as cameras write them. */
export function jpegOfSize(width: number, height: number): Uint8Array {
  const segment = [0xff, 0xe1, 0, 6, 1, 2, 3, 4]
  return bytes(
    [0xff, 0xd8],
    segment,
    [0xff],
    [0xff, 0xc2, 0, 17, 8],
    big(height, 2),
    big(width, 2),
    [...new Array<number>(12)],
  )
}

export function webpOfSize(kind: 'VP8 ' | 'VP8L' | 'VP8X') {
  return (width: number, height: number): Uint8Array => {
    const head = ['RIFF', [0, 0, 0, 0], 'WEBP', kind, [0, 0, 0, 0]] as const
    switch (kind) {
      case 'VP8 ':
        return bytes(...head, [0, 0, 0, 0x9d, 1, 0x2a], little(width, 2), little(height, 2), pad())
      case 'VP8L':
        return bytes(...head, [0x2f], little((width - 1) | ((height - 1) << 14), 4), pad())
      case 'VP8X':
        return bytes(...head, [0, 0, 0, 0], little(width - 1, 3), little(height - 1, 3), pad())
    }
  }
}

/** Of the chunk's place in a PNG: after IHDR, which comes first, is 33. */
export function withPngChunk(png: Uint8Array, kind: string, data: number[], at = 33): Uint8Array {
  const body = bytes(kind, data)
  const chunk = bytes(big(data.length, 4), [...body], big(crc32(body), 4))
  return bytes([...png.subarray(0, at)], [...chunk], [...png.subarray(at)])
}

/** Two frames, played for ever. */
export const ACTL = [0, 0, 0, 2, 0, 0, 0, 0]

/** With a table of colours for all, and one for each image; every image is one pixel. */
export function gifOf(images: number, { before = [] as number[], between = [] as number[] } = {}) {
  const size = [1, 0, 1, 0]
  const image = [0x2c, 0, 0, 0, 0, ...size, 0x80, 1, 2, 3, 0x2c, 5, 6, 2, 2, 0x2c, 0x2c, 0]
  const all = Array.from({ length: images }, () => [...image, ...between]).flat()
  return bytes('GIF89a', size, [0x80, 0, 0, 0x2c, 0x2c, 0x2c, 4, 5, 6], before, all, [0x3b])
}

/** Of chunks; of one in an odd number of bytes, a byte follows that is no part of it. */
export function webpOf(...chunks: [kind: string, data: number[]][]): Uint8Array {
  const parts = chunks.flatMap(([kind, data]) => [
    ...bytes(kind, little(data.length, 4), data, data.length % 2 === 0 ? [] : [0]),
  ])
  return bytes('RIFF', little(parts.length + 4, 4), 'WEBP', parts)
}

function pad(): number[] {
  return new Array<number>(9).fill(0)
}

function bytes(...parts: (string | readonly number[])[]): Uint8Array {
  return Uint8Array.from(
    parts.flatMap((part) =>
      typeof part === 'string' ? Array.from(part, (c) => c.charCodeAt(0)) : [...part],
    ),
  )
}

function big(value: number, length: number): number[] {
  return little(value, length).reverse()
}

function little(value: number, length: number): number[] {
  return Array.from({ length }, (_, at) => Math.floor(value / 256 ** at) % 256)
}
