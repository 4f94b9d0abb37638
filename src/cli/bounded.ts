/**
 * Works on items as they come, at most `limit` at the same time. The next item is asked for only when
 * there is room for it, so that neither a folder of any size nor a slow reader of the output makes
 * the list of open work grow.
 *
 * @throws what an item or the source of items throws first, or the reason of `signal`
 */
export async function forEachBounded<Item>(
  items: AsyncIterable<Item>,
  limit: number,
  signal: AbortSignal,
  work: (item: Item) => Promise<void>,
): Promise<void> {
  const iterator = items[Symbol.asyncIterator]()
  const room = new Room()
  const stop = (): void => {
    room.fail(signal.reason)
  }
  if (signal.aborted) stop()
  else signal.addEventListener('abort', stop, { once: true })
  let next: IteratorResult<Item, unknown> | undefined
  try {
    for (;;) {
      next = undefined
      iterator.next().then((item) => {
        next = item
        room.changed()
      }, room.fail)
      await room.until(() => next !== undefined)
      const { done, value } = next as unknown as IteratorResult<Item, undefined>
      if (done === true) break
      room.taken++
      work(value)
        .catch(room.fail)
        .finally(() => {
          room.taken--
          room.changed()
        })
      await room.until(() => room.taken < limit)
    }
    await room.until(() => room.taken === 0)
  } finally {
    signal.removeEventListener('abort', stop)
    // Not awaited: a source that waits for its next item (a terminal) would never let go.
    if (next?.done !== true) void iterator.return?.().catch(() => undefined)
  }
}

/**
 * How much is under way, and whoever waits for that to change. Not `Promise.race`: each race leaves a
 * trace on the promise that is never settled, and there is one race an item.
 */
class Room {
  taken = 0
  #failure: { error: unknown } | undefined
  #wake = (): void => undefined

  readonly fail = (error: unknown): void => {
    this.#failure ??= { error }
    this.#wake()
  }

  changed(): void {
    this.#wake()
  }

  async until(ready: () => boolean): Promise<void> {
    while (this.#failure === undefined && !ready()) {
      await new Promise<void>((wake) => {
        this.#wake = wake
      })
    }
    if (this.#failure !== undefined) throw this.#failure.error
  }
}
