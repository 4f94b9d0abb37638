import { decodableType } from '../verifier/artwork/picture'
import { sniff } from '../verifier/unbake/sniff'
import { toBase64 } from './base64'
import { asDataUrl, bitmapOf, drawnWithin } from './picture-canvas'

/** Longest side, in pixels. */
export const THUMBNAIL_PIXELS = 96
/** A larger drawing has no thumbnail; it is not worth storing. */
const MOST_SVG_BYTES = 64_000

/**
 * A small picture of a badge as a data URL, for use in `<img>` only: there an SVG runs no script and
 * loads nothing. Undefined where none can or should be made.
 */
export async function thumbnailOf(bytes: Uint8Array): Promise<string | undefined> {
  if (sniff(bytes) === 'svg') {
    return bytes.length <= MOST_SVG_BYTES
      ? `data:image/svg+xml;base64,${toBase64(bytes)}`
      : undefined
  }
  const decodable = decodableType(bytes)
  if ('why' in decodable) return undefined
  try {
    const bitmap = await bitmapOf(bytes, decodable.type)
    const canvas = drawnWithin(bitmap, THUMBNAIL_PIXELS)
    bitmap.close()
    return await asDataUrl(canvas)
  } catch {
    return undefined
  }
}
