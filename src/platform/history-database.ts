import { database } from './database'
import type { HistoryEntry, HistoryLine } from './history-shapes'
import { readLine, readWatch } from './kept-history'
import type { VerificationReport } from '../verifier/report'
import type { KeptWatch } from './watch-shapes'

/** Lines and what is heavy of them lie apart: a list reads lines alone. */
const ENTRY_STORES = ['history', 'historyReports', 'historyThumbnails', 'watches'] as const

/** What was there, and the number of what comes next. */
export interface Before {
  line: HistoryLine | undefined
  order: number
}

/** Badges that the user has had verified. Nothing is written while the history is off. */
export const history = {
  async use(): Promise<boolean> {
    return (await (await database()).get('historyUse', 'use')) === true
  },

  /** Watching ends with the history; `removes`: so does what is kept. */
  async setUse(use: boolean, removes: boolean): Promise<void> {
    const stores = ['historyUse', ...ENTRY_STORES] as const
    const transaction = (await database()).transaction(stores, 'readwrite')
    const cleared = use ? [] : removes ? ENTRY_STORES : (['watches'] as const)
    await Promise.all([
      transaction.objectStore('historyUse').put(use, 'use'),
      ...cleared.map((name) => transaction.objectStore(name).clear()),
      transaction.done,
    ])
  },

  /** In no order. */
  async lines(): Promise<HistoryLine[]> {
    return (await (await database()).getAll('history')).flatMap((kept) => readLine(kept) ?? [])
  },

  async line(id: string): Promise<HistoryLine | undefined> {
    return readLine(await (await database()).get('history', id))
  },

  async report(id: string): Promise<VerificationReport | undefined> {
    return (await database()).get('historyReports', id)
  },

  async thumbnail(id: string): Promise<string | undefined> {
    return (await database()).get('historyThumbnails', id)
  },

  count(): Promise<number> {
    return database().then((db) => db.count('history'))
  },

  /** How many were met last on this host. */
  countOf(host: string): Promise<number> {
    return database().then((db) => db.countFromIndex('history', 'host', host))
  },

  /**
   * Keeps an entry, in one step with looking what was there and whether the history is on.
   *
   * @param locator where it may be found if not under its id
   * @returns the number under which it was kept; undefined where it was not
   */
  async put(
    id: string,
    locator: string | undefined,
    make: (before: Before) => HistoryEntry | undefined,
  ): Promise<number | undefined> {
    const stores = ['historyUse', 'history', 'historyReports', 'historyThumbnails'] as const
    const transaction = (await database()).transaction(stores, 'readwrite')
    const lines = transaction.objectStore('history')
    const isOn = (await transaction.objectStore('historyUse').get('use')) === true
    const under = readLine(await lines.get(id))
    const located = locator === undefined ? undefined : await lines.index('locator').get(locator)
    const newest = await lines.index('order').openKeyCursor(null, 'prev')
    const order = (typeof newest?.key === 'number' ? newest.key : 0) + 1
    const entry = isOn ? make({ line: under ?? readLine(located), order }) : undefined
    if (entry) {
      const { line, report, thumbnail } = entry
      const thumbnails = transaction.objectStore('historyThumbnails')
      await lines.put(line)
      await transaction.objectStore('historyReports').put(report, line.id)
      if (thumbnail !== undefined) await thumbnails.put(thumbnail, line.id)
    }
    await transaction.done
    return entry && order
  },

  /** Of lines that are there still, and were not checked again in the meantime. */
  async replaceLines(judged: readonly HistoryLine[]): Promise<void> {
    const transaction = (await database()).transaction('history', 'readwrite')
    for (const line of judged) {
      const now = readLine(await transaction.store.get(line.id))
      if (now?.order === line.order) await transaction.store.put(line)
    }
    await transaction.done
  },

  async remove(ids: readonly string[]): Promise<void> {
    const transaction = (await database()).transaction(ENTRY_STORES, 'readwrite')
    for (const name of ENTRY_STORES)
      for (const id of ids) await transaction.objectStore(name).delete(id)
    await transaction.done
  },

  async removeAll(): Promise<void> {
    const transaction = (await database()).transaction(ENTRY_STORES, 'readwrite')
    await Promise.all(ENTRY_STORES.map((name) => transaction.objectStore(name).clear()))
    await transaction.done
  },
}

/** Of badges of the history. */
export const watches = {
  async all(): Promise<KeptWatch[]> {
    return (await (await database()).getAll('watches')).flatMap((kept) => readWatch(kept) ?? [])
  },

  async ids(): Promise<string[]> {
    return (await database()).getAllKeys('watches')
  },

  /** Begins one, where the history is on and holds its badge. @returns whether it does */
  async begin(watch: KeptWatch): Promise<boolean> {
    const stores = ['historyUse', 'history', 'watches'] as const
    const transaction = (await database()).transaction(stores, 'readwrite')
    const isOn = (await transaction.objectStore('historyUse').get('use')) === true
    const isKept = (await transaction.objectStore('history').getKey(watch.id)) !== undefined
    if (isOn && isKept) await transaction.objectStore('watches').put(watch)
    await transaction.done
    return isOn && isKept
  },

  /** In one step with the reading. One that has ended stays ended. @returns what is kept now */
  async change(
    id: string,
    change: (watch: KeptWatch) => KeptWatch,
  ): Promise<KeptWatch | undefined> {
    const transaction = (await database()).transaction('watches', 'readwrite')
    const kept = readWatch(await transaction.store.get(id))
    const changed = kept && change(kept)
    if (changed && changed !== kept) await transaction.store.put(changed)
    await transaction.done
    return changed
  },

  async remove(id: string): Promise<void> {
    await (await database()).delete('watches', id)
  },
}
