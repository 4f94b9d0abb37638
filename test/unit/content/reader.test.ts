// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { CONCURRENT_READS, Reader } from '../../../src/content/reader'
import { dataUrl, png } from './fake-page'

const ORIGIN = 'https://portfolio.example'
const BADGE = png('https://issuer.example/1')

let served: (url: string) => Response | Promise<Response>
const fetched = vi.fn((url: string, _options: RequestInit) => Promise.resolve(served(url)))
let reader: Reader

beforeEach(() => {
  vi.stubGlobal('fetch', fetched)
  fetched.mockClear()
  served = () => new Response(BADGE)
  reader = new Reader(ORIGIN, new AbortController().signal)
})
afterEach(() => {
  vi.unstubAllGlobals()
})

const at = (path: string) => `${ORIGIN}/${path}`
const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64')

/** Sends the parts one by one, and notes whether the reader has turned away. */
function streamed(parts: Uint8Array<ArrayBuffer>[]) {
  const left = [...parts]
  const state = { pulled: 0, cancelled: false }
  const body = new ReadableStream<Uint8Array<ArrayBuffer>>(
    {
      pull(controller) {
        const value = left.shift()
        if (!value) {
          controller.close()
          return
        }
        state.pulled++
        controller.enqueue(value)
      },
      cancel() {
        state.cancelled = true
      },
    },
    { highWaterMark: 0 },
  )
  return { state, response: new Response(body) }
}

