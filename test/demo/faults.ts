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

/** Plays the faults that end the matter; `delay` and `hold` only postpone the proper answer. */
export function playFault(
  fault: Exclude<Fault, { kind: 'delay' | 'hold' }>,
  response: ServerResponse,
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
