import { history } from '../platform/history-database'
import type { StoredReport } from '../platform/messages'
import { isHistoryId } from './history/history-line'
import { judgeNow, type Vouching } from './judge-now'
import { isPrivate, type Keepsakes } from './keepsakes'
import type { TabStore } from './tab-store'

export interface ShownReportParts extends Vouching {
  store: TabStore
  keepsakes: Keepsakes
}

/**
 * A kept report, judged for now, with the thumbnail of the image that it is shown for: an id names
 * its image, so any badge with that id shows the same one.
 */
export async function shownReport(
  parts: ShownReportParts,
  id: string,
): Promise<StoredReport | null> {
  const kept = await parts.keepsakes.report(id)
  if (!kept) return null
  const thumbnail = await thumbnailFor(parts, id)
  const report = judgeNow(kept.report, new Date(), parts)
  return {
    ...{ id, report },
    ...(thumbnail !== undefined && { thumbnail }),
    ...(isPrivate(id) && { private: true }),
  }
}

async function thumbnailFor(
  { store, keepsakes }: ShownReportParts,
  reportId: string,
): Promise<string | undefined> {
  if (isHistoryId(reportId)) return history.thumbnail(reportId)
  for (const tab of store.all()) {
    const entry = tab.entries.find((badge) => badge.reportId === reportId)
    const thumbnail = entry && (await keepsakes.thumbnail(tab, entry.id))
    if (thumbnail !== undefined) return thumbnail
  }
  return undefined
}
