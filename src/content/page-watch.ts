/** One waking phase of the script: from the first look at a document until its signal is aborted. */
import type { Candidate, ToPage, WholePage } from '../platform/port-messages'
import { AwardCards } from './award-cards'
import { SHARED } from './award-links'
import { Backgrounds } from './backgrounds'
import { BaseAddress } from './base-address'
import { Loads } from './loads'
import { clearRemains, Marks } from './marks'
import { Nearness } from './nearness'
import { Reader } from './reader'
import { Scanner } from './scanner'
import { isEmbeddedPicture, shownFile } from './shown-file'
import { Sightings } from './sightings'
import { awardOfPage, sourceOf } from './sources'

/** CSS pixels, twenty screens or so around what is in sight: of many images, those are read. */
const NEAR = 20_000

export interface PageListener {
  report(candidate: Candidate): void
  gone(keys: string[]): void
  /** A person has clicked on a mark. */
  activate(key: string): void
}

export class PageWatch {
  readonly sightings: Sightings
  readonly #marks: Marks
  /** The page was not gone through to its end yet. */
  #isFirstLook = false
  /**
   * Listed, and without a mark: a rule of the page can swap a background without a trace, and the page itself is no
   * place for one.
   */
  readonly #unmarked = new WeakSet<Element>()

  constructor(listener: PageListener, signal: AbortSignal) {
    const marks = (this.#marks = new Marks((key) => {
      listener.activate(key)
    }, signal))
    const reader = new Reader(window.origin, signal)
    const near = new Nearness(
      NEAR,
      (elements) => {
        for (const element of elements) sightings.approach(element)
      },
      signal,
    )
    const sightings = (this.sightings = new Sightings(reader, instancePrefix(), {
      ...listener,
      awaitNear: (element) => {
        near.await(element)
      },
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

  /** As `Sightings.readAll`. */
  readAll(): WholePage {
    return { ...this.sightings.readAll(), ...(this.#isFirstLook && { reading: true }) }
  }

  obey(message: Extract<ToPage, { type: 'marks' | 'locate' }>): void {
    if (message.type === 'locate') {
      const element = this.sightings.elementOf(message.key)
      if (element) this.#marks.point(element)
      return
    }
    this.#marks.kind.learn(message.language, message.drawing)
    for (const { key, mark } of message.marks) this.sightings.mark(key, mark)
    this.#marks.flush()
  }

  #watch(reader: Reader, signal: AbortSignal): void {
    const { sightings } = this
    const marks = this.#marks
    const cards = new AwardCards()
    /** Embeds whose frame has gone on: what it shows now, its address no longer tells. */
    const strayed = new WeakSet<Element>()
    /** Frames that have loaded what they name; the next load of one is of something else. */
    const loaded = new WeakSet<Element>()
    /** Frames of which a load was heard since their source was named. */
    const heard = new WeakSet<Element>()
    /** Embeds that are looked at again when the page itself has loaded. */
    const waiting = new Set<Element>()
    /** A frame begins empty; and as long as the page itself loads, nobody knows whether its frames have. */
    const isLoading = (embed: Element): boolean => {
      const frame = embed.querySelector('iframe') ?? embed
      if (!(frame instanceof HTMLIFrameElement) || loaded.has(frame)) return false
      const isPageLoading = document.readyState !== 'complete'
      if (isPageLoading) waiting.add(embed)
      if (isPageLoading || frame.contentDocument?.URL === 'about:blank') return true
      loaded.add(frame)
      return false
    }
    const beginAnew = (frame: Element): void => {
      heard.delete(frame)
      strayed.delete(embedOf(frame))
    }
    const look = (element: Element): void => {
      const head = cards.headOf(element)
      const offered = strayed.has(head) ? undefined : loads.allowed(head, sourceOf(head))
      const source = offered && !isLoading(head) ? offered : undefined
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
    const seePage = (): void => {
      const page = document.firstElementChild
      // A frame is its holder's, who reports where it leads.
      if (window !== top || !page) return
      this.#unmarked.add(page)
      sightings.see(page, awardOfPage(document))
    }
    const base = new BaseAddress(() => {
      seePage()
      // Of a background the address is whole, and its element does not say it.
      sightings.review((element) => {
        if (!this.#unmarked.has(element)) look(element)
      })
      settle()
    }, signal)
    const scanner = new Scanner(
      {
        onElement: look,
        isMarked: (element) => sightings.isMarked(element),
        onLoaded: (element) => {
          loads.saw(element)
          if (!holdsFrame(element)) return
          const embed = embedOf(element)
          const hasGoneOn = heard.has(element) && mayHaveGoneOn(element)
          heard.add(element)
          if (hasGoneOn || (loaded.has(element) && sightings.isMarked(embed))) {
            strayed.add(embed)
            sightings.leave(embed)
          } else if (element instanceof HTMLIFrameElement && !loaded.has(element)) {
            loaded.add(element)
            look(embed)
          }
        },
        onAdded: (part) => {
          marks.onAdded(part)
          // What is put back loads what it names anew.
          for (const frame of [part, ...part.querySelectorAll('iframe, object')]) {
            loaded.delete(frame)
            beginAnew(frame)
          }
        },
        onSourceTouched: (element) => {
          beginAnew(element)
          sightings.leave(element)
        },
        onShadowRoot: clearRemains,
        onTreeChanged: () => {
          base.check()
          marks.check()
        },
        onSettled: () => {
          this.#isFirstLook = false
          settle()
        },
      },
      signal,
    )
    this.#isFirstLook = true
    seePage()
    scanner.watch(document)
    const onPageLoad = (): void => {
      waiting.forEach(look)
      waiting.clear()
      settle()
    }
    addEventListener('load', onPageLoad, { signal })
  }
}

/** What it holds can go on, and its source still names what it began with. */
function holdsFrame(element: Element): boolean {
  return element instanceof HTMLIFrameElement || element instanceof HTMLObjectElement
}

/** An object may load anew what it names, and of a picture it holds no document that could go on. */
function mayHaveGoneOn(element: Element): boolean {
  if (!(element instanceof HTMLObjectElement)) return true
  return element.contentWindow !== null && element.contentDocument?.URL !== element.data
}

/** Credly's script puts a frame into its own element, which is what is marked. */
function embedOf(frame: Element): Element {
  return frame.closest(SHARED) ?? frame
}

function instancePrefix(): string {
  return `${crypto.getRandomValues(new Uint32Array(1)).join('')}-`
}
