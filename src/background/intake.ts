import { dataUrlBytes } from '../content/data-url'
import type { Content } from '../platform/database'
import type { Candidate, FromPage } from '../platform/messages'
import { sha256 } from '../verifier/open-source'
import type { Announcer } from './announcer'
import type { BadgeEntry } from './badge-entry'
import { fromBase64 } from './base64'
import type { Checks } from './checks'
import type { Consent } from './consent'
import { readableHost } from './content-reader'
import type { Keepsakes } from './keepsakes'
import type { Readings } from './readings'
import { addEntry, addressOf, entryAt, hostOf, vacate, type TabState } from './tab-state'
import type { TabStore } from './tab-store'

/** Candidates that one tab may have; a page with more is no profile but an attack. */
export const MOST_CANDIDATES = 500

type Candidates = Extract<FromPage, { type: 'candidates' }>

export interface IntakeParts {
  store: TabStore
  keepsakes: Keepsakes
  consent: Consent
  readings: Readings
  checks: Checks
  announcer: Announcer
}

/** From what a page's frames say to the list of what may be badges; each badge once. */
export class Intake {
  constructor(private readonly parts: IntakeParts) {}

  async take(tab: TabState, frameId: number, { items, all }: Candidates): Promise<void> {
    if (all === true) {
      const said = new Set(items.map(({ key }) => key))
      const others = keysOf(tab, frameId).filter((key) => !said.has(key))
      this.leave(tab, frameId, others)
    }
    for (const item of items) await this.#takeOne(tab, frameId, item)
    this.parts.announcer.changed(tab.tabId)
  }

  /** These places show something else, or nothing. */
  leave(tab: TabState, frameId: number, keys: string[]): void {
    for (const key of keys) {
      const entry = vacate(tab, frameId, key)
      if (entry) this.#drop(tab, entry)
    }
    this.parts.announcer.changed(tab.tabId)
  }

  /** The frame is gone. */
  leaveFrame(tab: TabState, frameId: number): void {
    this.leave(tab, frameId, keysOf(tab, frameId))
  }

  /** The user lets us ask further hosts: what waited for that goes on. */
  accessGranted(): void {
    for (const tab of this.parts.store.all()) {
      for (const entry of tab.entries) {
        if (entry.state !== 'permission-needed') continue
        delete entry.permission
        // A check can only have met a closed door after consent; the reading of an image needs none.
        if (entry.isBadge === true || entry.asked === true || entry.kind === 'link') {
          this.parts.checks.start(tab, entry)
        } else {
          entry.state = 'unread'
          this.parts.readings.start(tab, entry)
        }
      }
      this.parts.announcer.changed(tab.tabId)
    }
  }

  async #takeOne(tab: TabState, frameId: number, item: Candidate): Promise<void> {
    const bytes = bytesOf(item)
    const url = addressOf(item.url)
    const contentHash = bytes && (await sha256(bytes))
    // The tab may have gone on to another page while the bytes were hashed.
    if (this.parts.store.get(tab.tabId) !== tab) return
    const isSame = (entry: BadgeEntry): boolean =>
      entry.kind === item.kind && entry.url === url && entry.contentHash === contentHash

    const before = entryAt(tab, frameId, item.key)
    if (before && !isSame(before)) this.leave(tab, frameId, [item.key])
    let entry = tab.entries.find(isSame)
    if (!entry && placesIn(tab) < MOST_CANDIDATES) {
      entry = addEntry(tab, { kind: item.kind, url, state: 'unread' })
      if (contentHash !== undefined) entry.contentHash = contentHash
    }
    if (!entry || !occupy(tab, entry, { frameId, key: item.key })) return
    if (item.label !== undefined) entry.label ??= item.label
    if (item.href !== undefined) entry.href ??= item.href
    if (entry.state === 'unread' && !this.parts.readings.has(tab, entry)) {
      await this.#begin(tab, entry, bytes && contentFromPage(item, bytes))
    }
  }

  async #begin(tab: TabState, entry: BadgeEntry, content?: Content): Promise<void> {
    const { keepsakes, readings } = this.parts
    if (content) {
      await keepsakes.keepContent(tab, entry.id, content)
      if (tab.entries.includes(entry) && entry.state === 'unread') readings.start(tab, entry)
    } else if (entry.kind === 'link') this.#listLink(tab, entry)
    else if (readableHost(entry.url) !== undefined) readings.start(tab, entry)
    else entry.state = 'nothing'
  }

  /** Nobody is asked where a link leads before there is consent. */
  #listLink(tab: TabState, entry: BadgeEntry): void {
    const host = hostOf(entry.url)
    entry.state = host === '' ? 'nothing' : 'found'
    entry.hosts = [host]
    if (host !== '' && this.parts.consent.isAlways(tab)) this.parts.checks.start(tab, entry)
  }

  #drop(tab: TabState, entry: BadgeEntry): void {
    tab.entries = tab.entries.filter((other) => other !== entry)
    if (tab.focus === entry.id) delete tab.focus
    this.parts.checks.drop(tab.tabId, entry.id)
    this.parts.readings.drop(tab.tabId, entry.id)
    this.parts.keepsakes.dropContent(tab, entry.id).catch(console.error)
  }
}

/** Whole for a data URL, which holds all there is. */
function contentFromPage({ url, complete }: Candidate, bytes: Uint8Array): Content {
  return { bytes, complete: complete === true || url.startsWith('data:'), fromPage: true }
}

function bytesOf({ url, bytes }: Candidate): Uint8Array | undefined {
  const read = bytes === undefined ? dataUrlBytes(url) : fromBase64(bytes)
  return read ?? undefined
}

function keysOf(tab: TabState, frameId: number): string[] {
  const places = tab.entries.flatMap((entry) => entry.places)
  return places.filter((place) => place.frameId === frameId).map(({ key }) => key)
}

function placesIn(tab: TabState): number {
  return tab.entries.reduce((sum, { places }) => sum + places.length, 0)
}

/** Whether the entry is at the place now; a tab that is full takes no more. */
function occupy(tab: TabState, entry: BadgeEntry, place: BadgeEntry['places'][number]): boolean {
  const { frameId, key } = place
  if (entry.places.some((other) => other.frameId === frameId && other.key === key)) return true
  if (placesIn(tab) >= MOST_CANDIDATES) return false
  entry.places.push(place)
  return true
}
