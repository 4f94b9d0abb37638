import type { KeptWatch, WatchSummary } from '../../../platform/watch-shapes'

export function summaryOf(watch: KeptWatch): WatchSummary {
  const { hosts, newHosts, state, changes, unseen, since, nextAt } = watch
  return {
    ...{ hosts, newHosts, state, changes, unseen },
    since: new Date(since).toISOString(),
    nextAt: new Date(nextAt).toISOString(),
  }
}
