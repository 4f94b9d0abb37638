/** Calls at once, and what comes within the pause after that once more at its end. One pace for each key. */
export class Paced<Key> {
  readonly #quiet = new Map<Key, { again: boolean }>()

  /** @param pause milliseconds */
  constructor(
    private readonly pause: number,
    private readonly call: (key: Key) => void,
  ) {}

  tell(key: Key): void {
    const quiet = this.#quiet.get(key)
    if (quiet) {
      quiet.again = true
      return
    }
    this.call(key)
    const pause = { again: false }
    this.#quiet.set(key, pause)
    setTimeout(() => {
      this.#quiet.delete(key)
      if (pause.again) this.tell(key)
    }, this.pause)
  }
}
