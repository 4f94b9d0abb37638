import { getEventListeners } from 'node:events'
import { afterEach, describe, expect, test, vi } from 'vitest'
import type { VerifierEnvironment } from '../../../../src/verifier/environment'
import { createGuardedFetch, type GetOptions } from '../../../../src/verifier/http/guarded-fetch'
import { LIMITS, type Limits } from '../../../../src/verifier/http/limits'
import type { Need } from '../../../../src/verifier/report'
import { redirect, startLoopback, text, type Handler, type Loopback } from './loopback'
import { eventually } from '../../eventually'

let server: Loopback | undefined
afterEach(async () => {
  await server?.close()
  server = undefined
})

const JSON_ONLY: GetOptions = { accept: 'application/json', maxBytes: LIMITS.jsonBytes }

async function world(
  sites: Record<string, Handler>,
  environment: Partial<VerifierEnvironment> = {},
  limits: Partial<Limits> = {},
) {
  server = await startLoopback(sites)
  const http = createGuardedFetch({ fetch: server.fetch, ...environment }, { ...LIMITS, ...limits })
  return {
    http,
    server,
    get: (url: string, options = JSON_ONLY) => http.get({ url, purpose: 'assertion' }, options),
  }
}

const body = (answer: unknown) => new TextDecoder().decode((answer as { bytes: Uint8Array }).bytes)

test('a name that a fetch refuses to connect to, for where it leads, was not merely unreachable', async () => {
  const refusal = Object.assign(new Error('private'), { name: 'AddressRefusedError' })
  const { get } = await world({}, { fetch: () => Promise.reject(refusal) })
  expect(await get('https://inside.example/a')).toEqual({
    ok: false,
    reason: { code: 'address-refused', params: { host: 'inside.example' } },
  })
})

describe('an answer', () => {
  test('is given whole, with status, type and the address that answered', async () => {
    const { get } = await world({
      'issuer.example/a': text('{"a":1}', 'Application/LD+JSON; charset=utf-8'),
    })
    const answer = await get('https://issuer.example/a?x=1')
    expect(answer).toMatchObject({
      ok: true,
      status: 200,
      url: 'https://issuer.example/a?x=1',
      mediaType: 'application/ld+json',
    })
    expect(body(answer)).toBe('{"a":1}')
  })

  test('of any status is an answer, and its status is recorded', async () => {
    const { get, http } = await world({ 'issuer.example/a': text('{}', 'text/plain', 410) })
    expect(await get('https://issuer.example/a')).toMatchObject({ ok: true, status: 410 })
    expect(await get('https://issuer.example/b')).toMatchObject({ ok: true, status: 404 })
    expect(http.requests).toMatchObject([
      {
        host: 'issuer.example',
        url: 'https://issuer.example/a',
        purpose: 'assertion',
        status: 410,
      },
      {
        host: 'issuer.example',
        url: 'https://issuer.example/b',
        purpose: 'assertion',
        status: 404,
      },
    ])
  })

  test('is asked for with nothing that names the user', async () => {
    const { get, server } = await world({ 'issuer.example/a': text('{}') })
    await get('https://issuer.example/a?identity__email=ada%40learner.example&v=2')
    expect(server.asked).toEqual(['https://issuer.example/a?v=2'])
    const [headers] = server.headers
    expect(headers).toMatchObject({ accept: 'application/json' })
    expect(headers).not.toHaveProperty('referer')
    expect(headers).not.toHaveProperty('cookie')
    expect(headers).not.toHaveProperty('authorization')
  })

  test('is asked for without credentials, referrer or cache', async () => {
    const fetch = vi.fn(() => Promise.resolve(new Response('{}')))
    const http = createGuardedFetch({ fetch }, LIMITS)
    await http.get({ url: 'https://issuer.example/a', purpose: 'key' }, JSON_ONLY)
    expect(fetch).toHaveBeenCalledWith(
      'https://issuer.example/a',
      expect.objectContaining({
        credentials: 'omit',
        referrerPolicy: 'no-referrer',
        redirect: 'manual',
        cache: 'no-store',
      }),
    )
  })

  test('works with a fetch that, as in browsers, must not be called as a method', async () => {
    const environment: VerifierEnvironment = {
      fetch(this: unknown) {
        if (this !== undefined) throw new TypeError('Illegal invocation')
        return Promise.resolve(new Response('{}'))
      },
    }
    const http = createGuardedFetch(environment, LIMITS)
    const answer = await http.get({ url: 'https://issuer.example/a', purpose: 'key' }, JSON_ONLY)
    expect(answer.ok).toBe(true)
  })

  test('is asked for anew where the try is another, and counts towards the limit', async () => {
    let answers = 0
    const { get } = await world(
      {
        'issuer.example/a': (_, response) => {
          response.writeHead(answers++ === 0 ? 500 : 200).end('{}')
        },
      },
      {},
      { requestsPerBadge: 2 },
    )
    const again = (attempt: number) => get('https://issuer.example/a', { ...JSON_ONLY, attempt })
    expect(await again(0)).toMatchObject({ status: 500 })
    expect(await again(0)).toMatchObject({ status: 500 })
    expect(await again(1)).toMatchObject({ status: 200 })
    expect(await again(2)).toMatchObject({ ok: false, reason: { code: 'too-many-requests' } })
  })

  test('is fetched once for a badge, also when asked for at the same time', async () => {
    const { get, server } = await world({ 'issuer.example/a': text('{}') })
    await Promise.all([get('https://issuer.example/a'), get('https://issuer.example/a#x')])
    await get('http://issuer.example/a')
    expect(server.asked).toEqual(['https://issuer.example/a'])
    await get('https://issuer.example/a', { ...JSON_ONLY, accept: 'image/png' })
    expect(server.asked).toHaveLength(2)
  })
})

