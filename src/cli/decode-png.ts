import { PNG } from 'pngjs'
import { chunkHeaderAt, PNG_SIGNATURE_BYTES, viewOf } from '../verifier/unbake/png-chunks'
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
  const view = viewOf(bytes)
  const isTooLarge = view.getUint32(WIDTH_AT) * view.getUint32(HEIGHT_AT) > MOST_PIXELS
  if (isTooLarge || view.getUint8(INTERLACE_AT) !== 0) return Promise.resolve(undefined)
  return new Promise((resolve) => {
    const { width, height, data, gamma } = PNG.sync.read(Buffer.from(bytes))
    if (gamma > 0 && !hasColourSpace(view)) asOnScreen(data, gamma)
    resolve({ width, height, data })
  })
}

/** `sRGB`, `iCCP` and `cICP`, which all count before `gAMA` (PNG, third edition, section 4.3). */
const COLOUR_SPACES = [0x73524742, 0x69434350, 0x63494350]

function hasColourSpace(view: DataView): boolean {
  let at = PNG_SIGNATURE_BYTES
  for (let chunk; (chunk = chunkHeaderAt(view, at)); at = chunk.next)
    if (COLOUR_SPACES.includes(chunk.type)) return true
  return false
}

/** What sRGB shows is taken for this (section 11.3.2.2). */
const SCREEN_GAMMA = 1 / 2.2

/** As browsers show it: a gamma of the picture's own can make another picture of the same samples. */
function asOnScreen(data: Uint8Array, gamma: number): void {
  const shown = Uint8Array.from({ length: 256 }, (_, sample) =>
    Math.round(255 * (sample / 255) ** (SCREEN_GAMMA / gamma)),
  )
  for (let at = 0; at < data.length; at++) if (at % 4 !== 3) data[at] = shown[data[at] ?? 0] ?? 0
}
