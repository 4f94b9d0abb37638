import { judgeAgain, type VerificationReport } from '../verifier'
import { finish, type BadgeEntry } from './badge-entry'
import { hasUnchecked, withKnownAlignments } from './esco/known-alignments'
import { reportKey } from './judge'
import type { Keepsakes } from './keepsakes'
import type { TabState } from './tab-state'
import type { TrustLists } from './trust-lists'

export interface ConcludeParts {
  keepsakes: Keepsakes
  lists: TrustLists
}

/**
 * Keeps a final report, and then says so on its badge: by the lists of that moment, since one may have
 * been removed while the check was under way.
 */
export async function conclude(
  { keepsakes, lists }: ConcludeParts,
  tab: TabState,
  entry: BadgeEntry,
  report: VerificationReport,
  signal: AbortSignal,
): Promise<void> {
  const id = keepsakes.reportId(tab, await reportKey(report, entry))
  signal.throwIfAborted()
  const before = hasUnchecked(report) ? await keepsakes.report(id) : undefined
  const whole = withKnownAlignments(report, before?.report)
  signal.throwIfAborted()
  await keepsakes.keepReport(id, whole)
  signal.throwIfAborted()
  finish(entry, judgeAgain(whole, new Date(), lists.current()), id)
}
