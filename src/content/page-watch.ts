/** One waking phase of the script: from the first look at a document until its signal is aborted. */
import type { Candidate, ToPage } from '../platform/messages'
import { AwardCards } from './award-cards'
import { SHARED } from './award-links'
import { Backgrounds } from './backgrounds'
import { BaseAddress } from './base-address'
import { Loads } from './loads'
import { clearRemains, Marks } from './marks'
import { Reader } from './reader'
import { Scanner } from './scanner'
import { isEmbeddedPicture, shownFile } from './shown-file'
import { Sightings } from './sightings'
import { sourceOf } from './sources'

export interface PageListener {
  report(candidate: Candidate): void
  gone(keys: string[]): void
  /** A person has clicked on a mark. */
  activate(key: string): void
}

export class PageWatch {
  readonly sightings: Sightings
  readonly #marks: Marks
  /** A rule of the page can swap a background without a trace: its badge is listed, and has no mark. */
  readonly #unmarked = new WeakSet<Element>()

  constructor(listener: PageListener, signal: AbortSignal) {
    const marks = (this.#marks = new Marks((key) => {
      listener.activate(key)
    }, signal))
    const reader = new Reader(window.origin, signal)
    const sightings = (this.sightings = new Sightings(reader, instancePrefix(), {
      ...listener,
      draw: (element, mark) => {
        if (!this.#unmarked.has(element)) marks.draw(element, mark)
      },
      erase: (element) => {
        marks.erase(element)
      },
    }))
    clearRemains(document)
    if (isEmbeddedPicture(document)) return
    const page = shownFile(document)
    if (page) sightings.see(page.element, page.source)
    else this.#watch(reader, signal)
  }

  obey(message: Extract<ToPage, { type: 'marks' | 'locate' }>): void {
    if (message.type === 'locate') {
      const element = this.sightings.elementOf(message.key)
      if (element) this.#marks.point(element)
      return
    }
    this.#marks.language = message.language
    for (const { key, mark } of message.marks) this.sightings.mark(key, mark)
    this.#marks.flush()
  }

  #watch(reader: Reader, signal: AbortSignal): void {
    const { sightings } = this
    const marks = this.#marks
    const cards = new AwardCards()
    /** Embeds whose frame has gone on: what it shows now, its address no longer tells. */
    const strayed = new WeakSet<Element>()
    /** Frames that were empty when they were looked at: the next load is of what they name. */
    const empty = new WeakSet<Element>()
    const look = (element: Element): void => {
      if (framed(element)?.URL === 'about:blank') empty.add(element)
      const head = cards.headOf(element)
      const source = strayed.has(head) ? undefined : loads.allowed(head, sourceOf(head))
      sightings.see(head, source && cards.withLinks(head, source))
      // Either the image is marked or the link around it.
      for (const award of cards.awardsAround(head)) {
        sightings.see(award, source ? undefined : sourceOf(award))
      }
    }
    const settle = (): void => {
      cards.takeBroken().forEach(look)
      sightings.settle()
      marks.flush()
    }
    const onBackground = (element: Element, url: string): void => {
      this.#unmarked.add(element)
      sightings.see(element, { kind: 'image', url })
    }
    new Backgrounds(reader, onBackground, settle, signal)
    const loads = new Loads((element) => {
      look(element)
      settle()
    }, signal)
    const base = new BaseAddress(() => {
      sightings.review(look)
      settle()
    }, signal)
    const scanner = new Scanner(
      {
        onElement: look,
        onLoaded: (element) => {
          loads.saw(element)
          const isFrame = element instanceof HTMLIFrameElement
          const embed = isFrame && (element.closest(SHARED) ?? element)
          // Until the page itself has loaded, its frames are still about to.
          const isFirst = empty.delete(element) || document.readyState !== 'complete'
          if (!embed || isFirst || !sightings.isMarked(embed)) return
          strayed.add(embed)
          sightings.leave(embed)
        },
        onSourceTouched: (element) => {
          sightings.leave(element)
        },
        onShadowRoot: clearRemains,
        onTreeChanged: () => {
          base.check()
          marks.check()
        },
        onSettled: settle,
      },
      signal,
    )
    scanner.watch(document)
  }
}

/** What a frame shows, as far as the page may know. */
function framed(element: Element): Document | null | undefined {
  return (element as Partial<HTMLIFrameElement>).contentDocument
}

function instancePrefix(): string {
  return `${crypto.getRandomValues(new Uint32Array(1)).join('')}-`
}
