/** What an element of the page shows or leads to. Reads attributes and properties, never layout. */
import {
  imageIsWorthReading,
  isTooSmall,
  linkIsWorthReporting,
  webAddress,
} from '../discovery/candidate-rules'
import type { Candidate } from '../platform/port-messages'
import { leadsToAward } from '../discovery/award-links'
import { absolute, addressOfLink, awardOf, EMBEDS, LINK, linkAround, SHARED } from './award-links'

/** Every element that may carry a badge. */
export const CARRIERS =
  `img, image, input[type="image" i], object[data], embed[src], ` +
  `video[poster], ${EMBEDS}, ${LINK}`

/**
 * Among these are all of them, links apart. Of one name alone a browser finds all elements at once; a list of
 * selectors it tries on every element of the page.
 */
export const CARRIER_KINDS =
  `img image input object embed video iframe blockcerts-verifier ${SHARED}`.split(' ')

/**
 * In a drawing that is part of the page, what makes it a badge, as every baking tool names it: where the page
 * is HTML, the prefix is part of the local name.
 */
const BAKED = 'openbadges\\:assertion, openbadges\\:credential, assertion, credential'

/** Attributes by which an element comes to show something else. */
export const SOURCE_ATTRIBUTES =
  'src srcset sizes media type href data poster attributeName data-share-badge-id srcdoc'.split(' ')

/** What gives an `<image>` of its tree another source without changing an attribute of it. */
export const SOURCE_ANIMATIONS = ':is(animate, set)[attributeName*="href" i]'

const LABEL_LENGTH = 200

/** Characters of a drawing that is part of the page. */
const MAXIMUM_DRAWING = 512_000

const BADGE_IMAGE_TYPE = /^image\/(?:png|svg\+xml)$/i

/** What an element offers the worker, before anything of it has been read. */
export interface Source extends Omit<Candidate, 'key' | 'bytes' | 'complete'> {
  /** Of a page that is a credential: the credential. */
  text?: string
}

/** What this element names at this moment, where it is worth a look; `Loads` tells if it was loaded. */
export function sourceOf(element: Element): Source | undefined {
  const isLink = element instanceof HTMLAnchorElement
  const source = linkSource(element) ?? (isLink ? undefined : imageSource(element))
  const label = source && labelOf(element)
  return source && { ...source, ...(label && { label }) }
}

/** The page itself, where its own address is that of an award: of a platform's page often nothing else tells. */
export function awardOfPage({ URL: address, title }: Document): Source | undefined {
  if (!leadsToAward(address)) return undefined
  return { kind: 'link', url: address, ...(title && { label: title.slice(0, LABEL_LENGTH) }) }
}

/** May this image come to stand for a badge, be it once it has loaded? */
export function mayShowBadge(image: HTMLImageElement): boolean {
  return !image.complete || imageSource(image) !== undefined
}

function linkSource(element: Element): Source | undefined {
  const award = awardOf(element)
  if (award !== undefined) return { kind: 'link', url: award }
  if (!(element instanceof HTMLAnchorElement)) return undefined
  return linkIsWorthReporting(element.href) ? { kind: 'link', url: element.href } : undefined
}

function imageSource(element: Element): Source | undefined {
  // Of an image that is on its way, or waits to be scrolled to, nothing.
  if (element instanceof HTMLImageElement && !element.complete) return undefined
  const url = shownUrl(element)
  // Links above all: a page has thousands.
  if (url === undefined && !(element instanceof HTMLImageElement)) return undefined
  const link = linkAround(element)
  const href = link ? webAddress(addressOfLink(link))?.href : undefined
  const around = href ? { href, ...(!link?.matches('a') && { scripted: true as const }) } : {}
  if (url !== undefined) return { kind: 'image', url, ...around }
  // In a photograph's format no badge can be baked; around an image like that, the link is the way.
  const shown = href && link && awardOf(link) ? otherImageUrl(element) : undefined
  return href && shown ? { kind: 'image', url: shown, ...around, stripped: true } : undefined
}

