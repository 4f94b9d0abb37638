/** By code units: an order that is the same on every machine and in every language. */
export function byText(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0
}

/** Each text once, in order. */
export function sortedOnce(texts: Iterable<string>): string[] {
  return [...new Set(texts)].toSorted(byText)
}

/** Each number once, ascending. */
export function ascendingOnce(numbers: Iterable<number>): number[] {
  return [...new Set(numbers)].toSorted((one, other) => one - other)
}

/** Items by key, in the order of the keys. */
export function groupedBy<Item>(
  items: readonly Item[],
  keyOf: (item: Item) => string,
): [string, Item[]][] {
  const groups = new Map<string, Item[]>()
  for (const item of items) {
    const key = keyOf(item)
    const group = groups.get(key)
    if (group) group.push(item)
    else groups.set(key, [item])
  }
  return [...groups].toSorted(([one], [other]) => byText(one, other))
}
