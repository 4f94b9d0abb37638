import type { KeptWatch, WatchSummary } from '../../../platform/watch-shapes'

export function summaryOf(watch: KeptWatch): WatchSummary {
  const { hosts, newHosts, state, changes, unseen } = watch
  return { hosts, newHosts, state, changes, unseen }
}
