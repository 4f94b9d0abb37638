/**
 * Which elements show which candidate. Elements that show the same file inside the same link share
 * one candidate: it is read once, reported once, and marked on each of them.
 */
import { leadsToAward } from '../discovery/award-links'
import { isReworked } from '../discovery/originals/reworked'
import { dataHead } from '../discovery/candidate-rules'
import type { Candidate, Mark, WholePage } from '../platform/port-messages'
import { knownAddress } from './data-url'
import type { Reader } from './reader'
import type { Source } from './sources'

/** Candidates of one frame; what a page has beyond them is passed over. */
export const MAXIMUM_CANDIDATES = 1_000

/**
 * Characters of badge data that one frame carries to the worker: they travel in one message, which
 * may have 64 MB, beside the addresses of MAXIMUM_CANDIDATES.
 */
export const MAXIMUM_CARRIED = 24_000_000

/** Plain images that are read wherever they are, the first of a frame in its lifetime: of a common page, all. */
export const READ_AT_ONCE = 50

export interface Sighting {
  candidate: Candidate
  elements: Set<Element>
  /**
   * `far`: one of many plain images, and nobody has come near it; `dismissed`: its bytes are too many, or carry
   * no badge and nothing beside it leads to one.
   */
  state: 'far' | 'reading' | 'reported' | 'dismissed'
  mark?: Mark
}

export interface SightingsListener {
  report(candidate: Candidate): void
  gone(keys: string[]): void
  /** This element shows a candidate with this mark now. */
  draw(element: Element, mark: Mark): void
  /** At once: this element shows no candidate, or none with a mark. */
  erase(element: Element): void
  /** When this element comes near what is in sight, `approach` is to be called. */
  awaitNear(element: Element): void
}

export class Sightings {
  readonly #byElement = new Map<Element, Sighting>()
  readonly #bySource = new Map<string, Sighting>()
  readonly #byKey = new Map<string, Sighting>()
  readonly #reader: Reader
  readonly #listener: SightingsListener
  /** Tells the keys of this script from those of one that ran in the document before. */
  readonly #prefix: string
  #count = 0
  #carried = 0
  #readsAll = false
  /** Something was passed over. */
  #isPartial = false
  #plain = 0

  constructor(reader: Reader, prefix: string, listener: SightingsListener) {
    this.#reader = reader
    this.#prefix = prefix
    this.#listener = listener
  }

  /** The element offers this now; `undefined`: nothing worth a look. */
  see(element: Element, source: Source | undefined): void {
    const before = this.#byElement.get(element)
    const now = source && this.#sightingOf(source)
    if (before !== now) {
      if (before) this.leave(element)
      if (now) this.#byElement.set(element, now)
      now?.elements.add(element)
    }
    if (now?.state === 'far') this.#listener.awaitNear(element)
    if (now?.mark) this.#listener.draw(element, now.mark)
  }

  /** This element is near what is in sight. */
  approach(element: Element): void {
    this.#readFar(this.#byElement.get(element))
  }

