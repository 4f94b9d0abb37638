import { openDB, type DBSchema, type IDBPDatabase } from 'idb'
import type { ConsentMode, StoredReport } from './messages'

/** A report as it lies in the database: as it was judged, with its age. */
export interface KeptReport extends StoredReport {
  /** Milliseconds since the epoch. */
  savedAt: number
}

/** Bytes of a badge of an open tab, as far as they were read. */
export interface Content {
  bytes: Uint8Array
  /** Whether that is the whole file. */
  complete: boolean
  /** A page handed them over: that they come from the badge's address is only what it says. */
  fromPage?: boolean
  /** PNG or SVG data URL. */
  thumbnail?: string
}

/** What the user chose. Not in `storage.local`: Firefox lets content scripts write there. */
export interface Settings {
  everywhere: ConsentMode
  /** By exact host. */
  sites: Record<string, ConsentMode>
}

interface Schema extends DBSchema {
  reports: { key: string; value: KeptReport; indexes: { savedAt: number } }
  /** Key: `TAB/BADGE`. */
  contents: { key: string; value: Content }
  settings: { key: 'consent'; value: Settings }
}

const MOST_REPORTS = 500

let opened: Promise<IDBPDatabase<Schema>> | undefined

function database(): Promise<IDBPDatabase<Schema>> {
  opened ??= openDB<Schema>('touchstone', 1, {
    upgrade(db) {
      db.createObjectStore('reports', { keyPath: 'id' }).createIndex('savedAt', 'savedAt')
      db.createObjectStore('contents')
      db.createObjectStore('settings')
    },
    terminated() {
      opened = undefined
    },
  })
  return opened
}

export const reports = {
  async get(id: string): Promise<KeptReport | undefined> {
    return (await database()).get('reports', id)
  },

  async put(report: KeptReport): Promise<void> {
    await (await database()).put('reports', report)
  },

  /** Forgets the oldest ones beyond the number that is kept. */
  async prune(most = MOST_REPORTS): Promise<void> {
    const transaction = (await database()).transaction('reports', 'readwrite')
    let excess = (await transaction.store.count()) - most
    let cursor = excess > 0 ? await transaction.store.index('savedAt').openCursor() : null
    while (cursor && excess-- > 0) {
      await cursor.delete()
      cursor = await cursor.continue()
    }
    await transaction.done
  },
}

export const contents = {
  async get(tabId: number, badgeId: string): Promise<Content | undefined> {
    return (await database()).get('contents', `${tabId}/${badgeId}`)
  },

  async put(tabId: number, badgeId: string, content: Content): Promise<void> {
    await (await database()).put('contents', content, `${tabId}/${badgeId}`)
  },

  async remove(tabId: number, badgeId: string): Promise<void> {
    await (await database()).delete('contents', `${tabId}/${badgeId}`)
  },

  async removeTab(tabId: number): Promise<void> {
    // '0' follows '/' in code order: the range holds exactly the keys that begin with `TAB/`.
    const ofTab = IDBKeyRange.bound(`${tabId}/`, `${tabId}0`, false, true)
    await (await database()).delete('contents', ofTab)
  },

  async tabs(): Promise<number[]> {
    const keys = await (await database()).getAllKeys('contents')
    return [...new Set(keys.map((key) => Number.parseInt(key, 10)))]
  },
}

export const settings = {
  async get(): Promise<Settings> {
    const kept = await (await database()).get('settings', 'consent')
    return kept ?? { everywhere: 'click', sites: {} }
  },

  async put(value: Settings): Promise<void> {
    await (await database()).put('settings', value, 'consent')
  },
}
