import type { Stream } from './output'

/** Often enough to see that it goes on. */
const EVERY_MS = 200
const CLEAR_LINE = '\r\u001B[K'

/** One line at the bottom of a terminal that says how far it is; nothing where there is no terminal. */
export class Progress {
  readonly #timer: NodeJS.Timeout | undefined
  #shown = false

  constructor(
    private readonly stream: Stream,
    private readonly text: () => string,
  ) {
    if (stream.isTTY !== true) return
    this.#timer = setInterval(() => {
      this.#show()
    }, EVERY_MS).unref()
  }

  /** Makes room for a line on the same terminal. */
  clear(): void {
    if (!this.#shown) return
    this.#shown = false
    this.stream.write(CLEAR_LINE)
  }

  end(): void {
    clearInterval(this.#timer)
    this.clear()
  }

  #show(): void {
    const width = (this.stream.columns ?? 80) - 1
    this.stream.write(CLEAR_LINE + this.text().slice(0, width))
    this.#shown = true
  }
}
