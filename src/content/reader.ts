/**
 * Reads what the page already has: images of its own origin, and data URLs from their own text. The browser's
 * cache answers for the images; what it has not kept is asked for once more as by the page itself: at that very
 * origin, over http too where the page is, and no other host. All else is left to the worker.
 */
import { probeBadge } from './badge-probe'
import { dataUrlBytes } from './data-url'

export type Reading =
  /** The image carries no badge; nobody need hear of it. */
  | { state: 'no-badge' }
  /** The whole file, in base64. */
  | { state: 'badge'; base64: string }
  /** Not readable from here. */
  | { state: 'unread' }

/** Images read at the same time. */
export const CONCURRENT_READS = 4

/** Bytes. As large as the verifier takes an image. */
const MAXIMUM_IMAGE = 10_000_000

/** Bytes. An SVG is read as text, in one go; a larger one would hold up the page. */
const MAXIMUM_SVG = 512_000

/** Bytes of a file that is read in one piece. */
const SMALL_FILE = 65_536

/** Bytes after which the first look is taken; the next one after twice as many, and so on. */
const FIRST_LOOK = 16_384

/** Readings remembered by address. */
const REMEMBERED = 2_000

/** Characters of base64 kept in one frame; they travel in one message, which may have 64 MB. */
const MAXIMUM_KEPT = 24_000_000

const NO_BADGE: Reading = { state: 'no-badge' }
const UNREAD: Reading = { state: 'unread' }

export class Reader {
  readonly #readings = new Map<string, Promise<Reading>>()
  readonly #waiting: (() => void)[] = []
  readonly #signal: AbortSignal
  readonly #origin: string
  #running = 0
  #refused = false
  #kept = 0

  /** `origin`: that of the page, as in `window.origin`, which a srcdoc frame inherits. */
  constructor(origin: string, signal: AbortSignal) {
    this.#origin = origin
    this.#signal = signal
  }

  /** Never rejects. The same address is read once, however many elements show it. */
  read(url: string): Promise<Reading> {
    const known = this.#readings.get(url)
    if (known) return known
    const reading = this.#begin(url)
    this.#readings.set(url, reading)
    const oldest = this.#readings.keys().next().value
    if (this.#readings.size > REMEMBERED && oldest !== undefined) this.#readings.delete(oldest)
    return reading
  }

  /** Is it read, or being read? */
  has(url: string): boolean {
    return this.#readings.has(url)
  }

  /** What the page shows as text, and nobody need read. */
  take(text: string): Reading {
    return this.#keep(new TextEncoder().encode(text))
  }

  async #begin(url: string): Promise<Reading> {
    const isData = url.startsWith('data:')
    if (!isData && this.#isForeign(url)) return UNREAD
    await this.#turn()
    try {
      if (this.#signal.aborted || (this.#refused && !isData)) return UNREAD
      const bytes = isData ? badgeIn(dataUrlBytes(url)) : await this.#fetchBadge(url)
      return bytes instanceof Uint8Array ? this.#keep(bytes) : bytes
    } catch {
      // As a rule the page's own connect-src, which binds content scripts in Firefox. It holds for
      // every image alike, and each attempt would be reported to the page.
      // A `blob:` address that the page has revoked says nothing about others.
      this.#refused ||= !url.startsWith('blob:')
      return UNREAD
    } finally {
      this.#running--
      this.#waiting.shift()?.()
    }
  }

  /** The origin of a `blob:` address is that of the page that made it. */
  #isForeign(url: string): boolean {
    return !url.replace(/^blob:/, '').startsWith(`${this.#origin}/`)
  }

  async #turn(): Promise<void> {
    if (this.#running >= CONCURRENT_READS) {
      await new Promise<void>((resolve) => this.#waiting.push(resolve))
    }
    this.#running++
  }

  /** `same-origin`: a redirect to another host is never followed. */
  async #fetchBadge(url: string): Promise<Uint8Array | Reading> {
    const response = await this.#ask(url)
    if (!response) return UNREAD
    const { headers, body } = response
    if (response.ok && body) {
      // A stream costs the page several times as much as a file that comes in one piece.
      const isSmall = Number(headers.get('content-length') ?? Infinity) <= SMALL_FILE
      if (!isSmall) return readBadge(body)
      // A copy: of the page's own bytes Firefox lets no content script take a part.
      return badgeIn(new Uint8Array(new Uint8Array(await response.arrayBuffer())))
    }
    await body?.cancel()
    return UNREAD
  }

  /** Undefined where it redirects to another host: that says nothing about other images. */
  async #ask(url: string): Promise<Response | undefined> {
    const how = { cache: 'force-cache', mode: 'same-origin', signal: this.#signal } as const
    const response = await fetch(url, { ...how, redirect: 'manual' })
    if (response.type !== 'opaqueredirect') return response
    return fetch(url, how).catch(() => undefined)
  }

  #keep(bytes: Uint8Array): Reading {
    if (this.#kept + bytes.length * (4 / 3) > MAXIMUM_KEPT) return UNREAD
    const base64 = toBase64(bytes)
    this.#kept += base64.length
    return { state: 'badge', base64 }
  }
}

function badgeIn(bytes: Uint8Array | undefined): Uint8Array | Reading {
  if (!bytes || bytes.length > MAXIMUM_IMAGE) return NO_BADGE
  return probeBadge(bytes, true).state === 'badge' ? bytes : NO_BADGE
}

/** The whole file where it carries a badge; ends as soon as it is clear that it does not. */
export async function readBadge(body: ReadableStream<Uint8Array>): Promise<Uint8Array | Reading> {
  const file = new GrowingFile()
  let wanted = FIRST_LOOK
  let outcome: Reading | undefined
  // Firefox lets no content script iterate over a stream.
  const reader = body.getReader()
  while (!outcome) {
    const { value } = await reader.read()
    if (!value) return badgeIn(file.bytes())
    if (!file.append(value)) outcome = UNREAD
    else if (file.length >= wanted) {
      const { state, next = 0 } = probeBadge(file.bytes(), false)
      if (state === 'no-badge') outcome = NO_BADGE
      else if (state === 'badge') wanted = Infinity
      else if (file.isText && file.length > MAXIMUM_SVG) outcome = UNREAD
      else wanted = Math.max(next + 1, 2 * file.length)
    }
  }
  await reader.cancel()
  return outcome
}

class GrowingFile {
  #buffer = new Uint8Array(FIRST_LOOK * 2)
  length = 0

  /** False once the file is larger than an image may be. */
  append(part: Uint8Array): boolean {
    const length = this.length + part.length
    if (length > MAXIMUM_IMAGE) return false
    if (length > this.#buffer.length) {
      const larger = new Uint8Array(Math.max(length, 2 * this.#buffer.length))
      larger.set(this.#buffer.subarray(0, this.length))
      this.#buffer = larger
    }
    this.#buffer.set(part, this.length)
    this.length = length
    return true
  }

  bytes(): Uint8Array<ArrayBuffer> {
    return this.#buffer.subarray(0, this.length)
  }

  /** PNG begins with 0x89; what is not refused and does not is SVG. */
  get isText(): boolean {
    return this.#buffer[0] !== 0x89
  }
}

/** The browser's own way is many times faster, and not there in Chromium before 140. */
function toBase64(bytes: Uint8Array): string {
  const { toBase64 } = bytes as Partial<Uint8Array>
  if (toBase64) return toBase64.call(bytes)
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
}
