import { PNG } from 'pngjs'
import type { DecodedPicture, RasterType } from '../verifier/artwork/picture'

/** More than any badge has; every worker may hold as many at once, four bytes each. */
const MOST_PIXELS = 4_194_304

/** Where IHDR states width, height and interlacing (PNG, third edition, section 11.2.1). */
const [WIDTH_AT, HEIGHT_AT, INTERLACE_AT] = [16, 20, 28]

/**
 * Pixels for comparison with the issuer's picture. Node decodes no pictures by itself: other types than PNG
 * are not compared here. An interlaced one is not decoded, since pngjs inflates it without a bound.
 */
export function decodePng(
  bytes: Uint8Array,
  type: RasterType,
): Promise<DecodedPicture | undefined> {
  if (type !== 'png' || bytes.length <= INTERLACE_AT) return Promise.resolve(undefined)
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const isTooLarge = view.getUint32(WIDTH_AT) * view.getUint32(HEIGHT_AT) > MOST_PIXELS
  if (isTooLarge || view.getUint8(INTERLACE_AT) !== 0) return Promise.resolve(undefined)
  return new Promise((resolve) => {
    const { width, height, data } = PNG.sync.read(Buffer.from(bytes))
    resolve({ width, height, data })
  })
}
