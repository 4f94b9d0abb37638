/**
 * Badges that the page's style shows as a background. No attribute tells of them, and to read every style
 * would cost too much: what the style has loaded is learned from the timing of requests, its file is read
 * from the browser's cache, and only for a badge are elements searched for the one that shows it.
 */
import { imageIsWorthReading, webAddress } from '../discovery/candidate-rules'
import type { Reader } from './reader'
import { Slices, type Job } from './slices'
import { CARRIERS } from './sources'

/** Bytes. Icons and bullets have less than a picture with a credential in it. */
const MINIMUM_FILE = 1_000

/** Elements of one document whose style is read, 3 ms to a thousand. */
const MOST_STYLES = 5_000

export class Backgrounds {
  readonly #slices: Slices
  readonly #reader: Reader
  readonly #onFound: (element: Element, url: string) => void
  #stylesLeft = MOST_STYLES

  /** `onFound`: this element shows this badge; `onSettled`: all have been looked for. */
  constructor(
    reader: Reader,
    onFound: (element: Element, url: string) => void,
    onSettled: () => void,
    signal: AbortSignal,
  ) {
    this.#reader = reader
    this.#onFound = onFound
    this.#slices = new Slices(onSettled, signal)
    const observer = new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        if (mayBeBadge(entry as PerformanceResourceTiming)) void this.#read(entry.name)
      }
    })
    observer.observe({ type: 'resource', buffered: true })
    signal.addEventListener('abort', () => {
      observer.disconnect()
    })
  }

  async #read(url: string): Promise<void> {
    const { state } = await this.#reader.read(url)
    if (state === 'badge') this.#slices.add(this.#search(url))
  }

  *#search(url: string): Job {
    for (const element of document.body.querySelectorAll(`:not(${CARRIERS})`)) {
      if (this.#stylesLeft-- <= 0) return
      if (getComputedStyle(element).backgroundImage.includes(url)) this.#onFound(element, url)
      yield
    }
  }
}

/** Only of the page's own origin are status and size known; nothing else can be read here. */
function mayBeBadge(entry: PerformanceResourceTiming): boolean {
  // Of the others there are many, and each field read costs.
  if (entry.initiatorType !== 'css') return false
  const { name, responseStatus: status, decodedBodySize: size } = entry
  const isFile = /\.(?:png|svg)$/i.test(webAddress(name)?.pathname ?? '')
  return isFile && status === 200 && size >= MINIMUM_FILE && imageIsWorthReading(name)
}
