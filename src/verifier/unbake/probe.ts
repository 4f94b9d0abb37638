import { crc32 } from './crc32'
import {
  badgeKeywordOf,
  chunkHeaderAt,
  IDAT_CHUNK,
  IEND_CHUNK,
  isTextChunk,
  KEYWORD_BYTES,
  MAX_CHUNK_LENGTH,
  PNG_SIGNATURE_BYTES,
  viewOf,
} from './png-chunks'
import { sniff } from './sniff'
import { badgeElements } from './svg-badge-elements'

/** Whether an image carries badge data, as far as its bytes at hand tell. */
export interface Probe {
  state: 'badge' | 'no-badge' | 'need-more'
  /** With `need-more`: offset in the file of the first byte still wanted. What precedes it is
   * decided, so a PNG may be asked for from there on, and `probeChunks` goes on with it. */
  next?: number
}

/** Bytes after which `sniff` knows every image but an SVG. */
const SIGNATURE_BYTES = 12

const BADGE: Probe = { state: 'badge' }
const NO_BADGE: Probe = { state: 'no-badge' }

/**
 * Probes the beginning of an image file. A chunk or an element counts only as real structure of
 * the file: never a word in pixels, comments or attributes.
 *
 * @param complete `head` is the whole file
 */
export function probeImage(head: Uint8Array, complete: boolean): Probe {
  const kind = sniff(head)
  if (kind === 'png') {
    return probeChunks(head.subarray(PNG_SIGNATURE_BYTES), PNG_SIGNATURE_BYTES, complete)
  }
  const undecided = kind === 'unknown' && !complete
  if (kind === 'svg' || (undecided && startsAsMarkup(head))) return probeSvg(head, complete)
  if (undecided && head.length < SIGNATURE_BYTES) return needMore(head.length)
  return NO_BADGE
}

/**
 * Goes on with a PNG from a chunk header, such as the one that a probe said was wanted next.
 *
 * @param part bytes of the file from `at` on
 * @param at offset of a chunk header in the file
 * @param complete `part` reaches the end of the file
 */
export function probeChunks(part: Uint8Array, at: number, complete: boolean): Probe {
  const view = viewOf(part)
  let offset = 0
  for (let chunk; (chunk = chunkHeaderAt(view, offset)); offset = chunk.next) {
    if (chunk.type === IEND_CHUNK || chunk.length > MAX_CHUNK_LENGTH) return NO_BADGE
    if (!isTextChunk(chunk.type)) continue
    if (badgeKeywordOf(part, chunk)) return BADGE
    const keywordEnd = chunk.dataAt + Math.min(chunk.length, KEYWORD_BYTES)
    if (keywordEnd > part.length) break
  }
  return complete ? NO_BADGE : needMore(at + offset)
}

/**
 * Whether the pixels of a PNG have begun. They follow one another with nothing between them (PNG, third edition,
 * section 5.6): a text that has not been seen by then stands behind all of them.
 */
export function hasPixels(head: Uint8Array): boolean {
  if (sniff(head) !== 'png') return false
  const view = viewOf(head)
  let offset = PNG_SIGNATURE_BYTES
  for (let chunk; (chunk = chunkHeaderAt(view, offset)); offset = chunk.next) {
    if (chunk.type === IDAT_CHUNK) return true
  }
  return false
}

function probeSvg(head: Uint8Array, complete: boolean): Probe {
  for (const event of badgeElements(new TextDecoder().decode(head))) {
    if (event.kind === 'opened') return BADGE
    if (event.kind === 'stop' && !complete && (event.why === 'cut' || event.why === 'end')) {
      return needMore(head.length)
    }
  }
  return NO_BADGE
}

/**
 * Probes the last bytes of a PNG, where Moodle puts its chunk. Since the walk cannot start in the
 * middle, a candidate must hold in every respect: length, type, keyword, CRC, and chunks that
 * follow one another from there to IEND. A badge chunk that begins before `tail` is not seen;
 * `probeChunks` from the offset that `probeImage` names is exact, where ranges can be asked for.
 */
export function probeTail(tail: Uint8Array): 'badge' | 'no-badge' {
  const view = viewOf(tail)
  for (let at = 0; at < tail.length; at++) {
    // Every text chunk type ends in `EXt` or `Xt`; looking for its last byte first is cheap.
    if (tail[at + 7] !== LAST_TYPE_BYTE) continue
    const chunk = chunkHeaderAt(view, at)
    if (!chunk || !isTextChunk(chunk.type) || chunk.next > tail.length) continue
    if (badgeKeywordOf(tail, chunk) === undefined) continue
    if (view.getUint32(chunk.dataEnd) !== crc32(tail, at + 4, chunk.dataEnd)) continue
    if (reachesEnd(view, chunk.next)) return 'badge'
  }
  return 'no-badge'
}

const LAST_TYPE_BYTE = 't'.charCodeAt(0)

function reachesEnd(view: DataView, at: number): boolean {
  for (let chunk; (chunk = chunkHeaderAt(view, at)); at = chunk.next) {
    if (chunk.type === IEND_CHUNK) return true
  }
  return false
}

function startsAsMarkup(head: Uint8Array): boolean {
  return new TextDecoder().decode(head.subarray(0, 64)).trimStart().startsWith('<')
}

function needMore(next: number): Probe {
  return { state: 'need-more', next }
}
