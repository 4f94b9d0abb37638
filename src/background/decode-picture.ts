import type { DecodedPicture, RasterType } from '../verifier/artwork/picture'
import { asDataUrl, bitmapOf, drawnWithin } from './picture-canvas'
import { THUMBNAIL_PIXELS } from './thumbnail'

/** Longest side of what is handed on for comparison: finer than it looks. */
const MOST_PIXELS = 256

/** Pixels for comparison, and a thumbnail for people. Rejects where the browser cannot decode it. */
export async function decodePicture(
  bytes: Uint8Array,
  type: RasterType,
): Promise<DecodedPicture | undefined> {
  const bitmap = await bitmapOf(bytes, type)
  try {
    const canvas = drawnWithin(bitmap, MOST_PIXELS)
    const { width, height } = canvas
    const pixels = canvas.getContext('2d')?.getImageData(0, 0, width, height)
    const thumbnail = await asDataUrl(drawnWithin(bitmap, THUMBNAIL_PIXELS))
    return pixels && { width, height, data: pixels.data, thumbnail }
  } finally {
    bitmap.close()
  }
}