  /**
   * From now on nothing waits for anybody to come near: the whole page is asked about. What is being read then may
   * be read for another reason.
   */
  readAll(): WholePage {
    this.#readsAll = true
    const all = [...this.#byKey.values()]
    for (const sighting of all) this.#readFar(sighting)
    const isReading = all.some(({ state }) => state === 'reading')
    return { ...(isReading && { reading: true }), ...(this.#isPartial && { partial: true }) }
  }

  /** Takes the mark away at once; the candidate itself may stay, if it is seen again by `settle`. */
  leave(element: Element): void {
    const sighting = this.#byElement.get(element)
    if (!sighting) return
    this.#byElement.delete(element)
    sighting.elements.delete(element)
    this.#listener.erase(element)
  }

  /** Looks at every element once more: what relative references lead to may have changed. */
  review(see: (element: Element) => void): void {
    for (const element of [...this.#byElement.keys()]) see(element)
  }

  /** Forgets elements that have left the document, and candidates that no element shows. */
  settle(): void {
    for (const element of this.#byElement.keys()) if (!element.isConnected) this.leave(element)
    const gone: string[] = []
    for (const [source, { elements, candidate, state }] of this.#bySource) {
      if (elements.size > 0) continue
      this.#bySource.delete(source)
      this.#byKey.delete(candidate.key)
      if (state !== 'reported') continue
      gone.push(candidate.key)
      this.#carried -= dataIn(candidate)
    }
    if (gone.length > 0) this.#listener.gone(gone)
  }

  /** Draws, changes or (`null`) removes the marks of a candidate. */
  mark(key: string, mark: Mark | null): void {
    const sighting = this.#byKey.get(key)
    if (!sighting) return
    if (mark) sighting.mark = mark
    else delete sighting.mark
    for (const element of sighting.elements) {
      if (mark) this.#listener.draw(element, mark)
      else this.#listener.erase(element)
    }
  }

  isMarked(element: Element): boolean {
    return this.#byElement.get(element)?.mark !== undefined
  }

  /** Everything that the worker should know of. */
  reported(): Candidate[] {
    const reported = [...this.#bySource.values()].filter(({ state }) => state === 'reported')
    return reported.map(({ candidate }) => candidate)
  }

  /** Is any mark still waiting for its verdict? */
  get checking(): boolean {
    return [...this.#byKey.values()].some(({ mark }) => mark?.look === 'checking')
  }

  /** The first element that shows this candidate. */
  elementOf(key: string): Element | undefined {
    return this.#byKey.get(key)?.elements.values().next().value
  }

  #sightingOf(source: Source): Sighting | undefined {
    const { text, ...shown } = source
    const { kind, url, href = '', links = [], embed = '' } = shown
    const id = [kind, url, href, embed, ...links].join(' ')
    const known = this.#bySource.get(id)
    if (known) return known
    if (this.#bySource.size >= MAXIMUM_CANDIDATES) {
      this.#isPartial = true
      return undefined
    }
    const key = `${this.#prefix}${++this.#count}`
    const sighting: Sighting = {
      candidate: { key, ...shown },
      elements: new Set(),
      state: this.#isPlain(source) && ++this.#plain > READ_AT_ONCE ? 'far' : 'reading',
    }
    this.#bySource.set(id, sighting)
    this.#byKey.set(key, sighting)
    if (sighting.state === 'reading') void this.#look(sighting, text)
    return sighting
  }

  /**
   * Of a plain image only its file tells whether it is a badge, and few are; what leads to an award is one by
   * that. What a script of the page has made it may take back at any time, and to read once more costs nothing.
   */
  #isPlain(source: Source): boolean {
    const isFromWeb = source.kind === 'image' && /^https?:/.test(source.url)
    return isFromWeb && !hasAward(source) && !this.#readsAll && !this.#reader.has(source.url)
  }

  #readFar(sighting: Sighting | undefined): void {
    if (sighting?.state !== 'far') return
    sighting.state = 'reading'
    void this.#look(sighting)
  }

  /** A link's target is never read: the page has not loaded it. */
  async #look(sighting: Sighting, text?: string): Promise<void> {
    const { candidate } = sighting
    if (candidate.kind !== 'link' && !candidate.stripped) {
      const { url } = candidate
      const reading = await (text === undefined ? this.#reader.read(url) : this.#reader.take(text))
      // From the worker nobody can read what has no address outside this page.
      const isLost = reading.state === 'unread' && url.startsWith('blob:')
      if (reading.state === 'no-badge' || isLost) candidate.stripped = true
      if (reading.state === 'badge') carry(candidate, reading.base64)
      candidate.url = knownAddress(candidate.url)
    }
    if (this.#byKey.get(candidate.key) !== sighting) return
    if ((candidate.stripped && !leadsOn(candidate)) || !this.#makeRoom(candidate)) {
      sighting.state = 'dismissed'
      return
    }
    sighting.state = 'reported'
    this.#listener.report(candidate)
  }

  /** The worker can read from the web what is too much here; of a data URL it could not. */
  #makeRoom(candidate: Candidate): boolean {
    const length = dataIn(candidate)
    if (this.#carried + length <= MAXIMUM_CARRIED) {
      this.#carried += length
      return true
    }
    delete candidate.bytes
    delete candidate.complete
    const isReadable = !candidate.url.startsWith('data:')
    this.#isPartial ||= !isReadable
    return isReadable
  }
}

function carry(candidate: Candidate, base64: string): void {
  candidate.bytes = base64
  candidate.complete = true
  if (candidate.url.startsWith('data:')) candidate.url = dataHead(candidate.url)
}

/** Is there another way to the credential than the file of the image? */
function leadsOn(source: Source): boolean {
  return isReworked(source.url) || hasAward(source)
}

function hasAward({ embed, href }: Source): boolean {
  return embed !== undefined || (href !== undefined && leadsToAward(href))
}

/** Characters. */
function dataIn({ url, bytes = '' }: Candidate): number {
  return bytes.length + (url.startsWith('data:') ? url.length : 0)
}
