import { session } from '../platform/session'
import type { TabState } from './tab-state'

/**
 * The state of every tab: in memory to work with, in storage.session to outlive the worker. After
 * `load`, reading and changing are synchronous, so that no two handlers see half a change.
 */
export class TabStore {
  readonly #tabs = new Map<number, TabState>()
  readonly #writes = new Map<number, Promise<void>>()
  readonly #dirty = new Set<number>()

  /** Reads what the worker knew before; tabs that are no longer open are forgotten. */
  async load(open: ReadonlySet<number>): Promise<void> {
    const gone: string[] = []
    for (const [key, value] of Object.entries(await session.all())) {
      const tabId = Number(/^tab:(\d+)/.exec(key)?.[1])
      if (Number.isNaN(tabId)) continue
      if (!open.has(tabId)) gone.push(key)
      else if (key === keyOf(tabId)) this.#tabs.set(tabId, value as TabState)
    }
    if (gone.length > 0) await session.remove(gone)
  }

  get(tabId: number): TabState | undefined {
    return this.#tabs.get(tabId)
  }

  all(): TabState[] {
    return [...this.#tabs.values()]
  }

  set(tab: TabState): void {
    this.#tabs.set(tab.tabId, tab)
  }

  /** Writes the tab as it is when its turn comes; resolves when that is done. */
  save(tabId: number): Promise<void> {
    if (!this.#dirty.has(tabId)) {
      this.#dirty.add(tabId)
      const write = (this.#writes.get(tabId) ?? Promise.resolve()).then(() => this.#write(tabId))
      this.#writes.set(tabId, write)
    }
    return this.#writes.get(tabId) ?? Promise.resolve()
  }

  async #write(tabId: number): Promise<void> {
    this.#dirty.delete(tabId)
    const tab = this.#tabs.get(tabId)
    try {
      if (tab) await session.set(keyOf(tabId), tab)
      else await session.remove([keyOf(tabId)])
    } catch (error) {
      // Full storage costs the badges their life beyond the worker's, but nothing now.
      console.error(error)
      if (tab) await writeWithoutBadges(tab).catch(console.error)
    }
  }

  /** Forgets the tab. */
  async drop(tabId: number): Promise<void> {
    this.#tabs.delete(tabId)
    await this.save(tabId)
  }
}

/**
 * What lies there is of an earlier state, in which a check may be under way that was called off since: none is
 * better than a wrong one. The page says again what it shows.
 */
async function writeWithoutBadges({ focus: _ofOne, ...tab }: TabState): Promise<void> {
  const isCalledOff = tab.entries.some(({ calledOff }) => calledOff === true)
  const bare: TabState = { ...tab, entries: [], ...(isCalledOff && { calledOff: true }) }
  try {
    await session.set(keyOf(tab.tabId), bare)
  } catch {
    await session.remove([keyOf(tab.tabId)])
  }
}

function keyOf(tabId: number): string {
  return `tab:${tabId}`
}
