import { translate, uiLanguage } from '../platform/i18n'
import type { Mark } from '../platform/port-messages'
import { broadcast } from '../platform/requests'
import { markLabel, sentenceLocale } from '../ui/wording'
import { counted, lookOf, type BadgeEntry } from './badge-entry'
import type { Consent } from './consent'
import { Paced } from './paced'
import type { PagePorts } from './page-ports'
import { isShown } from './shown-document'
import type { TabState } from './tab-state'
import type { TabStore } from './tab-store'
import { showOnToolbar } from './toolbar'

/** Milliseconds between two calls to the extension's pages about one thing. */
export const BROADCAST_PAUSE = 150

/** Tells everybody who shows a tab's badges that they have changed, and has the tab stored. */
export class Announcer {
  readonly #pending = new Set<number>()
  readonly #broadcasts = new Paced<number>(BROADCAST_PAUSE, (tabId) => {
    broadcast({ type: 'page-changed', tabId })
  })

  #listener: (tabId: number) => void = () => undefined

  constructor(
    private readonly store: TabStore,
    private readonly ports: PagePorts,
    private readonly consent: Consent,
  ) {}

  /** Has this told of every change as well. */
  listen(listener: (tabId: number) => void): void {
    this.#listener = listener
  }

  /** Call after every change; changes made in one go are announced together. */
  changed(tabId: number): void {
    if (this.#pending.has(tabId)) return
    this.#pending.add(tabId)
    queueMicrotask(() => {
      this.#pending.delete(tabId)
      this.#announce(tabId)
    })
  }

  #announce(tabId: number): void {
    void this.store.save(tabId)
    // Also of a tab in which nothing was found: it may be that it was looked at.
    this.#broadcasts.tell(tabId)
    const tab = this.store.get(tabId)
    if (!tab) return
    this.ports.draw(tabId, marksOf(tab))
    void this.#showOnToolbar(tab)
    this.#listener(tabId)
  }

  /** The browser clears a tab's toolbar when it goes on, and what is said then is said of the next. */
  async #showOnToolbar(tab: TabState): Promise<void> {
    const isOff = this.consent.isOff(tab)
    const shown = (isOff || tab.entries.length > 0) && (await isShown(tab, this.ports))
    if (this.store.get(tab.tabId) !== tab) return
    await showOnToolbar(tab.tabId, shown ? tab.entries : [], shown && isOff)
  }
}

/** The marks of a tab by frame and key. */
function marksOf(tab: TabState): Map<number, Map<string, Mark>> {
  const frames = new Map<number, Map<string, Mark>>()
  for (const entry of counted(tab.entries)) {
    const look = lookOf(entry)
    if (!look || isAmbiguous(entry)) continue
    const label = labelOf(entry, look)
    for (const { frameId, key } of entry.places) {
      const marks = frames.get(frameId) ?? new Map<string, Mark>()
      frames.set(frameId, marks.set(key, { key, look, label }))
    }
  }
  return frames
}

/** What was found by way of one link is said of every place that shows the picture, be it in another link. */
function isAmbiguous({ searchedFrom, award, places }: BadgeEntry): boolean {
  return searchedFrom !== undefined && award === undefined && places.length > 1
}

function labelOf(entry: BadgeEntry, look: Mark['look']): string {
  const { verdict, reasons = [], issuer, holder = 'not-asked', hosts, permission } = entry
  const permissionHost = permission === undefined ? '' : new URL(permission.slice(0, -1)).hostname
  const facts = {
    hosts,
    ...(permissionHost && { permissionHost }),
    ...(verdict && issuer && { report: { verdict, reasons, issuer, holder } }),
  }
  return markLabel(look, facts, translate, sentenceLocale(translate, uiLanguage()))
}
