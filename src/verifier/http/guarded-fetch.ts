import { reason, type Need, type NeedPurpose, type Reason, type RequestRecord } from '../report'
import type { VerifierEnvironment } from '../environment'
import { readAddress, type Address } from './address'
import { Consents } from './consents'
import { Deadline, type Clock } from './deadline'
import type { Limits } from './limits'
import { exchange, type Line } from './exchange'

/** A whole answer, whatever its HTTP status. `url` is the one that finally answered. */
export interface Answer {
  ok: true
  status: number
  url: string
  bytes: Uint8Array
  /** Lower case, without parameters; '' where the server names none. */
  mediaType: string
}

/** No answer that may be used; the reason says why. */
export interface NoAnswer {
  ok: false
  reason: Reason
}

export interface GetOptions {
  accept: string
  /** Most bytes the body may have, after content decoding. */
  maxBytes: number
  /** Asks anew for what was asked before, e.g. after an error of the server: the number of the try. */
  attempt?: number
}

/** The only way to the network. One per badge: it counts hosts and time for that badge. */
export interface GuardedFetch {
  readonly get: (need: Omit<Need, 'host'>, options: GetOptions) => Promise<Answer | NoAnswer>
  /** What `ask` refused, each host and purpose once. */
  readonly needs: Need[]
  readonly requests: RequestRecord[]
}

/**
 * The guarded fetch of one badge. Its time starts now.
 *
 * Whatever happens is an answer; the one thing thrown is the reason of `environment.signal`.
 * The same document asked for twice is fetched once. An `http:` address is asked by https instead,
 * once; the answer's `url` tells.
 *
 * Redirects are followed hop by hop, each hop's address and host judged first. A browser hides the
 * hops from script: there the answer is fetched with the browser following, and what keeps it from a
 * host that nobody consented to is the extension's network rule (Fetch standard, "opaque-redirect").
 *
 * @param clock milliseconds, monotonic
 */
export function createGuardedFetch(
  environment: VerifierEnvironment,
  limits: Limits,
  clock: Clock = () => performance.now(),
): GuardedFetch {
  const { spent } = environment
  const deadline = new Deadline(limits.badgeMs - (spent?.ms ?? 0), clock)
  const consents = new Consents(environment, limits, deadline)
  const requests: RequestRecord[] = []
  const line: Line = { environment, limits, clock, deadline, requests }
  const answers = new Map<string, Promise<Answer | NoAnswer>>()

  return {
    needs: consents.needs,
    requests,
    async get({ url, purpose }, options) {
      const address = readAddress(url)
      if ('reason' in address) return { ok: false, reason: address.reason }
      const refusal = await consents.refusal(needOf(address, purpose))
      environment.signal?.throwIfAborted()
      if (refusal) return { ok: false, reason: refusal }
      const key = JSON.stringify([
        address.url.href,
        options.accept,
        options.maxBytes,
        options.attempt,
      ])
      const known = answers.get(key)
      if (known) return known
      if (answers.size + (spent?.requests ?? 0) >= limits.requestsPerBadge)
        return failed(reason('too-many-requests', { limit: limits.requestsPerBadge }))
      const answer = follow(line, consents, address, purpose, options)
      answers.set(key, answer)
      return answer
    },
  }
}

function needOf({ url }: Address, purpose: NeedPurpose, from?: string): Need {
  return { host: url.hostname, url: url.href, purpose, ...(from !== undefined && { from }) }
}

async function follow(
  line: Line,
  consents: Consents,
  start: Address,
  purpose: NeedPurpose,
  options: GetOptions,
): Promise<Answer | NoAnswer> {
  let address = start
  let from: string | undefined
  let upgraded = start.upgraded
  for (let hops = 0; ; hops++) {
    const need = needOf(address, purpose, from)
    const exchanged = await exchange(line, need, options, 'manual')
    if ('opaque' in exchanged) return followUnseen(line, consents, need, options)
    if ('answer' in exchanged) return { ok: true, ...exchanged.answer }
    if ('reason' in exchanged) return noAnswer(exchanged.reason, need, address.upgraded)

    const { host } = need
    if (hops >= line.limits.redirects) {
      return failed(reason('too-many-redirects', { host, limit: line.limits.redirects }))
    }
    const next = readAddress(exchanged.location)
    if ('reason' in next) return failed(reason('redirect-refused', { host }))
    if (next.upgraded && upgraded) {
      return failed(reason('https-only', { host: next.url.hostname }))
    }
    const refusal = await consents.refusal(needOf(next, purpose, need.url))
    line.environment.signal?.throwIfAborted()
    if (refusal) return failed(refusal)
    upgraded ||= next.upgraded
    from = need.url
    address = next
  }
}

/** The browser follows by itself; what is left to judge is where it ended. */
async function followUnseen(
  line: Line,
  consents: Consents,
  need: Need,
  options: GetOptions,
): Promise<Answer | NoAnswer> {
  const exchanged = await exchange(line, need, options, 'follow')
  const refused = failed(reason('redirect-refused', { host: need.host }))
  if (!('answer' in exchanged)) {
    // The first request was answered: a failure now is the network rule stopping a hop.
    return 'reason' in exchanged && exchanged.reason.code !== 'host-unreachable'
      ? failed(exchanged.reason)
      : refused
  }
  const final = readAddress(exchanged.answer.url)
  if ('reason' in final || final.upgraded) return refused
  const finalNeed = needOf(final, need.purpose, need.url)
  if (final.url.hostname !== need.host) {
    line.requests.push({ ...finalNeed, status: exchanged.answer.status, ms: 0 })
    if (await consents.refusal(finalNeed)) return refused
    line.environment.signal?.throwIfAborted()
  }
  return { ok: true, ...exchanged.answer }
}

function failed(why: Reason): NoAnswer {
  return { ok: false, reason: why }
}

/** A host that only speaks http is told apart from one that is down: the remedy is another. */
function noAnswer(why: Reason, { host }: Need, upgraded: boolean): NoAnswer {
  const httpOnly = upgraded && why.code === 'host-unreachable'
  return failed(httpOnly ? reason('https-only', { host }) : why)
}
