// @vitest-environment jsdom
// @vitest-environment-options { "url": "https://portfolio.example/me" }
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Candidate, ToPage } from '../../../src/platform/port-messages'
import {
  dataUrl,
  FakeIntersectionObserver,
  FakePerformanceObserver,
  FakeRuntime,
  furnish,
  loadImages,
  marksOf,
  png,
  timeRequests,
} from './fake-page'
import { eventually } from '../eventually'

/** Observers that observe something now. */
const observing = new Set<string>()
const BADGE = `<img src="${dataUrl(png('https://issuer.example/1'))}">`

let runtime: FakeRuntime
let count = 0

beforeAll(() => {
  furnish()
  loadImages()
  timeRequests({})
  watchObservers('MutationObserver')
  watchObservers('IntersectionObserver')
  watchObservers('ResizeObserver')
})
beforeEach(() => {
  observing.clear()
  document.documentElement.innerHTML = '<head></head><body></body>'
})
afterEach(() => {
  runtime.end()
  vi.restoreAllMocks()
})

function watchObservers(
  name: 'MutationObserver' | 'IntersectionObserver' | 'ResizeObserver',
): void {
  const Original = globalThis[name] as unknown as new (callback: unknown) => MutationObserver
  class Watched extends Original {
    readonly id = `${name} ${++count}`
    override observe(target: Node, options?: MutationObserverInit): void {
      observing.add(this.id)
      super.observe(target, options)
    }
    override disconnect(): void {
      observing.delete(this.id)
      super.disconnect()
    }
  }
  vi.stubGlobal(name, Watched)
}

const kinds = () => [...observing].map((id) => id.split(' ')[0])
const quiet = (ms = 130) => new Promise((resolve) => setTimeout(resolve, ms))

async function inject(html: string, candidates = html.includes(BADGE) ? 1 : 0): Promise<void> {
  document.body.innerHTML = html
  runtime = new FakeRuntime()
  vi.stubGlobal('chrome', { runtime, i18n: { getMessage: (name: string) => `[${name}]` } })
  vi.resetModules()
  await import('../../../src/content/touchstone.iife')
  await eventually(() => {
    expect(said()).toHaveLength(candidates)
  })
  await quiet()
}

/** Everything the worker has been told, in order. */
function said(): Candidate[] {
  return runtime.sent.flatMap((message) => (message.type === 'candidates' ? message.items : []))
}

async function mark(): Promise<void> {
  const { key } = said().at(-1)!
  const marks = [{ key, mark: { key, look: 'trusted', label: 'Verified.' } as const }]
  runtime.port.deliver({ type: 'marks', language: 'en', marks })
  await eventually(() => {
    expect(marksOf(document)).toHaveLength(1)
  })
}

/** What is begun within so many milliseconds in which the page does nothing. */
async function begunDuring(ms: number): Promise<string[]> {
  const begun: string[] = []
  const names = ['setInterval', 'requestAnimationFrame', 'getComputedStyle', 'fetch'] as const
  for (const name of names) {
    vi.spyOn(globalThis, name).mockImplementation(() => begun.push(name))
  }
  const sleep = setTimeout
  vi.spyOn(globalThis, 'setTimeout').mockImplementation((() => begun.push('setTimeout')) as never)
  await new Promise((resolve) => sleep(resolve, ms))
  vi.restoreAllMocks()
  return begun
}

describe('a page without anything that may be a badge', () => {
  it('has one MutationObserver, one that hears of requests, and nothing else that runs', async () => {
    await inject('<p>Hello <a href="/x">x</a></p><img src="/photo.jpg"><iframe src="/y"></iframe>')
    expect(kinds()).toEqual(['MutationObserver'])
    expect(FakePerformanceObserver.all.size).toBe(1)
    expect(await begunDuring(400)).toEqual([])
    expect(runtime.ports).toEqual([])
  })

  it('reads no style and no layout, however often it changes', async () => {
    await inject('<main></main>')
    const style = vi.spyOn(globalThis, 'getComputedStyle')
    const rect = vi.spyOn(Element.prototype, 'getBoundingClientRect')
    for (let change = 0; change < 50; change++) {
      document.querySelector('main')!.innerHTML = `<p style="left:${change}px">${change}</p>`
      document.dispatchEvent(new Event('scroll'))
      await quiet(1)
    }
    await quiet()
    expect([style.mock.calls, rect.mock.calls]).toEqual([[], []])
    expect(kinds()).toEqual(['MutationObserver'])
  })
})

