import type { Content } from '../platform/database'
import { mayAsk, originPattern } from '../platform/permissions'
import type { Need, VerificationReport } from '../verifier'
import { sha256 } from '../verifier/digest'
import { awardBehind, leadsTo, noAwardBehind } from './award'
import { cluesOf, describe, type BadgeEntry } from './badge-entry'
import type { Announcer } from './announcer'
import { conclude } from './conclude'
import { obtainWhole } from './content-reader'
import type { Door, Doors } from './door'
import type { Esco } from './esco/esco'
import type { EuLists } from './eu-lists/eu-lists'
import { isVital, judgeAddress, judgeContent, type Reach } from './judge'
import type { History } from './history/history'
import type { Keepsakes } from './keepsakes'
import { concerning, type Queue } from './queue'
import { searchAndJudge } from './search'
import { occupyBytes } from './tab-room'
import { hostOf, type TabState } from './tab-state'
import type { TabStore } from './tab-store'
import type { TrustLists } from './trust-lists'
import { unfinished } from './unfinished'

/** A check that was begun so often and never ended is given up: it may be what kills the worker. */
const MOST_BEGINNINGS = 3

export interface CheckParts {
  store: TabStore
  keepsakes: Keepsakes
  doors: Doors
  queue: Queue
  announcer: Announcer
  lists: TrustLists
  esco: Esco
  euLists: EuLists
  history: History
}

/** One check while it runs. */
interface Run {
  tab: TabState
  entry: BadgeEntry
  door: Door
  signal: AbortSignal
  /** Hosts that the browser's user withholds. */
  withheld: Set<string>
  /** As of an entry, once there is an answer. */
  searchedFrom?: string
}

/**
 * Verifications that somebody consented to. A check is part of its tab's stored state before its
 * first request, so that the next worker finishes what this one could not.
 */
export class Checks {
  /** Whose bytes only the page has. */
  readonly #waiting = new WeakSet<BadgeEntry>()

  constructor(private readonly parts: CheckParts) {}

  /** Verifies one badge, now or when its turn comes. Call only with the user's consent. */
  start(tab: TabState, entry: BadgeEntry): void {
    delete entry.unasked
    if (entry.state === 'checking') return
    const hosts =
      entry.hosts.length > 0 ? entry.hosts : [hostOf(leadsTo(entry.url))].filter(Boolean)
    entry.check = { begun: 0, hosts }
    entry.state = 'checking'
    entry.hosts = []
    delete entry.permission
    this.#enqueue(tab, entry)
    this.parts.announcer.changed(tab.tabId)
  }

  /** As `start`, on a site that is always verified. */
  startUnasked(tab: TabState, entry: BadgeEntry): void {
    if (entry.state === 'checking' || entry.calledOff === true || tab.calledOff === true) return
    this.start(tab, entry)
    entry.unasked = true
  }

  /** The site is no longer one that is always verified: what nobody asked for waits for a click. */
  stopUnasked(tab: TabState): void {
    delete tab.calledOff
    for (const entry of tab.entries) {
      delete entry.calledOff
      if (entry.unasked !== true) continue
      delete entry.unasked
      this.drop(tab.tabId, entry.id)
      if (entry.state === 'checking') this.#putBack(entry)
      if (entry.state === 'permission-needed') {
        entry.state = 'found'
        delete entry.permission
      }
    }
  }

  /** As `start`, from the beginning where it is under way: what it is about is known only now. */
  startAnew(tab: TabState, entry: BadgeEntry): void {
    this.drop(tab.tabId, entry.id)
    if (entry.state === 'checking') this.#putBack(entry)
    this.start(tab, entry)
  }

  /** Takes up what an earlier worker left undone. */
  resume(): void {
    for (const tab of this.parts.store.all()) {
      for (const entry of tab.entries) if (entry.state === 'checking') this.#enqueue(tab, entry)
    }
  }

