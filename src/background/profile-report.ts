import type { ProfileEntry, ProfileReport } from '../platform/messages'
import { summariseProfile } from '../profile/summarise-profile'
import type { VerificationReport } from '../verifier/report'
import { listed } from './badge-entry'
import { figuresOf } from './badge-figures'
import { judgeNow } from './judge-now'
import type { JudgedReportParts } from './judged-reports'
import { isPrivate } from './keepsakes'
import { judgedTab, profileOf, type PageProfileParts } from './page-profile'
import type { TabState } from './tab-state'

/** The badges of a tab together, with the reports that they count by; null where it shows no page of ours. */
export async function profileReport(
  parts: PageProfileParts,
  tabId: number,
): Promise<ProfileReport | null> {
  const judged = await judgedTab(parts, tabId)
  if (!judged) return null
  const { tab, reports } = judged
  return {
    ...(await profileOf(judged)),
    entries: reports.map(({ id, entry, report }) => entryOf(id, entry.reportId ?? '', report)),
    missing: verifiedIn(tab) - reports.length,
    ...(tab.private && { private: true }),
  }
}

/** Whether or not the report is still kept. */
function verifiedIn({ entries }: TabState): number {
  const verified = listed(entries).filter(
    ({ state, reportId }) => state === 'done' && reportId !== undefined,
  )
  return verified.length
}

/**
 * The same from the reports alone, so that it outlives its tab: badges are named by their place in the list.
 * What nobody has verified has no report, and is not counted here.
 */
export async function keptProfile(
  parts: Pick<JudgedReportParts, 'keepsakes' | 'lists' | 'euLists'>,
  reportIds: readonly string[],
): Promise<ProfileReport | null> {
  const now = new Date()
  const entries: ProfileEntry[] = []
  for (const [index, reportId] of reportIds.entries()) {
    const kept = await parts.keepsakes.report(reportId)
    if (!kept) continue
    entries.push(entryOf(String(index + 1), reportId, judgeNow(kept.report, now, parts)))
  }
  if (entries.length === 0) return null
  return {
    ...{ host: '', judgedAt: now.toISOString() },
    summary: await summariseProfile(entries),
    ...{ entries, missing: reportIds.length - entries.length },
    ...(reportIds.some(isPrivate) && { private: true }),
  }
}

function entryOf(id: string, reportId: string, report: VerificationReport): ProfileEntry {
  const figures = figuresOf(report)
  return { id, reportId, ...(figures && { figures }), report: withoutBulk(report) }
}

/** One message carries all of them: texts of megabytes would not pass. */
function withoutBulk({ descriptors: _tables, ...report }: VerificationReport): VerificationReport {
  const { text: _text, ...source } = report.source
  return { ...report, source, parts: report.parts.map(withoutBulk) }
}
