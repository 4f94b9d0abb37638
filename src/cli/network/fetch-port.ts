/**
 * The way of a worker to the network: it has none of its own. It says over a port what it wants, and
 * the main thread asks for it, so that all workers together keep to one bound per host and share
 * what was answered. One port a badge: when it closes, whatever the badge still waited for is given up.
 */
import type { MessagePort } from 'node:worker_threads'
import { AddressRefusedError, type Web, type WebAnswer, type WebRequest } from './web'

type Asked = { id: number; request: WebRequest } | { id: number; abort: true }

type Said =
  | { id: number; answer: WebAnswer }
  | { id: number; failure: { message: string; addressRefused: boolean } }

/** The main thread's end. */
export function serveFetch(port: MessagePort, web: Web): void {
  const underWay = new Map<number, AbortController>()
  const say = (said: Said): void => {
    port.postMessage(said)
  }
  port.on('message', (asked: Asked) => {
    if ('abort' in asked) {
      underWay.get(asked.id)?.abort()
      return
    }
    const { id, request } = asked
    const abort = new AbortController()
    underWay.set(id, abort)
    web(request, abort.signal)
      .then(
        (answer) => {
          say({ id, answer })
        },
        (error: unknown) => {
          const addressRefused = error instanceof AddressRefusedError
          say({ id, failure: { message: String(error), addressRefused } })
        },
      )
      .finally(() => underWay.delete(id))
  })
  port.on('close', () => {
    for (const abort of underWay.values()) abort.abort()
  })
}

interface Waiting {
  resolve(response: Response): void
  reject(error: unknown): void
}

/** The worker's end: as much of `fetch` as the verifier uses. */
export function fetchOver(port: MessagePort): typeof globalThis.fetch {
  const waiting = new Map<number, Waiting>()
  let last = 0
  port.on('message', (said: Said) => {
    const asked = waiting.get(said.id)
    waiting.delete(said.id)
    if ('answer' in said) asked?.resolve(responseOf(said.answer))
    else asked?.reject(errorOf(said.failure))
  })
  return (input, init = {}) =>
    new Promise((resolve, reject) => {
      const id = ++last
      waiting.set(id, { resolve, reject })
      const url = input instanceof Request ? input.url : String(input)
      const accept = new Headers(init.headers).get('accept') ?? '*/*'
      init.signal?.addEventListener('abort', () => {
        if (!waiting.delete(id)) return
        port.postMessage({ id, abort: true } satisfies Asked)
        reject(init.signal?.reason as Error)
      })
      port.postMessage({ id, request: { url, accept } } satisfies Asked)
    })
}

/** `Response` refuses a status that `fetch` would pass on (999), and a body where HTTP has none. */
function responseOf({ status, headers, bytes }: WebAnswer): Response {
  const common = status >= 200 && status <= 599
  const response = new Response(bytes.length === 0 ? null : bytes, {
    status: common ? status : 200,
    headers,
  })
  return common ? response : Object.defineProperty(response, 'status', { value: status })
}

function errorOf({ message, addressRefused }: { message: string; addressRefused: boolean }): Error {
  if (!addressRefused) return new TypeError(message)
  return Object.assign(new Error(message), { name: 'AddressRefusedError' })
}
