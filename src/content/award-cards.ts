/**
 * Which image belongs to an award. An image inside a link stands for what the link leads to, and gets its
 * mark. A row of badges often repeats a small card instead: an image, a title, a link. That image may be the
 * logo of anybody: the link is marked, and the image only knows of it, for who asks about the image. The
 * card of an image is the largest of its nearest ancestors that holds no other image. It is looked for
 * from the link, since links to awards are rare and images are not.
 */
import { isTooSmall } from '../discovery/candidate-rules'
import { MOST_LINKS } from '../platform/port-messages'
import { awardOf, EMBEDS, LINK, linkAround } from './award-links'
import { mayShowBadge, type Source } from './sources'

/** Ancestors from an image up to its card. */
const CARD_DEPTH = 4

/** Ancestors from a link up to its card: links lie deeper than images do. */
const LINK_DEPTH = 8

/** Images of one card, with icons and bullets; a place with more is no card. */
const MOST_IMAGES = 6

export class AwardCards {
  readonly #images = new Map<Element, Element>()
  readonly #awards = new Map<Element, Set<Element>>()
  /** Images that have lost an award. */
  readonly #left = new Set<Element>()

  /** The image that stands for this element: the one inside it for an award, and else itself. */
  headOf(element: Element): Element {
    const link = element instanceof HTMLImageElement && linkAround(element)
    for (const award of link ? [element, link] : [element]) {
      const image = awardOf(award) ? imageBeside(award) : undefined
      if (image !== this.#images.get(award)) this.#part(award)
      if (image) this.#join(award, image)
    }
    const image = this.#images.get(element)
    return image && element.contains(image) ? image : element
  }

  /** Elements that an image stands for. */
  awardsAround(image: Element): Element[] {
    return this.#awardsOf(image).filter((award) => award.contains(image))
  }

  /** Of its card. */
  #awardsOf(image: Element): Element[] {
    return [...(this.#awards.get(image) ?? [])]
  }

  /** What an image shows, with where its card leads. */
  withLinks(image: Element, source: Source): Source {
    const links = new Set<string>()
    let embed = source.embed
    for (const award of this.#awardsOf(image)) {
      const url = awardOf(award)
      if (url === undefined || url === source.href) continue
      if (award.contains(image) && award.matches(EMBEDS)) embed ??= url
      else links.add(url)
    }
    return { ...source, ...(links.size > 0 && { links: [...links] }), ...(embed && { embed }) }
  }

  /** What is left of cards that have lost their image or an award, to be looked at again. */
  takeBroken(): Element[] {
    const broken = [...this.#images].filter((pair) => pair.some((element) => !element.isConnected))
    for (const [award] of broken) this.#part(award)
    const left = [...broken.map(([award]) => award), ...this.#left]
    this.#left.clear()
    return left.filter((element) => element.isConnected)
  }

  #join(award: Element, image: Element): void {
    const awards = this.#awards.get(image) ?? new Set()
    // The link around an image is the image's own.
    if (awards.size >= MOST_LINKS && !award.contains(image)) return
    this.#awards.set(image, awards.add(award))
    this.#images.set(award, image)
  }

  #part(award: Element): void {
    const image = this.#images.get(award)
    if (!image) return
    this.#images.delete(award)
    this.#left.add(image)
    const awards = this.#awards.get(image)
    awards?.delete(award)
    if (awards?.size === 0) this.#awards.delete(image)
  }
}

function imageBeside(award: Element): HTMLImageElement | undefined {
  let card: Element | null = award
  for (let level = 0; card && card !== document.body && level <= LINK_DEPTH; level++) {
    const images: HTMLCollectionOf<HTMLImageElement> = card.getElementsByTagName('img')
    if (images.length > MOST_IMAGES) return undefined
    if (![...images].every(isIcon)) return theOnlyOne([...images], card, award)
    card = card.parentElement
    // Past its icons the link may come to the card of another.
    if (images.length > 0 && card && leadsElsewhere(card, award)) return undefined
  }
  return undefined
}

function theOnlyOne(
  images: HTMLImageElement[],
  card: Element,
  award: Element,
): HTMLImageElement | undefined {
  const [image, other] = images.filter(mayShowBadge)
  // Whatever is inside a link, the link is around it.
  const isClear = other === undefined || card === award
  return image && isClear && depthIn(card, image) <= CARD_DEPTH ? image : undefined
}

/** Small by itself, and not as what holds the place of another picture: that has a pixel, and gives way. */
function isIcon({
  complete,
  naturalWidth: width,
  naturalHeight: height,
}: HTMLImageElement): boolean {
  return complete && Math.min(width, height) > 1 && isTooSmall({ width, height })
}

function leadsElsewhere(card: Element, award: Element): boolean {
  const own = awardOf(award)
  // The first that does ends it: a list with an icon in each line has thousands.
  return [...card.querySelectorAll(`${LINK}, ${EMBEDS}`)].some(
    (link) => (awardOf(link) ?? own) !== own,
  )
}

function depthIn(card: Element, image: Element): number {
  let depth = 0
  for (let at: Element | null = image; at && at !== card; at = at.parentElement) depth++
  return depth
}
