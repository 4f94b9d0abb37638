import type { Checks } from './checks'
import type { Keepsakes } from './keepsakes'
import type { PagePorts } from './page-ports'
import type { Readings } from './readings'
import { newTabState, type TabState, type TopDocument } from './tab-state'
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
    const { store } = this.parts
    const known = store.get(tabId)
    if (known && isSameDocument(known, document)) {
      Object.assign(known, document)
      return known
    }
    if (known) this.#stop(tabId)
    const tab = newTabState(tabId, isPrivate, document)
    // Ids never name two badges of one tab, so that a page of ours that is open shows no other one.
    if (known) tab.next = known.next
    store.set(tab)
    return tab
  }

  /** As `enter`, for a frame inside a top document, of which only the address is known. */
  enterFrame(tabId: number, isPrivate: boolean, top: TopDocument): TabState {
    const known = this.parts.store.get(tabId)
    const topIsHere = this.parts.ports.hasFrame(tabId, 0)
    return known && (topIsHere || top.url === '') ? known : this.enter(tabId, isPrivate, top)
  }

  /** The tab is closed: its work is stopped, and nothing of it is kept. */
  async close(tabId: number): Promise<void> {
    this.#stop(tabId)
    await this.parts.store.drop(tabId)
    await this.parts.keepsakes.dropTab(tabId)
  }

  #stop(tabId: number): void {
    this.parts.checks.drop(tabId)
    this.parts.readings.drop(tabId)
    const badges = this.parts.store.get(tabId)
    for (const { id } of badges?.entries ?? []) {
      if (badges) this.parts.keepsakes.dropContent(badges, id).catch(console.error)
    }
  }
}

function isSameDocument(known: TabState, { url, documentId }: TopDocument): boolean {
  if (known.documentId !== undefined && documentId !== undefined) {
    return known.documentId === documentId
  }
  return known.url === '' || known.url === url
}
