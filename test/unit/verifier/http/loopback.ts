/**
 * Real sockets behind public names: a server on this machine, and a `fetch` that takes
 * https://NAME/PATH to it, so that the address guard needs no hole for tests.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export type Handler = (request: IncomingMessage, response: ServerResponse) => void

export interface Loopback {
  fetch: typeof fetch
  /** What was asked, in order, as https URLs. */
  asked: string[]
  /** Headers of the requests, in order. */
  headers: IncomingMessage['headers'][]
  /** Requests whose connection the client closed before the answer was complete. */
  cutOff: string[]
  close(): Promise<void>
}

/** @param sites handlers by `host/path` without query; anything else is 404 */
export async function startLoopback(sites: Record<string, Handler>): Promise<Loopback> {
  const asked: string[] = []
  const headers: IncomingMessage['headers'][] = []
  const cutOff: string[] = []
  const server = createServer((request, response) => {
    const host = String(request.headers['x-test-host'])
    const url = `https://${host}${request.url ?? ''}`
    asked.push(url)
    headers.push(request.headers)
    response.on('close', () => {
      if (!response.writableFinished) cutOff.push(url)
    })
    const handler = sites[host + (request.url ?? '').replace(/\?.*/, '')]
    if (handler) handler(request, response)
    else response.writeHead(404).end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    asked,
    headers,
    cutOff,
    fetch: async (input, init) => {
      const url = new URL(input as string)
      const response = await fetch(`http://127.0.0.1:${port}${url.pathname}${url.search}`, {
        ...init,
        headers: { ...(init?.headers as Record<string, string>), 'x-test-host': url.host },
      })
      return Object.defineProperty(response, 'url', { value: url.href })
    },
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => {
          resolve()
        })
      }),
  }
}

/** Answers with text. */
export function text(body: string, type = 'application/json', status = 200): Handler {
  return (_request, response) => response.writeHead(status, { 'content-type': type }).end(body)
}

/** Answers with a redirect. */
export function redirect(location: string, status = 302): Handler {
  return (_request, response) => response.writeHead(status, { location }).end()
}
