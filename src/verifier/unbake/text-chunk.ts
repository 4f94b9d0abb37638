import type { Limits } from '../http/limits'
import { reason, type Carrier, type Reason } from '../report'
import { inflate } from './inflate'
import { ITXT_CHUNK, TEXT_CHUNK } from './png-chunks'

/** The text of a chunk, or why it has none. */
export type ChunkText =
  { ok: true; text: string; carrier: Carrier; compressed: boolean } | { ok: false; reason: Reason }

type TextLimits = Pick<Limits, 'bakedTextBytes'>

/**
 * Reads an iTXt, tEXt or zTXt chunk (PNG, third edition, section 11.3.3).
 *
 * @param data all of the chunk's data, keyword included
 */
export function readTextChunk(
  type: number,
  keyword: string,
  data: Uint8Array,
  limits: TextLimits,
): ChunkText {
  const rest = data.subarray(keyword.length + 1)
  if (type === ITXT_CHUNK) return readItxt(keyword, rest, limits)
  if (type === TEXT_CHUNK) return plain(rest, 'png-text', utf8OrLatin1, limits)
  // zTXt: compression method 0, then the compressed text.
  if (rest[0] !== 0) return failure(reason('chunk-malformed', { keyword }))
  return compressed(keyword, rest.subarray(1), 'png-ztxt', utf8OrLatin1, limits)
}

/** Compression flag and method, language tag, NUL, translated keyword, NUL, text in UTF-8. */
function readItxt(keyword: string, rest: Uint8Array, limits: TextLimits): ChunkText {
  const [flag, method] = rest
  const languageEnd = rest.indexOf(0, 2)
  const translatedEnd = languageEnd < 0 ? -1 : rest.indexOf(0, languageEnd + 1)
  const wellFormed = translatedEnd >= 0 && (flag === 0 || (flag === 1 && method === 0))
  if (!wellFormed) return failure(reason('chunk-malformed', { keyword }))
  const content = rest.subarray(translatedEnd + 1)
  return flag === 0
    ? plain(content, 'png-itxt', utf8, limits)
    : compressed(keyword, content, 'png-itxt-compressed', utf8, limits)
}

type Decode = (bytes: Uint8Array) => string | undefined

function plain(bytes: Uint8Array, carrier: Carrier, decode: Decode, limits: TextLimits): ChunkText {
  const limit = limits.bakedTextBytes
  if (bytes.length > limit) return failure(reason('text-too-large', { limit }))
  const text = decode(bytes)
  if (text === undefined) return failure(reason('text-not-utf8'))
  return { ok: true, text, carrier, compressed: false }
}

function compressed(
  keyword: string,
  bytes: Uint8Array,
  carrier: Carrier,
  decode: Decode,
  limits: TextLimits,
): ChunkText {
  const inflated = inflate(bytes, limits.bakedTextBytes)
  if (inflated.ok) {
    const text = plain(inflated.bytes, carrier, decode, limits)
    return text.ok ? { ...text, compressed: true } : text
  }
  return failure(
    inflated.why === 'too-large'
      ? reason('text-too-large', { limit: limits.bakedTextBytes })
      : reason('inflation-failed', { keyword }),
  )
}

function failure(why: Reason): ChunkText {
  return { ok: false, reason: why }
}

/** One for all: making it takes longer than reading a text. */
const STRICT_UTF8 = new TextDecoder('utf-8', { fatal: true })

function utf8(bytes: Uint8Array): string | undefined {
  try {
    return STRICT_UTF8.decode(bytes)
  } catch {
    return undefined
  }
}

/** tEXt is Latin-1 by its specification; badges in the wild put UTF-8 into it. */
function utf8OrLatin1(bytes: Uint8Array): string {
  return utf8(bytes) ?? latin1(bytes)
}

/** ISO 8859-1 proper: the label `latin1` of TextDecoder means windows-1252. */
export function latin1(bytes: Uint8Array): string {
  const step = 8_192
  let text = ''
  for (let at = 0; at < bytes.length; at += step) {
    text += String.fromCharCode(...bytes.subarray(at, at + step))
  }
  return text
}
