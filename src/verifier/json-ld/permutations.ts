/**
 * Every order of the numbers, one at a time. A number that is there several times makes no orders of its
 * own: a node is related to another by each statement that they share.
 */
export function* permutations(numbers: readonly number[]): Generator<readonly number[]> {
  const current = numbers.toSorted((one, other) => one - other)
  do yield current
  while (toNext(current))
}

/** Makes of an order the next greater one, in place; `false` where it is the greatest. */
function toNext(order: number[]): boolean {
  const at = order.findLastIndex((value, index) => value < (order[index + 1] ?? -Infinity))
  const pivot = order[at]
  if (pivot === undefined) return false
  const greater = order.findLastIndex((value) => value > pivot)
  order[at] = order[greater] ?? pivot
  order[greater] = pivot
  const rest = order.splice(at + 1).reverse()
  order.push(...rest)
  return true
}
