/**
 * The content script: finds what may be a badge in one frame of a page, tells the worker, and draws
 * the marks that the worker sends. It decides nothing about badges and asks no host for anything.
 *
 *   document ─▶ scanner ─element─▶ sources, loads ─what it shows─▶ sightings ─▶ reader ─badge─┐
 *                  ▲ mutations, load                                  │ ▲                    ▼
 *                  └ marks ◀─ draw, erase at once ────────────────────┘ └─ marks ─ connection ⇄ worker
 *
 * In a page without images and links to files only the scanner's MutationObserver is on. The line to
 * the worker opens with the first candidate; observers of place and tampering live with the first
 * mark. Everything ends with one AbortSignal: when the extension is updated or removed, and when the
 * script is injected once more into the same document.
 */
import type { ToPage } from '../platform/messages'
import { AwardCards } from './award-cards'
import { BaseAddress } from './base-address'
import { Connection } from './connection'
import { Loads } from './loads'
import { clearRemains, Marks } from './marks'
import { Reader } from './reader'
import { extensionRuntime, type Runtime } from './runtime'
import { Scanner } from './scanner'
import { Sightings } from './sightings'
import { sourceOf } from './sources'
import { imageDocument } from './image-document'

/**
 * Where the running instance leaves its AbortController: in the global scope of the extension's own
 * world, which no page can reach. After an update Chromium runs the new script in a new world; the
 * old one then ends itself as soon as it finds its extension gone.
 */
const INSTANCE = Symbol.for('touchstone.instance')

interface World {
  [INSTANCE]?: AbortController
}

function start(runtime: Runtime): void {
  const world = globalThis as World
  world[INSTANCE]?.abort()
  const instance = (world[INSTANCE] = new AbortController())
  const { signal } = instance
  const end = () => {
    instance.abort()
  }

  const receive = (message: ToPage): void => {
    if (message.type === 'locate') {
      const element = sightings.elementOf(message.key)
      if (element) marks.point(element)
    } else if (message.type === 'marks') {
      for (const { key, mark } of message.marks) sightings.mark(key, mark)
      marks.flush()
      connection.keepAwake()
    }
  }

  const marks = new Marks((key) => {
    connection.say({ type: 'activate', key })
  }, signal)
  const sightings = new Sightings(new Reader(window.origin, signal), instancePrefix(), {
    report: (candidate) => {
      connection.report(candidate)
    },
    gone: (keys) => {
      connection.say({ type: 'gone', keys })
    },
    draw: (element, mark) => {
      marks.draw(element, mark)
    },
    erase: (element) => {
      marks.erase(element)
    },
  })
  const connection = new Connection(
    runtime,
    {
      everything: () => sightings.reported(),
      checking: () => sightings.checking,
      receive,
      orphaned: end,
    },
    signal,
  )

  clearRemains(document)
  const page = imageDocument(document)
  if (page) {
    sightings.see(page.element, page.source)
    return
  }
  const cards = new AwardCards()
  const look = (element: Element): void => {
    const head = cards.headOf(element)
    const source = loads.allowed(head, sourceOf(head))
    sightings.see(head, source && cards.withLinks(head, source))
    // Either the image is marked or the links beside it.
    for (const award of cards.awardsOf(head)) {
      sightings.see(award, source ? undefined : sourceOf(award))
    }
  }
  const settle = (): void => {
    cards.takeBroken().forEach(look)
    sightings.settle()
    marks.flush()
  }
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

function instancePrefix(): string {
  return `${crypto.getRandomValues(new Uint32Array(1)).join('')}-`
}

const runtime = extensionRuntime()
if (runtime?.id) start(runtime)
