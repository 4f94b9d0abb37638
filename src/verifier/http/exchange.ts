import { reason, type Need, type Reason, type RequestRecord } from '../report'
import type { VerifierEnvironment } from '../environment'
import { rejectionOf } from './abort'
import type { Clock, Deadline } from './deadline'
import type { Answer, GetOptions } from './guarded-fetch'
import type { Limits } from './limits'
import { discard, readBody } from './read-body'

/** What the requests of one badge share. */
export interface Line {
  environment: VerifierEnvironment
  limits: Limits
  clock: Clock
  deadline: Deadline
  requests: RequestRecord[]
}

/** What one request came to. `opaque`: a redirect whose target the browser does not show. */
export type Exchanged =
  { answer: Omit<Answer, 'ok'> } | { location: string } | { opaque: true } | { reason: Reason }

const REDIRECTS = [301, 302, 303, 307, 308]

/** One request, its time bounded from the first byte sent to the last byte read. */
export async function exchange(
  line: Line,
  need: Need,
  options: GetOptions,
  redirect: 'manual' | 'follow',
): Promise<Exchanged> {
  const { environment, limits, deadline, clock } = line
  const remaining = deadline.remaining()
  if (remaining === 0) return { reason: badgeTimeout(limits) }
  const timeout = Math.min(limits.requestMs, remaining)
  const late =
    timeout < limits.requestMs
      ? badgeTimeout(limits)
      : reason('host-timeout', { host: need.host, seconds: limits.requestMs / 1000 })

  const abort = abortAfter(timeout, environment.signal)
  const record: RequestRecord = { ...need, ms: 0 }
  line.requests.push(record)
  const started = clock()
  try {
    const response = await Promise.race([
      send(environment, need, options, redirect, abort),
      abort.rejection,
    ])
    if (response.type === 'opaqueredirect') return { opaque: true }
    record.status = response.status
    return await receive(response, need, options, abort.rejection)
  } catch (error) {
    environment.signal?.throwIfAborted()
    if (isAddressRefusal(error)) return { reason: reason('address-refused', { host: need.host }) }
    return { reason: abort.timedOut() ? late : reason('host-unreachable', { host: need.host }) }
  } finally {
    record.ms = Math.round(clock() - started)
    abort.release()
  }
}

/** How a `fetch` that sees which address it connects to says that the name leads into a private network. */
function isAddressRefusal(error: unknown): boolean {
  return error instanceof Error && error.name === 'AddressRefusedError'
}

function send(
  { fetch }: VerifierEnvironment,
  { url }: Need,
  { accept }: GetOptions,
  redirect: 'manual' | 'follow',
  { signal }: Abort,
): Promise<Response> {
  return fetch(url, {
    headers: { accept },
    redirect,
    credentials: 'omit',
    referrerPolicy: 'no-referrer',
    cache: 'no-store',
    signal,
  })
}

async function receive(
  response: Response,
  need: Need,
  { maxBytes }: GetOptions,
  aborted: Promise<never>,
): Promise<Exchanged> {
  const url = response.url || need.url
  const location = response.headers.get('location')
  if (REDIRECTS.includes(response.status) && location !== null) {
    discard(response.body)
    return { location: URL.canParse(location, url) ? new URL(location, url).href : location }
  }
  const body = await readBody(response, maxBytes, aborted)
  if ('tooLarge' in body) {
    return { reason: reason('answer-too-large', { host: need.host, limit: maxBytes }) }
  }
  const [mediaType = ''] = (response.headers.get('content-type') ?? '').split(';')
  return {
    answer: {
      status: response.status,
      url,
      bytes: body.bytes,
      mediaType: mediaType.trim().toLowerCase(),
    },
  }
}

interface Abort {
  signal: AbortSignal
  /** Rejects on time-out or abort, also where `fetch` or a stream ignores its signal. */
  rejection: Promise<never>
  timedOut(): boolean
  release(): void
}

function abortAfter(milliseconds: number, outer: AbortSignal | undefined): Abort {
  const controller = new AbortController()
  let timedOut = false
  const cancelled = () => {
    controller.abort(outer?.reason)
  }
  const timer = setTimeout(() => {
    timedOut = true
    controller.abort()
  }, milliseconds)
  if (outer?.aborted) cancelled()
  else outer?.addEventListener('abort', cancelled)
  const rejection = rejectionOf(controller.signal)
  return {
    signal: controller.signal,
    rejection: rejection.promise,
    timedOut: () => timedOut,
    release() {
      clearTimeout(timer)
      outer?.removeEventListener('abort', cancelled)
      rejection.release()
      controller.abort()
    },
  }
}

function badgeTimeout(limits: Limits): Reason {
  return reason('badge-timeout', { seconds: limits.badgeMs / 1000 })
}
