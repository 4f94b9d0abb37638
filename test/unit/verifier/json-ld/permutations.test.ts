import { describe, expect, it } from 'vitest'
import { permutations } from '../../../../src/verifier/json-ld/permutations'

describe('permutations', () => {
  it.each<[number[], number]>([
    [[], 1],
    [[5], 1],
    [[2, 1], 2],
    [[3, 1, 2], 6],
    [[1, 2, 3, 4, 5, 6], 720],
    [[7, 7, 7, 7, 7, 7, 7, 7, 7, 7], 1],
    [[2, 1, 2], 3],
    [[1, 2, 1, 2], 6],
  ])('of %j are %d, each once', (numbers, expected) => {
    const orders = Array.from(permutations(numbers), (order) => order.join())
    expect(orders).toHaveLength(expected)
    expect(new Set(orders).size).toBe(expected)
    for (const order of permutations(numbers)) expect(order.toSorted()).toEqual(numbers.toSorted())
  })
})
