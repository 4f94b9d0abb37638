/**
 * Whether an image file carries badge data, as far as its bytes at hand tell. A PNG is walked chunk by
 * chunk. Of an SVG only the names of elements are looked for: the parser that knows comments and
 * namespaces stays with the worker, which has the last word, and costs no page its 3 kB.
 */
import { probeChunks, type Probe } from '../verifier/unbake/probe'

/** PNG, third edition, section 5.2. */
const PNG_SIGNATURE = '\x89PNG\r\n\x1a\n'

/** What an image's address answers with where it asks for a login first, or knows nothing. */
const WEB_PAGE = /^\s*<(?:!doctype\s+)?html\b/i

/** Names of elements can be written in one way only: no reference stands for a letter in them. */
const BADGE_ELEMENT = /<[^\s<>]*(?:assertion|credential)[\s/>]/

/** @param complete `head` is the whole file */
export function probeBadge(head: Uint8Array, complete: boolean): Probe {
  if (!complete && head.length < PNG_SIGNATURE.length) return needMore(head)
  const start = String.fromCharCode(...head.subarray(0, PNG_SIGNATURE.length))
  if (start === PNG_SIGNATURE) {
    return probeChunks(head.subarray(start.length), start.length, complete)
  }
  const text = new TextDecoder().decode(head)
  if (!/^\s*</.test(text) || WEB_PAGE.test(text)) return { state: 'no-badge' }
  if (BADGE_ELEMENT.test(text)) return { state: 'badge' }
  return complete ? { state: 'no-badge' } : needMore(head)
}

function needMore({ length: next }: Uint8Array): Probe {
  return { state: 'need-more', next }
}
