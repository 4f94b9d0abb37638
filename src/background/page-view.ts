import { browser } from '../platform/browser'
import type { BadgeSummary, PageState } from '../platform/messages'
import { judgeAgain } from '../verifier'
import type { Announcer } from './announcer'
import { describe, listed, summaryOf, type BadgeEntry } from './badge-entry'
import type { Consent } from './consent'
import type { Keepsakes } from './keepsakes'
import type { PagePorts } from './page-ports'
import { hostOf, type TabState } from './tab-state'
import type { TabStore } from './tab-store'

/** Milliseconds for which a judgement of the present counts as present. */
const PRESENT_MS = 60_000

export interface PageViewParts {
  store: TabStore
  keepsakes: Keepsakes
  consent: Consent
  ports: PagePorts
  announcer: Announcer
}

/** What a page of ours shows of a tab. */
export class PageView {
  readonly #judgedAt = new Map<number, number>()

  constructor(private readonly parts: PageViewParts) {}

  async of(tabId: number): Promise<PageState> {
    const open = await openTab(tabId)
    const tab = await this.#currentState(tabId)
    if (tab) await this.#judgeAgain(tab)
    const host = tab?.host ?? hostOf(open.url)
    return {
      tabId,
      host,
      access: tab || host !== '' ? 'ok' : 'unreachable',
      private: tab?.private ?? open.incognito,
      consent: this.parts.consent.stateFor(host, tab),
      badges: tab ? await this.#badges(tab) : [],
      ...(tab?.focus !== undefined && { focus: tab.focus }),
    }
  }

  /** The state, unless the tab shows another document by now, on which no script of ours has spoken. */
  async #currentState(tabId: number): Promise<TabState | undefined> {
    const tab = this.parts.store.get(tabId)
    if (tab?.documentId === undefined || this.parts.ports.has(tabId)) return tab
    return (await shows(tabId, tab.documentId)) ? tab : undefined
  }

  /** Dates pass and answers about status grow old while a page stays open. */
  async #judgeAgain(tab: TabState): Promise<void> {
    const now = new Date()
    if (now.getTime() - (this.#judgedAt.get(tab.tabId) ?? 0) < PRESENT_MS) return
    this.#judgedAt.set(tab.tabId, now.getTime())
    for (const entry of tab.entries) {
      if (entry.state !== 'done' || entry.reportId === undefined) continue
      const kept = await this.parts.keepsakes.report(entry.reportId)
      const report = kept && judgeAgain(kept.report, now)
      if (!report || report.verdict === entry.verdict) continue
      describe(entry, report)
      this.parts.announcer.changed(tab.tabId)
    }
  }

  #badges(tab: TabState): Promise<BadgeSummary[]> {
    const shown = withoutRepeatedRequests(listed(tab.entries))
    return Promise.all(
      shown.map(async (entry) => {
        return summaryOf(entry, await this.parts.keepsakes.thumbnail(tab, entry.id))
      }),
    )
  }
}

/** Images that nobody may read yet may be anything: one of them asks for each permission. */
function withoutRepeatedRequests(entries: BadgeEntry[]): BadgeEntry[] {
  const asked = new Set<string>()
  return entries.filter((entry) => {
    if (entry.isBadge === true || entry.asked === true || entry.permission === undefined)
      return true
    const first = !asked.has(entry.permission)
    asked.add(entry.permission)
    return first
  })
}

async function openTab(tabId: number): Promise<{ url?: string; incognito: boolean }> {
  try {
    const { url, incognito } = await browser.tabs.get(tabId)
    return { incognito, ...(url !== undefined && { url }) }
  } catch {
    return { incognito: false }
  }
}

/** Whether the tab's top document is this one. Where the browser does not say, it is. */
async function shows(tabId: number, documentId: string): Promise<boolean> {
  try {
    const [top] = await browser.scripting.executeScript({ target: { tabId }, func: () => null })
    const shown = (top as { documentId?: string } | undefined)?.documentId
    return shown === undefined || shown === documentId
  } catch {
    return false
  }
}
