/**
 * All marks of a document. Each has a host of its own at the end of the document (of the shadow root,
 * dialog or popover that holds its image, or of what fills the screen), out of flow: an element inserted beside an image would
 * change what `:nth-child` and a framework's own bookkeeping see. The price: by keyboard the marks
 * come after the page, in the order of their images.
 */
import type { Mark } from '../platform/port-messages'
import { HOST_ATTRIBUTE, MarkHost, MarkKind } from './mark-host'
import { Nearness } from './nearness'
import { Placement, type Placed } from './placement'
import { mountOf, surroundingsOf } from './surroundings'

/** Marks drawn in one frame. */
export const MAXIMUM_MARKS = 500

/** New marks drawn in one frame, about two milliseconds' worth. */
const DRAWN_AT_ONCE = 20

/**
 * CSS pixels, four screens or so around what is in sight: each mark costs the page more with every frame than all
 * that was done to find it, and of a long page most are never scrolled to.
 */
const NEAR = 4_000

/** How often a mark is put back after the page has removed or restyled it. */
const PATIENCE = 3

interface Drawn {
  target: Element
  look: Mark
  mark: MarkHost
  mount: Element | ShadowRoot
  patience: number
}

export class Marks {
  readonly kind = new MarkKind()
  readonly #drawn = new Map<Element, Drawn>()
  /** Of each host, the element that it marks. */
  readonly #targets = new WeakMap<Element, Element>()
  /** Given up: the page does not want a mark there. */
  readonly #unwanted = new WeakSet<Element>()
  readonly #waiting = new Map<Element, Mark>()
  readonly #activate: (key: string) => void
  readonly #signal: AbortSignal
  readonly #guard = new MutationObserver((records) => {
    this.#onStyled(records)
  })
  /** What is near is told right after a frame, when to ask for styles and transforms costs no layout. */
  readonly #near: Nearness
  #placement: Placement | undefined

  constructor(activate: (key: string) => void, signal: AbortSignal) {
    this.#activate = activate
    this.#signal = signal
    const near = (this.#near = new Nearness(
      NEAR,
      (targets) => {
        this.#drawAll(targets.splice(0, DRAWN_AT_ONCE))
        // Of the others it tells once more, after the next frame.
        for (const target of targets) near.await(target)
      },
      signal,
    ))
    signal.addEventListener('abort', () => {
      for (const target of [...this.#drawn.keys()]) this.erase(target)
      this.#guard.disconnect()
    })
  }

  /** Takes effect with `flush`. */
  draw(target: Element, mark: Mark): void {
    this.#waiting.set(target, mark)
    if (this.#drawn.get(target)?.look.key !== mark.key) this.#near.await(target)
  }

  /** Takes effect at once. */
  erase(target: Element): void {
    this.#waiting.delete(target)
    this.#near.forget(target)
    const drawn = this.#drawn.get(target)
    if (!drawn) return
    this.#quietly(() => {
      this.#drawn.delete(target)
      this.#placement?.remove(target)
      drawn.mark.remove()
    })
  }

  /** Changes marks that are drawn at once, and draws new ones when their images come near. */
  flush(): void {
    for (const [target, mark] of this.#waiting) {
      const drawn = this.#drawn.get(target)
      if (drawn?.look.key !== mark.key) continue
      drawn.mark.show(mark)
      drawn.look = mark
      this.#waiting.delete(target)
    }
  }

  /** Reads for all of them, then writes. */
  #drawAll(targets: Element[], visible?: boolean): void {
    const placement = (this.#placement ??= this.#newPlacement())
    const places = targets.flatMap((target) => {
      const look = this.#waiting.get(target)
      this.#waiting.delete(target)
      if (!look || !this.#mayDraw(target)) return []
      return [{ place: placement.prepare(this.#newMark(target, look), visible), look }]
    })
    this.#quietly(() => {
      for (const { place, look } of places) {
        const { target, mark, surroundings } = place
        this.erase(target)
        const drawn = { target, look, mark, mount: surroundings.mount, patience: PATIENCE }
        this.#drawn.set(target, drawn)
        placement.add(place)
        this.#mount(drawn)
        this.#watch(drawn)
      }
    })
  }

  /**
   * At once after a change of the tree: what has lost its image goes, what the page took returns, and
   * what follows an image into a dialog, or to the full screen, is drawn there anew.
   */
  readonly check = (): void => {
    for (const drawn of [...this.#drawn.values()]) {
      const { target, look, mark, mount } = drawn
      if (!target.isConnected) this.erase(target)
      else if (mountOf(target) !== mount) {
        this.erase(target)
        this.draw(target, look)
      } else if (!mark.host.isConnected) this.#putBack(drawn)
    }
  }

  /** At once after it: the page has added this. */
  onAdded(part: Element): void {
    if (this.#drawn.size === 0) return
    this.#quietly(() => {
      this.#placement?.onAdded(part)
    })
  }

  point(target: Element): void {
    target.scrollIntoView({ block: 'center', inline: 'nearest' })
    this.#drawAll([target], true)
    this.#drawn.get(target)?.mark.point()
  }

  #newPlacement(): Placement {
    const options = { capture: true, passive: true, signal: this.#signal }
    // What opens now may be a popover that was none before.
    for (const type of ['fullscreenchange', 'toggle']) {
      document.addEventListener(type, this.check, options)
    }
    return new Placement(this.#quietly, this.#signal)
  }

  #mayDraw(target: Element): boolean {
    // In an SVG document `attachShadow` throws: there, the popup alone tells.
    const isHtml = document.documentElement instanceof HTMLElement
    const room = this.#drawn.size < MAXIMUM_MARKS
    return isHtml && room && target.isConnected && !this.#unwanted.has(target)
  }

  #newMark(target: Element, look: Mark): Placed {
    const mark = new MarkHost(() => {
      this.#activate(look.key)
    }, this.kind)
    mark.show(look)
    const isLink = target instanceof HTMLAnchorElement
    return { target, mark, surroundings: surroundingsOf(target), isLink }
  }

  /** In the order of the images, among the marks that share the place. */
  #mount({ target, mark, mount }: Drawn): void {
    const last = this.#targets.get(mount.lastElementChild ?? target)
    this.#targets.set(mark.host, target)
    if (last && precedes(last, target)) mount.append(mark.host)
    else mount.insertBefore(mark.host, this.#firstAfter(target, mount))
  }

  #firstAfter(target: Element, mount: Element | ShadowRoot): Element | null {
    let next: Drawn | undefined
    for (const other of this.#drawn.values()) {
      const stands = other.mount === mount && other.mark.host.parentNode === mount
      if (!stands || !precedes(target, other.target)) continue
      if (!next || precedes(other.target, next.target)) next = other
    }
    return next?.mark.host ?? null
  }

  #watch({ target, mark }: Drawn): void {
    this.#guard.observe(mark.host, { attributes: true })
    this.#guard.observe(target, { attributes: true, attributeFilter: ['style'] })
  }

  /** Runs what writes styles; what the guard then reports is the page's doing alone. */
  readonly #quietly = (write: () => void): void => {
    const before = this.#guard.takeRecords()
    write()
    this.#guard.takeRecords()
    if (before.length > 0) this.#onStyled(before)
  }

  #onStyled(records: MutationRecord[]): void {
    const touched = new Set(records.map(({ target }) => target))
    for (const drawn of [...this.#drawn.values()]) {
      const unanchored = touched.has(drawn.target) && !this.#placement?.isAnchored(drawn.target)
      if (unanchored || touched.has(drawn.mark.host)) this.#putBack(drawn)
    }
  }

  #putBack(drawn: Drawn): void {
    if (drawn.patience-- <= 0) {
      this.#unwanted.add(drawn.target)
      this.erase(drawn.target)
      return
    }
    this.#quietly(() => {
      this.#placement?.repair(drawn.target)
      if (!drawn.mark.host.isConnected) this.#mount(drawn)
    })
  }
}

function precedes(one: Node, other: Node): boolean {
  return (one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0
}

/** What an earlier version of this script left, whose world Firefox has ended without a word. */
export function clearRemains(root: Document | ShadowRoot): void {
  for (const host of root.querySelectorAll(`[${HOST_ATTRIBUTE}]`)) host.remove()
}
