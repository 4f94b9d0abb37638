import { dataUrlBytes } from '../content/data-url'
import type { Content } from '../platform/database'
import { mayAsk } from '../platform/permissions'
import type { Candidate, FromPage } from '../platform/port-messages'
import { sha256 } from '../verifier/digest'
import type { Announcer } from './announcer'
import { addressesOf, awardBehind, type Clues } from './award'
import { isIn, type BadgeEntry } from './badge-entry'
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

/** Characters of addresses that one tab may have stored: of all that a page says, the longest. */
const MOST_ADDRESS_TEXT = 200_000

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
    for (const item of items) await this.#takeOne(tab, frameId, item).catch(console.error)
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
    const isShut =
      bytes !== undefined && item.kind !== 'link' && (await isShutAt(tab, frameId, url))
    // The tab may have gone on to another page, or its site off, while the bytes were hashed.
    if (this.parts.store.get(tab.tabId) !== tab || tab.resting === true) return
    const clues = cluesWithin(roomForAddresses(tab), item)
    // One picture stands for many awards, on a platform that has one picture for each badge.
    const award = awardBehind(item.kind === 'link' ? { ...clues, href: url } : (clues ?? {}))
    const isOf = (entry: BadgeEntry): boolean =>
      entry.url === url && entry.award?.url === award?.url
    const isSame = (entry: BadgeEntry): boolean =>
      entry.kind === item.kind &&
      isOf(entry) &&
      entry.contentHash === contentHash &&
      mayShare(entry, frameId, clues)

    const before = entryAt(tab, frameId, item.key)
    if (before && !isSame(before)) this.leave(tab, frameId, [item.key])
    const same = tab.entries.find(isSame)
    const mayAnswer = isShut && !(same && isIn(same, frameId))
    const asked = mayAnswer ? tab.entries.find((each) => isOf(each) && lacks(each)) : undefined
    let entry = asked ?? same
    if (!entry && placesIn(tab) < MOST_CANDIDATES && url.length <= roomForAddresses(tab)) {
      entry = addEntry(tab, { kind: item.kind, url, state: 'unread' })
      if (award) entry.award = award
    }
    if (!entry || !occupy(tab, entry, { frameId, key: item.key })) return
    if (asked) makeNew(asked, item.kind)
    if (contentHash !== undefined) entry.contentHash = contentHash
    if (frameId === 0) delete entry.askedAtTop
    if (item.label !== undefined) entry.label ??= item.label
    // What is no badge needs no way to one either.
    if (clues && entry.state !== 'nothing') entry.clues ??= clues
    if (bytes) await this.#keep(tab, entry, contentFromPage(item, bytes), entry !== asked)
    if (this.parts.store.get(tab.tabId) !== tab || !tab.entries.includes(entry)) return
    // What the user has called off waits for another click.
    if (asked && entry.state !== 'found') this.parts.checks.startAnew(tab, entry)
    else this.#goOn(tab, entry, item.stripped === true)
  }

  /** Bytes that only the page can read are lost with a worker that had no room to store them. */
  async #keep(tab: TabState, entry: BadgeEntry, content: Content, once: boolean): Promise<void> {
    const { keepsakes } = this.parts
    if (once && (entry.state === 'nothing' || (await keepsakes.hasContent(tab, entry.id)))) return
    await keepsakes.keepContent(tab, entry.id, content)
  }

  /** `stripped`: the page has read the image, and found no credential in it. */
  #goOn(tab: TabState, entry: BadgeEntry, stripped: boolean): void {
    const { readings, checks } = this.parts
    checks.goOn(tab, entry)
    if (entry.state !== 'unread' || readings.has(tab, entry)) return
    if (entry.contentHash !== undefined) readings.start(tab, entry)
    else if (entry.kind === 'link') this.#listLink(tab, entry)
    else if (readableHost(entry.url) !== undefined) {
      if (stripped) entry.stripped = true
      readings.start(tab, entry)
    } else if (!readings.goByClues(tab, entry)) entry.state = 'nothing'
  }

  /** Nobody is asked where a link leads before there is consent. */
  #listLink(tab: TabState, entry: BadgeEntry): void {
    if (this.parts.readings.goByClues(tab, entry)) return
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

/** Nothing of a picture that only the page can read, which it names by a data URL that is empty. */
function bytesOf({ url, bytes }: Candidate): Uint8Array | undefined {
  const read = bytes === undefined ? dataUrlBytes(url) : fromBase64(bytes)
  return read && read.length > 0 ? read : undefined
}

/** Where a thing leads is the word of the frame that says so: an advertisement has none on its host page's. */
function mayShare(entry: BadgeEntry, frameId: number, clues: Clues | undefined): boolean {
  if (isIn(entry, frameId)) return true
  // The top document is still to answer for it.
  if (entry.askedAtTop && frameId !== 0) return false
  const isOver = entry.state === 'nothing' && entry.clues === undefined
  return isOver || JSON.stringify(entry.clues) === JSON.stringify(clues)
}

/**
 * Whether the user has asked in this frame for something that nobody else lets us read: what the frame says
 * that it shows is the answer then. Only of the top document: another frame may have gone on since the click.
 */
async function isShutAt(tab: TabState, frameId: number, url: string): Promise<boolean> {
  if (frameId !== 0 || !tab.entries.some((entry) => entry.url === url && lacks(entry))) return false
  const host = readableHost(url)
  return host === undefined || !(await mayAsk(host))
}

/** Whatever was found out about it by other ways stays. */
function lacks(entry: BadgeEntry): boolean {
  const { askedAtTop, contentHash, kind, places, state, verdict = 'none' } = entry
  const isAnswered = state === 'done' && verdict !== 'none' && verdict !== 'unverifiable'
  const isOpen = contentHash === undefined && places.length === 0 && !isAnswered
  return askedAtTop === true && kind !== 'link' && isOpen
}

/** Nothing that was said of it before is about what its page shows. */
function makeNew(entry: BadgeEntry, kind: BadgeEntry['kind']): void {
  entry.kind = kind
  delete entry.reportId
  delete entry.name
}

function keysOf(tab: TabState, frameId: number): string[] {
  const places = tab.entries.flatMap((entry) => entry.places)
  return places.filter((place) => place.frameId === frameId).map(({ key }) => key)
}

function cluesWithin(room: number, { href, links, embed }: Candidate): Clues | undefined {
  const clues: Clues = {
    ...(href !== undefined && { href }),
    ...(links && { links }),
    ...(embed !== undefined && { embed }),
  }
  const length = lengthOf(clues)
  return length > 0 && length <= room ? clues : undefined
}

function roomForAddresses({ entries }: TabState): number {
  return entries.reduce(
    (room, { url, clues = {} }) => room - url.length - lengthOf(clues),
    MOST_ADDRESS_TEXT,
  )
}

/** Characters. */
function lengthOf(clues: Clues): number {
  return addressesOf(clues).reduce((sum, { length }) => sum + length, 0)
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
