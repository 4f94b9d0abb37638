import { firstImage } from './gif-blocks'
import type { RasterType } from './picture'

/** Sides in pixels. */
export interface PictureSize {
  width: number
  height: number
}

/** What the file itself says of its size, before anything of it is decoded; undefined: it does not say. */
export function pictureSize(bytes: Uint8Array, type: RasterType): PictureSize | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  try {
    return READERS[type](view)
  } catch (error) {
    // The file ends before its size.
    if (error instanceof RangeError) return undefined
    throw error
  }
}

const READERS: Record<RasterType, (view: DataView) => PictureSize | undefined> = {
  // IHDR comes first (PNG, third edition, section 11.2.1).
  png: (view) => ({ width: view.getUint32(16), height: view.getUint32(20) }),
  gif: gifSize,
  jpeg: jpegSize,
  webp: webpSize,
}

/** The logical screen (GIF89a, sections 18 and 20); a first image that reaches beyond it makes it larger in Chromium. */
function gifSize(view: DataView): PictureSize | undefined {
  const { buffer, byteOffset, byteLength } = view
  const at = firstImage(new Uint8Array(buffer, byteOffset, byteLength))
  if (at === undefined) return undefined
  const [left, top, width, height] = [1, 3, 5, 7].map((side) =>
    view.getUint16(at + side, true),
  ) as [number, number, number, number]
  return {
    width: Math.max(view.getUint16(6, true), left + width),
    height: Math.max(view.getUint16(8, true), top + height),
  }
}

/** The frame header, past the segments before it (ITU-T T.81, annex B.1.1.4 and B.2.2). */
function jpegSize(view: DataView): PictureSize | undefined {
  for (let at = 2; view.getUint8(at) === 0xff;) {
    const marker = view.getUint8(at + 1)
    if (marker === 0xff) {
      at++
      continue
    }
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
    if (isFrame) return { width: view.getUint16(at + 7), height: view.getUint16(at + 5) }
    at += 2 + view.getUint16(at + 2)
  }
  return undefined
}

/** RFC 9649, sections 2.5 to 2.7: lossy, lossless or extended. */
function webpSize(view: DataView): PictureSize | undefined {
  const kind = String.fromCharCode(...[12, 13, 14, 15].map((at) => view.getUint8(at)))
  switch (kind) {
    case 'VP8 ':
      return {
        width: view.getUint16(26, true) & 0x3fff,
        height: view.getUint16(28, true) & 0x3fff,
      }
    case 'VP8L': {
      const bits = view.getUint32(21, true)
      return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 }
    }
    case 'VP8X':
      return { width: uint24(view, 24) + 1, height: uint24(view, 27) + 1 }
    default:
      return undefined
  }
}

function uint24(view: DataView, at: number): number {
  return view.getUint16(at, true) | (view.getUint8(at + 2) << 16)
}
