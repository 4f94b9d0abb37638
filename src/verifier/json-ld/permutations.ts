/** Every order of the items, one at a time (Heap's algorithm). */
export function* permutations<Item>(items: readonly Item[]): Generator<readonly Item[]> {
  const current = [...items]
  const turns = current.map(() => 0)
  yield current
  for (let at = 1; at < current.length;) {
    const turn = turns[at] ?? 0
    if (turn >= at) {
      turns[at++] = 0
      continue
    }
    swap(current, at, at % 2 === 0 ? 0 : turn)
    turns[at] = turn + 1
    at = 1
    yield current
  }
}

function swap(items: unknown[], one: number, other: number): void {
  const first = items[one]
  items[one] = items[other]
  items[other] = first
}
