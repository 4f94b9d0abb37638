import type { WatchChange, WatchState } from '../../platform/watch-shapes'
import type { Sentences } from './sentences'
import type { MessageKey } from './translate'

/** What a watch says now. */
export interface WatchedBadge {
  state: WatchState
  /** Newest first. */
  changes: readonly WatchChange[]
  /** Hosts that it would have to ask as well. */
  newHosts: readonly string[]
  /** Whatever the badge calls itself. */
  name?: string | undefined
}

const PLAIN = {
  holds: 'watchSaysHolds',
  expired: 'watchSaysExpired',
  suspended: 'watchSaysSuspended',
  revoked: 'watchSaysRevoked',
  fails: 'watchSaysFails',
  look: 'watchSaysLook',
  unreachable: 'watchSaysUnreachable',
} as const satisfies Partial<Record<WatchState, MessageKey>>

/** One sentence that names the badge: for a list of news, and for a notification. */
export function watchSentence(
  { state, changes, newHosts, name }: WatchedBadge,
  s: Sentences,
  now = new Date(),
): string {
  const called = name === undefined || name === '' ? s.text('badgeUnnamed') : name
  if (state === 'asks' && newHosts.length === 0) return s.text('watchSaysAllowed', called)
  if (state === 'asks') return s.text('watchSaysAsks', called, s.list(newHosts, 60))
  const date = changes[0]?.date
  if (state === 'ends-soon' && hasPassed(date, now))
    return s.text('watchSaysExpiredOn', called, s.date(date))
  if (state === 'ends-soon')
    return s.text('watchSaysEndsSoon', called, date === undefined ? '' : s.date(date))
  if (state === 'expired' && date !== undefined)
    return s.text('watchSaysExpiredOn', called, s.date(date))
  return s.text(PLAIN[state], called)
}

/** The last check may be days ago, where no host answers or the computer was off: what was soon then is past. */
function hasPassed(date: string | undefined, now: Date): date is string {
  return date !== undefined && Date.parse(date) <= now.getTime()
}
