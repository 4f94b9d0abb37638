import { once } from 'node:events'
import type { Writable } from 'node:stream'

/** A stream as the command writes to it: standard output, standard error. */
export type Stream = Writable & { isTTY?: boolean; columns?: number }

/**
 * Lines to a stream. Who writes waits until the reader has taken enough of what came before: a slow
 * reader slows the verification down instead of filling the memory.
 */
export class Output {
  #draining: Promise<unknown> | undefined

  /** @param closed called when nobody reads any more (`| head`), which is no error */
  constructor(
    private readonly stream: Stream,
    closed: () => void,
  ) {
    stream.on('error', closed)
    stream.on('close', closed)
  }

  async write(line: string): Promise<void> {
    if (this.stream.destroyed) return
    if (this.stream.write(line)) return
    // One for all that wait: each listener of its own would be many.
    this.#draining ??= Promise.race([once(this.stream, 'drain'), once(this.stream, 'close')])
      .catch(() => undefined)
      .finally(() => {
        this.#draining = undefined
      })
    await this.#draining
  }

  /** Waits until what was written has left this process. */
  async flush(): Promise<void> {
    if (this.stream.destroyed || this.stream.writableLength === 0) return
    await this.write('')
    await new Promise<void>((left) => {
      this.stream.write('', () => {
        left()
      })
    })
  }
}
