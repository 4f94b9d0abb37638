import type { ServerResponse } from 'node:http'
import { gzipSync } from 'node:zlib'

/** What a server may do instead of answering properly. Sizes in bytes, times in milliseconds. */
export type Fault =
  | { kind: 'delay'; ms: number }
  | { kind: 'status'; status: number }
  | { kind: 'redirect'; to: string }
  | { kind: 'drop' }
  /** Accepts the request and stays silent until `release` is called on the server. */
  | { kind: 'hold' }
  /** Sends a byte now and then and never ends. */
  | { kind: 'never-ending' }
  | { kind: 'huge'; bytes: number }
  /** Small on the wire, `bytes` large after content decoding. */
  | { kind: 'gzip-bomb'; bytes: number }
  | { kind: 'body'; body: string; type: string }
  /** Sends everything, whatever range was asked for, over a line that carries so much a second. */
  | { kind: 'whole'; body: Uint8Array; type: string; bytesPerSecond: number }

/**
 * Plays the faults that end the matter; `delay` and `hold` only postpone the proper answer. `onSent` hears
 * how much of a `whole` body has been sent.
 */
export function playFault(
  fault: Exclude<Fault, { kind: 'delay' | 'hold' }>,
  response: ServerResponse,
  onSent: (bytes: number) => void,
): void {
  switch (fault.kind) {
    case 'status':
      response.writeHead(fault.status, { 'content-type': 'text/plain' }).end('')
      return
    case 'redirect':
      response.writeHead(302, { location: fault.to }).end()
      return
    case 'drop':
      response.destroy()
      return
    case 'never-ending':
      drip(response)
      return
    case 'huge':
      response.writeHead(200, { 'content-type': 'application/json' })
      pour(response, fault.bytes)
      return
    case 'gzip-bomb':
      response
        .writeHead(200, { 'content-type': 'application/json', 'content-encoding': 'gzip' })
        .end(gzipSync(Buffer.alloc(fault.bytes, ' ')))
      return
    case 'body':
      response.writeHead(200, { 'content-type': fault.type }).end(fault.body)
      return
    case 'whole':
      trickle(fault, response, onSent)
  }
}

function drip(response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'application/json' })
  const timer = setInterval(() => response.write(' '), 200)
  response.on('close', () => {
    clearInterval(timer)
  })
}

/** Writes as fast as the reader takes it, and stops when the reader hangs up. */
function pour(response: ServerResponse, bytes: number): void {
  const chunk = Buffer.alloc(65_536, ' ')
  let left = bytes
  const more = (): void => {
    while (left > 0 && !response.destroyed) {
      left -= chunk.length
      if (!response.write(chunk)) {
        response.once('drain', more)
        return
      }
    }
    if (!response.destroyed) response.end()
  }
  more()
}

/** Milliseconds between two pieces. */
const PIECE_MS = 10

/** In small pieces, so that what is given up half-way is not in the system's buffers already. */
function trickle(
  { body, type, bytesPerSecond }: Fault & { kind: 'whole' },
  response: ServerResponse,
  onSent: (bytes: number) => void,
): void {
  response.writeHead(200, { 'content-type': type, 'content-length': body.length })
  const piece = Math.ceil((bytesPerSecond * PIECE_MS) / 1_000)
  let at = 0
  const timer = setInterval(() => {
    if (response.writableEnded || response.writableNeedDrain) return
    const next = body.subarray(at, at + piece)
    at += next.length
    onSent(next.length)
    if (at < body.length) response.write(next)
    else response.end(next)
  }, PIECE_MS)
  response.on('close', () => {
    clearInterval(timer)
  })
}
