/** Stand-ins for what jsdom lacks, and for the extension around a content script. */
import { vi } from 'vitest'
import './idle'
import {
  READ_ALL,
  type FromPage,
  type ToPage,
  type WholePage,
} from '../../../src/platform/port-messages'
import type { MessageListener, Port, Runtime } from '../../../src/content/runtime'
import { crc32 } from '../../../src/verifier/unbake/crc32'

type Listener = (message: unknown) => void

export class FakePort implements Port {
  readonly sent: FromPage[] = []
  closed = false
  readonly #messages: Listener[] = []
  readonly #ends: (() => void)[] = []
  readonly onMessage = { addListener: (listener: Listener) => void this.#messages.push(listener) }
  readonly onDisconnect = { addListener: (listener: () => void) => void this.#ends.push(listener) }

  postMessage(message: unknown): void {
    if (this.closed) throw new Error('Attempting to use a disconnected port object')
    this.sent.push(structuredClone(message) as FromPage)
  }

  disconnect(): void {
    this.closed = true
  }

  /** The worker says something. */
  deliver(message: ToPage): void {
    for (const listener of this.#messages) listener(message)
  }

  /** The worker dies. */
  drop(): void {
    this.closed = true
    for (const listener of this.#ends) listener()
  }
}

export class FakeRuntime implements Runtime {
  id? = 'touchstone'
  readonly ports: FakePort[] = []
  readonly #hearers: MessageListener[] = []
  readonly onMessage = { addListener: (hearer: MessageListener) => void this.#hearers.push(hearer) }

  /** The worker asks the tab for the whole page: what is answered, once for each script that does. */
  askForAll(): WholePage[] {
    const said: WholePage[] = []
    for (const hear of this.#hearers) hear(READ_ALL, {}, (answer) => said.push(answer))
    return said
  }

  connect(): Port {
    if (!this.id) throw new Error('Extension context invalidated.')
    const port = new FakePort()
    this.ports.push(port)
    return port
  }

  /** The extension is updated or removed under the page. */
  orphan(): void {
    delete this.id
    for (const port of this.ports) port.drop()
  }

  /** As `orphan`, and the script notices it at once; the next one has a new world, as in browsers. */
  end(): void {
    this.orphan()
    dispatchEvent(new Event('pageshow'))
    Reflect.deleteProperty(globalThis, Symbol.for('touchstone'))
  }

  get port(): FakePort {
    return this.ports.at(-1)!
  }

  get sent(): FromPage[] {
    return this.ports.flatMap((port) => port.sent)
  }
}

/** A PNG of one pixel's header, with or without a badge baked in; never decoded by anybody. */
export function png(badge?: string): Uint8Array<ArrayBuffer> {
  const text = new TextEncoder().encode(`openbadges\0\0\0\0\0${badge ?? ''}`)
  const chunks = [chunk('IHDR', new Uint8Array(13)), chunk('IEND', new Uint8Array(0))]
  if (badge !== undefined) chunks.splice(1, 0, chunk('iTXt', text))
  return new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, ...chunks.flat()])
}

function chunk(type: string, data: Uint8Array): number[] {
  const body = new Uint8Array([...new TextEncoder().encode(type), ...data])
  const field = (value: number) => [24, 16, 8, 0].map((shift) => (value >>> shift) & 0xff)
  return [...field(data.length), ...body, ...field(crc32(body))]
}

export function dataUrl(bytes: Uint8Array): string {
  return `data:image/png;base64,${Buffer.from(bytes).toString('base64')}`
}

/** Closed shadow roots by their host; only a test may look inside. */
export const shadowRoots = new WeakMap<Element, ShadowRoot>()

/**
 * Observers of place and size report nothing by themselves; `show` says that images are in sight. Those that ask
 * what is near are told at once.
 */
export class FakeIntersectionObserver {
  static readonly all = new Set<FakeIntersectionObserver>()
  /** CSS pixels from what is in sight to every image. */
  static distance = 0
  readonly targets = new Set<Element>()
  readonly #callback: IntersectionObserverCallback
  /** CSS pixels; undefined where the observer does not ask what is near. */
  readonly #reach: number | undefined
  #telling: ReturnType<typeof setTimeout> | undefined

  constructor(callback: IntersectionObserverCallback, options: IntersectionObserverInit) {
    this.#callback = callback
    if ('scrollMargin' in options) this.#reach = Number.parseInt(options.rootMargin!)
    FakeIntersectionObserver.all.add(this)
  }

  /** The person scrolls. */
  static moveTo(distance: number): void {
    FakeIntersectionObserver.distance = distance
    for (const observer of FakeIntersectionObserver.all) observer.show()
  }

  observe(target: Element): void {
    this.targets.add(target)
    if (this.#reach === undefined) return
    clearTimeout(this.#telling)
    this.#telling = setTimeout(() => {
      this.show()
    })
  }

  unobserve(target: Element): void {
    this.targets.delete(target)
  }

  disconnect(): void {
    this.targets.clear()
    FakeIntersectionObserver.all.delete(this)
  }

  show(isIntersecting = true): void {
    const rect = new DOMRect(0, 0, 100, 100)
    const { distance } = FakeIntersectionObserver
    const isSeen = this.#reach === undefined ? isIntersecting : distance <= this.#reach
    const entries = [...this.targets].map((target) => ({
      target, isIntersecting: isSeen, boundingClientRect: rect, intersectionRect: rect,
    })) // prettier-ignore
    this.#callback(entries as never, this as never)
  }
}

class FakeSheet {
  replaceSync(): void {
    return
  }
}

class FakeResizeObserver {
  observe(): void {
    return
  }
  unobserve(): void {
    return
  }
  disconnect(): void {
    return
  }
}

/** What pages have loaded is told by `load` alone. */
export class FakePerformanceObserver {
  static readonly all = new Set<FakePerformanceObserver>()
  readonly #callback: PerformanceObserverCallback

  constructor(callback: PerformanceObserverCallback) {
    this.#callback = callback
  }

  observe(): void {
    FakePerformanceObserver.all.add(this)
  }

  disconnect(): void {
    FakePerformanceObserver.all.delete(this)
  }

  load(name: string, more: Partial<PerformanceResourceTiming> = {}): void {
    const usual = { initiatorType: 'css', responseStatus: 200, decodedBodySize: 9_000 }
    const getEntries = () => [{ name, ...usual, ...more }]
    this.#callback({ getEntries } as never, this as never)
  }
}

/** Call once per test file that draws marks. */
export function furnish(): void {
  vi.stubGlobal('IntersectionObserver', FakeIntersectionObserver)
  vi.stubGlobal('ResizeObserver', FakeResizeObserver)
  vi.stubGlobal('PerformanceObserver', FakePerformanceObserver)
  vi.stubGlobal('CSSStyleSheet', FakeSheet)
  vi.stubGlobal('SVGImageElement', VectorImage)
  // eslint-disable-next-line @typescript-eslint/unbound-method -- called with its own `this` below
  const { attachShadow } = Element.prototype
  vi.spyOn(Element.prototype, 'attachShadow').mockImplementation(function (this: Element, init) {
    const root = attachShadow.call(this, init)
    Object.defineProperty(root, 'adoptedStyleSheets', { value: [], writable: true })
    shadowRoots.set(this, root)
    return root
  })
  Element.prototype.checkVisibility = () => true
  HTMLElement.prototype.togglePopover = () => true
}

/** Makes jsdom's images, which never load, look as loaded images do. */
export function loadImages(): void {
  const image = HTMLImageElement.prototype
  const define = (name: string, get: (this: HTMLImageElement) => unknown) =>
    Object.defineProperty(image, name, { configurable: true, get })
  define('complete', function () {
    return !this.hasAttribute('data-loading')
  })
  define('currentSrc', function () {
    return this.src
  })
  for (const side of ['naturalWidth', 'naturalHeight'])
    define(side, function () {
      return Number(this.getAttribute('data-side') ?? 96)
    })
}

/** jsdom has no class for `<image>`. */
export class VectorImage extends SVGElement {
  get href(): { baseVal: string; animVal: string } {
    const value = this.getAttribute('href') ?? ''
    return { baseVal: value, animVal: value }
  }

  decode(): Promise<void> {
    return Promise.resolve()
  }
}

export function makeVectorImages(root: ParentNode): void {
  for (const image of root.querySelectorAll('image')) {
    Object.setPrototypeOf(image, VectorImage.prototype)
  }
}

/** As the browser itself fires `load`: jsdom trusts no event that a script dispatches. */
export function fireLoad(target: Element): void {
  const event = new Event('load')
  const inner = implementation(event) as { isTrusted: boolean }
  inner.isTrusted = true
  ;(implementation(target) as { _dispatch(event: unknown): void })._dispatch(inner)
}

function implementation(wrapper: object): unknown {
  const symbol = Object.getOwnPropertySymbols(wrapper).find((own) => own.description === 'impl')!
  return (wrapper as Record<symbol, unknown>)[symbol]
}

/** Requests of the page by their address, with the status that is shown of them. */
export function timeRequests(statuses: Record<string, number>): void {
  const entries = (url: string) => (url in statuses ? [{ responseStatus: statuses[url] }] : [])
  Object.defineProperty(performance, 'getEntriesByName', { configurable: true, value: entries })
}

export const marksOf = (page: Document) => [...page.querySelectorAll('[data-touchstone]')]

export const buttonOf = (host: Element) => shadowRoots.get(host)!.querySelector('button')!