describe('http', () => {
  test('is asked by https, and the answer says so', async () => {
    const { get, server } = await world({ 'issuer.example/a': text('{}') })
    expect(await get('http://issuer.example/a')).toMatchObject({
      ok: true,
      url: 'https://issuer.example/a',
    })
    expect(server.asked).toEqual(['https://issuer.example/a'])
  })

  test('is not gone back to: a host that has no https is https-only', async () => {
    const asked: string[] = []
    const fetch = (url: unknown) => {
      asked.push(String(url))
      return Promise.reject(new TypeError('fetch failed'))
    }
    const http = createGuardedFetch({ fetch }, LIMITS)
    const get = (url: string) => http.get({ url, purpose: 'assertion' }, JSON_ONLY)
    expect(await get('http://issuer.example/a')).toEqual({
      ok: false,
      reason: { code: 'https-only', params: { host: 'issuer.example' } },
    })
    expect(await get('https://other.example/a')).toEqual({
      ok: false,
      reason: { code: 'host-unreachable', params: { host: 'other.example' } },
    })
    expect(asked).toEqual(['https://issuer.example/a', 'https://other.example/a'])
  })
})

test.each(['https://127.0.0.1/a', 'https://printer.local/a', 'https://issuer.example:8443/'])(
  'a refused address is never asked, nor put to the user: %s',
  async (url) => {
    const ask = vi.fn(() => Promise.resolve(true))
    const fetch = vi.fn(() => Promise.resolve(new Response('{}')))
    const http = createGuardedFetch({ fetch, ask }, LIMITS)
    expect(await http.get({ url, purpose: 'assertion' }, JSON_ONLY)).toMatchObject({
      ok: false,
      reason: { code: 'address-refused' },
    })
    expect(ask).not.toHaveBeenCalled()
    expect(fetch).not.toHaveBeenCalled()
    expect(http.requests).toEqual([])
  },
)

