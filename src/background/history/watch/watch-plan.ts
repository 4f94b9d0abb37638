import type { KeptWatch, WatchChange } from '../../../platform/watch-shapes'
import type { WatchFinding } from './watch-finding'

const HOUR = 60 * 60 * 1000
export const DAY = 24 * HOUR
/** Checks are spread over this much of the day after the day in which none is made. */
const SPREAD = 2 * HOUR
/** Days to the next check after so many that found nothing out. */
const MOST_DAYS = 4
/** "Could not check" is news once it has lasted so long, and for so many checks: a clock may jump. */
const LASTING = { ms: 7 * DAY, checks: 3 }
const MOST_CHANGES = 20

/** Times in milliseconds since the epoch; `random`: 0 to 1. */
export interface Moment {
  now: number
  random: number
}

/** The one that has waited longest. However many days it has missed, it is checked once. */
export function nextDue(watches: readonly KeptWatch[], now: number): KeptWatch | undefined {
  return watches
    .filter(({ nextAt }) => nextAt <= now)
    .toSorted((one, other) => one.nextAt - other.nextAt)[0]
}

/** Some time within a day, so that many that are begun together are not checked together. */
export function firstCheck({ now, random }: Moment): number {
  return Math.round(now + random * DAY)
}

/** Where the clock was set back it waits a day from now, and not until the old time comes again. */
export function withClock(watch: KeptWatch, moment: Moment): KeptWatch {
  const { now } = moment
  const { failingSince = now } = watch
  const isFar = watch.nextAt > now + MOST_DAYS * DAY + SPREAD
  if (!isFar && failingSince <= now) return watch
  return {
    ...watch,
    ...(isFar && { nextAt: afterDays(1, moment) }),
    ...(failingSince > now && { failingSince: now }),
  }
}

/** Written before the first request. Where the worker is killed it is tried again, an hour later. */
export function withBeginning(watch: KeptWatch, now: number): KeptWatch {
  return { ...watch, begun: watch.begun + 1, nextAt: now + HOUR }
}

/** After a check: what is kept of it, and when the next one is due. */
export function withFinding(
  watch: KeptWatch,
  finding: WatchFinding,
  refused: readonly string[],
  moment: Moment,
): KeptWatch {
  const { state, ...found } = finding
  if (state === 'not-checked') return withFailure(watch, found, moment)
  const { failingSince: _, ...rest } = watch
  const nextAt = afterDays(1, moment)
  // What was allowed while the check was under way is no longer asked for; what nobody was told of is news.
  const newHosts = state === 'asks' ? refused.filter((host) => !watch.hosts.includes(host)) : []
  const unseen = rest.unseen || newHosts.some((host) => !watch.newHosts.includes(host))
  const next = { ...rest, begun: 0, failures: 0, nextAt, newHosts, unseen }
  return withChange(next, { state, at: isoOf(moment), ...found })
}

function withFailure(
  watch: KeptWatch,
  found: Pick<WatchChange, 'reason'>,
  moment: Moment,
): KeptWatch {
  const failures = watch.failures + 1
  const failingSince = watch.failingSince ?? moment.now
  const days = Math.min(2 ** (failures - 1), MOST_DAYS)
  const next = { ...watch, begun: 0, failures, failingSince, nextAt: afterDays(days, moment) }
  const lasts = moment.now - failingSince >= LASTING.ms && failures >= LASTING.checks
  return lasts ? withChange(next, { state: 'unreachable', at: isoOf(moment), ...found }) : next
}

/**
 * What is as it was is not told again, but for what was found out this time, such as another date; that it holds
 * again is kept, and is no news.
 */
function withChange(watch: KeptWatch, change: WatchChange): KeptWatch {
  if (watch.state === change.state) {
    const [latest, ...before] = watch.changes
    return latest ? { ...watch, changes: [{ ...change, at: latest.at }, ...before] } : watch
  }
  const changes = [change, ...watch.changes].slice(0, MOST_CHANGES)
  return { ...watch, state: change.state, changes, unseen: change.state !== 'holds' }
}

function afterDays(days: number, { now, random }: Moment): number {
  return Math.round(now + days * DAY + random * SPREAD)
}

function isoOf({ now }: Moment): string {
  return new Date(now).toISOString()
}
