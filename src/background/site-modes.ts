import type { Announcer } from './announcer'
import type { Checks } from './checks'
import type { Consent } from './consent'
import { enterPage } from './enter-page'
import type { PagePorts } from './page-ports'
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
    const { store, consent, lifecycle, checks, announcer } = this.parts
    for (const tab of store.all()) {
      if (!consent.isOff(tab)) this.#wake(tab)
      else {
        if (tab.resting !== true) lifecycle.leave(tab)
        this.#rest(tab)
      }
      if (consent.isAlways(tab)) startWaiting(checks, tab)
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

function startWaiting(checks: Checks, tab: TabState): void {
  for (const entry of tab.entries) if (entry.state === 'found') checks.start(tab, entry)
}
