import { MessageChannel, type MessagePort } from 'node:worker_threads'
import { Tinypool } from 'tinypool'
import type { Failure } from './failure'
import type { Job, JobResult, Settings } from './job'
import { serveFetch } from './network/fetch-port'
import type { Web } from './network/web'

export interface PoolOptions {
  /** Built module whose default export verifies one `Job`. */
  worker: URL
  threads: number
  settings: Settings
  web: Web
  /** Most time for one badge, in milliseconds; its worker is ended then. */
  badgeMs?: number
  /** JavaScript heap of one worker, in megabytes. */
  heapMb?: number
}

/** Four times what the verifier lets its requests take together; it is reached only by a fault. */
const BADGE_MS = 120_000
/** A badge has at most 10 MB: a worker that needs more has met something that it should not go on with. */
const HEAP_MB = 512
const IDLE_MS = 5_000

/**
 * Worker threads that verify badges, one badge at a time each: what ends a worker (no memory left, a
 * crash, no end) is the fault of exactly one badge. It is reported for that one, and another worker
 * takes the dead one's place.
 */
export class WorkerPool {
  readonly #pool: Tinypool
  readonly #options: PoolOptions

  constructor(options: PoolOptions) {
    this.#options = options
    this.#pool = new Tinypool({
      filename: options.worker.href,
      minThreads: 1,
      maxThreads: options.threads,
      idleTimeout: IDLE_MS,
      resourceLimits: { maxOldGenerationSizeMb: options.heapMb ?? HEAP_MB },
      workerData: options.settings,
    })
    // A worker that fails between two badges has lost none.
    this.#pool.on('error', () => undefined)
  }

  /** Never rejects but for `signal`: whatever happens to the worker is an answer. */
  async verify(name: string, source: Job['source'], signal: AbortSignal): Promise<JobResult> {
    signal.throwIfAborted()
    const { settings, web, badgeMs = BADGE_MS, heapMb = HEAP_MB } = this.#options
    const way = settings.offline ? undefined : wayTo(web)
    const job: Job = { name, source, ...(way && { web: way.theirs }) }
    const end = endOf(badgeMs, signal)
    try {
      return (await this.#pool.run(job, {
        transferList: way ? [way.theirs] : [],
        signal: end.signal,
      })) as JobResult
    } catch (error) {
      signal.throwIfAborted()
      return { failure: end.signal.aborted ? tooSlow(name, badgeMs) : crashed(name, error, heapMb) }
    } finally {
      end.release()
      way?.ours.close()
    }
  }

  /** Ends the workers, whatever they are doing. */
  async close(): Promise<void> {
    await this.#pool.destroy()
  }
}

/** A line to the network for one badge: one end is kept, the other goes to the worker. */
function wayTo(web: Web): { ours: MessagePort; theirs: MessagePort } {
  const { port1: ours, port2: theirs } = new MessageChannel()
  serveFetch(ours, web)
  return { ours, theirs }
}

/** Aborts after a time or with another signal; `AbortSignal.any` would leave a trace on a signal that lives on. */
function endOf(ms: number, outer: AbortSignal): { signal: AbortSignal; release(): void } {
  const controller = new AbortController()
  const abort = (): void => {
    controller.abort()
  }
  const timer = setTimeout(abort, ms)
  outer.addEventListener('abort', abort, { once: true })
  return {
    signal: controller.signal,
    release() {
      clearTimeout(timer)
      outer.removeEventListener('abort', abort)
    },
  }
}

function tooSlow(name: string, badgeMs: number): Failure {
  return {
    code: 'too-slow',
    message: `${name} was given up after ${badgeMs / 1000} seconds. Verify it by itself, and report it if that happens again.`,
  }
}

function crashed(name: string, error: unknown, heapMb: number): Failure {
  const { code, message } = error as NodeJS.ErrnoException
  const cause =
    code === 'ERR_WORKER_OUT_OF_MEMORY' ? `it needs more than ${heapMb} MB of memory` : message
  return {
    code: 'crashed',
    message: `Verifying ${name} failed: ${cause}. The others are not affected; report this file.`,
  }
}
