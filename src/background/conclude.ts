import type { VerificationReport } from '../verifier'
import { finish, type BadgeEntry } from './badge-entry'
import { reportKey } from './judge'
import type { Keepsakes } from './keepsakes'
import type { TabState } from './tab-state'

/** Keeps a final report, and then says so on its badge. */
export async function conclude(
  keepsakes: Keepsakes,
  tab: TabState,
  entry: BadgeEntry,
  report: VerificationReport,
  signal: AbortSignal,
): Promise<void> {
  const id = keepsakes.reportId(tab, await reportKey(report, entry))
  signal.throwIfAborted()
  await keepsakes.keepReport(id, report)
  signal.throwIfAborted()
  finish(entry, report, id)
}
