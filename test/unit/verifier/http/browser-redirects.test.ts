/** What a browser's fetch does with redirects: it hides them, or follows them by itself. */
import { describe, expect, test, vi } from 'vitest'
import type { VerifierEnvironment } from '../../../../src/verifier/environment'
import { createGuardedFetch } from '../../../../src/verifier/http/guarded-fetch'
import { LIMITS } from '../../../../src/verifier/http/limits'
import type { Need } from '../../../../src/verifier/report'

/** Fetch standard: an opaque-redirect filtered response has status 0, no headers and no body. */
function opaqueRedirect(): Response {
  return Object.defineProperties(Response.error(), { type: { value: 'opaqueredirect' } })
}

function answered(url: string): Response {
  return Object.defineProperties(new Response('{"a":1}'), { url: { value: url } })
}

/** @param followed what following comes to */
function browser(followed: () => Response) {
  return vi.fn((_url: unknown, init?: RequestInit) =>
    init?.redirect === 'manual'
      ? Promise.resolve(opaqueRedirect())
      : new Promise<Response>((resolve) => {
          resolve(followed())
        }),
  )
}

function ask(environment: VerifierEnvironment) {
  const http = createGuardedFetch(environment, LIMITS)
  const answer = http.get(
    { url: 'https://issuer.example/a', purpose: 'assertion' },
    { accept: 'application/json', maxBytes: 1000 },
  )
  return { http, answer }
}

const refused = {
  ok: false,
  reason: { code: 'redirect-refused', params: { host: 'issuer.example' } },
}

describe('a redirect that the browser hides', () => {
  test('is followed by the browser, without credentials or referrer', async () => {
    const fetch = browser(() => answered('https://issuer.example/b'))
    const { answer, http } = ask({ fetch })
    expect(await answer).toMatchObject({ ok: true, url: 'https://issuer.example/b', status: 200 })
    expect(fetch).toHaveBeenCalledTimes(2)
    expect(fetch.mock.calls[1]?.[1]).toMatchObject({
      redirect: 'follow',
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
    })
    expect(http.requests).toMatchObject([
      { url: 'https://issuer.example/a' },
      { url: 'https://issuer.example/a', status: 200 },
    ])
  })

  test('that the network rule stops is refused, and not called unreachable', async () => {
    const fetch = browser(() => {
      throw new TypeError('Failed to fetch')
    })
    expect(await ask({ fetch }).answer).toEqual(refused)
  })

  test('that ends at a host without consent is refused, its content is dropped', async () => {
    const fetch = browser(() => answered('https://tracker.example/b'))
    const consent = ({ host }: Need) => Promise.resolve(host === 'issuer.example')
    const { answer, http } = ask({ fetch, ask: consent })
    expect(await answer).toEqual(refused)
    expect(http.needs).toMatchObject([{ host: 'tracker.example' }])
    expect(http.requests.map(({ host }) => host)).toContain('tracker.example')
  })

  test('that ends at a host with consent is an answer', async () => {
    const fetch = browser(() => answered('https://cdn.example/b'))
    const { answer } = ask({ fetch, ask: () => Promise.resolve(true) })
    expect(await answer).toMatchObject({ ok: true, url: 'https://cdn.example/b' })
  })

  test.each([
    'https://127.0.0.1/b',
    'https://router.local/b',
    'https://issuer.example:8443/b',
    'http://issuer.example/b',
  ])('that ends at %s is refused', async (url) => {
    const fetch = browser(() => answered(url))
    expect(await ask({ fetch, ask: () => Promise.resolve(true) }).answer).toEqual(refused)
  })

  test('that is hidden a second time is refused', async () => {
    const fetch = browser(opaqueRedirect)
    expect(await ask({ fetch }).answer).toEqual(refused)
  })
})
