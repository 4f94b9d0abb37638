type Listener = (...args: never[]) => unknown

/** One of the browser's events, as a worker sees it. */
export class FakeEvent<L extends Listener> {
  #listeners: L[] = []

  addListener = (listener: L): void => {
    this.#listeners.push(listener)
  }

  removeListener = (listener: L): void => {
    this.#listeners = this.#listeners.filter((other) => other !== listener)
  }

  /** What every listener answers. */
  emit(...args: Parameters<L>): unknown[] {
    return this.#listeners.map((listener) => listener(...args))
  }

  clear(): void {
    this.#listeners = []
  }
}

/** One end of a line between a content script and the worker. */
export class FakePort {
  readonly onMessage = new FakeEvent<(message: unknown, port: FakePort) => void>()
  readonly onDisconnect = new FakeEvent<(port: FakePort) => void>()
  other!: FakePort
  closed = false

  constructor(
    readonly name: string,
    readonly sender?: object,
  ) {}

  postMessage(message: unknown): void {
    if (this.closed) throw new Error('Attempting to use a disconnected port object')
    const copy: unknown = structuredClone(message)
    queueMicrotask(() => {
      if (!this.other.closed) this.other.onMessage.emit(copy, this.other)
    })
  }

  /** Only the other side hears of it. */
  disconnect(): void {
    if (this.closed) return
    this.closed = this.other.closed = true
    queueMicrotask(() => {
      this.other.onDisconnect.emit(this.other)
    })
  }
}

export function portPair(name: string, sender: object): { page: FakePort; worker: FakePort } {
  const page = new FakePort(name)
  const worker = new FakePort(name, sender)
  page.other = worker
  worker.other = page
  return { page, worker }
}
