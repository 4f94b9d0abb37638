import { dataUrlBytes } from '../content/data-url'
import type { Content } from '../platform/database'
import type { Candidate, FromPage } from '../platform/port-messages'
import { sha256 } from '../verifier/digest'
import type { Announcer } from './announcer'
import { isShutAt, lacks, makeNew } from './asked-at-top'
import { leadsTo } from './award'
import { isIn, type BadgeEntry } from './badge-entry'
import { fromBase64 } from './base64'
import type { Checks } from './checks'
import type { Consent } from './consent'
import { readableHost } from './content-reader'
import type { Keepsakes } from './keepsakes'
import type { PagePorts } from './page-ports'
import type { Readings } from './readings'
import { isShown } from './shown-document'
import { isEntry, learn, names, shownBy, type Shown } from './shown-candidate'
import { addWithin, cluesWithin, hasRoomForBytes, occupy } from './tab-room'
import { addressOf, entryAt, hostOf, vacate, type TabState } from './tab-state'
import type { TabStore } from './tab-store'

type Candidates = Extract<FromPage, { type: 'candidates' }>

export interface IntakeParts {
  store: TabStore
  keepsakes: Keepsakes
  consent: Consent
  readings: Readings
  checks: Checks
  ports: PagePorts
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
    for (const tab of this.parts.store.all())
      if (tab.entries.some(waitsForAccess)) this.#goOnInTab(tab).catch(console.error)
  }

  /** Of a page that the tab has left nothing goes on; should it come back, it says everything again. */
  async #goOnInTab(tab: TabState): Promise<void> {
    const { store, ports, announcer } = this.parts
    const isHere = await isShown(tab, ports)
    if (store.get(tab.tabId) !== tab) return
    for (const entry of tab.entries.filter(waitsForAccess)) {
      if (isHere) this.#goOnWithAccess(tab, entry)
      else letWait(entry)
    }
    announcer.changed(tab.tabId)
  }

  #goOnWithAccess(tab: TabState, entry: BadgeEntry): void {
    const { checks, readings } = this.parts
    delete entry.permission
    if (isOfCheck(entry)) {
      if (entry.unasked === true) checks.startUnasked(tab, entry)
      else checks.start(tab, entry)
    } else {
      entry.state = 'unread'
      readings.start(tab, entry)
    }
  }

  async #takeOne(tab: TabState, frameId: number, item: Candidate): Promise<void> {
    const bytes = bytesOf(item)
    const contentHash = bytes && (await sha256(bytes))
    const mayAnswer =
      bytes !== undefined &&
      item.kind !== 'link' &&
      (await isShutAt(tab, frameId, addressOf(item.url)))
    // The tab may have gone on to another page, or its site off, while the bytes were hashed.
    if (this.parts.store.get(tab.tabId) !== tab || tab.resting === true) return
    const clues = cluesWithin(tab, item)
    const read = shownBy(frameId, item, { clues, contentHash })
    const hasRoom = !bytes || hasRoomForBytes(tab, bytes.length, knownAs(tab, read))
    const shown = hasRoom ? read : shownBy(frameId, item, { clues, contentHash: undefined })
    const before = entryAt(tab, frameId, item.key)
    if (before && !isEntry(shown, before)) this.leave(tab, frameId, [item.key])
    // An award is found without its picture, too.
    if (!hasRoom && !shown.award) return

    const asked = mayAnswer ? askedFor(tab, shown) : undefined
    const entry = asked ?? entryOf(tab, shown)
    if (!entry || !occupy(tab, entry, { frameId, key: item.key })) return
    if (asked) makeNew(asked, item.kind)
    learn(entry, shown)
    if (bytes && hasRoom)
      await this.#keep(tab, entry, contentFromPage(item, bytes), entry !== asked)
    if (this.parts.store.get(tab.tabId) !== tab || !tab.entries.includes(entry)) return
    // What the user has called off waits for another click.
    if (asked && entry.state !== 'found') this.parts.checks.startAnew(tab, entry)
    else this.#goOn(tab, entry, item.stripped === true)
  }

  /** Bytes that only the page can read are lost with a worker that had no room to store them. */
  async #keep(tab: TabState, entry: BadgeEntry, content: Content, once: boolean): Promise<void> {
    const { keepsakes } = this.parts
    if (once && (entry.state === 'nothing' || (await keepsakes.hasContent(tab, entry.id)))) return
    entry.bytes = content.bytes.length
    await keepsakes.keepContent(tab, entry.id, content)
  }

  /** `stripped`: the page has read the image, and found no credential in it. */
  #goOn(tab: TabState, entry: BadgeEntry, stripped: boolean): void {
    const { readings, checks, consent } = this.parts
    checks.goOn(tab, entry)
    if (entry.state === 'found' && consent.isAlways(tab)) checks.startUnasked(tab, entry)
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
    const host = hostOf(leadsTo(entry.url))
    entry.state = host === '' ? 'nothing' : 'found'
    entry.hosts = [host]
    if (host !== '' && this.parts.consent.isAlways(tab)) this.parts.checks.startUnasked(tab, entry)
  }

  #drop(tab: TabState, entry: BadgeEntry): void {
    tab.entries = tab.entries.filter((other) => other !== entry)
    if (tab.focus === entry.id) delete tab.focus
    this.parts.checks.drop(tab.tabId, entry.id)
    this.parts.readings.drop(tab.tabId, entry.id)
    this.parts.keepsakes.dropContent(tab, entry.id).catch(console.error)
  }
}

/** A check can only have met a closed door after consent; the reading of an image needs none. */
function isOfCheck({ isBadge, asked, kind }: BadgeEntry): boolean {
  return isBadge === true || asked === true || kind === 'link'
}

function letWait(entry: BadgeEntry): void {
  entry.state = isOfCheck(entry) ? 'found' : 'unread'
  delete entry.permission
}

function waitsForAccess({ state }: BadgeEntry): boolean {
  return state === 'permission-needed'
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

/** The entry that awaits its answer from this frame. */
function askedFor(tab: TabState, shown: Shown): BadgeEntry | undefined {
  const isAnswered = tab.entries.some(
    (entry) => isEntry(shown, entry) && isIn(entry, shown.frameId),
  )
  return isAnswered ? undefined : tab.entries.find((each) => names(shown, each) && lacks(each))
}

/** The one that there is, or another. */
function entryOf(tab: TabState, shown: Shown): BadgeEntry | undefined {
  const { kind, url, award, frameId } = shown
  return knownAs(tab, shown) ?? addWithin(tab, frameId, { kind, url, ...(award && { award }) })
}

function knownAs(tab: TabState, shown: Shown): BadgeEntry | undefined {
  return tab.entries.find((entry) => isEntry(shown, entry))
}

function keysOf(tab: TabState, frameId: number): string[] {
  const places = tab.entries.flatMap((entry) => entry.places)
  return places.filter((place) => place.frameId === frameId).map(({ key }) => key)
}