describe('a page at rest', () => {
  const say = (type: 'rest' | 'wake') => {
    runtime.port.deliver({ type } satisfies ToPage)
  }

  it('has nothing running, and no trace of us', async () => {
    await inject(BADGE)
    const before = document.documentElement.outerHTML
    await mark()
    expect(new Set(kinds())).toEqual(new Set(['MutationObserver', 'IntersectionObserver']))
    say('rest')
    expect(marksOf(document)).toEqual([])
    expect(document.documentElement.outerHTML).toBe(before)
    expect(kinds()).toEqual([])
    expect(FakeIntersectionObserver.all.size + FakePerformanceObserver.all.size).toBe(0)
    expect(await begunDuring(400)).toEqual([])
  })

  it('says nothing more, whatever the page shows and whoever sends marks', async () => {
    await inject(BADGE)
    const [{ key }] = said() as [Candidate]
    const { length } = runtime.sent
    say('rest')
    document.body.innerHTML += BADGE
    history.replaceState(null, '', '/elsewhere')
    dispatchEvent(new PopStateEvent('popstate'))
    const marks = [{ key, mark: { key, look: 'trusted', label: 'x' } as const }]
    runtime.port.deliver({ type: 'marks', language: 'en', marks })
    runtime.port.deliver({ type: 'locate', key })
    await quiet()
    expect(marksOf(document)).toEqual([])
    expect(runtime.sent).toHaveLength(length)
  })

  it('does not say what was still being read', async () => {
    await inject('')
    document.body.innerHTML = BADGE
    await eventually(() => {
      expect(said()).toHaveLength(1)
    })
    document.body.innerHTML += `<img src="${dataUrl(png('https://issuer.example/2'))}">`
    say('rest')
    await quiet()
    expect(said()).toHaveLength(1)
  })

  it('does not call a worker that has died', async () => {
    await inject(BADGE)
    say('rest')
    runtime.port.drop()
    await quiet(600)
    dispatchEvent(new Event('pageshow'))
    document.dispatchEvent(new Event('visibilitychange'))
    await quiet()
    expect(runtime.ports).toHaveLength(1)
  })

  it('wakes to look at everything anew, once', async () => {
    await inject(BADGE)
    const [{ key }] = said() as [Candidate]
    say('rest')
    say('wake')
    say('wake')
    await eventually(() => {
      expect(said()).toHaveLength(2)
    })
    expect(said()[1]!.key).not.toBe(key)
    await mark()
    await quiet()
    expect(said()).toHaveLength(2)
  })

  it('wakes when it comes back from the back-forward cache: by then its site may be on', async () => {
    await inject(BADGE)
    say('rest')
    dispatchEvent(new Event('pagehide'))
    dispatchEvent(Object.assign(new Event('pageshow'), { persisted: true }))
    await eventually(() => {
      expect(said()).toHaveLength(2)
    })
    expect(runtime.ports).toHaveLength(2)
  })

  it('wakes when the script is injected once more, as where its line was lost', async () => {
    await inject(BADGE)
    say('rest')
    runtime.port.drop()
    vi.resetModules()
    await import('../../../src/content/touchstone.iife')
    await eventually(() => {
      expect(said()).toHaveLength(2)
    })
    expect(runtime.ports).toHaveLength(2)
  })

  it('ends with the extension', async () => {
    await inject(BADGE)
    say('rest')
    runtime.orphan()
    await quiet(300)
    say('wake')
    await quiet()
    expect(kinds()).toEqual([])
  })
})
