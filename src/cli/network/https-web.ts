import { lookup as systemLookup, type LookupAddress } from 'node:dns'
import type { IncomingMessage } from 'node:http'
import { Agent, request } from 'node:https'
import { isIP, type LookupFunction } from 'node:net'
import { LIMITS } from '../../verifier/http/limits'
import { VERIFIER_VERSION } from '../../verifier/version'
import { decodedBody } from './decoded-body'
import { isPublicAddress } from './public-address'
import { AddressRefusedError, type Web, type WebAnswer, type WebRequest } from './web'

/** What tests replace, so that a server on this machine can stand for the internet. */
export interface HttpsSettings {
  resolve?: (host: string) => Promise<LookupAddress[]>
  mayConnect?: (address: string) => boolean
  /** PEM certificates, instead of those that Node trusts. */
  ca?: string
  /** Instead of 443; the address of a badge cannot name one. */
  port?: number
}

/** As polite as a browser: this many connections to one host at a time, kept open between requests. */
const CONNECTIONS_PER_HOST = 6
const CONNECTIONS = 64
const IDLE_MS = 15_000

/**
 * The network as the command uses it: https only, one hop at a time, without cookies or credentials.
 * A name is resolved here, and what it resolves to is judged at the moment of connecting, so that a
 * public name cannot lead into the network that this machine stands in.
 *
 * `fetch` would do all of it but this: Node has no public way to look at the address it connects to.
 */
export function httpsWeb(settings: HttpsSettings = {}): { web: Web; close: () => void } {
  const { resolve = resolved, mayConnect = isPublicAddress, ca, port } = settings
  const agent = new Agent({
    keepAlive: true,
    maxSockets: CONNECTIONS_PER_HOST,
    maxTotalSockets: CONNECTIONS,
    timeout: IDLE_MS,
    // Said explicitly: no variable of the environment may turn it off.
    rejectUnauthorized: true,
    lookup: guardedLookup(resolve, mayConnect),
    ...(ca !== undefined && { ca }),
  })
  return {
    web: (asked, signal) => send(agent, asked, signal, port),
    close: () => {
      agent.destroy()
    },
  }
}

async function send(
  agent: Agent,
  { url, accept }: WebRequest,
  signal: AbortSignal,
  port: number | undefined,
  again = true,
): Promise<WebAnswer> {
  const { hostname, pathname, search } = new URL(url)
  // An address instead of a name is never resolved, and so never judged below.
  if (isIP(hostname.replace(/^\[|\]$/g, '')) !== 0) throw new AddressRefusedError(hostname)
  return new Promise((answered, failed) => {
    const asked = request({
      agent,
      signal,
      host: hostname,
      port: port ?? 443,
      path: pathname + search,
      headers: {
        host: hostname,
        accept,
        'accept-encoding': 'gzip, br',
        'user-agent': `Touchstone/${VERIFIER_VERSION}`,
      },
    })
    asked.on('response', (response) => {
      receive(response).then(answered, failed)
    })
    asked.on('error', (error: NodeJS.ErrnoException) => {
      // The server closed a kept connection at the moment that it was used again.
      const stale = again && asked.reusedSocket && error.code === 'ECONNRESET'
      if (stale) send(agent, { url, accept }, signal, port, false).then(answered, failed)
      else failed(error)
    })
    asked.end()
  })
}

async function receive(response: IncomingMessage): Promise<WebAnswer> {
  const { 'content-type': type, location } = response.headers
  const answer = {
    status: response.statusCode ?? 0,
    headers: {
      ...(type !== undefined && { 'content-type': type }),
      ...(location !== undefined && { location }),
    },
  }
  return { ...answer, bytes: await decodedBody(response, LIMITS.imageBytes + 1) }
}

/** `dns.lookup`, without what lies inside. Node connects to what this answers and to nothing else. */
function guardedLookup(
  resolve: (host: string) => Promise<LookupAddress[]>,
  mayConnect: (address: string) => boolean,
): LookupFunction {
  return (host, options, callback) => {
    resolve(host).then(
      (addresses) => {
        const outside = addresses.filter(({ address }) => mayConnect(address))
        const [first] = outside
        if (first === undefined) callback(new AddressRefusedError(host), '', 0)
        else if (options.all === true) callback(null, outside)
        else callback(null, first.address, first.family)
      },
      (error: unknown) => {
        callback(error as NodeJS.ErrnoException, '', 0)
      },
    )
  }
}

function resolved(host: string): Promise<LookupAddress[]> {
  return new Promise((found, failed) => {
    systemLookup(host, { all: true }, (error, addresses) => {
      if (error) failed(error)
      else found(addresses)
    })
  })
}
