import { endHealth } from '../../../health/end'
import type { WatchChange, WatchState } from '../../../platform/watch-shapes'
import type { VerificationReport } from '../../../verifier/report'

/** Days before the end of a badge from which that is told. */
const SOON_DAYS = 30

/** What a check of a watched badge came to. `not-checked`: nothing was found out, which is no news by itself. */
export interface WatchFinding extends Pick<WatchChange, 'reason' | 'date'> {
  state: Exclude<WatchState, 'unreachable'> | 'not-checked'
}

/**
 * @param report judged for `now`
 * @param refused hosts that it would have had to ask, and that the user has not allowed
 */
export function watchFinding(
  report: VerificationReport,
  refused: readonly string[],
  now: Date,
): WatchFinding {
  const [reason] = report.reasons
  const state = stateOf(report)
  // What is known to be wrong is so whatever else would have been asked.
  if (state === 'fails' || state === 'revoked') return { state, ...(reason && { reason }) }
  if (refused.length > 0) return { state: 'asks' }
  const { code, date: ends, days = 0 } = endHealth(report, now)
  if (state === 'holds' && ends !== undefined) {
    if (code === 'ended') return { state: 'expired', date: ends }
    if (code === 'end-soon' && days < SOON_DAYS) return { state: 'ends-soon', date: ends }
  }
  const date = state === 'expired' ? report.credential?.validUntil : undefined
  return { state, ...(reason && { reason }), ...(date !== undefined && { date }) }
}

function stateOf({
  verdict,
  currency,
}: VerificationReport): Exclude<WatchFinding['state'], 'asks'> {
  if (verdict === 'invalid') return currency === 'revoked' ? 'revoked' : 'fails'
  if (verdict === 'unverifiable' || verdict === 'none') return 'not-checked'
  // A status that was not obtained: the badge may have been revoked, or not.
  if (currency === 'unknown') return 'not-checked'
  if (currency === 'expired' || currency === 'suspended') return currency
  return verdict === 'attention' ? 'look' : 'holds'
}
