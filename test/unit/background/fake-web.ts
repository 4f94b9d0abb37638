import type { FakeBrowser } from './fake-browser'

export type Site = (request: { url: string; range: string | null }) => Response | Promise<Response>

/** Every host there is. A request that the session rules forbid is never sent, nor logged. */
export class FakeWeb {
  readonly log: string[] = []
  readonly requests: { url: string; init: RequestInit }[] = []
  readonly #sites = new Map<string, Site>()

  constructor(private readonly browser: FakeBrowser) {}

  serve(url: string, site: Site): void {
    this.#sites.set(url, site)
  }

  /** A file on a server that knows ranges, as most do. */
  serveFile(url: string, bytes: Uint8Array): void {
    this.serve(url, ({ range }) => ranged(bytes, range))
  }

  fetch = async (input: string | URL | Request, init: RequestInit = {}): Promise<Response> => {
    const worker = this.browser.worker
    const url = input instanceof Request ? input.url : String(input)
    init.signal?.throwIfAborted()
    if (!this.browser.lets(url)) throw new TypeError('Failed to fetch')
    this.log.push(url)
    this.requests.push({ url, init })
    const range = new Headers(init.headers).get('range')
    const site = this.#sites.get(url)
    const response = await Promise.race([
      site ? site({ url, range }) : new Response('', { status: 404 }),
      new Promise<never>((_, reject) => {
        init.signal?.addEventListener('abort', () => {
          reject(new DOMException('Aborted', 'AbortError'))
        })
      }),
    ])
    return worker ? worker.survive(response) : response
  }
}

/** RFC 9110, section 14: `bytes=0-99` and `bytes=-100`. */
export function ranged(bytes: Uint8Array, range: string | null): Response {
  const body = bytes as Uint8Array<ArrayBuffer>
  const [, first = '', last = ''] = /^bytes=(\d*)-(\d*)$/.exec(range ?? '') ?? []
  if (first === '' && last === '') return new Response(body)
  const from = first === '' ? Math.max(0, bytes.length - Number(last)) : Number(first)
  const to =
    first === '' || last === '' ? bytes.length - 1 : Math.min(Number(last), bytes.length - 1)
  return new Response(body.subarray(from, to + 1), {
    status: 206,
    headers: { 'content-range': `bytes ${from}-${to}/${bytes.length}` },
  })
}