describe('redirects', () => {
  test('are followed, and the final address is told', async () => {
    const { get, http } = await world({
      'issuer.example/a': redirect('/b?x=1', 301),
      'issuer.example/b': redirect('https://cdn.example/c', 308),
      'cdn.example/c': text('{"c":1}'),
    })
    const answer = await get('https://issuer.example/a')
    expect(answer).toMatchObject({ ok: true, url: 'https://cdn.example/c' })
    expect(http.requests.map(({ url, status, from }) => [url, status, from])).toEqual([
      ['https://issuer.example/a', 301, undefined],
      ['https://issuer.example/b?x=1', 308, 'https://issuer.example/a'],
      ['https://cdn.example/c', 200, 'https://issuer.example/b?x=1'],
    ])
  })

  const chain = (hops: number) =>
    Object.fromEntries(
      Array.from({ length: hops + 1 }, (_, hop) => [
        `issuer.example/${hop}`,
        hop < hops ? redirect(`/${hop + 1}`) : text('{}'),
      ]),
    )

  test('number at most 5: 5 pass, 6 do not', async () => {
    expect(LIMITS.redirects).toBe(5)
    const five = await world(chain(5))
    expect(await five.get('https://issuer.example/0')).toMatchObject({ ok: true })
    await five.server.close()
    const six = await world(chain(6))
    expect(await six.get('https://issuer.example/0')).toEqual({
      ok: false,
      reason: { code: 'too-many-redirects', params: { host: 'issuer.example', limit: 5 } },
    })
    expect(six.server.asked).toHaveLength(6)
  })

  test('that go round end at the limit', async () => {
    const { get, server } = await world({
      'issuer.example/a': redirect('https://issuer.example/b'),
      'issuer.example/b': redirect('https://issuer.example/a'),
    })
    expect(await get('https://issuer.example/a')).toMatchObject({
      reason: { code: 'too-many-redirects' },
    })
    expect(server.asked).toHaveLength(6)
  })

  test.each([
    'https://127.0.0.1/admin',
    'https://2130706433/',
    'https://[::1]/',
    'http://169.254.169.254/latest/meta-data/',
    'https://router.local/',
    'https://intranet/',
    'https://user:pass@other.example/',
    'https://issuer.example:8443/',
    'file:///etc/passwd',
    'data:application/json,{}',
    'http://[broken',
  ])('to %s are refused before they are sent', async (location) => {
    const ask = vi.fn(() => Promise.resolve(true))
    const { get, server } = await world({ 'issuer.example/a': redirect(location) }, { ask })
    expect(await get('https://issuer.example/a')).toEqual({
      ok: false,
      reason: { code: 'redirect-refused', params: { host: 'issuer.example' } },
    })
    expect(server.asked).toEqual(['https://issuer.example/a'])
    expect(ask).toHaveBeenCalledTimes(1)
  })

  test('back to http are upgraded once, not for ever', async () => {
    const { get, server } = await world({
      'issuer.example/a': redirect('http://issuer.example/b'),
      'issuer.example/b': text('{}'),
      'other.example/a': redirect('http://other.example/a'),
    })
    expect(await get('https://issuer.example/a')).toMatchObject({
      ok: true,
      url: 'https://issuer.example/b',
    })
    expect(await get('http://other.example/a')).toEqual({
      ok: false,
      reason: { code: 'https-only', params: { host: 'other.example' } },
    })
    expect(server.asked.filter((url) => url.includes('other'))).toHaveLength(1)
  })

  test('to a new host need consent of their own', async () => {
    const ask = vi.fn(({ host }: Need) => Promise.resolve(host === 'issuer.example'))
    const { get, http, server } = await world(
      {
        'issuer.example/a': redirect('https://tracker.example/b'),
        'tracker.example/b': text('{}'),
      },
      { ask },
    )
    expect(await get('https://issuer.example/a')).toEqual({
      ok: false,
      reason: { code: 'permission-needed', params: { host: 'tracker.example' } },
    })
    expect(server.asked).toEqual(['https://issuer.example/a'])
    expect(http.needs).toEqual([
      {
        host: 'tracker.example',
        url: 'https://tracker.example/b',
        purpose: 'assertion',
        from: 'https://issuer.example/a',
      },
    ])
  })

  test('lose recipient hints on the way', async () => {
    const { get, server } = await world({
      'issuer.example/a': redirect('https://issuer.example/b?identity__email=ada'),
      'issuer.example/b': text('{}'),
    })
    await get('https://issuer.example/a')
    expect(server.asked).toEqual(['https://issuer.example/a', 'https://issuer.example/b'])
  })

  test('without a Location are an answer', async () => {
    const { get } = await world({
      'issuer.example/a': (_request, response) => response.writeHead(302).end('{}'),
    })
    expect(await get('https://issuer.example/a')).toMatchObject({ ok: true, status: 302 })
  })
})

