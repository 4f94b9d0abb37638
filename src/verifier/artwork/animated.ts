import { chunkHeaderAt, IDAT_CHUNK, PNG_SIGNATURE_BYTES, viewOf } from '../unbake/png-chunks'
import {
  EXTENSION,
  firstBlock,
  IMAGE,
  isReadDifferently,
  pastParts,
  tableBytes,
  TRAILER,
} from './gif-blocks'
import type { RasterType } from './picture'

/**
 * Does it change while one looks? Decoders give the first frame alone: whoever puts the issuer's picture
 * there and another one behind it would be told that the two are alike. Nothing is decoded to know, and what
 * readers disagree about counts as animated.
 */
export function isAnimated(bytes: Uint8Array, type: RasterType): boolean {
  return READERS[type](bytes)
}

const READERS: Record<RasterType, (bytes: Uint8Array) => boolean> = {
  png: isAnimatedPng,
  gif: isAnimatedGif,
  jpeg: () => false,
  webp: isAnimatedWebp,
}

/** `acTL` counts only before the image data (PNG, third edition, section 11.3.2.1). */
function isAnimatedPng(bytes: Uint8Array): boolean {
  const view = viewOf(bytes)
  let offset = PNG_SIGNATURE_BYTES
  for (let chunk; (chunk = chunkHeaderAt(view, offset)); offset = chunk.next) {
    if (chunk.type === ACTL_CHUNK) return true
    if (chunk.type === IDAT_CHUNK) return false
  }
  return false
}

const ACTL_CHUNK = 0x6163544c

/** RFC 9649, section 2.7: a flag says so, and the frames are in chunks of their own. */
function isAnimatedWebp(bytes: Uint8Array): boolean {
  const view = viewOf(bytes)
  for (let at = 12; at + 8 <= bytes.length;) {
    const kind = kindAt(bytes, at)
    if (kind === 'ANIM' || kind === 'ANMF') return true
    if (kind === 'VP8X' && ((bytes[at + 8] ?? 0) & 0x02) !== 0) return true
    const size = view.getUint32(at + 4, true)
    at += 8 + size + (size % 2)
  }
  return false
}

/** More than one image, each in the place of the one before. */
function isAnimatedGif(bytes: Uint8Array): boolean {
  let images = 0
  for (let at = firstBlock(bytes); at < bytes.length;) {
    switch (bytes[at]) {
      case TRAILER:
        return false
      case EXTENSION:
        if (isReadDifferently(bytes, at)) return true
        at = pastParts(bytes, at + 2)
        break
      case IMAGE:
        if (++images > 1) return true
        at = pastParts(bytes, at + 11 + tableBytes(bytes[at + 9]))
        break
      default:
        // GIF87a has readers look for the next image; others end here.
        at++
    }
  }
  return false
}

function kindAt(bytes: Uint8Array, at: number): string {
  return String.fromCharCode(...bytes.subarray(at, at + 4))
}
