/**
 * Which images and links of a page are worth a look, judged by address and size alone: nothing here
 * asks anybody. Pure data and functions, so that the content script and the worker agree.
 */

/** Bitmaps that no baking specification covers; everything else may be PNG or SVG behind a name. */
const OTHER_IMAGE_FILE =
  /^[^?#]*\.(?:jpe?g|jfif|gif|webp|avif|jxl|heic|bmp|ico|cur|tiff?)(?:[?#]|$)/i

const WEB_ADDRESS = /^https?:/i
/** The parameters before the comma are short, so that the head can stand for the whole. */
const BADGE_IMAGE_DATA = /^data:image\/(?:png|svg\+xml)(?:;[^,]{0,120})?,/i
const CREDENTIAL_DATA =
  /^data:application\/(?:(?:ld|vc|vp|vc\+ld|vp\+ld)\+json|json|jwt|jose|vc\+jwt|vp\+jwt)(?:;[^,]{0,120})?,/i

/** CSS pixels. Smaller pictures are bullets, flags and tracking dots. */
export const MINIMUM_SIDE = 32

/** Characters. A data URL of a 10 MB file in base64; longer ones are passed over. */
export const MAXIMUM_DATA_URL = 14_000_000

/** Characters. The worker takes no longer web address. */
export const MAXIMUM_WEB_ADDRESS = 8_192

/** Natural size in CSS pixels; 0 × 0 for a vector image without a size of its own. */
export interface NaturalSize {
  width: number
  height: number
}

/** Could this image, which the page shows, be a baked badge? `size` absent: not known. */
export function imageIsWorthReading(address: string, size?: NaturalSize): boolean {
  if (size && isTooSmall(size)) return false
  if (address.startsWith('data:')) {
    return address.length <= MAXIMUM_DATA_URL && BADGE_IMAGE_DATA.test(address)
  }
  return !OTHER_IMAGE_FILE.test(address) && webAddress(address) !== undefined
}

export function isTooSmall({ width, height }: NaturalSize): boolean {
  const sizeless = width === 0 && height === 0
  return !sizeless && (width < MINIMUM_SIDE || height < MINIMUM_SIDE)
}

/** A file that may be a badge or a credential, by its name. */
const BADGE_FILE =
  /^https?:\/\/[^/]+\/[^?#]*\.(?:png|svg|json|jsonld|jwt|jws|vc|vp|obv3)(?:[?#]|$)/i

/** Every link that is worth reporting has one of these in it. */
export const FILE_NAMES = '.png .svg .json .jw .v .obv3 data:'.split(' ')

/** Does this link lead to something that may be a badge? */
export function linkIsWorthReporting(address: string): boolean {
  if (address.startsWith('data:')) {
    return (
      address.length <= MAXIMUM_DATA_URL &&
      (BADGE_IMAGE_DATA.test(address) || CREDENTIAL_DATA.test(address))
    )
  }
  if (address.length > MAXIMUM_WEB_ADDRESS) return false
  return BADGE_FILE.test(address)
}

/** The address as a URL where it is http or https, and of a bearable length. */
export function webAddress(address: string): URL | undefined {
  if (address.length > MAXIMUM_WEB_ADDRESS || !WEB_ADDRESS.test(address)) return undefined
  try {
    // Not `canParse` first: that would be another parse, of every link of every page.
    return new URL(address)
  } catch {
    return undefined
  }
}

/** Of a data URL all that comes before the data. */
export function dataHead(url: string): string {
  return url.slice(0, url.indexOf(',') + 1)
}