describe('sizes', () => {
  const small = { accept: 'application/json', maxBytes: 1000 }
  const chunked =
    (length: number): Handler =>
    (_request, response) => {
      response.write('x'.repeat(length - 1))
      response.end('x')
    }

  test.each([1000, 1001])('a body of %i bytes under a limit of 1000', async (length) => {
    const { get } = await world({
      'issuer.example/declared': (_request, response) =>
        response.writeHead(200, { 'content-length': length }).end('x'.repeat(length)),
      'issuer.example/chunked': chunked(length),
    })
    for (const path of ['declared', 'chunked']) {
      expect(await get(`https://issuer.example/${path}`, small)).toMatchObject(
        length <= 1000
          ? { ok: true }
          : {
              ok: false,
              reason: { code: 'answer-too-large', params: { host: 'issuer.example', limit: 1000 } },
            },
      )
    }
  })

  test('100 MB are cut off soon after the limit', async () => {
    let written = 0
    const endless: Handler = (_request, response) => {
      const chunk = Buffer.alloc(64 * 1024)
      const more = () => {
        while (written < 100_000_000 && !response.destroyed) {
          written += chunk.length
          if (!response.write(chunk)) {
            response.once('drain', more)
            return
          }
        }
        response.end()
      }
      more()
    }
    const { get, server } = await world({ 'issuer.example/a': endless })
    expect(await get('https://issuer.example/a')).toMatchObject({
      reason: { code: 'answer-too-large', params: { limit: 1_000_000 } },
    })
    await eventually(() => {
      expect(server.cutOff).toEqual(['https://issuer.example/a'])
    })
    expect(written).toBeLessThan(20_000_000)
  })

  test('100 MB that are declared are not read at all', async () => {
    const { get, server } = await world({
      'issuer.example/a': (_request, response) => {
        response.writeHead(200, { 'content-length': 100_000_000 })
        response.write('x')
      },
    })
    expect(await get('https://issuer.example/a')).toMatchObject({
      reason: { code: 'answer-too-large' },
    })
    await eventually(() => {
      expect(server.cutOff).toHaveLength(1)
    })
  })

  test('a gzip bomb is counted after decoding', async () => {
    const { gzipSync } = await import('node:zlib')
    const bomb = gzipSync(Buffer.alloc(50_000_000))
    expect(bomb.length).toBeLessThan(100_000)
    const { get } = await world({
      'issuer.example/a': (_request, response) =>
        response.writeHead(200, { 'content-encoding': 'gzip' }).end(bomb),
    })
    expect(await get('https://issuer.example/a')).toMatchObject({
      reason: { code: 'answer-too-large', params: { limit: 1_000_000 } },
    })
  })

  test('a body that is cut short is no answer', async () => {
    const { get } = await world({
      'issuer.example/a': (_request, response) => {
        response.writeHead(200, { 'content-length': 100 })
        response.write('{"a":')
        setTimeout(() => response.destroy(), 20)
      },
    })
    expect(await get('https://issuer.example/a')).toMatchObject({
      reason: { code: 'host-unreachable' },
    })
  })
})

