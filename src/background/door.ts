import type { NetworkRule } from './network-rule'

/** Requests at once to one host, over all checks and image reads. */
export const REQUESTS_PER_HOST = 2

/**
 * The only way from the extension to the network. Every check has a door of its own, which lets
 * through requests to the hosts that were admitted for it, and to no other.
 *
 * Redirects are the exception: the browser follows them unseen, and the network rule that stops them
 * knows hosts, not checks. While one check may ask a host, another's redirect can reach that host
 * too. Its answer is thrown away here, but the request has been sent.
 */
export interface Door {
  /** Lets this check ask a host, and waits until the network rule says so too. */
  admit(host: string): Promise<void>
  /** Never sends cookies or a referrer; rejects for hosts that were not admitted. */
  fetch: typeof globalThis.fetch
  /** Shuts it for good. */
  close(): void
}

export interface DoorOptions {
  /** Nothing of a private window may stay in the browser's cache. */
  private: boolean
  signal: AbortSignal
}

export class Doors {
  readonly #busy = new Map<string, number>()
  readonly #queue = new Map<string, (() => void)[]>()

  constructor(private readonly rule: NetworkRule) {}

  open(options: DoorOptions): Door {
    const admitted = new Map<string, () => void>()
    let closed = false

    return {
      admit: async (host) => {
        if (admitted.has(host) || closed) return
        const release = await this.rule.allow(host)
        // Closed or admitted twice while the rule was on its way.
        if (isClosed() || admitted.has(host)) release()
        else admitted.set(host, release)
      },
      fetch: async (input, init = {}) => {
        const url = new URL(input instanceof Request ? input.url : input)
        if (!lets(url)) throw new TypeError(`Not admitted: ${url.host}`)
        const leave = await this.#enter(url.hostname)
        try {
          options.signal.throwIfAborted()
          const response = await globalThis.fetch(url, {
            ...init,
            credentials: 'omit',
            referrerPolicy: 'no-referrer',
            ...(options.private && { cache: 'no-store' }),
            signal: AbortSignal.any([options.signal, ...(init.signal ? [init.signal] : [])]),
          })
          if (lets(new URL(response.url || url))) return response
          response.body?.cancel().catch(() => undefined)
          throw new TypeError(`Redirected to what is not admitted: ${url.host}`)
        } finally {
          leave()
        }
      },
      close: () => {
        closed = true
        for (const release of admitted.values()) release()
        admitted.clear()
      },
    }

    function lets({ protocol, port, hostname }: URL): boolean {
      return protocol === 'https:' && port === '' && admitted.has(hostname)
    }

    function isClosed(): boolean {
      return closed
    }
  }

  /** Waits for a turn at the host; the function that it gives ends the turn. */
  async #enter(host: string): Promise<() => void> {
    const busy = this.#busy.get(host) ?? 0
    if (busy < REQUESTS_PER_HOST) this.#busy.set(host, busy + 1)
    else {
      await new Promise<void>((resolve) => {
        const waiting = this.#queue.get(host) ?? []
        waiting.push(resolve)
        this.#queue.set(host, waiting)
      })
    }
    return () => {
      const next = this.#queue.get(host)?.shift()
      // The turn passes on; only where nobody waits does it end.
      if (next) next()
      else this.#busy.set(host, (this.#busy.get(host) ?? 1) - 1)
    }
  }
}
