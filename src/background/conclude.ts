import type { VerificationReport } from '../verifier'
import { finish, type BadgeEntry } from './badge-entry'
import { hasUnchecked, withKnownAlignments } from './esco/known-alignments'
import { reportKey } from './judge'
import { judgeNow, type Vouching } from './judge-now'
import type { Keepsakes } from './keepsakes'
import type { TabState } from './tab-state'

export interface ConcludeParts extends Vouching {
  keepsakes: Keepsakes
}

/**
 * Keeps a final report, and then says so on its badge: by the lists of that moment, since one may have
 * been removed while the check was under way.
 */
export async function conclude(
  { keepsakes, ...vouching }: ConcludeParts,
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
  finish(entry, judgeNow(whole, new Date(), vouching), id)
}
