import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { Paced } from '../../../src/background/paced'

const PAUSE = 150
let called: string[]
let paced: Paced<string>

beforeEach(() => {
  vi.useFakeTimers()
  called = []
  paced = new Paced(PAUSE, (key) => called.push(key))
})

afterEach(() => {
  vi.useRealTimers()
})

test('the first is told at once', () => {
  paced.tell('a')
  expect(called).toEqual(['a'])
})

test('of two hundred in a row all but the first are told once, at the end of the pause', () => {
  for (let count = 0; count < 200; count++) paced.tell('a')
  vi.advanceTimersByTime(PAUSE - 1)
  expect(called).toEqual(['a'])
  vi.advanceTimersByTime(1)
  expect(called).toEqual(['a', 'a'])
  vi.advanceTimersByTime(10 * PAUSE)
  expect(called).toEqual(['a', 'a'])
})

test('what goes on coming is told once in every pause', () => {
  for (let time = 0; time < 10 * PAUSE; time += 10) {
    paced.tell('a')
    vi.advanceTimersByTime(10)
  }
  expect(called).toHaveLength(11)
})

test('one key does not wait for another', () => {
  paced.tell('a')
  paced.tell('b')
  expect(called).toEqual(['a', 'b'])
})
