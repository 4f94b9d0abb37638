import type { EscoWay } from '../../verifier/alignments/esco-lookup'
import { readJson } from '../../verifier/http/json'
import { LIMITS } from '../../verifier/http/limits'
import type { Reason } from '../../verifier/report'
import type { JsonValue } from '../../verifier/verification'
import { ESCO_HOST } from './api'

/** Time as tests turn it. */
export interface EscoClock {
  /** Milliseconds since the epoch. */
  now(): number
  wait(ms: number, signal?: AbortSignal): Promise<void>
}

export type EscoReply = { is: 'json'; json: JsonValue } | { is: 'missing' } | EscoSilence
/** Nothing that can be used; it says nothing about what was asked for. */
export interface EscoSilence {
  is: 'silent'
  reason?: Reason
}

/** The API answers 500 under bursts, and soon after as if nothing had been. */
const PAUSES_MS = [1_000, 2_000, 4_000]
/** After that it is left alone for a while, by every badge. */
const REST_MS = 60_000

/** One request at a time to ESCO, over all badges, with longer and longer pauses after its errors. */
export class EscoLine {
  #last: Promise<unknown> = Promise.resolve()
  #restsUntil = 0

  constructor(private readonly clock: EscoClock) {}

  get isResting(): boolean {
    return this.clock.now() < this.#restsUntil
  }

  /** @param until milliseconds since the epoch: nothing is asked after that */
  async ask(
    url: string,
    way: EscoWay,
    { until = Infinity, signal }: { until?: number; signal?: AbortSignal } = {},
  ): Promise<EscoReply> {
    const reply = this.#last.then(() => this.#ask(url, way, until, signal))
    this.#last = reply.catch(() => undefined)
    return reply
  }

  async #ask(url: string, way: EscoWay, until: number, signal?: AbortSignal): Promise<EscoReply> {
    for (let attempt = 0; ; attempt++) {
      if (this.isResting || this.clock.now() >= until) return { is: 'silent' }
      const reply = await replyTo(url, way, attempt)
      if (reply.is !== 'busy') return reply
      const pause = PAUSES_MS[attempt]
      if (pause === undefined) {
        this.#restsUntil = this.clock.now() + REST_MS
        return { is: 'silent' }
      }
      await this.clock.wait(pause, signal)
    }
  }
}

async function replyTo(
  url: string,
  way: EscoWay,
  attempt: number,
): Promise<EscoReply | { is: 'busy' }> {
  const answer = await way.get(
    { url, purpose: 'esco' },
    { accept: 'application/json', maxBytes: LIMITS.jsonBytes, attempt },
  )
  if (!answer.ok) return { is: 'silent', reason: answer.reason }
  if (answer.status === 429 || answer.status >= 500) return { is: 'busy' }
  // What another host says is not what ESCO says.
  if (new URL(answer.url).hostname !== ESCO_HOST) return { is: 'silent' }
  if (answer.status !== 200 && answer.status !== 404) return { is: 'silent' }
  const read = readJson(answer, LIMITS)
  if ('reason' in read) return { is: 'silent', reason: read.reason }
  // The API says even that in JSON; a page for people comes from a server that has no API just now.
  return answer.status === 404 ? { is: 'missing' } : { is: 'json', json: read.value }
}
