import { describe, expect, it, vi } from 'vitest'
import {
  HEAD_BYTES,
  HEAD_OF_WHOLE_BYTES,
  NotNow,
  readBadge,
  readWhole,
  TAIL_BYTES,
} from '../../../src/background/image-reader'
import { LIMITS } from '../../../src/verifier/http/limits'
import { bakeSvg } from '../../../src/verifier/unbake/bake'
import { unbake } from '../../../src/verifier/unbake/unbake'
import { ranged } from './fake-web'
import { badgePng, plainPng } from './test-badges'

const URL_ = 'https://cdn.example/a.png'
const SCRIPT = { name: 'Go' }

/** A server that counts what it was asked for and what it had to send. */
function serve(bytes: Uint8Array, answer = ranged) {
  const ranges: (string | null)[] = []
  let sent = 0
  const fetch = (_: unknown, init: RequestInit = {}) => {
    const range = new Headers(init.headers).get('range')
    ranges.push(range)
    const { status, headers, body } = answer(bytes, range)
    return Promise.resolve(
      new Response(body && slowly(body, (count) => (sent += count)), { status, headers }),
    )
  }
  const reader = { fetch: fetch as typeof globalThis.fetch, signal: new AbortController().signal }
  return { reader, ranges, sent: () => sent }
}

const PIECE = 8_192

/** Sends in pieces of 8 kB, each only when it is wanted. */
function slowly(body: ReadableStream<Uint8Array>, count: (bytes: number) => void) {
  const source = body.getReader()
  let rest = new Uint8Array()
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        if (rest.length === 0) rest = new Uint8Array((await source.read()).value ?? [])
        const piece = rest.subarray(0, PIECE)
        rest = rest.subarray(PIECE)
        count(piece.length)
        if (piece.length === 0) controller.close()
        else controller.enqueue(piece)
      },
    },
    { highWaterMark: 0 },
  )
}

/** Pixels in pieces of 8 kB, as most encoders write them; nobody looks at their checksums here. */
function inSmallChunks(png: Uint8Array): Uint8Array<ArrayBuffer> {
  const file = Buffer.from(png)
  const at = file.indexOf('IDAT') - 4
  const pixels = file.subarray(at + 8, at + 8 + file.readUInt32BE(at))
  const chunks: Uint8Array[] = [file.subarray(0, at)]
  for (let from = 0; from < pixels.length; from += PIECE) {
    const piece = pixels.subarray(from, from + PIECE)
    const length = Buffer.alloc(4)
    length.writeUInt32BE(piece.length)
    chunks.push(length, Buffer.from('IDAT'), piece, Buffer.alloc(4))
  }
  return new Uint8Array(Buffer.concat([...chunks, file.subarray(at + 12 + pixels.length)]))
}

/** It says how much it sends. */
const sendingAll = (bytes: Uint8Array) =>
  new Response(bytes as Uint8Array<ArrayBuffer>, {
    headers: { 'content-length': String(bytes.length) },
  })

const ignoringRange = (bytes: Uint8Array) => new Response(bytes as Uint8Array<ArrayBuffer>)
const textIn = (bytes: Uint8Array | undefined) => {
  const result = unbake(bytes ?? new Uint8Array(), LIMITS)
  return result.found ? result : undefined
}

