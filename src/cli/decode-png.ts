import { PNG } from 'pngjs'
import {
  chunkHeaderAt,
  IDAT_CHUNK,
  PNG_SIGNATURE_BYTES,
  viewOf,
  type ChunkHeader,
} from '../verifier/unbake/png-chunks'
import type { DecodedPicture, RasterType } from '../verifier/artwork/picture'

/** More than any badge has; every worker may hold as many at once, four bytes each. */
const MOST_PIXELS = 4_194_304

/** Where IHDR states width, height and interlacing (PNG, third edition, section 11.2.1). */
const [WIDTH_AT, HEIGHT_AT, INTERLACE_AT] = [16, 20, 28]

/**
 * Pixels for comparison with the issuer's picture. Node decodes no pictures by itself: other types than PNG
 * are not compared here, nor is one whose colours browsers show by a profile or in ways of their own. An interlaced one
 * is not decoded, since pngjs inflates it without a bound.
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
    const { width, height, data } = PNG.sync.read(Buffer.from(bytes))
    const gamma = gammaOf(view)
    if (gamma !== undefined) asOnScreen(data, gamma)
    resolve(gamma === undefined ? undefined : { width, height, data })
  })
}

const PLTE = 0x504c5445
const [SRGB, ICCP, CICP, GAMA, CHRM] = [0x73524742, 0x69434350, 0x63494350, 0x67414d41, 0x6348524d]
const OF_COLOUR = [SRGB, ICCP, CICP, GAMA, CHRM]

/**
 * What says how colours are shown; undefined where something is said twice or behind the colours, which browsers pass
 * over (PNG, third edition, section 5.6).
 */
function colourChunks(view: DataView): Map<number, ChunkHeader> | undefined {
  const found = new Map<number, ChunkHeader>()
  let isLate = false
  let at = PNG_SIGNATURE_BYTES
  for (let chunk; (chunk = chunkHeaderAt(view, at)); at = chunk.next) {
    isLate ||= chunk.type === PLTE || chunk.type === IDAT_CHUNK
    if (!OF_COLOUR.includes(chunk.type)) continue
    if (isLate || found.has(chunk.type)) return undefined
    found.set(chunk.type, chunk)
  }
  return found
}

/** What sRGB shows is taken for this (section 11.3.2.2). */
const SCREEN_GAMMA = 1 / 2.2

/** In hundred-thousandths: beyond these, readers do not agree whether a gamma counts. */
const [LEAST_GAMMA, MOST_GAMMA] = [1_000, 10_000_000]

/** Of the samples; undefined where more than a gamma decides what is shown (section 4.3). */
function gammaOf(view: DataView): number | undefined {
  const chunks = colourChunks(view)
  if (chunks === undefined || chunks.has(ICCP) || chunks.has(CICP)) return undefined
  const [intent, gamma, primaries] = [SRGB, GAMA, CHRM].map((type) => chunks.get(type))
  if (intent)
    return intent.length === 1 && view.getUint8(intent.dataAt) < 4 ? SCREEN_GAMMA : undefined
  if (primaries && !areUsual(primaries, view)) return undefined
  if (gamma === undefined) return SCREEN_GAMMA
  const value = gamma.length === 4 ? view.getUint32(gamma.dataAt) : NaN
  // None at all, for every reader.
  if (value === 0) return SCREEN_GAMMA
  return value >= LEAST_GAMMA && value <= MOST_GAMMA ? value / 100_000 : undefined
}

/** Those of sRGB in hundred-thousandths: white, red, green and blue, x and y of each. */
const SRGB_PRIMARIES = [31_270, 32_900, 64_000, 33_000, 30_000, 60_000, 15_000, 6_000]

/** Writers round; a hundred is seen by nobody. */
const NEAR = 100

function areUsual({ length, dataAt }: ChunkHeader, view: DataView): boolean {
  return (
    length === 4 * SRGB_PRIMARIES.length &&
    SRGB_PRIMARIES.every((usual, at) => Math.abs(view.getUint32(dataAt + 4 * at) - usual) <= NEAR)
  )
}

/** As browsers show it: a gamma of the picture's own can make another picture of the same samples. */
function asOnScreen(data: Uint8Array, gamma: number): void {
  if (gamma === SCREEN_GAMMA) return
  const shown = Uint8Array.from({ length: 256 }, (_, sample) =>
    Math.round(255 * (sample / 255) ** (SCREEN_GAMMA / gamma)),
  )
  for (let at = 0; at < data.length; at++) if (at % 4 !== 3) data[at] = shown[data[at] ?? 0] ?? 0
}
