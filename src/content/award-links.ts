/** Elements that lead to an award by their own address, whatever they look like. */
import { AWARD_WORDS, leadsToAward, mayLeadToAward } from '../discovery/award-links'
import { FILE_NAMES, webAddress } from '../discovery/candidate-rules'

/** What embeds an award; what it shows is in a frame of another site, or comes by script. */
export const EMBEDS = 'iframe[src], [data-share-badge-id], blockcerts-verifier[src]'

/** Where Credly's script puts a frame. */
export const SHARED = '[data-share-badge-id]'

/**
 * Links, and what a script has made one: Credly's cards are no `<a>`. The address first: few elements have one. That of
 * an `<image>` is its own picture.
 */
export const LINK = '[href]:is(a, div, [role=button], [role=link]):not(img, image)'

/** Links that may lead to an award or to a file, as a page writes them. */
const MAY_LEAD = `${LINK}:is(${[...AWARD_WORDS, ...FILE_NAMES].map((part) => `[href*="${part}" i]`).join()})`

/**
 * The links of a page that are worth a look. The browser tells the others by their attribute alone; to touch
 * each of thousands from here costs as much as all else that is done.
 */
export function linksOf(document: Document): string {
  return mayLeadToAward(document.baseURI) ? LINK : MAY_LEAD
}

/** The absolute address of the award, as the page has it; undefined where there is none. */
export function awardOf(element: Element): string | undefined {
  const address = addressOf(element)
  if (!mayLeadToAward(address)) return undefined
  const url = webAddress(address)?.href
  return url !== undefined && leadsToAward(url) ? url : undefined
}

/** The absolute address of a link, as the page has it; empty where there is none. */
export function addressOfLink(link: Element): string {
  if (link instanceof HTMLAnchorElement) return link.href
  return absolute(link.getAttribute('href'), link) ?? ''
}

/** What an element names, as an address of its own; undefined where it names nothing, or nothing readable. */
export function absolute(reference: string | null, { baseURI }: Node): string | undefined {
  return reference ? URL.parse(reference, baseURI)?.href : undefined
}

/** The link that this is or is in: a browser follows an `<a>`, whatever a script has made a link inside it. */
export function linkAround(element: Element): Element | null {
  return element.closest('a[href]') ?? element.closest(LINK)
}

function addressOf(element: Element): string {
  if (element.matches(LINK)) return addressOfLink(element)
  // The frame that Credly's script puts into its own element is the same award once more.
  if (element instanceof HTMLIFrameElement)
    // With `srcdoc` the page itself writes what is shown, whatever `src` says.
    return element.closest(SHARED) || element.hasAttribute('srcdoc') ? '' : element.src
  const shared = element.getAttribute('data-share-badge-id')
  if (shared !== null) return `https://www.credly.com/embedded_badge/${shared}`
  const isVerifier = element.localName === 'blockcerts-verifier'
  const src = isVerifier && absolute(element.getAttribute('src'), element)
  return src ? `${src.replace(/#.*/s, '')}#blockcerts-verifier` : ''
}
