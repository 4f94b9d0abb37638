import { describe, expect, it } from 'vitest'
import { PAGE_MARK, readTrace, type TraceEvent } from '../../../bench/page-cost/trace'

const OURS = 'chrome-extension://abc/content.js'
const PAGES = 'https://shop.example/page'

/** One event of the page's main thread, in milliseconds; `cpu` absent: all of it. */
function event(name: string, from: number, to: number, url?: string, cpu = to - from): TraceEvent {
  const times = { ts: from * 1_000, dur: (to - from) * 1_000, tdur: cpu * 1_000 }
  return { name, ph: 'X', pid: 1, tid: 1, ...times, ...(url && { args: { data: { url } } }) }
}

const mark = { ...event(PAGE_MARK, 0, 0), ph: 'I' }
const read = (...events: TraceEvent[]) => readTrace([mark, ...events])

describe('reading from a trace what a content script took', () => {
  it('counts the time of the processor, not of the clock', () => {
    const cost = read(
      event('EvaluateScript', 1, 40, OURS, 3),
      event('FunctionCall', 50, 60, OURS, 2),
    )
    expect(cost).toMatchObject({ total: 5, start: 3, longest: 2, calls: 2 })
  })

  it('counts a call within a call once', () => {
    const cost = read(event('FunctionCall', 1, 9, OURS), event('FunctionCall', 2, 5, OURS))
    expect(cost).toMatchObject({ total: 8, calls: 1 })
  })

  it('leaves out the page, also where it is called among the microtasks of the script', () => {
    const others = event('FunctionCall', 22, 25, PAGES)
    const cost = read(event('FunctionCall', 1, 9, PAGES), event('RunMicrotasks', 20, 30), others)
    expect(cost).toMatchObject({ total: 7, calls: 0 })
  })

  it('leaves out other threads and other processes', () => {
    const call = event('FunctionCall', 1, 9, OURS)
    expect(read({ ...call, tid: 2 }, { ...call, pid: 2 })).toMatchObject({ total: 0, calls: 0 })
  })

  it('reads events that are told as a beginning and an end', () => {
    const begin = { ...event('RunMicrotasks', 1, 1), ph: 'B', tts: 500 }
    const end = { ...event('RunMicrotasks', 9, 9), ph: 'E', tts: 2_500 }
    expect(read(begin, end)).toMatchObject({ total: 2 })
  })

  it('calls forced what the script waits for, and no other layout', () => {
    const forced = [event('UpdateLayoutTree', 2, 3), event('Layout', 3, 5)]
    const cost = read(event('FunctionCall', 1, 9, OURS), ...forced, event('Layout', 20, 30))
    expect(cost).toMatchObject({ layouts: 1, styles: 1 })
  })

  it('blames the script only for tasks that are long because of it', () => {
    const because = [event('RunTask', 0, 60), event('FunctionCall', 1, 21, OURS)]
    const anyway = [event('RunTask', 100, 200), event('FunctionCall', 101, 121, OURS)]
    const without = [event('RunTask', 300, 400), event('FunctionCall', 301, 399, PAGES)]
    expect(read(...because, ...anyway, ...without).longTasks).toBe(1)
  })

  it('does not take a trace without the page for a page without cost', () => {
    expect(() => readTrace([event('FunctionCall', 1, 9, OURS)])).toThrow()
  })
})
