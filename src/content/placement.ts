/**
 * Keeps marks at their images without moving anything in the page. CSS anchor positioning follows
 * scrolling and layout without script; where it does not reach (`<svg><image>`, transformed ancestors
 * in Firefox, containment), the place is measured when something moves.
 */
import { Anchor, unnameCopies } from './anchor'
import type { MarkHost } from './mark-host'
import { Measuring } from './measuring'
import type { Surroundings } from './surroundings'

/** CSS pixels. */
const MARK_SIZE = 24
const LINK_GAP = 4

/** CSS pixels by which an anchored mark may be off. */
const TOLERANCE = 2

/** CSS pixels of an image's corner that must be in sight within its scrolling container. */
const CORNER = 16

/** What happens where pages fade something in or out, or fold it away. */
const FADES = ['transitionend', 'transitioncancel', 'animationend', 'animationcancel', 'toggle']

/** Milliseconds in which such changes gather. */
const FADING = 50

/** Seen from here, a page's own viewport clips nothing: only containers inside it do. */
const EVERYWHERE: IntersectionObserverInit = {
  rootMargin: '1000000px',
  threshold: Array.from({ length: 21 }, (_, step) => step / 20),
}

/** Measured on Firefox ESR 153: anchors are found where they would be without transforms. */
const ANCHORS_IGNORE_TRANSFORMS = 'mozInnerScreenX' in globalThis

export interface Placed {
  target: Element
  mark: MarkHost
  surroundings: Surroundings
  /** The target is a link: the mark stands behind it instead of on it. */
  isLink: boolean
}

interface Place extends Placed {
  anchor?: Anchor
  visible: boolean
  /** Whether the rectangles of image and mark are being compared, to see if the anchor holds. */
  checking: boolean
  /** Where the mark is measured: its place relative to wherever the page's style puts it. */
  at: { left: number; top: number }
}

export class Placement {
  readonly #places = new Map<Element, Place>()
  readonly #sight: IntersectionObserver
  readonly #measuring: Measuring
  /** Hears of what is done around images: a slide that is hidden without a transition fires nothing. */
  readonly #around: MutationObserver
  #isFading = false
  readonly #quietly: (write: () => void) => void

