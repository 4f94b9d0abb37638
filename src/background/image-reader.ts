import type { Content } from '../platform/database'
import { LIMITS } from '../verifier/http/limits'
import { hasPixels, probeChunks, probeImage, probeTail, type Probe } from '../verifier/unbake/probe'
import { sniff } from '../verifier/unbake/sniff'
import { unbake } from '../verifier/unbake/unbake'
import { closePng } from './close-png'

/** Bytes of an image that are read from its beginning to learn whether it is a badge. */
export const HEAD_BYTES = 47_104
/** The same of a larger file that its server sends whole: what is under way as we hang up is half as much again. */
export const HEAD_OF_WHOLE_BYTES = 32_768
/** Bytes from its end: Moodle writes its chunk right before IEND. */
export const TAIL_BYTES = 16_384

export interface Reader {
  /** A fetch that admits the image's host. */
  fetch: typeof globalThis.fetch
  signal: AbortSignal
}

/** The image may well be read a little later: its host is busy or slow. */
export class NotNow extends Error {}

/**
 * Reads of an image as little as shows whether it is a badge; null where it is none, or where that
 * cannot be read. Of a badge, all of its credential text is in what comes back. Rejects with
 * `NotNow` where another try is worth it.
 */
export async function readBadge(url: string, reader: Reader): Promise<Content | null> {
  const head = await readHead(url, reader)
  if (!head) return null
  const probe = probeImage(head.bytes, head.complete)
  if (probe.state === 'badge') return contentOf(head) ?? readWhole(url, reader)
  if (probe.state === 'no-badge' || !head.ranges || sniff(head.bytes) !== 'png') return null
  return (await endHoldsBadge(url, head, probe, reader)) ? readWhole(url, reader) : null
}

/** The whole file; null where it cannot be read or is larger than any badge may be; or `NotNow`. */
export async function readWhole(url: string, reader: Reader): Promise<Content | null> {
  const response = await ask(url, reader)
  if (response?.status !== 200) return null
  const { bytes, complete } = await readUpTo(response, LIMITS.imageBytes)
  return complete ? { bytes, complete } : null
}

interface Head {
  bytes: Uint8Array
  complete: boolean
  /** The server answers to ranges. */
  ranges: boolean
  /** Of the file, where the server says it. */
  size?: number
}

async function readHead(url: string, reader: Reader): Promise<Head | null> {
  const response = await ask(url, reader, `bytes=0-${HEAD_BYTES - 1}`)
  if (response?.status !== 200 && response?.status !== 206) return null
  const ranges = response.status === 206
  const size = sizeOf(response)
  const small = size !== undefined && size <= HEAD_BYTES
  const most = ranges || small || size === undefined ? HEAD_BYTES : HEAD_OF_WHOLE_BYTES
  // A server that ignores the range would send everything: the stream is given up at the limit, and
  // as soon as no further byte can change the answer, as where all of the head is one chunk of pixels.
  // A small badge is read to its end all the same: then nothing has to be asked for again.
  const { bytes, complete } = await readUpTo(response, most, (soFar) => {
    const { state, next = 0 } = probeImage(soFar, false)
    if (state === 'no-badge' || next >= most) return true
    if (state === 'badge') return !small && unbake(soFar, LIMITS).found
    return !ranges && isBehindHead(soFar, size)
  })
  const whole = complete && (!ranges || size === bytes.length)
  return { bytes, complete: whole, ranges, ...(size !== undefined && { size }) }
}

/**
 * Whether a text that is not seen yet, were it as long as a text may be, would begin beyond the head of a file of
 * this size.
 */
function isBehindHead(soFar: Uint8Array, size: number | undefined): boolean {
  return (
    size !== undefined && size - LIMITS.bakedTextBytes > HEAD_OF_WHOLE_BYTES && hasPixels(soFar)
  )
}

/** A badge chunk that lies beyond the head: exactly, where little is left, else in the last bytes. */
async function endHoldsBadge(
  url: string,
  { size }: Head,
  { next = 0 }: Probe,
  reader: Reader,
): Promise<boolean> {
  const exact = size !== undefined && size - next <= TAIL_BYTES
  if (exact && next >= size) return false
  const range = exact ? `bytes=${next}-${size - 1}` : `bytes=-${TAIL_BYTES}`
  const response = await ask(url, reader, range)
  if (response?.status !== 206) return false
  const { bytes } = await readUpTo(response, TAIL_BYTES)
  return (exact ? probeChunks(bytes, next, true).state : probeTail(bytes)) === 'badge'
}

/** The head as content, if it holds all of the credential text. */
function contentOf({ bytes, complete }: Head): Content | null {
  if (complete) return { bytes, complete }
  const closed = closePng(bytes)
  return closed && unbake(closed, LIMITS).found ? { bytes: closed, complete: false } : null
}

async function ask(url: string, reader: Reader, range?: string): Promise<Response | null> {
  const timeout = AbortSignal.timeout(LIMITS.requestMs)
  try {
    const response = await reader.fetch(url, {
      headers: { accept: ACCEPT, ...(range !== undefined && { range }) },
      signal: AbortSignal.any([reader.signal, timeout]),
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
    })
    if (response.ok) return response
    response.body?.cancel().catch(() => undefined)
    if (PASSING.includes(response.status)) throw new NotNow(`HTTP ${response.status}`)
  } catch (error) {
    reader.signal.throwIfAborted()
    if (error instanceof NotNow) throw error
    if (timeout.aborted) throw new NotNow('No answer in time')
  }
  return null
}

/** Request Timeout, Too Early, Too Many Requests, Bad Gateway, Service Unavailable, Gateway Timeout. */
const PASSING = [408, 425, 429, 502, 503, 504]

/** Only PNG and SVG can be badges: a server that converts on demand is asked for those. */
const ACCEPT = 'image/png, image/svg+xml, image/*;q=0.5'

/**
 * Reads until the end, the limit, or `enough`, and then gives up the stream. `complete`: the end was
 * reached.
 */
async function readUpTo(
  response: Response,
  limit: number,
  enough?: (soFar: Uint8Array) => boolean,
): Promise<{ bytes: Uint8Array; complete: boolean }> {
  const stream = response.body?.getReader()
  const parts: Uint8Array[] = []
  let length = 0
  try {
    while (stream) {
      const { done, value } = await stream.read()
      if (done) break
      parts.push(value)
      length += value.length
      if (length <= limit && !enough?.(joined(parts, length))) continue
      await stream.cancel()
      return { bytes: joined(parts, length).subarray(0, limit), complete: false }
    }
  } catch {
    return { bytes: joined(parts, length), complete: false }
  }
  return { bytes: joined(parts, length), complete: true }
}

function joined(parts: Uint8Array[], length: number): Uint8Array {
  if (parts.length === 1 && parts[0]) return parts[0]
  const whole = new Uint8Array(length)
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

/** Bytes of the whole file, where the server says it. */
function sizeOf({ status, headers }: Response): number | undefined {
  // "Content-Range: bytes 0-99/1234" (RFC 9110, section 14.4).
  const range = /^bytes \d+-\d+\/(\d+)$/.exec(headers.get('content-range') ?? '')?.[1]
  const length =
    status === 206 || headers.has('content-encoding') ? null : headers.get('content-length')
  const size = range ?? length
  return size === null || !/^\d+$/.test(size) ? undefined : Number(size)
}
