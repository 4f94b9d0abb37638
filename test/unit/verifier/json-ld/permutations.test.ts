import { describe, expect, it } from 'vitest'
import { permutations } from '../../../../src/verifier/json-ld/permutations'

describe('permutations', () => {
  it.each([
    [0, 1],
    [1, 1],
    [2, 2],
    [3, 6],
    [6, 720],
  ])('of %d items are %d, each once', (count, expected) => {
    const items = Array.from({ length: count }, (_, at) => at)
    const orders = [...permutations(items)].length
    const distinct = new Set(Array.from(permutations(items), (order) => order.join()))
    expect([orders, distinct.size]).toEqual([expected, expected])
  })
})
