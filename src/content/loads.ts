/**
 * Whether the page itself has really loaded what an element names. What its content security policy
 * or a blocker has refused must not be asked for by us either, and no attribute tells the two apart.
 */
import { baseOf } from './base-address'
import { sourceOf, type Source } from './sources'

export class Loads {
  /** Of each element, the address that it was last known to have loaded. */
  readonly #loaded = new WeakMap<Element, string>()
  /** Of each element, the address whose decoding is waited for. */
  readonly #awaited = new WeakMap<Element, string>()
  readonly #onLoaded: (element: Element) => void
  readonly #signal: AbortSignal
  readonly #base = baseOf(document)

  /** `onLoaded`: what could not be told of this element at once is known now. */
  constructor(onLoaded: (element: Element) => void, signal: AbortSignal) {
    this.#onLoaded = onLoaded
    this.#signal = signal
  }

  /** The browser fired `load` at this element. */
  saw(element: Element): void {
    // Chromium fires it at an `<embed>` whose request was refused, too.
    if (element instanceof HTMLEmbedElement || hasSize(element)) return
    const source = sourceOf(element)
    if (source?.kind === 'image') this.#loaded.set(element, source.url)
  }

  /** What may be read again: nothing is asked of a link, and an image must have been loaded. */
  allowed(element: Element, source: Source | undefined): Source | undefined {
    return source?.kind !== 'image' || this.#isLoaded(element, source.url) ? source : undefined
  }

  #isLoaded(element: Element, url: string): boolean {
    const isLoaded = url.startsWith('data:') || this.#loaded.get(element) === url
    if (isLoaded || hasSize(element)) return true
    if (!isDecodable(element)) return hasAnswered(url)
    if (element instanceof HTMLImageElement || !this.#mayBeRetargeted(element))
      this.#await(element, url)
    return false
  }

  /** Decoding succeeds only with an image that is there; it loads none that is not on its way. */
  #await(element: HTMLImageElement | SVGDecodable, url: string): void {
    if (this.#awaited.get(element) === url) return
    this.#awaited.set(element, url)
    const forget = () => {
      if (this.#awaited.get(element) === url) this.#awaited.delete(element)
    }
    const onDecoded = () => {
      forget()
      if (this.#signal.aborted || sourceOf(element)?.url !== url) return
      this.#loaded.set(element, url)
      this.#onLoaded(element)
    }
    element.decode().then(onDecoded, forget)
  }

  /** The image was loaded from where its relative address led before the document's base moved. */
  #mayBeRetargeted(element: SVGDecodable): boolean {
    return !URL.canParse(element.href.baseVal) && baseOf(element) !== this.#base
  }
}

/** Chromium and Firefox decode these too, though no specification says so. */
type SVGDecodable = SVGImageElement & Pick<HTMLImageElement, 'decode'>

function isDecodable(element: Element): element is HTMLImageElement | SVGDecodable {
  return 'decode' in element
}

/** A broken image has none; neither has, in some browsers, an SVG that names none. */
function hasSize(element: Element): boolean {
  return (
    element instanceof HTMLImageElement && (element.naturalWidth > 0 || element.naturalHeight > 0)
  )
}

/** A status is shown only of the page's own origin, or with the other one's leave. */
function hasAnswered(url: string): boolean {
  const requests = performance.getEntriesByName(url, 'resource') as PerformanceResourceTiming[]
  return requests.some(({ responseStatus: status }) => status >= 200 && status < 400)
}
