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
    const { store, consent, checks, announcer } = this.parts
    for (const tab of store.all()) {
      if (!this.restWhereOff(tab)) this.#wake(tab)
      if (consent.isAlways(tab)) startWaiting(checks, tab)
      announcer.changed(tab.tabId)
    }
  }

  /**
   * Where the site is off, stops what is under way, drops what the page has shown and tells its scripts.
   * What the user asks for afterwards stays.
   *
   * @returns whether it is off
   */
  restWhereOff(tab: TabState): boolean {
    const { consent, lifecycle, ports, announcer } = this.parts
    if (!consent.isOff(tab)) return false
    if (tab.resting !== true) {
      tab.resting = true
      lifecycle.leave(tab)
      announcer.changed(tab.tabId)
    }
    ports.rest(tab.tabId)
    return true
  }

  /** A script whose line was lost while it rested is told nothing: a new one takes its place. */
  #wake(tab: TabState): void {
    if (tab.resting !== true) return
    delete tab.resting
    const { ports } = this.parts
    if (ports.hasFrame(tab.tabId, 0)) ports.wake(tab.tabId)
    else void enterPage(tab.tabId)
  }
}

function startWaiting(checks: Checks, tab: TabState): void {
  for (const entry of tab.entries) if (entry.state === 'found') checks.start(tab, entry)
}
