/** Work is done in slices, between which the page breathes. */

/** Milliseconds after which a slice begins nothing more: its last step still fits into 4 ms. */
export const SLICE_MS = 3

/** Milliseconds that work may wait for the page to be idle. */
const PATIENCE_MS = 200

/** One job: a generator that yields wherever it may be interrupted. */
export type Job = Generator<undefined, void>

export class Slices {
  readonly #jobs: Job[] = []
  readonly #onDone: () => void
  readonly #signal: AbortSignal
  #scheduled = false

  /** `onDone` runs whenever the last job has been finished. */
  constructor(onDone: () => void, signal: AbortSignal) {
    this.#onDone = onDone
    this.#signal = signal
  }

  add(job: Job): void {
    this.#jobs.push(job)
    this.#schedule()
  }

  #schedule(): void {
    if (this.#scheduled || this.#signal.aborted) return
    this.#scheduled = true
    const run = (): void => {
      this.#scheduled = false
      if (!this.#signal.aborted) this.#run()
    }
    requestIdleCallback(run, { timeout: PATIENCE_MS })
  }

  #run(): void {
    const end = performance.now() + SLICE_MS
    do {
      if (this.#jobs.length === 0) {
        this.#onDone()
        return
      }
      if (this.#jobs[0]?.next().done) this.#jobs.shift()
      // A look at the clock costs a hundredth of a step.
    } while (performance.now() < end)
    this.#schedule()
  }
}