  /** The page has handed its bytes over, maybe again: a check that waited for them goes on. */
  goOn(tab: TabState, entry: BadgeEntry): void {
    if (!this.#waiting.delete(entry)) return
    this.drop(tab.tabId, entry.id)
    this.#enqueue(tab, entry)
  }

  /** The user wants no more of it; `isAlways`: its site is one that is always verified. */
  cancel(tab: TabState, isAlways: boolean): void {
    this.parts.queue.cancel(concerning(tab.tabId))
    for (const entry of tab.entries) {
      if (entry.state !== 'checking') continue
      if (isAlways) entry.calledOff = true
      this.#putBack(entry)
    }
    this.parts.announcer.changed(tab.tabId)
  }

  /** The badge has left the page, or the tab is gone. */
  drop(tabId: number, entryId?: string): void {
    this.parts.queue.cancel(concerning(tabId, entryId))
  }

  /** Back to how it was before the check. */
  #putBack(entry: BadgeEntry): void {
    this.#waiting.delete(entry)
    entry.hosts = [...new Set([...(entry.check?.hosts ?? []), ...entry.hosts])]
    delete entry.check
    entry.state = entry.reportId === undefined ? 'found' : 'done'
  }

  #enqueue(tab: TabState, entry: BadgeEntry): void {
    this.parts.queue.add({
      id: `${tab.tabId}/${entry.id}`,
      hosts: entry.check?.hosts ?? [],
      run: (signal) => this.#run(tab, entry, signal),
    })
  }

  async #run(tab: TabState, entry: BadgeEntry, signal: AbortSignal): Promise<void> {
    const { store, keepsakes, doors, announcer } = this.parts
    const { check } = entry
    this.#waiting.delete(entry)
    if (!check || check.begun >= MOST_BEGINNINGS) return this.#giveUp(tab, entry, signal)
    if (entry.contentHash !== undefined) {
      // Before it is looked for: the page may hand it over meanwhile.
      this.#waiting.add(entry)
      const hasContent = await keepsakes.hasContent(tab, entry.id)
      signal.throwIfAborted()
      // What only the page had is lost with an earlier worker: the page says it again.
      if (!hasContent && entry.places.length > 0) return
      this.#waiting.delete(entry)
      // Of a file that the user gave, or a picture that no frame has named, nobody does.
      if (!hasContent) return this.#giveUp(tab, entry, signal)
    }
    check.begun++
    await store.save(tab.tabId)
    signal.throwIfAborted()
    const door = doors.open({ private: tab.private, signal })
    const run: Run = { tab, entry, door, signal, withheld: new Set() }
    try {
      const report = await this.#verifyWithAccess(run)
      signal.throwIfAborted()
      await this.#settle(run, report)
    } catch (error) {
      signal.throwIfAborted()
      console.error(error)
      await this.#giveUp(tab, entry, signal)
    } finally {
      door.close()
      announcer.changed(tab.tabId)
    }
  }

  /** Says that it could not be finished, so that nobody takes silence for an answer. */
  async #giveUp(tab: TabState, entry: BadgeEntry, signal: AbortSignal): Promise<void> {
    await conclude(this.parts, tab, entry, unfinished(new Date()), signal)
    this.parts.announcer.changed(tab.tabId)
  }

  /** Once more where the user lets us ask by now whom we might not ask a moment ago. */
  async #verifyWithAccess(run: Run): Promise<VerificationReport> {
    const report = await this.#verify(run)
    for (const host of run.withheld) {
      if (!(await mayAsk(host))) continue
      run.signal.throwIfAborted()
      run.withheld.clear()
      return this.#verifyWithAccess(run)
    }
    return report
  }

  async #verify(run: Run): Promise<VerificationReport> {
    const { entry } = run
    const reach = this.#reach(run)
    if (entry.kind === 'link') return this.#verifyLink(entry, reach)
    const content = await this.#content(run)
    const own = await this.#own(entry, content, reach)
    if (own && (isSettled(own) || !isSearchedFor(entry))) return own
    const image = entry.url
    // What people see, which need not be the file that was read for it.
    const shown = content?.shown ?? (content?.complete ? content.bytes : undefined)
    if (shown) entry.shownHash = await sha256(shown)
    const { links = [], ...clues } = cluesOf(entry)
    run.searchedFrom = clues.href ?? ''
    // A picture that names a credential of its own, though it cannot be had, stands for no other beside it.
    const isOwned = content !== undefined && own !== undefined && namesOne(own)
    return searchAndJudge({ ...clues, ...(!isOwned && { links }), image, shown }, reach, own)
  }

  /** What the picture itself says; nothing where it cannot be had, and is not needed. */
  async #own(
    { url, award }: BadgeEntry,
    content: Content | undefined,
    reach: Reach,
  ): Promise<VerificationReport | undefined> {
    if (content) return judgeContent(content, url, reach)
    return award ? undefined : judgeAddress(url, reach)
  }

  /** What the link leads to as it stands; and where that is a page for people, what the page names. */
  async #verifyLink(entry: BadgeEntry, reach: Reach): Promise<VerificationReport> {
    const clues = cluesOf(entry)
    if (awardBehind(clues) ?? noAwardBehind(clues)) return searchAndJudge(clues, reach)
    const own = await judgeAddress(leadsTo(entry.url), reach)
    // A page for people, or a server that has no file there: it may still name one.
    const isRead = own.source.text !== undefined || own.reason !== 'http-status'
    return own.kind !== 'none' && isRead ? own : searchAndJudge(clues, reach, own)
  }

  /** All of the picture where it can be had, else what was read of it before. */
  async #content({ tab, entry, door, signal, withheld }: Run): Promise<Content | undefined> {
    const { keepsakes } = this.parts
    const kept = await keepsakes.content(tab, entry.id)
    if (kept?.complete === true || entry.url === '') return kept
    const url = kept?.original?.url ?? entry.url
    // An award is found without its picture, too.
    const missed = entry.award ? new Set<string>() : withheld
    const whole = await obtainWhole(url, { door, signal, withheld: missed })
    if (!whole) return kept
    const content = { ...kept, ...whole }
    if (occupyBytes(tab, entry, content)) await keepsakes.keepContent(tab, entry.id, content)
    return content
  }

  #reach({ tab, entry, door, signal, withheld }: Run): Reach {
    const ask = async (need: Need): Promise<boolean> => {
      const { host } = need
      if (!(await mayAsk(host))) {
        if (isVital(need)) withheld.add(host)
        return false
      }
      await door.admit(host)
      if (signal.aborted) return false
      if (!entry.hosts.includes(host)) entry.hosts.push(host)
      this.parts.announcer.changed(tab.tabId)
      return true
    }
    const { lists, esco, euLists } = this.parts
    return {
      ...{ fetch: door.fetch, ask, signal },
      trustLists: lists.current(),
      esco: esco.lookup(tab.private),
      trustedLists: euLists.lookup(tab.private),
    }
  }

  async #settle(run: Run, report: VerificationReport): Promise<void> {
    const { tab, entry, signal, withheld, searchedFrom } = run
    const [host] = withheld
    if (host !== undefined && report.verdict !== 'invalid') {
      describe(entry, report)
      entry.hosts = [...new Set(report.needs.map((need) => need.host))]
      entry.state = 'permission-needed'
      entry.permission = originPattern(host)
      delete entry.check
      return
    }
    await conclude(this.parts, tab, entry, report, signal)
    if (searchedFrom === undefined) delete entry.searchedFrom
    else entry.searchedFrom = searchedFrom
    // Not waited for: the badge is done, and may be verified again at once.
    void this.parts.history.record(tab, entry)
  }
}

/** A credential was read, or its host withdrew it: nothing that a search finds is a word on it. */
function isSettled({ source, verdict }: VerificationReport): boolean {
  return source.text !== undefined || verdict === 'invalid'
}

/** Whether the picture's own bytes name a credential, though there may be none where they say. */
function namesOne({ kind, source }: VerificationReport): boolean {
  return kind !== 'none' || source.imageSha256 !== undefined
}

/** A picture that nobody asked about and that leads to no award may be anything. */
function isSearchedFor({ award, asked }: BadgeEntry): boolean {
  return award !== undefined || asked === true
}
