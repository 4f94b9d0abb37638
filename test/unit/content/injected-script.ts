/** The content script in a page of jsdom: what it tells the worker, and what the worker answers. */
import { afterEach, beforeAll, beforeEach, expect, vi } from 'vitest'
import { MARK_DRAWING } from '../../../src/background/mark-drawing'
import type { Candidate, MarkLook } from '../../../src/platform/port-messages'
import {
  FakeIntersectionObserver,
  FakeRuntime,
  furnish,
  loadImages,
  marksOf,
  png,
  timeRequests,
} from './fake-page'
import { eventually } from '../eventually'

export const fetched = vi.fn<(url: string) => Promise<Response>>()
/** Of the script that was injected last. */
export let runtime: FakeRuntime
/** What the page's own host serves, by path. */
export let files: Map<string, Uint8Array<ArrayBuffer>>

/** Call once per test file. */
export function useContentScript(): void {
  beforeAll(() => {
    furnish()
    loadImages()
    timeRequests({})
  })
  beforeEach(() => {
    document.documentElement.innerHTML = '<head></head><body></body>'
    files = new Map()
    fetched.mockReset().mockImplementation((url) => {
      const file = files.get(new URL(url).pathname)
      return Promise.resolve(new Response(file ?? null, { status: file ? 200 : 404 }))
    })
    vi.stubGlobal('fetch', fetched)
  })
  afterEach(() => {
    FakeIntersectionObserver.distance = 0
    runtime.end()
  })
}

export const quiet = (ms = 30) => new Promise((resolve) => setTimeout(resolve, ms))
/** Long enough for whatever should not happen. */
export const settled = () => quiet(130)
/** The worker knows of so many candidates. */
export const knows = (count: number) =>
  eventually(() => {
    expect(told()).toHaveLength(count)
  })

/** What the worker has been told of and has not been told to forget. */
export function told(): Candidate[] {
  const known = new Map<string, Candidate>()
  for (const message of runtime.sent) {
    if (message.type === 'gone') for (const key of message.keys) known.delete(key)
    if (message.type !== 'candidates') continue
    if (message.all) known.clear()
    for (const item of message.items) known.set(item.key, item)
  }
  return [...known.values()]
}

/** Injects the content script into the document, as the browser does. */
export async function inject(html = '', candidates = 1): Promise<void> {
  if (html) document.body.innerHTML = html
  runtime = new FakeRuntime()
  vi.stubGlobal('chrome', { runtime, i18n: { getMessage: (name: string) => `[${name}]` } })
  await injectOnceMore()
  if (candidates > 0) await knows(candidates)
  else await settled()
}

/** Into the same document, where it may run already. */
export function injectOnceMore(): Promise<unknown> {
  vi.resetModules()
  return import('../../../src/content/touchstone.iife')
}

/** The worker sends marks for all it knows; `drawn` of them appear. */
export async function answer(
  drawn = 1,
  look: MarkLook = 'trusted',
  label = 'Verified.',
): Promise<void> {
  const marks = told().map(({ key }) => ({ key, mark: { key, look, label } }))
  runtime.port.deliver({ type: 'marks', language: 'en', drawing: MARK_DRAWING, marks })
  await eventually(() => {
    expect(marksOf(document)).toHaveLength(drawn)
  })
}

export const award = (digit: number) =>
  `https://www.credly.com/badges/${digit}1234567-89ab-4cde-8f01-23456789abcd`

export function serve(path: string, file = png(`https://issuer.example${path}`)): string {
  files.set(path, file)
  return `https://portfolio.example${path}`
}

export const image = (selector = 'img') => document.querySelector<HTMLImageElement>(selector)!
