import type { ConsentMode } from '../platform/consent-shapes'
import type { BadgeEntry } from './badge-entry'

/** All that is known of one tab. Plain data, without bytes: it lies in storage.session. */
export interface TabState {
  tabId: number
  /** Address of the top document, without fragment. */
  url: string
  /** The browser's name for that document; tells a reload from a reconnection. */
  documentId?: string
  /** Exact host of the top document; '' where it has none. */
  host: string
  private: boolean
  /** A private window's choice for this host, which ends with the tab or on another host. */
  siteConsent?: ConsentMode
  /** The site is off, and what it had shown was dropped. */
  resting?: true
  entries: BadgeEntry[]
  /** There was no room for all that the page has shown. */
  partial?: true
  /** The user has called off checks, and which of them could not be stored: nothing begins by itself. */
  calledOff?: true
  /** Number for the next entry's id. */
  next: number
  /** What the user asked about last and has not yet seen. */
  focus?: string
}

export interface TopDocument {
  url: string
  host: string
  documentId?: string
}

/** A document by its address alone. */
export function topDocument(url: string): TopDocument {
  return { url: withoutFragment(url), host: hostOf(url) }
}

export function newTabState(
  tabId: number,
  isPrivate: boolean,
  document: TopDocument = { url: '', host: '' },
): TabState {
  return { tabId, private: isPrivate, entries: [], next: 1, ...document }
}

export function addEntry(
  tab: TabState,
  fields: Pick<BadgeEntry, 'kind' | 'url' | 'state'> & Partial<BadgeEntry>,
): BadgeEntry {
  const entry: BadgeEntry = { places: [], hosts: [], ...fields, id: `b${tab.next++}` }
  tab.entries.push(entry)
  return entry
}

export function entryById(tab: TabState | undefined, id: string): BadgeEntry | undefined {
  return tab?.entries.find((entry) => entry.id === id)
}

export function entryAt(tab: TabState, frameId: number, key: string): BadgeEntry | undefined {
  return tab.entries.find((entry) =>
    entry.places.some((place) => place.frameId === frameId && place.key === key),
  )
}

/** Takes a place away, and gives back the entry if nothing of it is left in the page. */
export function vacate(tab: TabState, frameId: number, key: string): BadgeEntry | undefined {
  const entry = entryAt(tab, frameId, key)
  if (!entry) return undefined
  entry.places = entry.places.filter((place) => place.frameId !== frameId || place.key !== key)
  return entry.places.length === 0 ? entry : undefined
}

/** Host of an https or http URL, as in the URL; '' for any other address. */
export function hostOf(url: string | undefined): string {
  if (url === undefined || !URL.canParse(url)) return ''
  const { protocol, hostname } = new URL(url)
  return protocol === 'https:' || protocol === 'http:' ? hostname : ''
}

export function withoutFragment(url: string): string {
  const hash = url.indexOf('#')
  return hash < 0 ? url : url.slice(0, hash)
}

/** The address that an entry carries: of a data URL only its head, since a hash tells the rest. */
export function addressOf(url: string): string {
  return url.startsWith('data:') ? url.slice(0, url.indexOf(',') + 1).slice(0, 200) : url
}
