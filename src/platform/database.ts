import { openDB, type DBSchema, type IDBPDatabase, type StoreNames } from 'idb'
import type { ListProblem, TrailStep, TrustList } from '../verifier'
import type { EscoEntry } from '../verifier/alignments/esco-index/entry'
import type { Settings } from './consent-shapes'
import type { EscoJob, KeptEscoAnswer } from './esco-shapes'
import type { KeptEuList } from './eu-list-shapes'
import type { HistoryLine } from './history-shapes'
import { readSettings } from './kept-settings'
import type { StoredReport } from './messages'
import type { KeptOwnIdentity } from './own-identity-shapes'
import type { KeptWatch } from './watch-shapes'
import type { VerificationReport } from '../verifier/report'

/** A report as it lies in the database: as it was judged, without what is of one picture alone. */
export interface KeptReport extends Omit<StoredReport, 'thumbnail' | 'private'> {
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
  /** Where they lie, if not at the address of the picture that people see, and how that was found out. */
  original?: { url: string; trail: TrailStep[] }
  /** File of the picture that people see, where it is another one. */
  shown?: Uint8Array
}

/** A list of issuers that the user trusts. Here for the same reason as the settings. */
export interface KeptTrustList {
  /** The list's own. */
  id: string
  list: TrustList
  /** How many the file has, those that were not read included. */
  entries: number
  problems: ListProblem[]
  /** Its id is an address that can be asked again. */
  fromAddress: boolean
  /** The organisation's policy named it, and no user: it goes when the policy names it no more. */
  byOrganisation?: true
}

interface Schema extends DBSchema {
  /** `size`: characters. The index names it, so that nobody has to read the reports to sum them up. */
  reports: {
    key: string
    value: KeptReport & { size: number }
    indexes: { room: [savedAt: number, size: number] }
  }
  /** Key: `TAB/BADGE`. */
  contents: { key: string; value: Content }
  /** PNG or SVG data URLs, apart from the bytes: lists of badges need no more. Key: `TAB/BADGE`. */
  thumbnails: { key: string; value: string }
  /** Whatever an earlier version wrote: `readSettings` takes what it understands. */
  settings: { key: 'consent'; value: unknown }
  trustLists: { key: string; value: KeptTrustList }
  /** The index of ESCO, and the file that one is to be made of. */
  escoFiles: { key: 'index' | 'upload'; value: Uint8Array<ArrayBuffer> }
  escoJob: { key: 'job'; value: EscoJob }
  /** What a download has got so far. Key: [type, page]. */
  escoPages: { key: [string, number]; value: EscoEntry[] }
  escoAnswers: { key: string; value: KeptEscoAnswer; indexes: { savedAt: number } }
  /** EU trusted lists, cut down. */
  euLists: { key: string; value: KeptEuList }
  euListsUse: { key: 'use'; value: boolean }
  ownIdentities: { key: string; value: KeptOwnIdentity }
  /** Whatever another version wrote: `readPreferences` takes what it understands. */
  preferences: { key: 'chosen'; value: unknown }
  /** Lines of the history; its reports and thumbnails lie apart, under the same ids. */
  history: {
    key: string
    value: HistoryLine
    indexes: { order: number; host: string; locator: string }
  }
  historyReports: { key: string; value: VerificationReport }
  historyThumbnails: { key: string; value: string }
  historyUse: { key: 'use'; value: boolean }
  watches: { key: string; value: KeptWatch }
}

export type StoreName = StoreNames<Schema>

/** `size`: characters of the large ones together, so that no page of them pushes out all that is small. */
const MOST_REPORTS = { count: 500, large: 200_000, size: 100_000_000 }

const VERSION = 8
/** The stores of version 1 that are worth less than the effort to convert them. */
const RENEWED = ['reports', 'contents'] as const

let opened: Promise<IDBPDatabase<Schema>> | undefined

/** For the modules beside this one, each of which keeps one thing. What failed to open is opened anew. */
export function database(): Promise<IDBPDatabase<Schema>> {
  opened ??= open().catch((error: unknown) => {
    opened = undefined
    throw error
  })
  return opened
}

function open(): Promise<IDBPDatabase<Schema>> {
  return openDB<Schema>('touchstone', VERSION, {
    upgrade(db, from) {
      if (from < 1) db.createObjectStore('settings')
      if (from === 1) for (const name of RENEWED) db.deleteObjectStore(name)
      if (from < 2) {
        db.createObjectStore('contents')
        db.createObjectStore('thumbnails')
      }
      if (from < 3) db.createObjectStore('trustLists', { keyPath: 'id' })
      if (from < 4) {
        db.createObjectStore('escoFiles')
        db.createObjectStore('escoJob')
        db.createObjectStore('escoPages')
        db.createObjectStore('escoAnswers', { keyPath: 'id' }).createIndex('savedAt', 'savedAt')
      }
      if (from < 5) {
        db.createObjectStore('euLists', { keyPath: 'country' })
        db.createObjectStore('euListsUse')
      }
      if (from < 6) db.createObjectStore('ownIdentities', { keyPath: 'id' })
      if (from < 7) {
        db.createObjectStore('preferences')
        const history = db.createObjectStore('history', { keyPath: 'id' })
        for (const index of ['order', 'host', 'locator'] as const) history.createIndex(index, index)
        db.createObjectStore('historyReports')
        db.createObjectStore('historyThumbnails')
        db.createObjectStore('historyUse')
        db.createObjectStore('watches', { keyPath: 'id' })
      }
      if (from < 8) {
        // As those of version 1.
        if (db.objectStoreNames.contains('reports')) db.deleteObjectStore('reports')
        db.createObjectStore('reports', { keyPath: 'id' }).createIndex('room', ['savedAt', 'size'])
      }
    },
    terminated() {
      opened = undefined
    },
  })
}

