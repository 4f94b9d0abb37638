import { expect, test } from 'vitest'
import { inTurn } from '../../../src/pages/in-turn'

/** Work that ends when it is told to. */
class Work {
  readonly ends: ((fails?: boolean) => void)[] = []
  readonly begin = (): Promise<number> =>
    new Promise((resolve, reject) => {
      const turn = this.ends.length + 1
      this.ends.push((fails = false) => {
        if (fails) reject(new Error(`turn ${turn}`))
        else resolve(turn)
      })
    })
}

test('whatever comes meanwhile is worth one more turn', async () => {
  const work = new Work()
  const wanted = inTurn(work.begin)
  const first = wanted()
  const later = [wanted(), wanted(), wanted()]
  expect(work.ends).toHaveLength(1)
  work.ends[0]?.()
  expect(await first).toBe(1)
  await new Promise((resolve) => setTimeout(resolve, 0))
  expect(work.ends).toHaveLength(2)
  work.ends[1]?.()
  expect(await Promise.all(later)).toEqual([2, 2, 2])
})

test('a turn that fails takes no other along', async () => {
  const work = new Work()
  const wanted = inTurn(work.begin)
  const [first, second] = [wanted(), wanted()]
  work.ends[0]?.(true)
  await expect(first).rejects.toThrow('turn 1')
  await new Promise((resolve) => setTimeout(resolve, 0))
  work.ends[1]?.()
  expect(await second).toBe(2)
})
