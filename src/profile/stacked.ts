import type { Claimed } from './achievements'
import { joinedGroups } from './joined-groups'

interface WithClaims {
  claims: readonly Claimed[]
}

/**
 * Achievements that their issuers call related, together. Open Badges 2.0 and 3.0 (`related`) do not say how
 * they are, so that a part is not told from a version: all that is sure is that they may be the same work.
 */
export function stackedGroups<Item extends WithClaims>(items: readonly Item[]): Item[][] {
  const byId = new Map<string, Item[]>()
  for (const item of items)
    for (const { id } of item.claims)
      if (id !== undefined) byId.set(id, [...(byId.get(id) ?? []), item])
  const pairs = items.flatMap((item) =>
    item.claims
      .flatMap(({ related }) => related)
      .flatMap((id) => byId.get(id) ?? [])
      .map((other) => [item, other] as const),
  )
  return joinedGroups(items, pairs)
}
