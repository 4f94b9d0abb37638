import type { Limits } from '../http/limits'
import { reason, type Reason } from '../report'
import { crc32 } from './crc32'
import {
  badgeKeywordOf,
  chunkHeaderAt,
  IEND_CHUNK,
  isTextChunk,
  PNG_SIGNATURE_BYTES,
  viewOf,
  type BadgeKeyword,
  type ChunkHeader,
} from './png-chunks'
import { notFound, type UnbakeResult } from './result'
import { sniff } from './sniff'
import { readTextChunk } from './text-chunk'

interface BadgeChunk extends ChunkHeader {
  keyword: BadgeKeyword
}

interface Walk {
  /** The first chunk with a badge keyword: "Parse the PNG datastream until the first iTXt chunk is
   * found" (Open Badges 2.0 Baking, Extracting; legacy tEXt alike). */
  badge?: BadgeChunk
  /** Chunks with any badge keyword. */
  count: number
  /** The file ends before its IEND chunk. */
  truncated: boolean
}

/**
 * Finds the credential text in a PNG by hopping from chunk header to chunk header, wherever the
 * chunk stands (PNG, third edition, section 5.6, lets text chunks stand anywhere).
 */
export function unbakePng(bytes: Uint8Array, limits: Pick<Limits, 'bakedTextBytes'>): UnbakeResult {
  if (sniff(bytes) !== 'png') return notFound(reason('file-not-recognised'))
  const { badge, count, truncated } = walkChunks(bytes)
  const deviations: Reason[] = truncated ? [reason('image-truncated')] : []
  if (!badge) return notFound(reason('no-badge-data'), deviations)
  const { keyword } = badge
  if (badge.dataEnd > bytes.length) return notFound(reason('image-truncated'))
  if (count > 1) deviations.push(reason('chunk-repeated', { keyword, count }))

  const data = bytes.subarray(badge.dataAt, badge.dataEnd)
  const chunk = readTextChunk(badge.type, keyword, data, limits)
  if (chunk.ok && chunk.compressed) deviations.push(reason('chunk-compressed', { keyword }))
  if (!hasRightCrc(bytes, badge)) deviations.push(reason('chunk-crc-wrong', { keyword }))
  if (!chunk.ok) return notFound(chunk.reason, deviations)

  const text = chunk.text.trim()
  if (text === '') return notFound(reason('no-badge-data'), deviations)
  return { found: true, text, carrier: chunk.carrier, keyword, deviations }
}

function walkChunks(bytes: Uint8Array): Walk {
  const view = viewOf(bytes)
  const walk: Walk = { count: 0, truncated: true }
  let chunk = chunkHeaderAt(view, PNG_SIGNATURE_BYTES)
  // A length that lies leads past the end, where no header is: the walk can neither loop nor stray.
  for (; chunk; chunk = chunkHeaderAt(view, chunk.next)) {
    if (chunk.type === IEND_CHUNK) return { ...walk, truncated: false }
    if (!isTextChunk(chunk.type)) continue
    const keyword = badgeKeywordOf(bytes, chunk)
    if (keyword === undefined) continue
    walk.count++
    walk.badge ??= { ...chunk, keyword }
  }
  return walk
}

/** A CRC that the file no longer holds is not a wrong one: the truncation is reported instead. */
function hasRightCrc(bytes: Uint8Array, { dataAt, dataEnd, next }: BadgeChunk): boolean {
  if (next > bytes.length) return true
  return viewOf(bytes).getUint32(dataEnd) === crc32(bytes, dataAt - 4, dataEnd)
}
