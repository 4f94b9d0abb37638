/** One piece of work. `run` may reject only when `signal` is aborted. */
export interface Job {
  /** Adding a second job with the same id does nothing. */
  id: string
  /** Hosts that it is known to ask. */
  hosts: string[]
  run(signal: AbortSignal): Promise<void>
}

export interface QueueLimits {
  /** Jobs that run at once. */
  atOnce: number
  /** Jobs that run at once and name the same host. */
  perHost: number
}

/**
 * Runs jobs in the order in which they came, but lets a job pass those whose hosts are busy, or whose tab has more
 * under way: no page of many slow images keeps the others waiting. `onChange` hears how many are waiting or running,
 * whenever that changes.
 */
export class Queue {
  readonly #waiting: Job[] = []
  readonly #running = new Map<string, { job: Job; controller: AbortController }>()

  constructor(
    private readonly limits: QueueLimits,
    private readonly onChange: (size: number) => void = () => undefined,
  ) {}

  get size(): number {
    return this.#waiting.length + this.#running.size
  }

  add(job: Job): void {
    if (this.has(job.id)) return
    this.#waiting.push(job)
    this.onChange(this.size)
    this.#startWhatMay()
  }

  has(id: string): boolean {
    return this.#running.has(id) || this.#waiting.some((job) => job.id === id)
  }

  /** Takes away what waits and aborts what runs. */
  cancel(concerns: (id: string) => boolean): void {
    const before = this.#waiting.length
    this.#waiting.splice(0, before, ...this.#waiting.filter(({ id }) => !concerns(id)))
    for (const [id, { controller }] of this.#running) {
      if (!concerns(id)) continue
      // At once, so that the same job may be added again while this one still winds up.
      this.#running.delete(id)
      controller.abort()
    }
    this.onChange(this.size)
    this.#startWhatMay()
  }

  #startWhatMay(): void {
    while (this.#running.size < this.limits.atOnce) {
      const next = this.#next()
      if (!next) return
      this.#waiting.splice(this.#waiting.indexOf(next), 1)
      void this.#start(next)
    }
  }

  /** Of those that may start the first one of the tab that has fewest under way. */
  #next(): Job | undefined {
    const busy = new Map<string, number>()
    for (const id of this.#running.keys()) busy.set(tabOf(id), (busy.get(tabOf(id)) ?? 0) + 1)
    const ofTab = ({ id }: Job): number => busy.get(tabOf(id)) ?? 0
    let first: Job | undefined
    for (const job of this.#waiting)
      if ((!first || ofTab(job) < ofTab(first)) && this.#hasRoom(job)) first = job
    return first
  }

  #hasRoom(job: Job): boolean {
    const running = [...this.#running.values()]
    return job.hosts.every(
      (host) =>
        running.filter((other) => other.job.hosts.includes(host)).length < this.limits.perHost,
    )
  }

  async #start(job: Job): Promise<void> {
    const entry = { job, controller: new AbortController() }
    this.#running.set(job.id, entry)
    try {
      await job.run(entry.controller.signal)
    } catch (error) {
      if (!entry.controller.signal.aborted) console.error(error)
    }
    if (this.#running.get(job.id) === entry) this.#running.delete(job.id)
    this.onChange(this.size)
    this.#startWhatMay()
  }
}

function tabOf(id: string): string {
  return id.slice(0, id.indexOf('/') + 1)
}

/** Jobs are named `TAB/BADGE`: those of one badge, or of all badges of a tab. */
export function concerning(tabId: number, badgeId?: string): (id: string) => boolean {
  const prefix = `${tabId}/`
  return (id) => (badgeId === undefined ? id.startsWith(prefix) : id === prefix + badgeId)
}
