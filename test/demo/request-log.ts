import type { IncomingMessage } from 'node:http'
import { PLATFORM_HOSTS } from './hosts'

/** One request that reached the demo's servers. */
export interface LoggedRequest {
  /** Milliseconds since the epoch. */
  time: number
  method: string
  host: string
  /** Path with query. */
  path: string
  range?: string
  referer?: string
  cookie?: string
  accept?: string
  userAgent?: string
  /** `Sec-Fetch-Dest`: `image` where a page loads a picture, `empty` where a script fetches. */
  destination?: string
  /** `Sec-Fetch-Site`: `none` where an extension fetches, or a person types an address. */
  site?: string
  /** Bytes of the body that were handed on; of an answer that is given up half-way, no more than those. */
  sent: number
  /** Milliseconds since the epoch when all of the answer was handed on, or given up; absent until then. */
  ended?: number
}

/** The requests of all servers, in order. */
export class RequestLog {
  readonly entries: LoggedRequest[] = []

  /** Firefox resolves every name to this server, its maker's included: those are not kept. */
  add(request: IncomingMessage): LoggedRequest {
    const { headers } = request
    const entry: LoggedRequest = {
      time: Date.now(),
      method: request.method ?? 'GET',
      host: hostOf(headers.host),
      path: request.url ?? '/',
      sent: 0,
    }
    const optional = {
      range: headers.range,
      referer: headers.referer,
      cookie: headers.cookie,
      accept: headers.accept,
      userAgent: headers['user-agent'],
      destination: headers['sec-fetch-dest'],
      site: headers['sec-fetch-site'],
    }
    for (const [name, value] of Object.entries(optional)) {
      if (typeof value === 'string') Object.assign(entry, { [name]: value })
    }
    const isKept = entry.host.endsWith('.example') || PLATFORM_HOSTS.includes(entry.host)
    if (isKept) this.entries.push(entry)
    return entry
  }

  clear(): void {
    this.entries.length = 0
  }

  /** Host names that were asked, without repetition. */
  hosts(): string[] {
    return [...new Set(this.entries.map(({ host }) => host))]
  }

  /** URLs that were asked, without repetition. */
  urls(): string[] {
    return [...new Set(this.entries.map(({ host, path }) => `https://${host}${path}`))]
  }

  to(host: string): LoggedRequest[] {
    return this.entries.filter((entry) => entry.host === host)
  }
}

function hostOf(header: string | undefined): string {
  return (header ?? '').replace(/:\d+$/, '').toLowerCase()
}
