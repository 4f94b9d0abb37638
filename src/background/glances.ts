import { forgetGlance, keepGlance } from '../platform/glance'
import type { PageView } from './page-view'
import type { TabStore } from './tab-store'

/** Milliseconds: many changes in a row are written once. */
const PAUSE = 300

/** Keeps what pages of ours draw first, while the worker that would tell them more is being woken. */
export class Glances {
  readonly #due = new Set<number>()

  constructor(
    private readonly view: PageView,
    private readonly store: TabStore,
  ) {}

  /** Call after every change of a tab. */
  changed(tabId: number): void {
    if (this.#due.has(tabId)) return
    this.#due.add(tabId)
    setTimeout(() => {
      this.#due.delete(tabId)
      this.#keep(tabId).catch(console.error)
    }, PAUSE)
  }

  async #keep(tabId: number): Promise<void> {
    const tab = this.store.get(tabId)
    if (!tab) return
    const page = await this.view.glance(tab)
    // Nothing of it is listed yet, or any more: it is no word on what will be.
    if (page.badges.length === 0) {
      await forgetGlance(tabId)
      return
    }
    // The tab may be gone, or show something else, by now.
    if (this.store.get(tabId) !== tab) return
    await keepGlance({ url: tab.url, at: new Date().toISOString(), page })
  }
}
