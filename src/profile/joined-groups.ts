/** Items in groups: two are in one where a chain of pairs leads from one to the other. */
export function joinedGroups<Item>(
  items: readonly Item[],
  pairs: Iterable<readonly [Item, Item]>,
): Item[][] {
  const groups = new Map(items.map((item) => [item, [item]]))
  for (const [one, other] of pairs) {
    const [group = [], joined = []] = [groups.get(one), groups.get(other)]
    if (group === joined) continue
    group.push(...joined)
    for (const item of joined) groups.set(item, group)
  }
  return [...new Set(groups.values())]
}