describe('time', () => {
  const late = (milliseconds: number): Handler => {
    return (_request, response) => {
      setTimeout(() => response.end('{}'), milliseconds)
    }
  }
  const never: Handler = () => undefined
  const dripping: Handler = (_request, response) => {
    const timer = setInterval(() => response.write(' '), 10)
    response.on('close', () => {
      clearInterval(timer)
    })
  }

  test('the limits are 10 s a request and 30 s a badge', () => {
    expect(LIMITS).toMatchObject({ requestMs: 10_000, badgeMs: 30_000 })
  })

  test('headers that come within the limit are waited for, later ones are not', async () => {
    const { get } = await world(
      { 'issuer.example/soon': late(50), 'issuer.example/late': late(2000) },
      {},
      { requestMs: 500 },
    )
    expect(await get('https://issuer.example/soon')).toMatchObject({ ok: true })
    expect(await get('https://issuer.example/late')).toEqual({
      ok: false,
      reason: { code: 'host-timeout', params: { host: 'issuer.example', seconds: 0.5 } },
    })
  })

  test.each([
    ['a body that never ends', dripping],
    ['headers that never come', never],
  ])('%s is a time-out, and the connection is let go', async (_name, handler) => {
    const { get, server, http } = await world(
      { 'issuer.example/a': handler },
      {},
      { requestMs: 150 },
    )
    expect(await get('https://issuer.example/a')).toMatchObject({
      reason: { code: 'host-timeout' },
    })
    await eventually(() => {
      expect(server.cutOff).toHaveLength(1)
    })
    expect(http.requests[0]?.ms).toBeGreaterThanOrEqual(140)
  })

  test('a fetch that ignores its signal does not hold us up', async () => {
    const fetch = () => new Promise<Response>(() => undefined)
    const http = createGuardedFetch({ fetch }, { ...LIMITS, requestMs: 30 })
    const answer = await http.get({ url: 'https://issuer.example/', purpose: 'key' }, JSON_ONLY)
    expect(answer).toMatchObject({ reason: { code: 'host-timeout' } })
  })

  test('a badge has a deadline of its own, by its own clock', async () => {
    let now = 1_000_000
    const http = createGuardedFetch(
      { fetch: () => Promise.resolve(new Response('{}')) },
      LIMITS,
      () => now,
    )
    const get = (path: string) =>
      http.get({ url: `https://issuer.example/${path}`, purpose: 'key' }, JSON_ONLY)
    now += LIMITS.badgeMs - 1
    expect(await get('a')).toMatchObject({ ok: true })
    now += 1
    expect(await get('b')).toEqual({
      ok: false,
      reason: { code: 'badge-timeout', params: { seconds: 30 } },
    })
    expect(http.requests).toHaveLength(1)
  })

  test('a slow answer is cut off at the badge’s deadline too', async () => {
    const { get } = await world({ 'issuer.example/a': never }, {}, { badgeMs: 100 })
    expect(await get('https://issuer.example/a')).toEqual({
      ok: false,
      reason: { code: 'badge-timeout', params: { seconds: 0.1 } },
    })
  })

  test('the time in which a person is asked does not count', async () => {
    let now = 0
    const http = createGuardedFetch(
      {
        fetch: () => Promise.resolve(new Response('{}')),
        ask: () => {
          now += 10 * LIMITS.badgeMs
          return Promise.resolve(true)
        },
      },
      LIMITS,
      () => now,
    )
    const answer = await http.get({ url: 'https://issuer.example/', purpose: 'key' }, JSON_ONLY)
    expect(answer).toMatchObject({ ok: true })
  })
})

