import type { PageProfile } from '../platform/messages'
import { summariseProfile } from '../profile/summarise-profile'
import {
  judgedReports,
  notChecked,
  type JudgedBadge,
  type JudgedReportParts,
} from './judged-reports'
import type { PagePorts } from './page-ports'
import { isShown } from './shown-document'
import type { TabState } from './tab-state'

export interface PageProfileParts extends JudgedReportParts {
  ports: PagePorts
}

interface JudgedTab {
  tab: TabState
  now: Date
  reports: JudgedBadge[]
}

/** What the badges of a tab come to together, judged for now; null where the tab shows no page of ours. */
export async function pageProfile(
  parts: PageProfileParts,
  tabId: number,
): Promise<PageProfile | null> {
  const judged = await judgedTab(parts, tabId)
  return judged && profileOf(judged)
}

/** The verified badges of a tab with their reports as of `now`; null where the tab shows no page of ours. */
export async function judgedTab(parts: PageProfileParts, tabId: number): Promise<JudgedTab | null> {
  const tab = parts.store.get(tabId)
  if (!tab || !(await isShown(tab, parts.ports))) return null
  const now = new Date()
  return { tab, now, reports: await judgedReports(parts, tab, now) }
}

export async function profileOf({ tab, now, reports }: JudgedTab): Promise<PageProfile> {
  const summary = await summariseProfile(reports, notChecked(tab))
  return { host: tab.host, judgedAt: now.toISOString(), summary }
}
