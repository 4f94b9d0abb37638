import { browser } from '../../../platform/browser'
import { history as shelf, watches } from '../../../platform/history-database'
import type { KeptWatch, WatchAnswer } from '../../../platform/watch-shapes'
import { judgeNow } from '../../judge-now'
import type { History } from '../history'
import { tell } from './tell'
import { checkWatched, type WatchCheckParts } from './watch-check'
import { watchFinding, type WatchFinding } from './watch-finding'
import { firstCheck, nextDue, withBeginning, withClock, withFinding } from './watch-plan'

/** Wakes the worker; what is due is in the database. */
const WATCH_ALARM = 'watch'
const MINUTES = 60
const MOST_WATCHES = 100
/** Checks of one round, one after the other; what is left is due in the next. */
const MOST_IN_ROUND = 20
/** A check that was begun so often and never ended may be what kills the worker. */
const MOST_BEGINNINGS = 3

export interface WatcherParts extends WatchCheckParts {
  history: History
}

/** What a test replaces. */
export interface Surroundings {
  now: () => number
  random: () => number
  isOnline: () => boolean
}

const REAL: Surroundings = {
  now: () => Date.now(),
  random: () => Math.random(),
  isOnline: () => navigator.onLine,
}

/** Verifies watched badges again, each at most once a day, one at a time. */
export class Watcher {
  #running: Promise<void> | undefined
  #stop = new AbortController()
  /** The check that is under way. */
  #current: { id: string; end: AbortController } | undefined

  /** @param changed called after every change */
  constructor(
    private readonly parts: WatcherParts,
    private readonly changed: () => void,
    private readonly around: Surroundings = REAL,
  ) {}

  /** Before the first `await`, or the browser would not wake the worker for it. */
  listen(ready: Promise<unknown>): void {
    browser.alarms.onAlarm.addListener(({ name }) => {
      if (name === WATCH_ALARM) void ready.then(() => this.round())
    })
  }

  /** An alarm is there exactly while something is watched. Browsers may forget it as they end. */
  async settle(): Promise<void> {
    try {
      const count = (await watches.ids()).length
      const isSet = (await browser.alarms.get(WATCH_ALARM)) !== undefined
      if (count === 0 && isSet) await browser.alarms.clear(WATCH_ALARM)
      if (count > 0 && !isSet)
        await browser.alarms.create(WATCH_ALARM, {
          ...{ periodInMinutes: MINUTES, delayInMinutes: 1 + this.around.random() * MINUTES },
        })
    } catch (error) {
      console.error(error)
    }
  }

  /** @param hosts those that the user was shown: with others the answer is `changed`, and nothing is watched */
  async add(id: string, hosts: readonly string[]): Promise<WatchAnswer> {
    const line = await shelf.line(id)
    const report = line?.isWatchable === true ? await shelf.report(id) : undefined
    if (!line || !report) return 'gone'
    if (line.hosts.toSorted().join() !== hosts.toSorted().join()) return 'changed'
    const others = (await watches.ids()).filter((other) => other !== id)
    if (others.length >= MOST_WATCHES) return 'too-many'
    const now = this.around.now()
    // What its dates have come to since the check is seen by whoever watches it, and is no news.
    const judged = judgeNow(report, new Date(now), this.parts)
    const { state, ...found } = watchFinding(judged, [], new Date(now))
    if (state === 'not-checked') return 'gone'
    const at = report.checkedAt
    const nextAt = firstCheck({ now, random: this.around.random() })
    const isBegun = await watches.begin({
      ...{ schema: 1, id, hosts: line.hosts, nextAt },
      ...{ begun: 0, failures: 0, newHosts: [], state, unseen: false },
      changes: [{ state, at, ...found }],
    })
    await this.#follow()
    return isBegun ? 'watched' : 'gone'
  }

