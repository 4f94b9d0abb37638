import { checkHealth } from '../../health/check-health'
import { uiLanguage } from '../../platform/i18n'
import type { BadgeHealth, PageHealth } from '../../platform/health-shapes'
import { nameInReport, textFor } from '../../ui/wording'
import { judgeAgain, type VerificationReport } from '../../verifier'
import type { BadgeEntry } from '../badge-entry'
import { judgedReports, notChecked } from '../judged-reports'
import type { PagePorts } from '../page-ports'
import { isShown } from '../shown-document'
import type { OwnRequestParts } from './own-requests'
import { newBudget, ownershipOf } from './ownership'

export interface PageHealthParts extends OwnRequestParts {
  ports: PagePorts
}

/** How the user's badges of a tab fare, as a stranger sees them; null where the tab shows no page of ours. */
export async function pageHealth(
  parts: PageHealthParts,
  tabId: number,
): Promise<PageHealth | null> {
  const tab = parts.store.get(tabId)
  if (!tab || !(await isShown(tab, parts.ports))) return null
  const now = new Date()
  const budget = newBudget()
  const badges: BadgeHealth[] = []
  let others = 0
  for (const { id, entry, report, kept } of await judgedReports(parts, tab, now)) {
    if (!AWARDS.includes(report.kind)) continue
    const own = await ownershipOf(report, parts.own, budget)
    if (own?.is === 'others') others++
    else
      badges.push({
        id,
        ...nameOf(report, entry),
        ...(own && { own }),
        findings: found(entry, kept, now),
      })
  }
  return {
    ...{ host: tab.host, judgedAt: now.toISOString(), badges, others },
    ...{ knowsOwn: parts.own.all().length > 0, notChecked: notChecked(tab) },
  }
}

const AWARDS: readonly string[] = ['credential', 'clr', 'presentation', 'unsealed']

/** A stranger has neither the user's lists nor their identities. */
function found(entry: BadgeEntry, kept: VerificationReport, now: Date): BadgeHealth['findings'] {
  return checkHealth(judgeAgain(kept, now, []), entry.kind === 'image', now)
}

/** Where nothing was read, what the page says of it. */
function nameOf(report: VerificationReport, { label }: BadgeEntry): Pick<BadgeHealth, 'name'> {
  const named = nameInReport(report)
  const name = named ? textFor(named, uiLanguage()).text : label
  return name === undefined ? {} : { name: name.slice(0, 300) }
}
