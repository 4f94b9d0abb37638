import { vi, type MockInstance } from 'vitest'
import type { ShownLine } from '../../../../src/platform/history-shapes'
import type { KeptWatch } from '../../../../src/platform/watch-shapes'
import type { Script } from '../fake-verifier'
import { badgePng } from '../test-badges'
import { image, settled, WorkerRig } from '../worker-rig'
import { eventually } from '../../eventually'

export const HOUR = 60 * 60 * 1000
export const DAY = 24 * HOUR
/** The next check is due after a day and up to two hours. */
export const NEXT_DAY = DAY + 2 * HOUR

const TAB = 1

/** A worker that watches badges, in a time that stands still until the test lets some of it pass. */
export class WatchRig extends WorkerRig {
  readonly connection = { onLine: true }
  #rounds: MockInstance<() => Promise<void>> | undefined

  constructor() {
    super()
    // Not with fake timers, which `vi.waitFor` would let go on.
    vi.setSystemTime('2026-06-01T12:00:00Z')
    vi.stubGlobal('navigator', this.connection)
    this.browser.openTab(TAB, 'https://portfolio.example/me')
  }

  override async start(): Promise<void> {
    await super.start()
    const { Watcher } = await import('../../../../src/background/history/watch/watcher')
    this.#rounds = vi.spyOn(Watcher.prototype, 'round')
  }

  /** Shows a badge, has it verified and keeps it in the history. */
  async keep(key: string, script: Partial<Script> = {}): Promise<ShownLine> {
    const url = `https://cdn.example/${key}.png`
    const told = { name: key, asks: [assertionOf(key)], verdict: 'authentic' as const }
    this.web.serveFile(url, badgePng({ ...told, ...script }))
    const before = (await this.lines()).length
    await this.ask('use-history', { use: true, removes: false })
    this.page(TAB).show(image(key, url))
    await this.badges(TAB, (all) => all.some(({ state }) => state === 'found'))
    await this.ask('verify', { tabId: TAB, ids: 'all' })
    await this.badges(TAB, (all) => all.every(({ state }) => state === 'done'))
    await eventually(async () => {
      if ((await this.lines()).length === before) throw new Error(`${key} is not kept`)
    })
    const [newest] = await this.lines()
    return newest!
  }

  /** Keeps a badge and watches it. The page is closed, and what was asked until now is forgotten. */
  async watch(key: string, script: Partial<Script> = {}): Promise<string> {
    const { id, hosts } = await this.keep(key, script)
    const answer = await this.ask('watch-badge', { id, hosts })
    if (answer !== 'watched') throw new Error(`${key} is not watched: ${answer}`)
    await settled()
    this.web.log.length = 0
    return id
  }

  /** Makes one wait longer than all others for its next check. */
  async dueFirst(id: string): Promise<void> {
    const { watches } = await import('../../../../src/platform/history-database')
    await watches.change(id, (watch) => ({ ...watch, nextAt: 0 }))
  }

  /** Newest first. */
  async lines(): Promise<ShownLine[]> {
    return (await this.ask('history-list', { query: { search: '', verdicts: [], most: 200 } }))
      .lines
  }

  async line(id: string): Promise<ShownLine | undefined> {
    return (await this.lines()).find((line) => line.id === id)
  }

  /** As it lies in the database. */
  async watched(id: string): Promise<KeptWatch | undefined> {
    const { watches } = await import('../../../../src/platform/history-database')
    return (await watches.all()).find((watch) => watch.id === id)
  }

  /** The alarm wakes the worker. @returns once the round has begun */
  async wake(): Promise<{ over: Promise<void> }> {
    const rounds = this.#rounds!
    const before = rounds.mock.calls.length
    this.browser.worker?.api.alarms.onAlarm.emit({ name: 'watch' })
    await eventually(() => {
      if (rounds.mock.calls.length === before) throw new Error('No round has begun')
    })
    return { over: Promise.resolve(rounds.mock.results.at(-1)?.value as Promise<void>) }
  }

  /** Lets time pass and the alarm go off. @returns the addresses that were asked in the round */
  async after(ms: number): Promise<string[]> {
    vi.setSystemTime(Date.now() + ms)
    const before = this.web.log.length
    await (
      await this.wake()
    ).over
    return this.web.log.slice(before)
  }

  /** Lets time pass, and has the worker die while a document is awaited; the next one is there afterwards. */
  async killedInCheck(ms: number): Promise<void> {
    vi.setSystemTime(Date.now() + ms)
    const before = this.web.log.length
    await this.wake()
    await eventually(() => {
      if (this.web.log.length === before) throw new Error('Nobody was asked')
    })
    await this.restart()
  }

  /** What the document of a badge answers from now on. */
  says(key: string, answer: object, status = 200): void {
    this.web.serve(assertionOf(key), () => Response.json(answer, { status }))
  }

  /** The document of a badge answers when the test lets it. @returns when it is asked, and what lets it answer */
  holds(key: string, answer: object = {}): { asked: Promise<void>; release: () => void } {
    let release = (): void => undefined
    const released = new Promise<void>((resolve) => (release = resolve))
    const asked = new Promise<void>((resolve) => {
      this.web.serve(assertionOf(key), async () => {
        resolve()
        await released
        return Response.json(answer)
      })
    })
    return { asked, release }
  }
}

export function assertionOf(key: string): string {
  return `https://issuer.example/${key}`
}
