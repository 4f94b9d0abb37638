import { browser } from '../platform/browser'
import type { BadgeEntry } from './badge-entry'
import type { Checks } from './checks'
import type { Keepsakes } from './keepsakes'
import type { PagePorts } from './page-ports'
import type { Readings } from './readings'
import { isOfItsFrames, isShown } from './shown-document'
import { hostOf, newTabState, topDocument, type TabState, type TopDocument } from './tab-state'
import type { TabStore } from './tab-store'

export interface TabLifecycleParts {
  store: TabStore
  keepsakes: Keepsakes
  ports: PagePorts
  readings: Readings
  checks: Checks
}

/** A tab's state lives as long as its top document; what was asked about an earlier one ends with it. */
export class TabLifecycle {
  constructor(private readonly parts: TabLifecycleParts) {}

  /** The state for a tab whose top document is this one; a new one where it was another. */
  enter(tabId: number, isPrivate: boolean, document: TopDocument): TabState {
    const { store, ports } = this.parts
    const known = store.get(tabId)
    // Of a page with a host whose address the browser kept from us, only its frames can have spoken before.
    const isKnown =
      known &&
      (known.url === ''
        ? hostOf(document.url) === '' || ports.hasAnyFrame(tabId)
        : isSameDocument(known, document) || isOfItsFrames(known, document.host, ports))
    if (!isKnown) return this.#begin(tabId, isPrivate, document)
    Object.assign(known, document)
    return known
  }

  /**
   * As `enter`, for a frame inside a top document, of which only the address is known, or nothing. That
   * changes with `pushState`, too, so it alone ends no state of a document that the browser has a name for.
   */
  async enterFrame(tabId: number, isPrivate: boolean, top: TopDocument): Promise<TabState> {
    const { store, ports } = this.parts
    const known = store.get(tabId)
    if (!known) return this.#begin(tabId, isPrivate, top)
    if (!isOfOtherSite(known, top) && (await isShown(known, ports, top.url)))
      return store.get(tabId) ?? known
    // The top document may have spoken in the meantime, or the tab may be gone.
    return store.get(tabId) === known
      ? this.#begin(tabId, isPrivate, top)
      : (store.get(tabId) ?? known)
  }

  /** The state for what the tab shows now, though no script of ours may have spoken there. */
  async shown(tabId: number): Promise<TabState | undefined> {
    try {
      const { incognito, url = '' } = await browser.tabs.get(tabId)
      return await this.enterFrame(tabId, incognito, topDocument(url))
    } catch {
      return undefined
    }
  }

  /** The top document is gone, or in the back-forward cache, from where it says everything again. */
  leave(tab: TabState): void {
    this.#drop(tab)
    tab.entries = []
    delete tab.partial
    delete tab.focus
  }

  /** Ends what is under way; its entries are to be dropped, or begun anew. */
  stop({ tabId }: TabState): void {
    this.parts.checks.drop(tabId)
    this.parts.readings.drop(tabId)
  }

  /** Looks once more at the files that the user gave, as if they had just come. Of all else nothing is left. */
  startAnew(tab: TabState): void {
    const { keepsakes, readings } = this.parts
    this.stop(tab)
    const [given, others] = [true, false].map((wanted) =>
      tab.entries.filter(({ kind }) => (kind === 'file') === wanted),
    )
    for (const { id } of others ?? []) keepsakes.dropContent(tab, id).catch(console.error)
    tab.entries = (given ?? []).map(asGiven)
    delete tab.focus
    for (const entry of tab.entries) readings.start(tab, entry)
  }

  /** The tab is closed: its work is stopped, and nothing of it is kept. */
  async close(tabId: number): Promise<void> {
    const tab = this.parts.store.get(tabId)
    if (tab) this.#drop(tab)
    await this.parts.store.drop(tabId)
    await this.parts.keepsakes.dropTab(tabId)
  }

  #begin(tabId: number, isPrivate: boolean, document: TopDocument): TabState {
    const { store } = this.parts
    const known = store.get(tabId)
    const tab = newTabState(tabId, isPrivate, document)
    if (known) {
      this.#drop(known)
      // Ids never name two badges of one tab, so that a page of ours that is open shows no other one.
      tab.next = known.next
      if (known.siteConsent && known.host === tab.host) tab.siteConsent = known.siteConsent
    }
    store.set(tab)
    return tab
  }

  #drop(tab: TabState): void {
    this.stop(tab)
    for (const { id } of tab.entries) this.parts.keepsakes.dropContent(tab, id).catch(console.error)
  }
}

function asGiven({ id, kind, url, label, contentHash, asked }: BadgeEntry): BadgeEntry {
  return {
    ...{ id, kind, url, places: [], hosts: [], state: 'unread' },
    ...(label !== undefined && { label }),
    ...(contentHash !== undefined && { contentHash }),
    ...(asked !== undefined && { asked }),
  }
}

/** `about:blank` is of the site that opened it, which its address does not say. */
function isOfOtherSite(known: TabState, { url, host }: TopDocument): boolean {
  if (known.url === '' || url === '') return false
  return host === '' ? known.url !== url : known.host !== host
}

function isSameDocument(known: TabState, { url, documentId }: TopDocument): boolean {
  if (known.documentId !== undefined && documentId !== undefined) {
    return known.documentId === documentId
  }
  return known.url === url
}
