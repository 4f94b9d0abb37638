import type { VerificationReport } from '../verifier/report'
import { listed, type BadgeEntry } from './badge-entry'
import { judgeNow, type Vouching } from './judge-now'
import type { Keepsakes } from './keepsakes'
import type { TabState } from './tab-state'
import type { TabStore } from './tab-store'

export interface JudgedReportParts extends Vouching {
  store: TabStore
  keepsakes: Keepsakes
}

/** A badge of a tab that has a report. */
export interface JudgedBadge {
  id: string
  entry: BadgeEntry
  /** Judged for now. */
  report: VerificationReport
  /** As it was kept. */
  kept: VerificationReport
}

/** Every badge that the tab's list names and that was verified, in the order of the list. */
export async function judgedReports(
  parts: Vouching & Pick<JudgedReportParts, 'keepsakes'>,
  tab: TabState,
  now: Date,
): Promise<JudgedBadge[]> {
  const judged: JudgedBadge[] = []
  for (const entry of listed(tab.entries)) {
    const { id, state, reportId } = entry
    if (state !== 'done' || reportId === undefined) continue
    const kept = (await parts.keepsakes.report(reportId))?.report
    if (kept) judged.push({ id, entry, report: judgeNow(kept, now, parts), kept })
  }
  return judged
}

/** How many are known to be badges, and have no verdict yet. */
export function notChecked({ entries }: TabState): number {
  return listed(entries).filter(({ state, isBadge }) => state !== 'done' && isBadge === true).length
}
