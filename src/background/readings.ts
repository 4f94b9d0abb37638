import type { Content } from '../platform/database'
import { originPattern } from '../platform/permissions'
import { imageIsWorthReading } from '../discovery/candidate-rules'
import { originalsOf } from '../discovery/originals'
import type { TrailStep, VerificationReport } from '../verifier'
import { sha256 } from '../verifier/digest'
import { noAwardBehind } from './award'
import { cluesOf, describe, finish, type BadgeEntry } from './badge-entry'
import type { CheckParts, Checks } from './checks'
import { conclude } from './conclude'
import type { Consent } from './consent'
import { obtainBadge, obtainWhole, readableHost, type Reading } from './content-reader'
import { withKnownAlignments } from './esco/known-alignments'
import { reportKey, isDecided, isFresh, judgeOffline } from './judge'
import { judgeNow } from './judge-now'
import { NotNow } from './image-reader'
import { concerning } from './queue'
import { reportOnNoAward } from './nothing-found'
import { occupyBytes } from './tab-room'
import type { TabState } from './tab-state'
import { unfinished } from './unfinished'

/** Times that an image is looked at before it counts as none that can be read. */
const MOST_LOOKS = 3
/** Milliseconds between two of them; a worker that has nothing else to do still lives then. */
const PAUSE_MS = 10_000

export interface ReadingParts extends CheckParts {
  checks: Checks
  consent: Consent
}

/**
 * The first look at what a page shows, which needs no consent: bytes are read from nowhere but the
 * image's own address, and what they alone can tell is said at once. A badge that needs more stays
 * `found`.
 */
export class Readings {
  constructor(private readonly parts: ReadingParts) {}

  start(tab: TabState, entry: BadgeEntry): void {
    const host = entry.contentHash === undefined ? readableHost(entry.url) : undefined
    this.parts.queue.add({
      id: `${tab.tabId}/${entry.id}`,
      hosts: host === undefined ? [] : [host],
      run: (signal) => this.#run(tab, entry, signal),
    })
  }

  has(tab: TabState, entry: BadgeEntry): boolean {
    return this.parts.queue.has(`${tab.tabId}/${entry.id}`)
  }

  /** What is read is no longer wanted. */
  drop(tabId: number, entryId?: string): void {
    this.parts.queue.cancel(concerning(tabId, entryId))
  }

  /** Reads what an earlier worker did not come to; bytes that only the page had, it says again. */
  resume(): void {
    for (const tab of this.parts.store.all()) {
      for (const entry of tab.entries) if (entry.state === 'unread') this.start(tab, entry)
    }
  }