function shownUrl(element: Element): string | undefined {
  if (element instanceof HTMLImageElement) return loadedImageUrl(element)
  if (element instanceof SVGImageElement) return vectorImageUrl(element)
  if (element instanceof HTMLInputElement) return ifWorth(element.src)
  if (element instanceof HTMLObjectElement) return embedded(element.data, element.type)
  if (element instanceof HTMLEmbedElement) return embedded(element.src, element.type)
  if (element instanceof HTMLVideoElement) return posterUrl(element)
  if (element instanceof SVGSVGElement) return drawnUrl(element)
  return undefined
}

function loadedImageUrl(image: HTMLImageElement): string | undefined {
  if (image.currentSrc === '') return undefined
  const size = { width: image.naturalWidth, height: image.naturalHeight }
  // Only here can it be read: to the worker the address means nothing.
  const isWorth = image.currentSrc.startsWith('blob:')
    ? !isTooSmall(size)
    : imageIsWorthReading(image.currentSrc, size)
  return isWorth ? image.currentSrc : undefined
}

function otherImageUrl(element: Element): string | undefined {
  if (!(element instanceof HTMLImageElement)) return undefined
  const { naturalWidth: width, naturalHeight: height, currentSrc } = element
  return isTooSmall({ width, height }) ? undefined : webAddress(currentSrc)?.href
}

/** Nothing of an image whose source is animated: it may be another one at any moment. */
function vectorImageUrl(image: SVGImageElement): string | undefined {
  const { baseVal, animVal } = image.href
  const tree = image.getRootNode() as Document | ShadowRoot
  if (animVal !== baseVal || tree.querySelector(SOURCE_ANIMATIONS)) return undefined
  return ifWorth(absolute(baseVal, image))
}

/** Nothing once the video itself is shown. */
function posterUrl({ poster, paused, currentTime }: HTMLVideoElement): string | undefined {
  return paused && currentTime === 0 ? ifWorth(poster) : undefined
}

/** Drawings that are part of the page and hold a badge, each once; a shadow root is not looked into for them. */
export function* bakedDrawings(root: Document | ShadowRoot | Element): Generator<Element> {
  if (root instanceof ShadowRoot) return
  const isWithin = root instanceof Element && root.closest('svg') !== null
  if (!isWithin && !root.querySelector('svg')) return
  // To write a drawing down as a file is dear: thousands of names in it are one badge all the same.
  const drawings = new Set<Element>()
  const own = isWithin && root.matches(BAKED) ? [root] : []
  for (const element of [...own, ...root.querySelectorAll(BAKED)]) {
    const drawing = element.closest('svg')
    if (!drawing || drawings.has(drawing) || !/^openbadges:/i.test(element.nodeName)) continue
    drawings.add(drawing)
    yield drawing
  }
}

/** The drawing as a file of its own. */
function drawnUrl(drawing: SVGSVGElement): string | undefined {
  if (bakedDrawings(drawing).next().done) return undefined
  const file = drawing.outerHTML
  if (file.length > MAXIMUM_DRAWING) return undefined
  return `data:image/svg+xml,${file.replace(/[%#]/g, encodeURIComponent)}`
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

/** What it is called; a picture without a name of its own by the link around it, as cards of badges are made. */
function labelOf(element: Element): string {
  const link = linkAround(element)
  return (nameOf(element) ?? (link ? (nameOf(link) ?? textIn(link)) : ''))
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, LABEL_LENGTH)
}

function nameOf(element: Element): string | undefined {
  const names = ['alt', 'aria-label', 'title'].map((name) => element.getAttribute(name))
  return names.find((name) => name?.trim()) ?? undefined
}

/** With a space between parts, which stand on lines of their own. */
function textIn(link: Element): string {
  const walker = document.createTreeWalker(link, NodeFilter.SHOW_TEXT)
  let text = ''
  while (text.length < LABEL_LENGTH && walker.nextNode())
    text += ` ${walker.currentNode.nodeValue?.trim()}`
  return text
}
