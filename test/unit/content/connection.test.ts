// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { Connection } from '../../../src/content/connection'
import type { Candidate, ToPage } from '../../../src/platform/port-messages'
import { FakeRuntime } from './fake-page'

const CANDIDATE: Candidate = { key: '1', kind: 'image', url: 'https://a.example/b.png' }

let runtime: FakeRuntime
let ended: AbortController
let connection: Connection
let candidates: Candidate[]
let checking: boolean
let received: ToPage[]
const orphaned = vi.fn()

beforeEach(() => {
  vi.useFakeTimers()
  runtime = new FakeRuntime()
  ended = new AbortController()
  candidates = [CANDIDATE]
  checking = false
  received = []
  orphaned.mockReset()
  const caller = {
    everything: () => candidates,
    receive: (message: ToPage) => received.push(message),
    checking: () => checking,
    orphaned,
  }
  connection = new Connection(runtime, caller, ended.signal)
})
afterEach(() => {
  ended.abort()
  vi.useRealTimers()
  show('visible')
})

function show(state: 'visible' | 'hidden'): void {
  Object.defineProperty(document, 'visibilityState', { configurable: true, value: state })
  document.dispatchEvent(new Event('visibilitychange'))
}

function open(): void {
  connection.report(CANDIDATE)
  vi.advanceTimersByTime(50)
}

const everything = (items: Candidate[]) => ({
  type: 'candidates',
  url: location.href,
  items,
  all: true,
})

describe('Connection', () => {
  it('is not opened before there is something to say', () => {
    candidates = []
    vi.advanceTimersByTime(120_000)
    show('visible')
    expect(runtime.ports).toEqual([])
  })

  it('opens with everything there is, once', () => {
    connection.report(CANDIDATE)
    connection.report({ ...CANDIDATE, key: '2' })
    candidates.push({ ...CANDIDATE, key: '2' })
    vi.advanceTimersByTime(50)
    expect(runtime.sent).toEqual([everything(candidates)])
  })

  it('then says only what is new', () => {
    open()
    const next = { ...CANDIDATE, key: '2' }
    candidates.push(next)
    connection.report(next)
    vi.advanceTimersByTime(50)
    expect(runtime.sent[1]).toEqual({ type: 'candidates', url: location.href, items: [next] })
    expect(runtime.ports).toHaveLength(1)
  })

  it('never says what has gone again before it could be said', () => {
    open()
    connection.report({ ...CANDIDATE, key: '2' })
    vi.advanceTimersByTime(50)
    expect(runtime.sent).toHaveLength(1)
  })

  it('connects again after the worker has died, and says everything again', () => {
    open()
    vi.advanceTimersByTime(5_000)
    runtime.port.drop()
    expect(runtime.ports).toHaveLength(1)
    vi.advanceTimersByTime(250)
    expect(runtime.ports).toHaveLength(2)
    expect(runtime.port.sent).toEqual([everything(candidates)])
  })

  it('waits longer and longer for a worker that keeps dying', () => {
    open()
    const waits = []
    for (let attempt = 0; attempt < 9; attempt++) {
      runtime.port.drop()
      const start = Date.now()
      const before = runtime.ports.length
      while (runtime.ports.length === before) vi.advanceTimersByTime(250)
      waits.push(Date.now() - start)
    }
    expect(waits).toEqual([250, 500, 1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000])
  })

  it('says what was clicked, also when the worker was asleep', () => {
    open()
    runtime.port.drop()
    connection.say({ type: 'activate', key: '1' })
    expect(runtime.port.sent).toEqual([everything(candidates), { type: 'activate', key: '1' }])
    vi.advanceTimersByTime(60_000)
    expect(runtime.ports).toHaveLength(2)
  })

  it('keeps the worker awake only while a mark says "checking"', () => {
    open()
    connection.keepAwake()
    vi.advanceTimersByTime(60_000)
    expect(runtime.port.sent).toHaveLength(1)
    checking = true
    connection.keepAwake()
    connection.keepAwake()
    vi.advanceTimersByTime(20_000)
    expect(runtime.port.sent.slice(1)).toEqual([{ type: 'ping' }, { type: 'ping' }])
    checking = false
    connection.keepAwake()
    vi.advanceTimersByTime(60_000)
    expect(runtime.port.sent).toHaveLength(3)
  })

  it('lets a sleeping worker sleep while the page is hidden, unless a mark waits', () => {
    open()
    show('hidden')
    runtime.port.drop()
    vi.advanceTimersByTime(120_000)
    expect(runtime.ports).toHaveLength(1)
    show('visible')
    expect(runtime.ports).toHaveLength(2)
    show('hidden')
    checking = true
    runtime.port.drop()
    vi.advanceTimersByTime(500)
    expect(runtime.ports).toHaveLength(3)
  })

  it('closes for the back-forward cache and opens when the page comes back', () => {
    open()
    dispatchEvent(new Event('pagehide'))
    expect(runtime.port.closed).toBe(true)
    vi.advanceTimersByTime(60_000)
    expect(runtime.ports).toHaveLength(1)
    dispatchEvent(new Event('pageshow'))
    expect(runtime.port.sent).toEqual([everything(candidates)])
  })

  it('hands on what the worker says, but not from a line that is closed', () => {
    open()
    const old = runtime.port
    old.deliver({ type: 'locate', key: '1' })
    old.drop()
    vi.advanceTimersByTime(250)
    old.deliver({ type: 'marks', language: 'en', marks: [] })
    expect(received).toEqual([{ type: 'locate', key: '1' }])
  })

  it('notices an update of the extension by the closed line', () => {
    open()
    runtime.orphan()
    vi.advanceTimersByTime(250)
    expect(orphaned).toHaveBeenCalledTimes(1)
    expect(runtime.ports).toHaveLength(1)
  })

  it('notices an update while the page is hidden', () => {
    open()
    show('hidden')
    runtime.orphan()
    vi.advanceTimersByTime(250)
    expect(orphaned).toHaveBeenCalled()
  })

  it('is silent once it has been ended', () => {
    open()
    const { port } = runtime
    ended.abort()
    expect(port.closed).toBe(true)
    connection.report(CANDIDATE)
    connection.say({ type: 'activate', key: '1' })
    port.deliver({ type: 'marks', language: 'en', marks: [] })
    dispatchEvent(new Event('pageshow'))
    vi.advanceTimersByTime(60_000)
    expect(runtime.ports).toHaveLength(1)
    expect(received).toEqual([])
    expect(vi.getTimerCount()).toBe(0)
  })
})
