/** What an element of the page shows or leads to. Reads attributes and properties, never layout. */
import { imageIsWorthReading, linkIsWorthReporting, webAddress } from '../discovery/candidate-rules'

/** Every element that may carry a badge. */
export const CARRIERS = 'img, image, input[type="image" i], object[data], embed[src], a[href]'

/** Attributes by which an element comes to show something else. */
export const SOURCE_ATTRIBUTES = [
  'src', 'srcset', 'sizes', 'media', 'type', 'href', 'data', 'attributeName',
] // prettier-ignore

/** What gives an `<image>` of its tree another source without changing an attribute of it. */
export const SOURCE_ANIMATIONS = 'animate[attributeName*="href" i], set[attributeName*="href" i]'

const LABEL_LENGTH = 200
const BADGE_IMAGE_TYPE = /^image\/(?:png|svg\+xml)$/i

export interface Source {
  kind: 'image' | 'link' | 'page'
  /** Absolute http, https or data URL. */
  url: string
  /** Address of the link around an image. */
  href?: string
  label?: string
}

/** What this element names at this moment, where it is worth a look; `Loads` tells if it was loaded. */
export function sourceOf(element: Element): Source | undefined {
  if (element instanceof HTMLAnchorElement) return linkSource(element)
  const url = shownUrl(element)
  if (url === undefined) return undefined
  const href = linkAround(element)
  const label = labelOf(element)
  return { kind: 'image', url, ...(href && { href }), ...(label && { label }) }
}

function linkSource(link: HTMLAnchorElement): Source | undefined {
  if (!linkIsWorthReporting(link.href)) return undefined
  const label = labelOf(link)
  return { kind: 'link', url: link.href, ...(label && { label }) }
}

function shownUrl(element: Element): string | undefined {
  if (element instanceof HTMLImageElement) return loadedImageUrl(element)
  if (element instanceof SVGImageElement) return vectorImageUrl(element)
  if (element instanceof HTMLInputElement) return ifWorth(element.src)
  if (element instanceof HTMLObjectElement) return embedded(element.data, element.type)
  if (element instanceof HTMLEmbedElement) return embedded(element.src, element.type)
  return undefined
}

/** Nothing of an image that is on its way, or waits to be scrolled to. */
function loadedImageUrl(image: HTMLImageElement): string | undefined {
  if (!image.complete || image.currentSrc === '') return undefined
  const size = { width: image.naturalWidth, height: image.naturalHeight }
  return imageIsWorthReading(image.currentSrc, size) ? image.currentSrc : undefined
}

/** Nothing of an image whose source is animated: it may be another one at any moment. */
function vectorImageUrl(image: SVGImageElement): string | undefined {
  const { baseVal, animVal } = image.href
  const tree = image.getRootNode() as Document | ShadowRoot
  if (animVal !== baseVal || tree.querySelector(SOURCE_ANIMATIONS)) return undefined
  return ifWorth(absolute(baseVal, image.baseURI))
}

/** Objects and embeds hold anything; only a type or file name of a badge image is believed. */
function embedded(url: string, type: string): string | undefined {
  const isImage = type
    ? BADGE_IMAGE_TYPE.test(type)
    : /\.(?:png|svg)(?:[?#]|$)|^data:image/i.test(url)
  return isImage ? ifWorth(url) : undefined
}

function ifWorth(url: string | undefined): string | undefined {
  return url !== undefined && imageIsWorthReading(url) ? url : undefined
}

function absolute(reference: string, base: string): string | undefined {
  const readable = reference !== '' && URL.canParse(reference, base)
  return readable ? new URL(reference, base).href : undefined
}

function linkAround(element: Element): string | undefined {
  const link = element.closest('a[href]')
  return link instanceof HTMLAnchorElement ? webAddress(link.href)?.href : undefined
}

function labelOf(element: Element): string {
  const text =
    element.getAttribute('alt') ??
    element.getAttribute('aria-label') ??
    element.getAttribute('title') ??
    (element instanceof HTMLAnchorElement ? element.textContent : '')
  return text
    .slice(0, 4 * LABEL_LENGTH)
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, LABEL_LENGTH)
}
