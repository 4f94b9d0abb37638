import type { PageProfile } from '../platform/messages'
import type { ProfileSource } from '../profile/awards'
import { summariseProfile } from '../profile/summarise-profile'
import { listed } from './badge-entry'
import { judgeNow, type Vouching } from './judge-now'
import type { Keepsakes } from './keepsakes'
import type { PagePorts } from './page-ports'
import { isShown } from './shown-document'
import type { TabState } from './tab-state'
import type { TabStore } from './tab-store'

export interface PageProfileParts extends Vouching {
  store: TabStore
  keepsakes: Keepsakes
  ports: PagePorts
}

/** What the badges of a tab come to together, judged for now; null where the tab shows no page of ours. */
export async function pageProfile(
  parts: PageProfileParts,
  tabId: number,
): Promise<PageProfile | null> {
  const tab = parts.store.get(tabId)
  if (!tab || !(await isShown(tab, parts.ports))) return null
  const now = new Date()
  const sources = await sourcesOf(parts, tab, now)
  const summary = await summariseProfile(sources, notChecked(tab))
  return { host: tab.host, judgedAt: now.toISOString(), summary }
}

async function sourcesOf(
  parts: PageProfileParts,
  tab: TabState,
  now: Date,
): Promise<ProfileSource[]> {
  const sources: ProfileSource[] = []
  for (const { id, state, reportId } of listed(tab.entries)) {
    if (state !== 'done' || reportId === undefined) continue
    const kept = await parts.keepsakes.report(reportId)
    if (kept) sources.push({ id, report: judgeNow(kept.report, now, parts) })
  }
  return sources
}

/** What is known to be a badge, and has no verdict yet. */
function notChecked({ entries }: TabState): number {
  return listed(entries).filter(({ state, isBadge }) => state !== 'done' && isBadge === true).length
}
