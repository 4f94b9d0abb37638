/**
 * Goes through a document, its open shadow roots and all that is added or changed later, and hands on
 * every element that may carry a badge. A mutation only queues; the work is done in slices.
 */
import { linksOf } from './award-links'
import { Slices, type Job } from './slices'
import {
  bakedDrawings,
  CARRIER_KINDS,
  CARRIERS,
  SOURCE_ANIMATIONS,
  SOURCE_ATTRIBUTES,
} from './sources'

export interface Watcher {
  /** This element may show something, or something else than before. */
  onElement(element: Element): void
  isMarked(element: Element): boolean
  /** The browser itself, and no script, says that this element has loaded what it names. */
  onLoaded(element: Element): void
  /** At once, before the page can paint: the source of this element was touched. */
  onSourceTouched(element: Element): void
  /** Another open shadow root has been found. */
  onShadowRoot(root: ShadowRoot): void
  /** At once, before the page can paint: this was added. */
  onAdded(part: Element): void
  /** At once: the tree changed, and perhaps the address that relative references are read against. */
  onTreeChanged(): void
  /** All that was queued has been looked at. */
  onSettled(): void
}

type Root = Document | ShadowRoot

/** Elements of the page's own kinds that nobody has defined yet. */
const UNDEFINED = ':not(:defined)'

/** Elements whose definition is waited for. */
const MOST_UNDEFINED = 500

/** Milliseconds in which images that have loaded gather: they are many, when the page has most to do. */
const GATHER = 50

/** Elements between two looks at the clock while searching shadow hosts. */
const WALK = 64

const OBSERVED: MutationObserverInit = {
  subtree: true,
  childList: true,
  attributes: true,
  attributeFilter: SOURCE_ATTRIBUTES,
}

const ALL_CHANGES: MutationObserverInit = {
  subtree: true,
  childList: true,
  attributes: true,
  characterData: true,
}

/** Badges drawn in the page itself. */
const MOST_DRAWINGS = 50

/** Of one drawing; what moves on and on is no file. */
const MOST_CHANGES = 8

const SVG_NAMESPACE = 'http://www.w3.org/2000/svg'

export class Scanner {
  readonly #watcher: Watcher
  readonly #signal: AbortSignal
  readonly #slices: Slices
  readonly #observer: MutationObserver
  readonly #roots = new WeakSet<Root>()
  /** Elements of the page's own kinds, whose definition may yet come. */
  readonly #undefined = new Set<Element>()
  #requests: PerformanceObserver | undefined
  #pending = new Set<Element>()
  #draining = false
  #gathering = false
  #hasVectorImages = false
  /** Badges that are drawn in the page itself. */
  readonly #drawings = new Set<Element>()
  /** Of each such badge, how many changes are still followed. */
  readonly #changesLeft = new WeakMap<Element, number>()