export const reports = {
  async get(id: string): Promise<KeptReport | undefined> {
    return (await database()).get('reports', id)
  },

  async ids(): Promise<string[]> {
    return (await database()).getAllKeys('reports')
  },

  /** @returns how many characters it has */
  async put(report: KeptReport): Promise<number> {
    const size = JSON.stringify(report).length
    await (await database()).put('reports', { ...report, size })
    return size
  },

  async clear(): Promise<void> {
    await (await database()).clear('reports')
  },

  /** Forgets the oldest ones beyond what is kept. */
  async prune(most = MOST_REPORTS): Promise<void> {
    const transaction = (await database()).transaction('reports', 'readwrite')
    let [count, large] = [0, 0]
    let cursor = await transaction.store.index('room').openKeyCursor(null, 'prev')
    while (cursor) {
      const [, size] = cursor.key
      if (size > most.large) large += size
      const isTooMuch = size > most.large && large > most.size
      if (!isTooMuch) count++
      if (isTooMuch || count > most.count) await transaction.store.delete(cursor.primaryKey)
      cursor = await cursor.continue()
    }
    await transaction.done
  },
}

/** Of the badges of open tabs; the pictures of a badge go with its bytes. */
export const contents = {
  async get(tabId: number, badgeId: string): Promise<Content | undefined> {
    return (await database()).get('contents', `${tabId}/${badgeId}`)
  },

  async has(tabId: number, badgeId: string): Promise<boolean> {
    return (await (await database()).getKey('contents', `${tabId}/${badgeId}`)) !== undefined
  },

  async thumbnail(tabId: number, badgeId: string): Promise<string | undefined> {
    return (await database()).get('thumbnails', `${tabId}/${badgeId}`)
  },

  async put(tabId: number, badgeId: string, content: Content, thumbnail?: string): Promise<void> {
    const key = `${tabId}/${badgeId}`
    const transaction = (await database()).transaction(['contents', 'thumbnails'], 'readwrite')
    const thumbnails = transaction.objectStore('thumbnails')
    await Promise.all([
      transaction.objectStore('contents').put(content, key),
      thumbnail === undefined ? thumbnails.delete(key) : thumbnails.put(thumbnail, key),
      transaction.done,
    ])
  },

  async remove(tabId: number, badgeId: string): Promise<void> {
    await removeFromBoth(`${tabId}/${badgeId}`)
  },

  async removeTab(tabId: number): Promise<void> {
    // '0' follows '/' in code order: the range holds exactly the keys that begin with `TAB/`.
    await removeFromBoth(IDBKeyRange.bound(`${tabId}/`, `${tabId}0`, false, true))
  },

  async clear(): Promise<void> {
    await removeFromBoth(IDBKeyRange.lowerBound(''))
  },

  async tabs(): Promise<number[]> {
    const keys = await (await database()).getAllKeys('contents')
    return [...new Set(keys.map((key) => Number.parseInt(key, 10)))]
  },
}

async function removeFromBoth(key: string | IDBKeyRange): Promise<void> {
  const transaction = (await database()).transaction(['contents', 'thumbnails'], 'readwrite')
  await Promise.all([
    transaction.objectStore('contents').delete(key),
    transaction.objectStore('thumbnails').delete(key),
    transaction.done,
  ])
}

/** What the user chose. Not in `storage.local`: Firefox lets content scripts write there. */
export const settings = {
  async get(): Promise<Settings> {
    return readSettings(await (await database()).get('settings', 'consent'))
  },

  /** In one step with the reading, so that what is not changed cannot be lost. @returns what is kept now */
  async change(change: (kept: Settings) => Settings): Promise<Settings> {
    const transaction = (await database()).transaction('settings', 'readwrite')
    const changed = change(readSettings(await transaction.store.get('consent')))
    await Promise.all([transaction.store.put(changed, 'consent'), transaction.done])
    return changed
  },
}

export const trustLists = {
  async all(): Promise<KeptTrustList[]> {
    return (await database()).getAll('trustLists')
  },

  async put(list: KeptTrustList): Promise<void> {
    await (await database()).put('trustLists', list)
  },

  async remove(id: string): Promise<void> {
    await (await database()).delete('trustLists', id)
  },
}
