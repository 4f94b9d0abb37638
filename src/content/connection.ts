/**
 * The line to the worker: opened with the first candidate, opened again whenever the worker has gone
 * to sleep or died, quiet while the page is hidden or in the back-forward cache.
 */
import { PAGE_PORT, type Candidate, type FromPage, type ToPage } from '../platform/port-messages'
import type { Port, Runtime } from './runtime'

/** Milliseconds before the first attempt to connect again; each failure doubles it. */
const FIRST_WAIT = 250
const LONGEST_WAIT = 30_000

/** Milliseconds. A line that has held so long has not failed. */
const HELD = 1_000

/** Milliseconds in which new candidates gather into one message. */
const GATHER = 50

/** Milliseconds between two signs of life while marks say "checking": a worker sleeps after 30 s. */
const PING = 10_000

export interface Caller {
  /** Every candidate that the worker should know of. */
  everything(): Candidate[]
  receive(message: ToPage): void
  /** Is any mark still waiting for its verdict? */
  checking(): boolean
  /** The extension that this script belongs to has been updated or removed. */
  orphaned(): void
}

export class Connection {
  readonly #runtime: Runtime
  readonly #caller: Caller
  readonly #signal: AbortSignal
  #port: Port | undefined
  #openedAt = 0
  #wait = FIRST_WAIT
  #gathered: Candidate[] = []
  #gathering: ReturnType<typeof setTimeout> | undefined
  #retry: ReturnType<typeof setTimeout> | undefined
  #pinging: ReturnType<typeof setInterval> | undefined

  constructor(runtime: Runtime, caller: Caller, signal: AbortSignal) {
    this.#runtime = runtime
    this.#caller = caller
    this.#signal = signal
    signal.addEventListener('abort', () => {
      clearTimeout(this.#gathering)
      this.#hangUp()
    })
    // An open port would keep the page out of the back-forward cache.
    addEventListener('pagehide', this.#hangUp, { signal })
    addEventListener('pageshow', this.#resume, { signal })
    document.addEventListener('visibilitychange', this.#resume, { signal })
  }

  report(candidate: Candidate): void {
    this.#gathered.push(candidate)
    this.#gathering ??= setTimeout(() => {
      this.#gathering = undefined
      // What has gone since was said to be gone already.
      const known = new Set(this.#caller.everything())
      const items = this.#gathered.filter((candidate) => known.has(candidate))
      this.#gathered = []
      if (items.length > 0) this.say({ type: 'candidates', url: location.href, items })
    }, GATHER)
  }

  /** Something was found that the worker has not heard of yet. */
  get isBehind(): boolean {
    return this.#gathering !== undefined || (!this.#port && this.#caller.everything().length > 0)
  }

  /** Where no line is open, opens one; that says everything there is, candidates and what has gone. */
  say(message: FromPage): void {
    if (this.#signal.aborted) return
    const open = this.#port !== undefined
    if (!open) this.#connect()
    if (open || message.type === 'activate') this.#post(message)
  }

  /** To be called whenever a mark may have begun or ceased to say "checking". */
  keepAwake(): void {
    if (!this.#caller.checking()) {
      clearInterval(this.#pinging)
      this.#pinging = undefined
      return
    }
    this.#pinging ??= setInterval(() => {
      this.#post({ type: 'ping' })
    }, PING)
  }

  #connect(): void {
    clearTimeout(this.#retry)
    this.#retry = undefined
    let port: Port
    try {
      // Chromium refuses an orphan; Firefox ends its world altogether.
      port = this.#runtime.connect({ name: PAGE_PORT })
    } catch {
      this.#caller.orphaned()
      return
    }
    this.#port = port
    this.#openedAt = performance.now()
    port.onMessage.addListener((message) => {
      if (this.#port === port && !this.#signal.aborted) this.#caller.receive(message as ToPage)
    })
    port.onDisconnect.addListener(() => {
      readError(this.#runtime)
      if (this.#port === port) this.#onLost()
    })
    const items = this.#caller.everything()
    this.#post({ type: 'candidates', url: location.href, items, all: true })
    this.keepAwake()
  }

  #post(message: FromPage): void {
    try {
      this.#port?.postMessage(message)
    } catch {
      this.#onLost()
    }
  }

  #onLost(): void {
    this.#port = undefined
    if (performance.now() - this.#openedAt > HELD) this.#wait = FIRST_WAIT
    this.#connectLater()
  }

  #connectLater(): void {
    if (this.#retry !== undefined || this.#signal.aborted) return
    this.#retry = setTimeout(() => {
      this.#retry = undefined
      this.#wait = Math.min(2 * this.#wait, LONGEST_WAIT)
      this.#resume()
    }, this.#wait)
  }

  /** A hidden page whose marks all stand still leaves a sleeping worker asleep. */
  readonly #resume = (): void => {
    if (!this.#runtime.id) {
      this.#caller.orphaned()
      return
    }
    const wanted = document.visibilityState === 'visible' || this.#caller.checking()
    const idle = this.#caller.everything().length === 0
    if (this.#port || this.#retry !== undefined || !wanted || idle) return
    this.#connect()
  }

  readonly #hangUp = (): void => {
    clearTimeout(this.#retry)
    clearInterval(this.#pinging)
    this.#retry = this.#pinging = undefined
    const port = this.#port
    this.#port = undefined
    port?.disconnect()
  }
}

/** Chromium logs an error that nobody has read on the page's console. */
function readError({ lastError }: Runtime): unknown {
  return lastError
}