  constructor(watcher: Watcher, signal: AbortSignal) {
    this.#watcher = watcher
    this.#signal = signal
    this.#slices = new Slices(() => {
      watcher.onSettled()
    }, signal)
    this.#observer = new MutationObserver((records) => {
      this.#onMutations(records)
    })
    signal.addEventListener('abort', () => {
      this.#observer.disconnect()
      this.#requests?.disconnect()
    })
  }

  watch(document: Document): void {
    this.#watchRoot(document)
    if (document.readyState === 'complete') return
    // Elements that were upgraded late have got their shadow roots by now.
    const lookAgain = () => {
      this.#slices.add(this.#enterDefined())
    }
    document.defaultView?.addEventListener('load', lookAgain, { signal: this.#signal })
  }

  #watchRoot(root: Root): void {
    if (this.#roots.has(root)) return
    this.#roots.add(root)
    this.#observer.observe(root, OBSERVED)
    // `load` does not bubble, and does not leave a shadow root; a video that plays hides its poster.
    const options = { capture: true, signal: this.#signal }
    const onLoad = ({ target, isTrusted }: Event) => {
      if (!(target instanceof Element) || !target.matches(CARRIERS)) return
      if (isTrusted) this.#watcher.onLoaded(target)
      // A mark must not stand on another picture for a moment.
      if (this.#watcher.isMarked(target)) this.#watcher.onElement(target)
      this.#pending.add(target)
      if (this.#gathering) return
      this.#gathering = true
      setTimeout(() => {
        this.#gathering = false
        this.#drainLater()
      }, GATHER)
    }
    for (const type of ['load', 'play', 'seeking']) root.addEventListener(type, onLoad, options)
    this.#slices.add(this.#scan(root))
  }

  *#scan(root: Root | Element): Job {
    if (root instanceof HTMLImageElement) {
      // Nothing is in one, and a page may have thousands.
      this.#hand(root)
      return
    }
    if (root instanceof Element) {
      if (root.matches(CARRIERS)) this.#hand(root)
      this.#meet(root)
    }
    for (const drawing of bakedDrawings(root)) this.#handDrawing(drawing)
    if (!root.firstElementChild) return
    yield
    // Links first: they find the images that stand for them.
    for (const carriers of [linksOf(document), ...CARRIER_KINDS]) {
      for (const element of root.querySelectorAll(carriers)) {
        this.#hand(element)
        yield
      }
      yield
    }
    yield* this.#walk(root)
  }

  #hand(element: Element): void {
    // A namespaced attribute (`xlink:href`) never passes an attribute filter.
    if (element.namespaceURI === SVG_NAMESPACE) {
      this.#observer.observe(element, { attributes: true })
      this.#hasVectorImages = true
    }
    this.#watcher.onElement(element)
  }

  /** A change of anything within may make it another picture. */
  #handDrawing(drawing: Element): void {
    if (!this.#drawings.has(drawing)) {
      if (this.#drawings.size >= MOST_DRAWINGS) this.#forgetDrawings()
      if (this.#drawings.size >= MOST_DRAWINGS) return
      this.#drawings.add(drawing)
      this.#observer.observe(drawing, ALL_CHANGES)
    }
    this.#watcher.onElement(drawing)
  }

  /** Those that the page has taken out. */
  #forgetDrawings(): void {
    for (const drawing of this.#drawings) if (!drawing.isConnected) this.#drawings.delete(drawing)
  }

  *#walk(root: Root | Element): Job {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT)
    for (let count = 1, node; (node = walker.nextNode()); count++) {
      const shadow = (node as Element).shadowRoot
      if (shadow) this.#enter(shadow)
      if (count % WALK === 0) yield
    }
    for (const element of root.querySelectorAll(UNDEFINED)) this.#awaitDefinition(element)
  }

  #meet(element: Element): void {
    if (element.shadowRoot) this.#enter(element.shadowRoot)
    if (element.matches(UNDEFINED)) this.#awaitDefinition(element)
  }

  #enter(shadow: ShadowRoot): void {
    if (this.#roots.has(shadow)) return
    this.#watcher.onShadowRoot(shadow)
    this.#watchRoot(shadow)
  }

  /** An element that is defined late gets its shadow root in silence; what it loads can be heard. */
  #awaitDefinition(element: Element): void {
    if (this.#undefined.size >= MOST_UNDEFINED || this.#signal.aborted) return
    this.#undefined.add(element)
    if (this.#requests) return
    this.#requests = new PerformanceObserver(() => {
      this.#slices.add(this.#enterDefined())
    })
    this.#requests.observe({ type: 'resource' })
  }

  *#enterDefined(): Job {
    for (const element of this.#undefined) {
      if (element.shadowRoot) this.#enter(element.shadowRoot)
      if (!element.isConnected || !element.matches(UNDEFINED)) this.#undefined.delete(element)
      yield
    }
    if (this.#undefined.size > 0) return
    this.#requests?.disconnect()
    this.#requests = undefined
  }

  #onMutations(records: MutationRecord[]): void {
    let treeChanged = false
    for (const record of records) {
      this.#onDrawing(record.target)
      if (record.target.nodeName === 'BASE') treeChanged = true
      if (record.type === 'attributes') this.#onAttribute(record.target as Element)
      else {
        treeChanged = true
        this.#onChildren(record)
      }
    }
    if (treeChanged) this.#watcher.onTreeChanged()
    this.#drainLater()
  }

  #onAttribute(target: Element): void {
    if (target.localName === 'source') {
      this.#onPicture(target.parentElement)
      return
    }
    this.#touch(target)
    if (target.matches(SOURCE_ANIMATIONS)) this.#onAnimation(target)
  }

  #onDrawing(target: Node): void {
    for (const drawing of this.#drawings) {
      if (!drawing.contains(target)) continue
      const left = this.#changesLeft.get(drawing) ?? MOST_CHANGES
      this.#watcher.onSourceTouched(drawing)
      this.#changesLeft.set(drawing, left - 1)
      if (left > 0) this.#pending.add(drawing)
    }
  }

  #onChildren({ target, addedNodes }: MutationRecord): void {
    if (target.nodeName === 'PICTURE') this.#onPicture(target as Element)
    for (const node of addedNodes) {
      if (!(node instanceof Element)) continue
      this.#watcher.onAdded(node)
      this.#pending.add(node)
      if (this.#hasVectorImages && isOrHolds(node, SOURCE_ANIMATIONS)) this.#onAnimation(node)
    }
  }

  #touch(element: Element): void {
    this.#watcher.onSourceTouched(element)
    this.#pending.add(element)
  }

  /** By its id, an animation may be aimed at any image of its tree. */
  #onAnimation(animation: Element): void {
    const tree = animation.getRootNode()
    if (!(tree instanceof Document || tree instanceof ShadowRoot)) return
    for (const image of tree.querySelectorAll('image')) this.#touch(image)
  }

  /** Another `<source>`, another choice for the image beside it. */
  #onPicture(picture: Element | null): void {
    const image = picture?.querySelector('img')
    if (image) this.#touch(image)
  }

  #drainLater(): void {
    if (this.#draining) return
    this.#draining = true
    this.#slices.add(this.#drain())
  }

  *#drain(): Job {
    this.#draining = false
    const nodes = this.#pending
    this.#pending = new Set()
    for (const node of nodes) {
      if (node.isConnected) yield* this.#scan(node)
      yield
    }
  }
}

function isOrHolds(element: Element, selector: string): boolean {
  return element.matches(selector) || element.querySelector(selector) !== null
}
