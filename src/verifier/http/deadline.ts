/** Milliseconds since any fixed moment; never goes backwards (`performance.now`). */
export type Clock = () => number

/** The time that one badge may take, not counting the time in which a person is asked. */
export class Deadline {
  readonly #start: number
  #pauses = 0
  #pausedSince = 0
  #paused = 0

  /** @param allowed milliseconds */
  constructor(
    private readonly allowed: number,
    private readonly clock: Clock,
  ) {
    this.#start = clock()
  }

  /** Milliseconds left; 0 when it has passed. */
  remaining(): number {
    const paused = this.#paused + (this.#pauses > 0 ? this.clock() - this.#pausedSince : 0)
    return Math.max(0, this.allowed - (this.clock() - this.#start - paused))
  }

  /** Stops the time until the returned function is called; pauses may overlap. */
  pause(): () => void {
    if (this.#pauses++ === 0) this.#pausedSince = this.clock()
    return () => {
      if (--this.#pauses === 0) this.#paused += this.clock() - this.#pausedSince
    }
  }
}
