import type { PageProfile } from '../platform/messages'
import { summariseProfile } from '../profile/summarise-profile'
import { judgedReports, notChecked, type JudgedReportParts } from './judged-reports'
import type { PagePorts } from './page-ports'
import { isShown } from './shown-document'

export interface PageProfileParts extends JudgedReportParts {
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
  const sources = await judgedReports(parts, tab, now)
  const summary = await summariseProfile(sources, notChecked(tab))
  return { host: tab.host, judgedAt: now.toISOString(), summary }
}