describe('reading an image to see whether it is a badge', () => {
  it('takes a small badge whole, in one request', async () => {
    const server = serve(badgePng(SCRIPT))
    const content = await readBadge(URL_, server.reader)

    expect(server.ranges).toEqual([`bytes=0-${HEAD_BYTES - 1}`])
    expect(content?.complete).toBe(true)
  })

  it('takes of a large badge the head alone, and judges it undamaged', async () => {
    const bytes = badgePng(SCRIPT, { noise: 400_000 })
    const server = serve(bytes)
    const content = await readBadge(URL_, server.reader)

    expect(server.ranges).toHaveLength(1)
    expect(server.sent()).toBeLessThanOrEqual(HEAD_BYTES)
    expect(content?.complete).toBe(false)
    expect(textIn(content?.bytes)).toMatchObject({ text: JSON.stringify(SCRIPT), deviations: [] })
  })

  it('finds a badge at the end, and then takes it whole', async () => {
    const bytes = badgePng(SCRIPT, { noise: 400_000, position: 'before-iend' })
    const server = serve(bytes)
    const content = await readBadge(URL_, server.reader)

    expect(server.ranges).toHaveLength(3)
    expect(server.ranges[2]).toBeNull()
    expect(content).toEqual({ bytes, complete: true })
  })

  it('asks for little more than the head of an image that is none', async () => {
    const server = serve(plainPng(400_000))

    expect(await readBadge(URL_, server.reader)).toBeNull()
    expect(server.ranges).toHaveLength(2)
    expect(server.sent()).toBeLessThanOrEqual(HEAD_BYTES + TAIL_BYTES)
  })

  it('hangs up on a server that ignores ranges', async () => {
    const server = serve(plainPng(600_000), ignoringRange)

    expect(await readBadge(URL_, server.reader)).toBeNull()
    expect(server.ranges).toHaveLength(1)
    expect(server.sent()).toBeLessThan(2 * HEAD_BYTES)
  })

  it('takes less of what such a server would send whole, where the head does not tell', async () => {
    const server = serve(inSmallChunks(plainPng(600_000)), sendingAll)
    expect(await readBadge(URL_, server.reader)).toBeNull()
    expect(server.sent()).toBeLessThanOrEqual(HEAD_OF_WHOLE_BYTES + PIECE)

    const small = badgePng(SCRIPT, { noise: 36_000, position: 'before-iend' })
    expect(small.length).toBeLessThan(HEAD_BYTES)
    const content = await readBadge(URL_, serve(inSmallChunks(small), sendingAll).reader)
    expect(content?.complete).toBe(true)
  })

  it('hangs up on such a server as soon as only pixels can follow', async () => {
    // Larger than a text may be, and than the head.
    const plain = serve(inSmallChunks(plainPng(1_100_000)), sendingAll)
    expect(await readBadge(URL_, plain.reader)).toBeNull()
    expect(plain.sent()).toBe(PIECE)

    const before = badgePng(SCRIPT, { noise: 1_100_000 })
    const badge = serve(inSmallChunks(before), sendingAll)
    expect(textIn((await readBadge(URL_, badge.reader))?.bytes)?.text).toBe(JSON.stringify(SCRIPT))
  })

  it('goes on where a long text may follow few pixels', async () => {
    const bytes = inSmallChunks(
      badgePng({ name: 'long '.repeat(15_000) }, { noise: 12_000, position: 'before-iend' }),
    )
    expect(bytes.length).toBeGreaterThan(HEAD_BYTES)
    const server = serve(bytes, sendingAll)
    expect(await readBadge(URL_, server.reader)).toEqual({ bytes, complete: true })
  })

  it('hangs up at once where the next chunk begins beyond the head', async () => {
    // pngjs writes the pixels as one chunk.
    const plain = serve(plainPng(600_000), ignoringRange)
    expect(await readBadge(URL_, plain.reader)).toBeNull()
    expect(plain.sent()).toBe(PIECE)

    const bytes = badgePng(SCRIPT, { noise: 600_000, position: 'before-iend' })
    const badge = serve(bytes)
    expect(await readBadge(URL_, badge.reader)).toEqual({ bytes, complete: true })
    expect(badge.sent()).toBeLessThan(bytes.length + 2 * PIECE + TAIL_BYTES)
  })

  it('hangs up at once on what cannot be a badge', async () => {
    const jpeg = new Uint8Array(300_000)
    jpeg.set([0xff, 0xd8, 0xff, 0xe0])
    const server = serve(jpeg, ignoringRange)

    expect(await readBadge(URL_, server.reader)).toBeNull()
    expect(server.sent()).toBeLessThanOrEqual(16_384)
  })

  it('takes whole a badge whose text does not end in the head', async () => {
    const bytes = badgePng({ name: 'long '.repeat(20_000) })
    const content = await readBadge(URL_, serve(bytes).reader)

    expect(content).toEqual({ bytes, complete: true })
  })

  it('reads an SVG', async () => {
    const bytes = new TextEncoder().encode(
      bakeSvg('<svg xmlns="http://www.w3.org/2000/svg"><g /></svg>', {
        text: JSON.stringify(SCRIPT),
        generation: 'assertion',
      }),
    )
    const content = await readBadge(URL_, serve(bytes).reader)

    expect(textIn(content?.bytes)?.text).toBe(JSON.stringify(SCRIPT))
  })

  it.each([404, 500, 416, 410])('takes HTTP %d for no badge', async (status) => {
    const server = serve(badgePng(SCRIPT), () => new Response('', { status }))

    expect(await readBadge(URL_, server.reader)).toBeNull()
  })

  it.each([408, 425, 429, 502, 503, 504])('takes HTTP %d for no answer yet', async (status) => {
    const server = serve(badgePng(SCRIPT), () => new Response('', { status }))

    await expect(readBadge(URL_, server.reader)).rejects.toThrow(NotNow)
  })

  it('takes silence for no answer yet', async () => {
    vi.spyOn(AbortSignal, 'timeout').mockReturnValue(AbortSignal.abort())
    const fetch = (_: unknown, { signal }: RequestInit = {}) =>
      Promise.reject(signal?.reason as Error)
    const reader = { fetch: fetch as typeof globalThis.fetch, signal: new AbortController().signal }

    await expect(readBadge(URL_, reader)).rejects.toThrow(NotNow)
    vi.restoreAllMocks()
  })

  it('takes a failing line for no badge', async () => {
    const fetch = () => Promise.reject(new TypeError('Failed to fetch'))
    const reader = { fetch, signal: new AbortController().signal }

    expect(await readBadge(URL_, reader)).toBeNull()
  })

  it('stops with its signal', async () => {
    const controller = new AbortController()
    controller.abort()
    const fetch = () => Promise.reject(new TypeError('aborted'))

    await expect(readBadge(URL_, { fetch, signal: controller.signal })).rejects.toThrow()
  })
})

describe('reading a whole image', () => {
  it('does not take more than an image may have', async () => {
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        controller.enqueue(new Uint8Array(1_000_000))
      },
    })
    const server = serve(new Uint8Array(), () => new Response(endless))

    expect(await readWhole(URL_, server.reader)).toBeNull()
  })
})