  /** The consent ends at once, also for a check that is under way. */
  async remove(id: string): Promise<void> {
    if (this.#current?.id === id) this.#current.end.abort()
    await watches.remove(id)
    await this.#follow()
  }

  /** The user lets it ask a host that it has told of, at once. */
  async allow(id: string, host: string): Promise<void> {
    const now = this.around.now()
    await watches.change(id, (watch) => {
      if (!watch.newHosts.includes(host)) return watch
      const newHosts = watch.newHosts.filter((other) => other !== host)
      const isAnswered = newHosts.length === 0
      return {
        ...{ ...watch, hosts: [...watch.hosts, host], newHosts, nextAt: now },
        unseen: watch.unseen && !isAnswered,
      }
    })
    this.changed()
    void this.round()
  }

  async seen(id: string): Promise<void> {
    await watches.change(id, (watch) => ({ ...watch, unseen: false }))
    this.changed()
  }

  /** The history is being switched off, or emptied: a check that is under way ends, and writes nothing. */
  stop(): void {
    this.#stop.abort()
    this.#stop = new AbortController()
  }

  /** Checks what is due. A second call while one is under way waits for that one. */
  round(): Promise<void> {
    this.#running ??= this.#round(this.#stop.signal)
      .catch(console.error)
      .finally(() => {
        this.#running = undefined
      })
    return this.#running
  }

  async #follow(): Promise<void> {
    await this.settle()
    this.changed()
  }

  async #round(signal: AbortSignal): Promise<void> {
    const { now, random, isOnline } = this.around
    const news: KeptWatch[] = []
    if (this.parts.history.inUse && isOnline()) {
      for (const { id } of await watches.all())
        await watches.change(id, (watch) => withClock(watch, { now: now(), random: random() }))
      for (let count = 0; count < MOST_IN_ROUND && !signal.aborted; count++) {
        const due = nextDue(await watches.all(), now())
        if (!due) break
        const told = await this.#check(due, signal)
        if (!told) continue
        news.unshift(told)
        // At once: a browser that ends before the round does would never tell it.
        await tell(news)
      }
    }
    await this.settle()
  }

  /** @returns what is kept now, where there is news */
  async #check(watch: KeptWatch, round: AbortSignal): Promise<KeptWatch | undefined> {
    const { id } = watch
    const end = new AbortController()
    this.#current = { id, end }
    const signal = AbortSignal.any([round, end.signal])
    const { now, random } = this.around
    const begun = await watches.change(id, (kept) => withBeginning(kept, now()))
    if (!begun) return undefined
    const kept = await shelf.report(id)
    if (kept?.source.text === undefined) {
      await watches.remove(id)
      return undefined
    }
    const isGivenUp = begun.begun > MOST_BEGINNINGS
    const { finding, refused } = isGivenUp ? FAILED : await this.#find(begun, kept, signal)
    if (signal.aborted) return undefined
    const after = await watches.change(id, (before) =>
      withFinding(before, finding, refused, { now: now(), random: random() }),
    )
    this.changed()
    return after?.unseen === true && (after.state !== watch.state || !watch.unseen)
      ? after
      : undefined
  }

  async #find(
    watch: KeptWatch,
    kept: Parameters<typeof checkWatched>[2],
    signal: AbortSignal,
  ): Promise<{ finding: WatchFinding; refused: string[] }> {
    const { parts } = this
    try {
      const { report, refused } = await checkWatched(parts, watch, kept, signal)
      if (signal.aborted) return FAILED
      const now = new Date(this.around.now())
      const finding = watchFinding(judgeNow(report, now, parts), refused, now)
      // What could not be found out says less than what is kept.
      const isDefinite = finding.state !== 'not-checked' && finding.state !== 'asks'
      if (isDefinite) await parts.history.renew(watch.id, report)
      return { finding, refused }
    } catch (error) {
      if (!signal.aborted) console.error(error)
      return FAILED
    }
  }
}

const FAILED: { finding: WatchFinding; refused: string[] } = {
  finding: { state: 'not-checked' },
  refused: [],
}
