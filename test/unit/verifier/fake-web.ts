/** A web of documents for tests: what `environment.fetch` answers, and what it was asked. */
type Page = object | ((request: Request) => Response | Promise<Response>)

export interface FakeWeb {
  fetch: typeof globalThis.fetch
  /** URLs in the order in which they were asked. */
  asked: string[]
}

/** An object is answered as JSON with 200; a function answers itself; anything else is a 404. */
export function fakeWeb(pages: Record<string, Page>): FakeWeb {
  const asked: string[] = []
  const fetch: typeof globalThis.fetch = (input, init) => {
    const request = new Request(input, init)
    asked.push(request.url)
    const page = pages[request.url]
    if (page === undefined) return Promise.resolve(new Response('not here', { status: 404 }))
    if (typeof page === 'function')
      return Promise.resolve((page as (request: Request) => Response)(request))
    return Promise.resolve(Response.json(page))
  }
  return { fetch, asked }
}

/** An answer with a status and, where given, a JSON body. */
export function answer(status: number, body?: object, headers: Record<string, string> = {}) {
  return (): Response =>
    new Response(body === undefined ? '' : JSON.stringify(body), {
      status,
      headers: { 'content-type': 'application/json', ...headers },
    })
}