  /** `quietly`: runs what writes styles, so that it is not taken for the page's doing. */
  constructor(quietly: (write: () => void) => void, signal: AbortSignal) {
    this.#quietly = quietly
    this.#sight = new IntersectionObserver(
      (entries) => {
        this.#quietly(() => {
          this.#onSight(entries)
        })
      },
      { ...EVERYWHERE, root: document },
    )
    this.#measuring = new Measuring((targets) => {
      this.#quietly(() => {
        this.#measure(targets)
      })
    }, signal)
    signal.addEventListener('abort', () => {
      this.#sight.disconnect()
    })
    // Pages fade images in and out, and fold them away; that changes no layout of theirs, so that no
    // observer need hear of it.
    const onFaded = () => {
      this.#isFading = false
      this.#quietly(() => {
        this.#onFaded()
      })
    }
    for (const type of FADES) {
      document.addEventListener(type, onFaded, { capture: true, passive: true, signal })
    }
    this.#around = new MutationObserver(() => {
      if (this.#isFading) return
      this.#isFading = true
      setTimeout(onFaded, FADING)
    })
    signal.addEventListener('abort', () => {
      this.#around.disconnect()
    })
  }

  /** Reads style before anything is written; call it for all new marks before `add`. `visible`: until it is known. */
  prepare(placed: Placed, visible = false): Place {
    const place: Place = { ...placed, visible, checking: false, at: { left: 0, top: 0 } }
    const { target, surroundings } = placed
    const follows = !(surroundings.transformed && ANCHORS_IGNORE_TRANSFORMS)
    if (target instanceof HTMLElement && follows) place.anchor = new Anchor(target)
    return place
  }

  add(place: Place): void {
    const { target } = place
    this.#places.set(target, place)
    place.anchor?.set()
    this.#write(place)
    if (!place.anchor) this.#measuring.follow(target)
    this.#sight.observe(target)
    for (let part: Element | null = target; part; part = parentOf(part))
      this.#around.observe(part, {
        attributes: true,
        attributeFilter: ['class', 'style', 'hidden'],
      })
  }

  remove(target: Element): void {
    const place = this.#places.get(target)
    if (!place) return
    this.#places.delete(target)
    this.#sight.unobserve(target)
    this.#sight.unobserve(place.mark.host)
    this.#measuring.leave(target)
    place.anchor?.remove()
    if (this.#places.size === 0) this.#around.disconnect()
  }

  /** The page has written over the style of the image or of the mark. */
  repair(target: Element): void {
    const place = this.#places.get(target)
    if (!place) return
    if (place.anchor && !place.anchor.holds) place.anchor.set()
    this.#write(place)
  }

  /** The page has added this, maybe as a copy of what bears a mark. */
  onAdded(part: Element): void {
    unnameCopies(part, (element) => this.#places.has(element))
  }

  isAnchored(target: Element): boolean {
    return this.#places.get(target)?.anchor?.holds !== false
  }

  #onSight(entries: IntersectionObserverEntry[]): void {
    const changed: Place[] = []
    const rects = new Map(entries.map((entry) => [entry.target, entry.boundingClientRect]))
    for (const entry of entries) {
      const place = this.#places.get(entry.target)
      if (!place) continue
      const visible = showsCorner(entry) && isSeen(entry.target)
      if (visible !== place.visible) changed.push(place)
      place.visible = visible
    }
    const astray = [...this.#places.values()].filter((place) => isAstray(place, rects))
    for (const place of changed) this.#write(place)
    for (const place of astray) this.#measureFromNowOn(place)
    const compared = this.#endChecks(rects)
    // Any movement may be the work of a transform that was not there when the mark was drawn.
    for (const { target } of ANCHORS_IGNORE_TRANSFORMS ? entries : changed) {
      if (!compared.has(target)) this.#check(target)
    }
    if (changed.some(({ anchor }) => !anchor)) this.#measuring.soon()
  }

  /** Both rectangles arrive together with the next frame, so that no layout need be forced. */
  #check(target: Element): void {
    const place = this.#places.get(target)
    if (!place?.anchor || !place.visible || place.checking) return
    place.checking = true
    this.#sight.unobserve(target)
    this.#sight.observe(target)
    this.#sight.observe(place.mark.host)
  }

  #endChecks(rects: Map<Element, DOMRectReadOnly>): Set<Element> {
    const compared = [...this.#places.values()].filter(({ mark }) => rects.has(mark.host))
    for (const place of compared) {
      this.#sight.unobserve(place.mark.host)
      place.checking = false
    }
    return new Set(compared.map(({ target }) => target))
  }

  #measureFromNowOn(place: Place): void {
    place.anchor?.remove()
    delete place.anchor
    this.#write(place)
    this.#measuring.follow(place.target)
  }

  #onFaded(): void {
    const places = [...this.#places.values()]
    const seen = places.map(({ target }) => isSeen(target))
    places.forEach((place, index) => {
      if (place.visible && !seen[index]) {
        place.visible = false
        this.#write(place)
      } else if (!place.visible && seen[index]) {
        this.#sight.unobserve(place.target)
        this.#sight.observe(place.target)
      } else if (ANCHORS_IGNORE_TRANSFORMS) this.#check(place.target)
    })
  }

  /** Reads everything first, then writes. */
  #measure(targets: Iterable<Element>): void {
    const places = [...targets].flatMap((target) => this.#places.get(target) ?? [])
    const shown = places.filter((place) => place.visible && !place.anchor)
    const offsets = shown.map(({ target, mark, isLink, surroundings }) => {
      const rect = target.getBoundingClientRect()
      const host = mark.host.getBoundingClientRect()
      const outside = surroundings.rightToLeft
        ? rect.left - LINK_GAP - MARK_SIZE
        : rect.right + LINK_GAP
      const left = isLink ? outside : rect.right - MARK_SIZE
      return { left: left - host.left, top: rect.bottom - MARK_SIZE - host.top }
    })
    shown.forEach((place, index) => {
      const offset = offsets[index]
      if (!offset || Math.abs(offset.left) + Math.abs(offset.top) < 0.5) return
      place.at = { left: place.at.left + offset.left, top: place.at.top + offset.top }
      this.#write(place)
    })
  }

  #write(place: Place): void {
    const { surroundings, isLink, visible, mark } = place
    // A fixed box never makes a page scroll; an absolute one follows its scrolling more smoothly.
    const fixed = surroundings.fixed || isLink
    mark.place({
      position: fixed ? 'fixed' : 'absolute',
      display: visible ? 'block' : 'none',
      width: `${MARK_SIZE}px`,
      height: `${MARK_SIZE}px`,
      'z-index': surroundings.zIndex,
      ...(place.anchor ? anchored(place.anchor.name, place) : measured(place.at)),
    })
  }
}

function parentOf(part: Element): Element | null {
  const around = part.assignedSlot ?? part.parentElement
  if (around) return around
  const root = part.getRootNode()
  return root instanceof ShadowRoot ? root.host : null
}

function anchored(name: string, { isLink, surroundings }: Place): Record<string, string> {
  // An anchor that is not found sends the mark out of sight, to where nothing scrolls.
  const at = (side: string) => `anchor(${side}, 100000px)`
  const across = surroundings.rightToLeft ? { right: at('left') } : { left: at('right') }
  return {
    'position-anchor': name,
    bottom: at('bottom'),
    ...(isLink ? { ...across, margin: `0 ${LINK_GAP}px` } : { right: at('right') }),
  }
}

function measured({ left, top }: { left: number; top: number }): Record<string, string> {
  return { left: `${left}px`, top: `${top}px` }
}

/** Does its scrolling container show the corner on which the mark lies? */
function showsCorner({
  isIntersecting,
  intersectionRect,
  boundingClientRect,
}: IntersectionObserverEntry) {
  const cutRight = boundingClientRect.right - intersectionRect.right
  const cutBottom = boundingClientRect.bottom - intersectionRect.bottom
  return isIntersecting && intersectionRect.width > 0 && cutRight < CORNER && cutBottom < CORNER
}

function isSeen(element: Element): boolean {
  return element.checkVisibility({ opacityProperty: true, visibilityProperty: true })
}

function isAstray(
  { target, mark, anchor, isLink, visible }: Place,
  rects: Map<Element, DOMRectReadOnly>,
) {
  const image = rects.get(target)
  const host = rects.get(mark.host)
  if (!anchor || !visible || !image || !host) return false
  const across = isLink ? 0 : Math.abs(image.right - host.right)
  return across > TOLERANCE || Math.abs(image.bottom - host.bottom) > TOLERANCE
}
