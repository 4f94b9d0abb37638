import { history, watches } from '../../../platform/history-database'
import type { OwnWatchable } from '../../../platform/watch-shapes'
import { judgeNow, type Vouching } from '../../judge-now'
import type { OwnIdentities } from '../../own-badges/own-identities'
import { ownershipOf } from '../../own-badges/ownership'

/** Slow hashes that one question may cost: strangers' badges may name very many people. */
const MOST_HASHES = 60

/** Badges of the history that are the user's own by their identities, and are not watched; newest first. */
export async function ownWatchable(
  vouching: Vouching,
  own: OwnIdentities,
  now: Date,
): Promise<OwnWatchable> {
  const found: OwnWatchable = { badges: [], unknown: 0 }
  if (own.all().length === 0) return found
  const watched = new Set(await watches.ids())
  const budget = { left: MOST_HASHES }
  const lines = (await history.lines()).filter(
    ({ id, isWatchable }) => isWatchable && !watched.has(id),
  )
  for (const { id, name, hosts } of lines.toSorted((one, other) => other.order - one.order)) {
    const report = await history.report(id)
    const finding = report && (await ownershipOf(judgeNow(report, now, vouching), own, budget))
    if (finding?.is === 'unknown') found.unknown++
    if (finding?.is === 'yours')
      found.badges.push({ id, hosts, ...(name !== undefined && { name }) })
  }
  return found
}