describe('consent', () => {
  test('is asked once for a host, also by calls at the same time', async () => {
    const ask = vi.fn((_need: Need) => Promise.resolve(true))
    const { get } = await world({}, { ask })
    await Promise.all(['a', 'b', 'c'].map((path) => get(`https://issuer.example/${path}`)))
    await get('https://other.example/')
    expect(ask.mock.calls).toEqual([
      [{ host: 'issuer.example', url: 'https://issuer.example/a', purpose: 'assertion' }],
      [{ host: 'other.example', url: 'https://other.example/', purpose: 'assertion' }],
    ])
  })

  test('refused is a need, each host and purpose once, and no request', async () => {
    const ask = vi.fn(() => Promise.resolve(false))
    const { http, get, server } = await world({ 'issuer.example/a': text('{}') }, { ask })
    const refused = {
      ok: false,
      reason: { code: 'permission-needed', params: { host: 'issuer.example' } },
    }
    expect(await get('https://issuer.example/a')).toEqual(refused)
    expect(await get('https://issuer.example/b')).toEqual(refused)
    await http.get({ url: 'https://issuer.example/c', purpose: 'status' }, JSON_ONLY)
    expect(ask).toHaveBeenCalledTimes(1)
    expect(http.needs).toEqual([
      { host: 'issuer.example', url: 'https://issuer.example/a', purpose: 'assertion' },
      { host: 'issuer.example', url: 'https://issuer.example/c', purpose: 'status' },
    ])
    expect(server.asked).toEqual([])
  })

  test('that could not be asked for is not given', async () => {
    const ask = () => Promise.reject(new Error('the popup is gone'))
    const { get } = await world({ 'issuer.example/a': text('{}') }, { ask })
    expect(await get('https://issuer.example/a')).toMatchObject({
      reason: { code: 'permission-needed' },
    })
  })

  test('reaches 8 hosts for a badge; a ninth is not even asked about', async () => {
    expect(LIMITS.hostsPerBadge).toBe(8)
    const ask = vi.fn(() => Promise.resolve(true))
    const { get, server } = await world({}, { ask })
    for (let host = 1; host <= 8; host++) {
      expect(await get(`https://h${host}.example/`)).toMatchObject({ ok: true })
    }
    expect(await get('https://h9.example/')).toEqual({
      ok: false,
      reason: { code: 'too-many-hosts', params: { limit: 8 } },
    })
    expect(await get('https://h8.example/again')).toMatchObject({ ok: true })
    expect(ask).toHaveBeenCalledTimes(8)
    expect(server.asked).toHaveLength(9)
  })

  test('counts what was asked for the badge before, and tells the true limit', async () => {
    const hosts = [1, 2, 3, 4, 5, 6, 7].map((at) => `h${at}.example`)
    const before = { hosts, requests: 0, ms: 0 }
    const { get } = await world({}, { spent: before })
    expect(await get('https://h1.example/again')).toMatchObject({ ok: true })
    expect(await get('https://h8.example/')).toMatchObject({ ok: true })
    expect(await get('https://h9.example/')).toEqual({
      ok: false,
      reason: { code: 'too-many-hosts', params: { limit: 8 } },
    })
    const read = await world({}, { spent: { ...before, requests: 31 } })
    expect(await read.get('https://h1.example/a')).toMatchObject({ ok: true })
    expect(await read.get('https://h1.example/b')).toMatchObject({
      reason: { code: 'too-many-requests', params: { limit: 32 } },
    })
    const late = await world({}, { spent: { ...before, ms: 30_000 } })
    expect(await late.get('https://h1.example/a')).toEqual({
      ok: false,
      reason: { code: 'badge-timeout', params: { seconds: 30 } },
    })
  })

  test('a host that was refused does not use up one of the eight', async () => {
    const ask = ({ host }: Need) => Promise.resolve(host !== 'no.example')
    const { get } = await world({}, { ask }, { hostsPerBadge: 1 })
    await get('https://no.example/')
    expect(await get('https://yes.example/')).toMatchObject({ ok: true })
  })
})

describe('an abort', () => {
  const never: Handler = () => undefined

  test('throws its reason, the only thing that is ever thrown', async () => {
    const controller = new AbortController()
    const { get, server } = await world(
      { 'issuer.example/a': never },
      { signal: controller.signal },
    )
    const answer = get('https://issuer.example/a')
    await eventually(() => {
      expect(server.asked).toHaveLength(1)
    })
    const why = new Error('tab closed')
    controller.abort(why)
    await expect(answer).rejects.toBe(why)
    await expect(get('https://issuer.example/b')).rejects.toBe(why)
    expect(server.asked).toHaveLength(1)
  })

  test('is no longer listened for when the answer is there', async () => {
    const { signal } = new AbortController()
    const ask = () => Promise.resolve(true)
    const { get } = await world({ 'issuer.example/a': text('{}') }, { signal, ask })
    await get('https://issuer.example/a')
    expect(getEventListeners(signal, 'abort')).toEqual([])
  })

  test('also ends the wait for consent', async () => {
    const controller = new AbortController()
    const { get } = await world(
      {},
      { signal: controller.signal, ask: () => new Promise(() => undefined) },
    )
    const answer = get('https://issuer.example/a')
    const why = new Error('tab closed')
    controller.abort(why)
    await expect(answer).rejects.toBe(why)
  })
})
