import { setTimeout as wait } from 'node:timers/promises'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { isPublicAddress } from '../../../../src/cli/network/public-address'
import { LIMITS } from '../../../../src/verifier/http/limits'
import { loopbackHttps } from './loopback-https'

const text = ({ bytes }: { bytes: Uint8Array }) => new TextDecoder().decode(bytes)

describe('an answer', () => {
  test('is given as it is, and the host is told no more than what is asked', async () => {
    let asked: unknown
    const { get } = await loopbackHttps((request, response) => {
      asked = { url: request.url, headers: request.headers }
      response.writeHead(404, { 'content-type': 'text/plain', 'set-cookie': 'a=b' }).end('no')
    })
    const answer = await get('https://a.example/x?y=1')
    expect(answer).toMatchObject({ status: 404, headers: { 'content-type': 'text/plain' } })
    expect(text(answer)).toBe('no')
    expect(asked).toEqual({
      url: '/x?y=1',
      headers: {
        host: 'a.example',
        accept: 'application/json',
        'accept-encoding': 'gzip, br',
        'user-agent': expect.stringMatching(/^Touchstone\//) as string,
        connection: 'keep-alive',
      },
    })
  })

  test('that redirects is shown, not followed', async () => {
    let count = 0
    const { get } = await loopbackHttps((_, response) => {
      count++
      response.writeHead(302, { location: 'https://b.example/' }).end()
    })
    expect(await get('https://a.example/')).toMatchObject({
      status: 302,
      headers: { location: 'https://b.example/' },
    })
    expect(count).toBe(1)
  })

  test.each([
    ['gzip', gzipSync],
    ['br', brotliCompressSync],
  ])('in %s is decoded', async (coding, encode) => {
    const { get } = await loopbackHttps((_, response) => {
      response.writeHead(200, { 'content-encoding': coding }).end(encode('{"a":1}'))
    })
    expect(text(await get('https://a.example/'))).toBe('{"a":1}')
  })
})

describe('a hostile server', () => {
  test('cannot fill the memory, neither at length nor inflated', async () => {
    const bomb = gzipSync(Buffer.alloc(4 * LIMITS.imageBytes))
    const { get } = await loopbackHttps(({ url }, response) => {
      if (url === '/bomb') response.writeHead(200, { 'content-encoding': 'gzip' }).end(bomb)
      else response.writeHead(200).end(Buffer.alloc(2 * LIMITS.imageBytes))
    })
    for (const path of ['bomb', 'long']) {
      expect((await get(`https://a.example/${path}`)).bytes.length).toBe(LIMITS.imageBytes + 1)
    }
  })

  test.each(['deflate', 'gzip, gzip', 'zstd'])('may not answer in %s', async (coding) => {
    const { get } = await loopbackHttps((_, response) => {
      response.writeHead(200, { 'content-encoding': coding }).end('x')
    })
    await expect(get('https://a.example/')).rejects.toThrow('was not asked for')
  })

  test.each([
    ['breaks off', {}],
    ['sends no gzip as gzip', { 'content-encoding': 'gzip' }],
  ])('that %s gives no answer', async (_, headers) => {
    const { get } = await loopbackHttps((_request, response) => {
      response.writeHead(200, { 'content-length': 100, ...headers })
      response.write('{"a":')
      setTimeout(() => response.destroy(), 20)
    })
    await expect(get('https://a.example/')).rejects.toThrow()
  })

  test('with a certificate of nobody gives no answer, whatever the environment says', async () => {
    const { get } = await loopbackHttps((_, response) => response.end('{}'), { ca: '' })
    process.env.NODE_TLS_REJECT_UNAUTHORIZED = '0'
    try {
      await expect(get('https://a.example/')).rejects.toThrow(/certificate/)
    } finally {
      delete process.env.NODE_TLS_REJECT_UNAUTHORIZED
    }
  })
})

describe('where a name leads', () => {
  test.each(['127.0.0.1', '169.254.169.254', '::1', '10.0.0.1'])(
    'to %s: it is not connected to',
    async (address) => {
      const { get, connections } = await loopbackHttps((_, response) => response.end('{}'), {
        resolve: () => Promise.resolve([{ address, family: address.includes(':') ? 6 : 4 }]),
        mayConnect: isPublicAddress,
      })
      await expect(get('https://a.example/')).rejects.toMatchObject({
        name: 'AddressRefusedError',
      })
      expect(connections.made).toBe(0)
    },
  )

  test('only what lies outside is left of several addresses', async () => {
    const { get, connections } = await loopbackHttps((_, response) => response.end('{}'), {
      resolve: () =>
        Promise.resolve([
          { address: '169.254.169.254', family: 4 },
          { address: '127.0.0.1', family: 4 },
        ]),
      mayConnect: (address) => address === '127.0.0.1',
    })
    expect(text(await get('https://a.example/'))).toBe('{}')
    expect(connections.made).toBe(1)
  })

  test.each(['https://127.0.0.1/', 'https://[::1]/', 'https://0x7f000001/'])(
    'an address is no name: %s',
    async (url) => {
      const { get, connections } = await loopbackHttps((_, response) => response.end('{}'))
      await expect(get(url)).rejects.toMatchObject({ name: 'AddressRefusedError' })
      expect(connections.made).toBe(0)
    },
  )
})

describe('politeness', () => {
  test('one connection serves request after request', async () => {
    const { get, connections } = await loopbackHttps((_, response) => response.end('{}'))
    for (let index = 0; index < 5; index++) await get(`https://a.example/${index}`)
    expect(connections.made).toBe(1)
  })

  test('a host is asked at most six things at once', async () => {
    const { get, connections } = await loopbackHttps((_, response) => {
      setTimeout(() => response.end('{}'), 20)
    })
    const all = Array.from({ length: 30 }, (_, index) => get(`https://a.example/${index}`))
    expect(await Promise.all(all)).toHaveLength(30)
    expect(connections.most).toBe(6)
  })

  test('a kept connection that the server closes at that moment costs nothing', async () => {
    const used = new WeakSet<object>()
    const { get, connections } = await loopbackHttps(({ socket }, response) => {
      if (used.has(socket)) socket.destroy()
      else response.end('{}')
      used.add(socket)
    })
    for (let index = 0; index < 3; index++) {
      expect(text(await get(`https://a.example/${index}`))).toBe('{}')
    }
    expect(connections.made).toBe(3)
  })

  test('a request that nobody waits for any more ends', async () => {
    let closed = false
    const { get } = await loopbackHttps((request) => {
      request.socket.on('close', () => {
        closed = true
      })
    })
    const abort = new AbortController()
    const asked = get('https://a.example/', abort.signal)
    setTimeout(() => {
      abort.abort()
    }, 50)
    await expect(asked).rejects.toThrow()
    await wait(50)
    expect(closed).toBe(true)
  })
})
