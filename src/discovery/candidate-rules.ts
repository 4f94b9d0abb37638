/**
 * Which images and links of a page are worth a look, judged by address and size alone: nothing here
 * asks anybody. Pure data and functions, so that the content script and the worker agree.
 */

/** Bitmaps that no baking specification covers; everything else may be PNG or SVG behind a name. */
const OTHER_IMAGE_FILES = new Set([
  'jpg', 'jpeg', 'jfif', 'gif', 'webp', 'avif', 'jxl', 'heic', 'bmp', 'ico', 'cur', 'tif', 'tiff',
]) // prettier-ignore
const BADGE_IMAGE_FILES = new Set(['png', 'svg'])
const CREDENTIAL_FILES = new Set(['json', 'jsonld', 'jwt', 'jws', 'vc', 'vp', 'obv3'])

const BADGE_IMAGE_DATA = /^data:image\/(?:png|svg\+xml)[;,]/i
const CREDENTIAL_DATA =
  /^data:application\/(?:(?:ld|vc|vp|vc\+ld|vp\+ld)\+json|json|jwt|jose|vc\+jwt|vp\+jwt)[;,]/i

/** CSS pixels. Smaller pictures are bullets, flags and tracking dots. */
export const MINIMUM_SIDE = 32

/** Characters. A data URL of a 10 MB file in base64; longer ones are passed over. */
export const MAXIMUM_DATA_URL = 14_000_000

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
  const url = webAddress(address)
  return url !== undefined && !OTHER_IMAGE_FILES.has(fileExtension(url))
}

function isTooSmall({ width, height }: NaturalSize): boolean {
  const sizeless = width === 0 && height === 0
  return !sizeless && (width < MINIMUM_SIDE || height < MINIMUM_SIDE)
}

/** A way to see from an address alone that a link leads to a badge. */
export interface LinkRule {
  id: string
  matches(url: URL): boolean
}

/** Every reason to report a link; rules for providers' own addresses join this list. */
export const LINK_RULES: readonly LinkRule[] = [
  { id: 'image-file', matches: (url) => BADGE_IMAGE_FILES.has(fileExtension(url)) },
  { id: 'credential-file', matches: (url) => CREDENTIAL_FILES.has(fileExtension(url)) },
]

/** Does this link lead to something that may be a badge? */
export function linkIsWorthReporting(address: string): boolean {
  if (address.startsWith('data:')) {
    return (
      address.length <= MAXIMUM_DATA_URL &&
      (BADGE_IMAGE_DATA.test(address) || CREDENTIAL_DATA.test(address))
    )
  }
  const url = webAddress(address)
  return url !== undefined && LINK_RULES.some((rule) => rule.matches(url))
}

/** The address as a URL where it is http or https. */
export function webAddress(address: string): URL | undefined {
  return /^https?:/i.test(address) && URL.canParse(address) ? new URL(address) : undefined
}

/** Lower case, without the dot; '' where the last path segment has none. */
export function fileExtension(url: URL): string {
  const file = url.pathname.slice(url.pathname.lastIndexOf('/') + 1)
  const dot = file.lastIndexOf('.')
  return dot > 0 ? file.slice(dot + 1).toLowerCase() : ''
}
