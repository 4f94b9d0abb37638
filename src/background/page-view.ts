import { browser } from '../platform/browser'
import type { BadgeSummary, PageState } from '../platform/messages'
import { awardBehind } from './award'
import { listed, summaryOf, type BadgeEntry } from './badge-entry'
import type { Consent } from './consent'
import type { Freshness } from './freshness'
import type { Keepsakes } from './keepsakes'
import type { PagePorts } from './page-ports'
import type { Access, SiteAccess } from './site-access'
import { isShown } from './shown-document'
import { hostOf, withoutFragment, type TabState } from './tab-state'
import type { TabStore } from './tab-store'
import { inTime, type WholePage } from './whole-page'
import { withinMessage } from './within-message'

export interface PageViewParts {
  store: TabStore
  keepsakes: Keepsakes
  consent: Consent
  ports: PagePorts
  access: SiteAccess
  wholePage: WholePage
  freshness: Freshness
}

/** Milliseconds in which a page that is not busy answers, and in which it takes a script. */
const PATIENCE = 100
const PATIENCE_TO_ENTER = 1_000

/** What a page of ours shows of a tab. */
export class PageView {
  constructor(private readonly parts: PageViewParts) {}

  async of(tabId: number): Promise<PageState> {
    const open = await openTab(tabId)
    const asked = this.parts.wholePage.ask(tabId, open.url)
    const tab = await this.#currentState(tabId)
    if (tab) await this.parts.freshness.renew(tab)
    const host = tab?.host ?? hostOf(open.url)
    const badges = tab ? await this.#badges(tab) : []
    const isUnread = tab?.entries.some(({ state }) => state === 'unread') === true
    const isEmpty = badges.length === 0
    // Who has something to show waits for nobody; what comes later is announced.
    const said = isEmpty ? await inTime(asked, PATIENCE) : {}
    const seen = await this.#access(tabId, tab, open.url)
    const unheard = said.unheard === true && (await this.#unheard(tabId, open, seen))
    const isToBeHeard = unheard === 'looking'
    const looking = isEmpty && (isUnread || said.reading === true || isToBeHeard)
    return {
      tabId,
      host,
      ...(unheard === 'unreachable' ? { access: unheard } : seen),
      private: tab?.private ?? open.incognito,
      consent: this.parts.consent.stateFor(host, tab),
      badges,
      ...(looking && { looking }),
      ...((tab?.partial ?? said.partial) && { partial: true }),
      ...(tab?.focus !== undefined && { focus: tab.focus }),
    }
  }

  /** As `of`, without what takes time: pictures, and judging for now. */
  async glance(tab: TabState): Promise<PageState> {
    const { tabId, host, url } = tab
    return {
      ...{ tabId, host, ...(await this.#access(tabId, tab, url)), private: tab.private },
      consent: this.parts.consent.stateFor(host, tab),
      badges: withoutRepeatedRequests(listed(tab.entries)).map((entry) =>
        summaryOf(entry, undefined),
      ),
      ...(tab.partial && { partial: true }),
    }
  }

  /**
   * No script of ours has said anything: it is still to come, or the browser put none there, since the page was open
   * before it let us in. That nobody looked says nothing about badges.
   */
  async #unheard(
    tabId: number,
    { url = '', isLoading }: OpenTab,
    { access }: Access,
  ): Promise<'looking' | 'unreachable' | undefined> {
    if (isLoading) return 'looking'
    if (access !== 'ok' || this.parts.access.isEntered(tabId, url)) return undefined
    const isIn = await inPatience(this.parts.access.enterWhereMissing(tabId))
    return isIn === false ? 'unreachable' : 'looking'
  }

  /** Our own pages, which show files, are no site of anybody's, nor has `about:blank` one that could be withheld. */
  async #access(
    tabId: number,
    tab: TabState | undefined,
    url: string | undefined,
  ): Promise<Access> {
    if (tab && hostOf(tab.url) === '') return { access: 'ok' }
    return this.parts.access.of(tabId, tab?.url ?? url)
  }

  /** The state, unless the tab shows another document by now, on which no script of ours has spoken. */
  async #currentState(tabId: number): Promise<TabState | undefined> {
    const { store, ports } = this.parts
    const tab = store.get(tabId)
    const isHere = tab !== undefined && (await isShown(tab, ports))
    // Another document may have spoken in the meantime.
    const now = store.get(tabId)
    return isHere || now !== tab ? now : undefined
  }

  async #badges(tab: TabState): Promise<BadgeSummary[]> {
    const shown = withoutRepeatedRequests(listed(tab.entries))
    const pictures = await Promise.all(
      shown.map((entry) => this.parts.keepsakes.thumbnail(tab, entry.id)),
    )
    const sent = withinMessage(pictures)
    return shown.map((entry, at) => ({
      ...summaryOf(entry, sent[at]),
      ...(isPageItself(tab, entry) && { isPage: true }),
    }))
  }
}

function isPageItself(tab: TabState, { kind, url, award }: BadgeEntry): boolean {
  if (kind !== 'link') return false
  const isOfAddress = withoutFragment(url) === withoutFragment(tab.url)
  // A link may have led to it by another address of the same award.
  return isOfAddress || (award && award.url === awardBehind({ href: tab.url })?.url) === true
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

/** Undefined: not yet. */
async function inPatience(entering: Promise<boolean>): Promise<boolean | undefined> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(resolve, PATIENCE_TO_ENTER, undefined)
  })
  const entered = await Promise.race([entering, late])
  clearTimeout(timer)
  return entered
}

interface OpenTab {
  /** Absent where the browser does not tell us. */
  url?: string
  incognito: boolean
  isLoading: boolean
}

async function openTab(tabId: number): Promise<OpenTab> {
  try {
    const { url, incognito, status } = await browser.tabs.get(tabId)
    return { incognito, isLoading: status === 'loading', ...(url !== undefined && { url }) }
  } catch {
    return { incognito: false, isLoading: false }
  }
}
