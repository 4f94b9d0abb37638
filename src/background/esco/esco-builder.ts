import { escoFiles, escoJob } from '../../platform/esco-database'
import type { EscoJob, EscoProblem } from '../../platform/esco-shapes'
import { encodeIndex } from '../../verifier/alignments/esco-index/encode-index'
import { entriesOfFile } from '../../verifier/alignments/esco-index/entries-of-file'
import { EscoIndexError } from '../../verifier/alignments/esco-index/entry'
import type { Doors } from '../door'
import { ESCO_VERSION } from './api'
import { downloadPage, TYPES } from './download-page'
import type { EscoClock, EscoLine } from './esco-line'

export interface BuilderParts {
  doors: Doors
  line: EscoLine
  clock: EscoClock
  /** Called with every index that is made. */
  made: (bytes: Uint8Array<ArrayBuffer>) => Promise<void>
  /** Called after every step. */
  changed: () => void
}

/**
 * Makes the index, from a file or page by page from the API. The job lies in IndexedDB with all that it
 * has got, so that the next worker goes on where this one was stopped.
 */
export class EscoBuilder {
  #job: EscoJob | undefined
  #running: AbortController | undefined

  constructor(private readonly parts: BuilderParts) {}

  get job(): EscoJob | undefined {
    return this.#job
  }

  get isRunning(): boolean {
    return this.#job?.state === 'running'
  }

  /** Takes up what an earlier worker left undone. */
  async load(): Promise<void> {
    this.#job = await escoJob.get()
    if (this.isRunning) this.#run()
  }

  /** Begins anew; what another job has got so far is forgotten. */
  async begin(begun: Pick<EscoJob, 'from' | 'language' | 'name'>): Promise<void> {
    this.#stop()
    // The file to read was left there for this very job.
    const upload = begun.from === 'csv' ? await escoFiles.get('upload') : undefined
    await escoJob.remove()
    if (upload) await escoFiles.put('upload', upload)
    const counts = { type: 0, page: 0, done: 0, total: 0 }
    await this.#put({ ...begun, ...counts, state: 'running', id: crypto.randomUUID() })
    this.#run()
  }

  async pause(): Promise<void> {
    this.#stop()
    if (this.#job?.state === 'running') await this.#put({ ...this.#job, state: 'paused' })
  }

  async resume(): Promise<void> {
    const { problem: _solved, ...job } = this.#job ?? {}
    if (!('id' in job) || job.state === 'running') return
    await this.#put({ ...(job as EscoJob), state: 'running' })
    this.#run()
  }

  async forget(): Promise<void> {
    this.#stop()
    this.#job = undefined
    await escoJob.remove()
    this.parts.changed()
  }

  #stop(): void {
    this.#running?.abort()
    this.#running = undefined
  }

  #run(): void {
    this.#stop()
    const running = (this.#running = new AbortController())
    const work = this.#job?.from === 'csv' ? this.#readFile() : this.#download(running.signal)
    work
      .catch((error: unknown) =>
        running.signal.aborted ? undefined : this.#fail(problemOf(error)),
      )
      .catch(console.error)
  }

  // ── from a file ───────────────────────────────────────────────────────────────────────────────

  async #readFile(): Promise<void> {
    const id = this.#job?.id
    const bytes = await escoFiles.get('upload')
    if (!bytes) throw new EscoIndexError('expected a file')
    const { entries, version, language } = entriesOfFile(bytes, this.#job?.name ?? '')
    const made = new Date(this.parts.clock.now()).toISOString()
    const index = await encodeIndex(entries, { version, language, made, from: 'csv' })
    if (this.#job?.id === id) await this.#finish(index)
  }

  // ── from the API ──────────────────────────────────────────────────────────────────────────────

  async #download(signal: AbortSignal): Promise<void> {
    while (this.#job && this.#job.type < TYPES.length) {
      const { type, page } = this.#job
      const got = await downloadPage(this.#job, { ...this.parts, signal })
      signal.throwIfAborted()
      if ('problem' in got) return this.#fail(got.problem)
      this.#job = got.next
      await escoJob.putPage([TYPES[type] ?? '', page], got.entries, got.next)
      signal.throwIfAborted()
      this.parts.changed()
    }
    await this.#conclude(signal)
  }

  async #conclude(signal: AbortSignal): Promise<void> {
    const entries = await escoJob.pages()
    const language = this.#job?.language ?? 'en'
    const made = new Date(this.parts.clock.now()).toISOString()
    // As many as ESCO said, each once: what was moved from page to page in between is missing.
    const different = new Set(entries.map(({ uri }) => uri)).size
    if (this.#job?.done !== this.#job?.total || different < entries.length * LEAST_DIFFERENT)
      return this.#fail({ is: 'incomplete' })
    const info = { version: ESCO_VERSION, language, made, from: 'api' } as const
    const index = await encodeIndex(entries, info)
    signal.throwIfAborted()
    await this.#finish(index)
  }

  async #finish(index: Uint8Array<ArrayBuffer>): Promise<void> {
    await this.parts.made(index)
    await this.forget()
  }

  async #fail(problem: EscoProblem): Promise<void> {
    if (this.#job) await this.#put({ ...this.#job, state: 'failed', problem })
  }

  async #put(job: EscoJob): Promise<void> {
    this.#job = job
    await escoJob.put(job)
    this.parts.changed()
  }
}

/** The search for concepts gives skills' groups under two types: a few may come twice. */
const LEAST_DIFFERENT = 0.95

function problemOf(error: unknown): EscoProblem {
  if (error instanceof EscoIndexError) return { is: 'unreadable', expected: error.message }
  console.error(error)
  return { is: 'internal' }
}