describe('Reader', () => {
  it('hands over the whole file of a badge from the page’s own origin', async () => {
    expect(await reader.read(at('badge.png'))).toEqual({ state: 'badge', base64: base64(BADGE) })
  })

  it('reads a small file in one piece, and a large one as a stream', async () => {
    for (const [length, isStreamed] of [
      [BADGE.length, false],
      [65_537, true],
    ] as const) {
      const response = new Response(BADGE, { headers: { 'content-length': String(length) } })
      const whole = vi.spyOn(response, 'arrayBuffer')
      served = () => response
      const reading = await reader.read(at(`${length}.png`))
      expect(reading).toEqual({ state: 'badge', base64: base64(BADGE) })
      expect(whole).toHaveBeenCalledTimes(isStreamed ? 0 : 1)
    }
  })

  it('says of a small file too that it carries no badge', async () => {
    const plain = png()
    served = () => new Response(plain, { headers: { 'content-length': String(plain.length) } })
    expect(await reader.read(at('plain.png'))).toEqual({ state: 'no-badge' })
  })

  it('asks the cache, and follows no redirect to another host', async () => {
    await reader.read(at('badge.png'))
    expect(fetched.mock.calls[0]?.[1]).toMatchObject({ cache: 'force-cache', mode: 'same-origin' })
  })

  it('says that an image carries no badge', async () => {
    served = () => new Response(png())
    expect(await reader.read(at('plain.png'))).toEqual({ state: 'no-badge' })
  })

  it.each([
    'https://issuer.example/b.png',
    'http://portfolio.example/b.png',
    'https://portfolio.example:8443/b.png',
  ])('never fetches from another origin: %s', async (url) => {
    expect(await reader.read(url)).toEqual({ state: 'unread' })
    expect(fetched).not.toHaveBeenCalled()
  })

  it('reads what a script of the page has made, and goes on where that is revoked', async () => {
    const blob = (id: number, origin = ORIGIN) => `blob:${origin}/${id}`
    expect(await reader.read(blob(1))).toMatchObject({ state: 'badge' })
    served = () => Promise.reject(new TypeError('revoked'))
    expect(await reader.read(blob(2))).toEqual({ state: 'unread' })
    served = () => new Response(BADGE)
    expect(await reader.read(at('b.png'))).toMatchObject({ state: 'badge' })
    fetched.mockClear()
    for (const origin of ['https://evil.example', `${ORIGIN}.evil.example`, 'null']) {
      expect(await reader.read(blob(3, origin))).toEqual({ state: 'unread' })
    }
    expect(fetched).not.toHaveBeenCalled()
  })

  it('takes what the page shows as text', () => {
    expect(reader.take('{"ü":1}')).toEqual({
      state: 'badge',
      base64: Buffer.from('{"ü":1}').toString('base64'),
    })
    expect(reader.take('x'.repeat(25_000_000))).toEqual({ state: 'unread' })
  })

  it('reads data URLs without any fetch', async () => {
    expect(await reader.read(dataUrl(BADGE))).toEqual({ state: 'badge', base64: base64(BADGE) })
    expect(await reader.read(dataUrl(png()))).toEqual({ state: 'no-badge' })
    expect(await reader.read('data:image/png;base64,%%%')).toEqual({ state: 'no-badge' })
    expect(fetched).not.toHaveBeenCalled()
  })

  it('leaves to the worker what the server refuses', async () => {
    served = () => new Response('no', { status: 403 })
    expect(await reader.read(at('1.png'))).toEqual({ state: 'unread' })
  })

  it('tries but once where the page’s CSP forbids it, and still reads data URLs', async () => {
    served = () => Promise.reject(new TypeError('NetworkError'))
    expect(await reader.read(at('1.png'))).toEqual({ state: 'unread' })
    expect(await reader.read(at('2.png'))).toEqual({ state: 'unread' })
    expect(fetched).toHaveBeenCalledTimes(1)
    expect(await reader.read(dataUrl(BADGE))).toMatchObject({ state: 'badge' })
  })

  it('reads an address once, however many elements show it', async () => {
    await Promise.all([
      reader.read(at('a.png')),
      reader.read(at('a.png')),
      reader.read(at('a.png')),
    ])
    await reader.read(at('a.png'))
    expect(fetched).toHaveBeenCalledTimes(1)
  })

  it(`reads ${CONCURRENT_READS} images at a time`, async () => {
    let open = 0
    let most = 0
    served = async () => {
      most = Math.max(most, ++open)
      await new Promise((resolve) => setTimeout(resolve, 2))
      open--
      return new Response(png())
    }
    const readings = Array.from({ length: 20 }, (_, index) => reader.read(at(`${index}.png`)))
    expect(await Promise.all(readings)).toHaveLength(20)
    expect(most).toBe(CONCURRENT_READS)
  })

  it('turns away from a file as soon as it is clear that it is none', async () => {
    const photo = new Uint8Array(20_000).fill(0xff)
    photo.set([0xff, 0xd8, 0xff])
    const { response, state } = streamed(Array.from({ length: 100 }, () => photo))
    served = () => response
    expect(await reader.read(at('photo'))).toEqual({ state: 'no-badge' })
    expect(state).toEqual({ pulled: 1, cancelled: true })
  })

  it('finds a badge chunk behind the pixels, however the file arrives', async () => {
    const plain = png()
    const pixels = new Uint8Array(300_000)
    const idat = [0x00, 0x04, 0x93, 0xe0, 0x49, 0x44, 0x41, 0x54, ...pixels, 0, 0, 0, 0]
    const file = new Uint8Array([...plain.slice(0, 33), ...idat, ...BADGE.slice(33)])
    const parts = Array.from({ length: Math.ceil(file.length / 7_001) }, (_, index) =>
      file.slice(index * 7_001, (index + 1) * 7_001),
    )
    served = () => streamed(parts).response
    expect(await reader.read(at('late.png'))).toEqual({ state: 'badge', base64: base64(file) })
  })

  it('reads a stream over which nobody can iterate, as Firefox gives it to content scripts', async () => {
    const { response } = streamed([BADGE])
    Object.defineProperty(response.body, Symbol.asyncIterator, { value: undefined })
    served = () => response
    expect(await reader.read(at('badge.png'))).toEqual({ state: 'badge', base64: base64(BADGE) })
  })

  it('leaves a file above 10 MB to the worker, and stops reading it', async () => {
    const part = new Uint8Array(1_000_000)
    part.set(BADGE.slice(0, -12))
    const { response, state } = streamed(Array.from({ length: 1_000 }, () => part))
    served = () => response
    expect(await reader.read(at('bomb.png'))).toEqual({ state: 'unread' })
    expect(state).toEqual({ pulled: 11, cancelled: true })
  })

  it('leaves a large SVG to the worker', async () => {
    const head = new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg"><path d="')
    const part = new Uint8Array(400_000).fill(0x20)
    const { response, state } = streamed([head, part, part, part, part])
    served = () => response
    expect(await reader.read(at('map.svg'))).toEqual({ state: 'unread' })
    expect(state.cancelled).toBe(true)
  })

  it('keeps no more bytes in a frame than fit into one message', async () => {
    const large = new Uint8Array(9_000_000)
    large.set(BADGE)
    served = () => new Response(large)
    const states = []
    for (const name of ['1', '2', '3']) states.push((await reader.read(at(name))).state)
    expect(states).toEqual(['badge', 'badge', 'unread'])
  })

  it('fetches nothing any more once it has been ended', async () => {
    const ended = new AbortController()
    reader = new Reader(ORIGIN, ended.signal)
    ended.abort()
    expect(await reader.read(at('badge.png'))).toEqual({ state: 'unread' })
    expect(fetched).not.toHaveBeenCalled()
  })
})
