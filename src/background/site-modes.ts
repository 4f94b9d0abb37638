import type { Announcer } from './announcer'
import type { BadgeEntry } from './badge-entry'
import type { Checks } from './checks'
import type { Consent } from './consent'
import { enterPage } from './enter-page'
import type { PagePorts } from './page-ports'
import { isShown } from './shown-document'
import type { TabLifecycle } from './tab-lifecycle'
import type { TabState } from './tab-state'
import type { TabStore } from './tab-store'

export interface SiteModeParts {
  store: TabStore
  lifecycle: TabLifecycle
  ports: PagePorts
  consent: Consent
  checks: Checks
  announcer: Announcer
}

/** Brings open tabs in line with the mode of their site. */
export class SiteModes {
  constructor(private readonly parts: SiteModeParts) {}

  /** A mode was changed: of which tabs, a pattern may have told. */
  settle(): void {
    const { store, consent, lifecycle, announcer } = this.parts
    for (const tab of store.all()) {
      if (!consent.isOff(tab)) this.#wake(tab)
      else {
        if (tab.resting !== true) lifecycle.leave(tab)
        this.#rest(tab)
      }
      this.stopWhereNotAlways(tab)
      if (consent.isAlways(tab)) this.#startWaiting(tab).catch(console.error)
      announcer.changed(tab.tabId)
    }
  }

  /**
   * A script has come, or a worker: where the site is off, what the page has shown is dropped and its
   * scripts are told. What the user asked for outright, before any script spoke, stays.
   */
  restWhereOff(tab: TabState): void {
    const { consent, lifecycle, announcer } = this.parts
    if (!consent.isOff(tab)) return
    const isShown = tab.entries.some(({ asked }) => asked !== true)
    if (tab.resting !== true && isShown) lifecycle.leave(tab)
    this.#rest(tab)
    announcer.changed(tab.tabId)
  }

  /** What was begun unasked is called off where the user, or the organisation, would not have it so any more. */
  stopWhereNotAlways(tab: TabState): void {
    const { consent, checks } = this.parts
    if (!consent.isAlways(tab)) checks.stopUnasked(tab)
  }

  /** Of a page that the tab has left nobody wants to know. */
  async #startWaiting(tab: TabState): Promise<void> {
    const { store, consent, checks, ports } = this.parts
    if (!tab.entries.some(isFound) || !(await isShown(tab, ports))) return
    if (store.get(tab.tabId) !== tab || !consent.isAlways(tab)) return
    for (const entry of tab.entries.filter(isFound)) checks.startUnasked(tab, entry)
  }

  #rest(tab: TabState): void {
    tab.resting = true
    this.parts.ports.rest(tab.tabId)
  }

  /** A script whose line was lost while it rested is told nothing: it is woken in the page. */
  #wake(tab: TabState): void {
    if (tab.resting !== true) return
    delete tab.resting
    const { ports, announcer } = this.parts
    const { tabId } = tab
    ports.wake(tabId)
    if (ports.hasFrame(tabId, 0)) return
    // Who looks at the tab asks it for everything then.
    void enterPage(tabId).then(() => {
      announcer.changed(tabId)
    })
  }
}

function isFound({ state }: BadgeEntry): boolean {
  return state === 'found'
}
