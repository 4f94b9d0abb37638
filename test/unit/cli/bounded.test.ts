import { setTimeout as wait } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { forEachBounded } from '../../../src/cli/bounded'

const never = new AbortController().signal

async function* numbers(count: number, given: { count: number } = { count: 0 }) {
  for (let index = 0; index < count; index++) {
    given.count++
    yield await Promise.resolve(index)
  }
}

describe('bounded work', () => {
  test('is done for every item, and never for more than the limit at once', async () => {
    let [underWay, most, done] = [0, 0, 0]
    await forEachBounded(numbers(50), 4, never, async () => {
      most = Math.max(most, ++underWay)
      await wait(1)
      underWay--
      done++
    })
    expect({ most, done, underWay }).toEqual({ most: 4, done: 50, underWay: 0 })
  })

  test('asks for no item before there is room for it', async () => {
    const given = { count: 0 }
    const abort = new AbortController()
    const stuck = forEachBounded(
      numbers(1000, given),
      3,
      abort.signal,
      () => new Promise(() => undefined),
    )
    await wait(20)
    expect(given.count).toBe(3)
    abort.abort()
    await expect(stuck).rejects.toThrow('aborted')
  })

  test('goes on while one item is slow', async () => {
    const order: number[] = []
    await forEachBounded(numbers(5), 2, never, async (item) => {
      if (item === 0) await wait(30)
      order.push(item)
    })
    expect(order).toEqual([1, 2, 3, 4, 0])
  })
})

describe('ends', () => {
  test('with what an item throws, also while others are under way', async () => {
    const work = forEachBounded(numbers(10), 2, never, async (item) => {
      if (item === 1) throw new Error('one failed')
      await wait(5)
    })
    await expect(work).rejects.toThrow('one failed')
  })

  test('with what the source throws', async () => {
    const source = (async function* () {
      yield await Promise.resolve(1)
      throw new Error('no more')
    })()
    await expect(forEachBounded(source, 2, never, () => Promise.resolve())).rejects.toThrow(
      'no more',
    )
  })

  test('on abort, although the source waits for ever', async () => {
    const abort = new AbortController()
    const source = (async function* () {
      yield await Promise.resolve(1)
      await new Promise(() => undefined)
    })()
    const work = forEachBounded(source, 2, abort.signal, () => Promise.resolve())
    setTimeout(() => {
      abort.abort()
    }, 5)
    await expect(work).rejects.toThrow('aborted')
  })

  test('at once where it was aborted before', async () => {
    const given = { count: 0 }
    const work = forEachBounded(numbers(9, given), 2, AbortSignal.abort(), () => Promise.resolve())
    await expect(work).rejects.toThrow('aborted')
    expect(given.count).toBeLessThanOrEqual(1)
  })
})
