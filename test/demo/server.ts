/**
 * All of the demo's hosts in one https server on loopback. The browser is told to resolve
 * `*.example` to it, so that every URL is as it would be on the web: https, default port, real names.
 */
import type { IncomingMessage, ServerResponse } from 'node:http'
import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import {
  demoFixtures,
  type DemoBadge,
  type ServedDocument,
  type ServedWeb,
} from '../fixtures/index'
import { answers, mergedWeb } from '../fixtures/web'
import { EscoStandIn } from '../esco/stand-in'
import { selfSignedCertificate } from './certificate'
import { playFault, type Fault } from './faults'
import { ESCO_HOST, SERVED_NAMES } from './hosts'
import { demoPages } from './pages/index'
import { RequestLog } from './request-log'

export interface DemoServer {
  port: number
  /** For `--ignore-certificate-errors-spki-list`. */
  spkiHash: string
  log: RequestLog
  badges: DemoBadge[]
  /** Stands in for the API of ESCO, under its own name. */
  esco: EscoStandIn
  /** By URL, or by `https://host/` with every path of it; `undefined` makes the answer proper again. */
  setFault(url: string, fault: Fault | undefined): void
  clearFaults(): void
  /** Lets every held request go on. */
  release(): void
  /** As when it was started, with other further documents. */
  renew(more?: ServedWeb): void
  close(): Promise<void>
}

/** Set by every answer, so that a request with it shows: the extension must never send one. */
export const COOKIE = 'visitor=mira'
const SET_COOKIE = { 'set-cookie': `${COOKIE}; Secure; SameSite=None; Path=/` }

/** Hosts that never answer, as if down. */
const DOWN = ['https://offline.example/']

/** @param more further documents to serve, besides the demo's own */
export async function start(more: ServedWeb = new Map()): Promise<DemoServer> {
  const { badges, web } = await demoFixtures()
  const pages = demoPages(badges)
  let documents = mergedWeb(web, pages, more)
  const { cert, key, spkiHash } = selfSignedCertificate(SERVED_NAMES)
  let esco = new EscoStandIn()
  const log = new RequestLog()
  const faults = new Map<string, Fault>()
  const held: (() => void)[] = []
  const server = createServer({ cert, key }, (request, response) => {
    const entry = log.add(request)
    const { host, path } = entry
    response.on('close', () => {
      entry.ended ??= Date.now()
    })
    // Of that host, the list of trusted lists is a document like any other.
    if (host === ESCO_HOST && !path.startsWith('/tools/')) {
      void sendEsco(esco, new URL(`https://${host}${path}`), response)
      return
    }
    const answer = (): void => {
      entry.sent = send(documents.get(host)?.get(path), request, response)
      // Not by `close`, which may come after the next request of who has read the answer.
      entry.ended = Date.now()
    }
    const fault = faultFor(faults, `https://${host}${path}`)
    if (fault === undefined) answer()
    else if (fault.kind === 'hold') held.push(answer)
    else if (fault.kind === 'delay') setTimeout(answer, fault.ms)
    else {
      playFault(fault, response, (bytes) => {
        entry.sent += bytes
      })
    }
  })
  const clearFaults = (): void => {
    faults.clear()
    for (const url of DOWN) faults.set(url, { kind: 'drop' })
  }
  clearFaults()
  const release = (): void => {
    for (const answer of held.splice(0)) answer()
  }
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    port: (server.address() as AddressInfo).port,
    spkiHash,
    log,
    badges,
    get esco() {
      return esco
    },
    setFault: (url, fault) => {
      if (fault) faults.set(url, fault)
      else faults.delete(url)
    },
    clearFaults,
    release,
    renew: (others = new Map()) => {
      documents = mergedWeb(web, pages, others)
      esco = new EscoStandIn()
      clearFaults()
      release()
      log.clear()
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve()
        })
        server.closeAllConnections()
      }),
  }
}

/** Switched off, it hangs up. */
async function sendEsco(esco: EscoStandIn, url: URL, response: ServerResponse): Promise<void> {
  try {
    const answer = await esco.answer(url)
    response.writeHead(answer.status, Object.fromEntries(answer.headers)).end(await answer.text())
  } catch {
    response.destroy()
  }
}

function faultFor(faults: Map<string, Fault>, url: string): Fault | undefined {
  return faults.get(url) ?? faults.get(new URL('/', url).href)
}

/** @returns bytes of the body that it sends of the document */
function send(
  document: ServedDocument | undefined,
  request: IncomingMessage,
  response: ServerResponse,
): number {
  if (response.destroyed) return 0
  if (!document) {
    response.writeHead(404, { 'content-type': 'text/plain' }).end('Not found')
    return 0
  }
  if (!answers(document, request.headers.accept ?? null)) {
    response.writeHead(406, { 'content-type': 'text/plain' }).end('Not acceptable')
    return 0
  }
  const { status, headers, body } = document
  // As servers of files do; without it, Node would send a file in chunks of no known end.
  const sized = (part: Uint8Array) => ({ 'content-length': String(part.length) })
  const range = status === 200 ? requestedRange(request.headers.range, body.length) : undefined
  if (range === undefined) {
    const described = { 'accept-ranges': 'bytes', ...SET_COOKIE, ...sized(body), ...headers }
    response.writeHead(status, described).end(body)
    return body.length
  }
  const [from, to] = range
  const part = body.subarray(from, to + 1)
  const place = { 'content-range': `bytes ${from}-${to}/${body.length}` }
  response.writeHead(206, { ...sized(part), ...headers, ...place }).end(part)
  return part.length
}

/** RFC 9110, section 14.2: one range, from the start or from the end. */
function requestedRange(header: string | undefined, length: number): [number, number] | undefined {
  const [, first = '', last = ''] = /^bytes=(\d*)-(\d*)$/.exec(header ?? '') ?? []
  if (first === '' && last === '') return undefined
  if (first === '') return [Math.max(0, length - Number(last)), length - 1]
  const from = Number(first)
  if (from >= length) return undefined
  return [from, last === '' ? length - 1 : Math.min(Number(last), length - 1)]
}