  async #run(tab: TabState, entry: BadgeEntry, signal: AbortSignal): Promise<void> {
    const withheld = new Set<string>()
    try {
      const content = await this.#content(tab, entry, signal, withheld)
      // What only the page had is lost with an earlier worker: the page says it again.
      if (!content && entry.contentHash !== undefined) {
        // Of a file that the user gave, nobody does.
        if (entry.kind === 'file')
          await conclude(this.parts, tab, entry, unfinished(new Date()), signal)
        return
      }
      const { lists, esco, euLists } = this.parts
      const reach = {
        signal,
        trustLists: lists.current(),
        esco: esco.firstLookup(tab.private),
        trustedLists: euLists.firstLookup(tab.private),
      }
      const report = content && (await judgeOffline(content, entry.url, reach))
      signal.throwIfAborted()
      const isAnswered = report && (report.kind !== 'none' || entry.asked === true)
      if (isAnswered) await this.#judged(tab, entry, report, signal)
      else await this.#nothing(tab, entry, withheld)
    } catch (error) {
      signal.throwIfAborted()
      if (!(error instanceof NotNow)) console.error(error)
      await this.#again(tab, entry)
    } finally {
      this.parts.announcer.changed(tab.tabId)
    }
  }

  /** A host that is busy, or a failure of our own, does not say that an image is no badge. */
  async #again(tab: TabState, entry: BadgeEntry): Promise<void> {
    entry.looks = (entry.looks ?? 0) + 1
    if (entry.looks >= MOST_LOOKS) return this.#nothing(tab, entry, new Set())
    setTimeout(() => {
      const isWanted = this.parts.store.get(tab.tabId) === tab && tab.entries.includes(entry)
      if (isWanted && entry.state === 'unread') this.start(tab, entry)
    }, PAUSE_MS)
  }

  async #content(
    tab: TabState,
    entry: BadgeEntry,
    signal: AbortSignal,
    withheld: Set<string>,
  ): Promise<Content | undefined> {
    const { keepsakes, doors } = this.parts
    const kept = await keepsakes.content(tab, entry.id)
    if (kept || entry.contentHash !== undefined) return kept
    const door = doors.open({ private: tab.private, signal })
    try {
      const reading = { door, signal, withheld }
      const read = entry.stripped ? undefined : await readAll(entry.url, reading)
      const content = read ?? (await originalOf(entry.url, tab.host, reading))
      if (!content || !occupyBytes(tab, entry, content)) return undefined
      if (content.shown) entry.shownHash = await sha256(content.shown)
      await keepsakes.keepContent(tab, entry.id, content)
      return content
    } finally {
      door.close()
    }
  }

  async #judged(
    tab: TabState,
    entry: BadgeEntry,
    report: VerificationReport,
    signal: AbortSignal,
  ): Promise<void> {
    const { keepsakes, consent, checks } = this.parts
    entry.isBadge = report.kind !== 'none'
    if (isDecided(report)) return conclude(this.parts, tab, entry, report, signal)
    const id = keepsakes.reportId(tab, await reportKey(report, entry))
    const kept = await keepsakes.report(id)
    signal.throwIfAborted()
    const now = new Date()
    if (kept && isFresh(kept.report, now)) {
      // The index may know what could not be asked then.
      const whole = withKnownAlignments(kept.report, report)
      if (whole !== kept.report) await keepsakes.keepReport(id, whole)
      signal.throwIfAborted()
      finish(entry, judgeNow(whole, now, this.parts), id)
      return
    }
    describe(entry, report)
    entry.state = 'found'
    entry.hosts = [...new Set(report.needs.map(({ host }) => host))]
    if (consent.isAlways(tab)) checks.startUnasked(tab, entry)
  }

  async #nothing(tab: TabState, entry: BadgeEntry, withheld: Set<string>): Promise<void> {
    // What leads on is compared with what people see, and of some pictures only the page had the bytes.
    if (this.goByClues(tab, entry)) return
    const [host] = withheld
    entry.state = host === undefined ? 'nothing' : 'permission-needed'
    if (host !== undefined) entry.permission = originPattern(host)
    // Links beside it lead on, should somebody ask about it.
    else if (!entry.clues?.links) delete entry.clues
    delete entry.bytes
    await this.parts.keepsakes.dropContent(tab, entry.id)
  }

  /**
   * What its own bytes do not say, or nobody has read them: an address of a known platform says that there
   * is an award, or that there is nothing to verify. Nobody is asked. False: it says neither.
   */
  goByClues(tab: TabState, entry: BadgeEntry): boolean {
    const { consent, checks } = this.parts
    if (entry.award) {
      entry.state = 'found'
      entry.isBadge = true
      entry.hosts = [entry.award.host]
      if (consent.isAlways(tab)) checks.startUnasked(tab, entry)
      return true
    }
    const noAward = noAwardBehind(cluesOf(entry))
    if (!noAward || noAward.is === 'template') return false
    entry.state = 'nothing'
    this.#explain(tab, entry, reportOnNoAward(noAward, new Date())).catch(console.error)
    return true
  }

  async #explain(tab: TabState, entry: BadgeEntry, report: VerificationReport): Promise<void> {
    await conclude(this.parts, tab, entry, report, new AbortController().signal)
    entry.explained = true
    this.parts.announcer.changed(tab.tabId)
  }
}

/** Of a badge all is read: its picture counts, and a kept report is about one picture. */
async function readAll(url: string, reading: Reading): Promise<Content | undefined> {
  const read = await obtainBadge(url, reading)
  reading.signal.throwIfAborted()
  const whole = read?.complete === false ? await obtainWhole(url, reading) : null
  reading.signal.throwIfAborted()
  return whole ?? read ?? undefined
}

/**
 * A badge that the picture in the page was made from. Before consent only hosts are asked that the page
 * itself has asked: the picture's, its own, and one that the picture's address sends to. What the page
 * shows in its place is kept beside it, since it may be any other picture.
 */
async function originalOf(
  shownUrl: string,
  pageHost: string,
  reading: Reading,
): Promise<Content | undefined> {
  const known = [readableHost(shownUrl), pageHost]
  for (const { url, redirects = false } of originalsOf(shownUrl)) {
    const isKnown = redirects || known.includes(readableHost(url))
    const read = isKnown && imageIsWorthReading(url) && (await readAll(url, reading))
    if (!read) continue
    const outcome = redirects ? 'leads-on' : 'nothing'
    const trail: TrailStep[] = [
      { from: 'image', url: shownUrl, outcome },
      { from: 'original', url, outcome: 'credential' },
    ]
    const content = { ...read, original: { url, trail } }
    if (redirects) return content
    const shown = await obtainWhole(shownUrl, reading)
    reading.signal.throwIfAborted()
    if (shown) return { ...content, shown: shown.bytes }
  }
  return undefined
}
