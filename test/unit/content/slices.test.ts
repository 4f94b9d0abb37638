// @vitest-environment jsdom
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import './idle'
import { SLICE_MS, Slices, type Job } from '../../../src/content/slices'

let ended: AbortController
let clock: number

beforeEach(() => {
  ended = new AbortController()
  clock = 0
  vi.useFakeTimers({ toFake: ['setTimeout'] })
  vi.spyOn(performance, 'now').mockImplementation(() => clock)
})
afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
})

/** A job of so many steps of half a millisecond each. */
function* work(steps: number, done: number[]): Job {
  for (let step = 0; step < steps; step++) {
    clock += 0.5
    done.push(step)
    yield
  }
}

it('does nothing at once', () => {
  const done: number[] = []
  new Slices(() => undefined, ended.signal).add(work(3, done))
  expect(done).toEqual([])
})

it('pauses after a slice, goes on later, and says when all is done', () => {
  const done: number[] = []
  const onDone = vi.fn()
  const slices = new Slices(onDone, ended.signal)
  slices.add(work(100, done))
  vi.advanceTimersToNextTimer()
  expect(done.length).toBeGreaterThan(0)
  // No step is begun once the time is over.
  expect(clock).toBe(SLICE_MS)
  expect(onDone).not.toHaveBeenCalled()
  vi.runAllTimers()
  expect(done).toHaveLength(100)
  expect(onDone).toHaveBeenCalledTimes(1)
})

it('says that all is done in a slice of its own, where the time is over by then', () => {
  const done: number[] = []
  const onDone = vi.fn()
  const slices = new Slices(onDone, ended.signal)
  slices.add(work(2 * SLICE_MS, done))
  vi.advanceTimersToNextTimer()
  expect(done).toHaveLength(2 * SLICE_MS)
  expect(onDone).not.toHaveBeenCalled()
  vi.runAllTimers()
  expect(onDone).toHaveBeenCalledTimes(1)
})

it('stops in the middle when it is ended', () => {
  const done: number[] = []
  const slices = new Slices(() => undefined, ended.signal)
  slices.add(work(100, done))
  vi.advanceTimersToNextTimer()
  const before = done.length
  ended.abort()
  vi.runAllTimers()
  expect(done).toHaveLength(before)
  slices.add(work(1, done))
  expect(vi.getTimerCount()).toBe(0)
})
