/**
 * PNG as far as a badge needs it: a signature, then chunks of `length, type, data, CRC`
 * (PNG, third edition, section 5.3). Integers are big-endian; pixels are never decoded.
 */

/** Bytes of the signature before the first chunk. */
export const PNG_SIGNATURE_BYTES = 8
/** Length and type, before the data. */
const CHUNK_HEADER_BYTES = 8
/** Length, type and CRC: what a chunk is longer than its data. */
export const CHUNK_FRAME_BYTES = 12
/** "Although encoders and decoders should treat the length as unsigned, its value shall not
 * exceed 2^31-1 bytes" (section 5.3). */
export const MAX_CHUNK_LENGTH = 0x7fffffff

/** Chunk types as the four bytes read as one integer. */
export const TEXT_CHUNK = 0x74455874
export const ITXT_CHUNK = 0x69545874
const ZTXT_CHUNK = 0x7a545874
export const IDAT_CHUNK = 0x49444154
export const IEND_CHUNK = 0x49454e44

/** Keywords under which credentials are baked: Open Badges 1–2, Open Badges 3, CLR 2. */
const BADGE_KEYWORDS = ['openbadges', 'openbadgecredential', 'clrcredential'] as const

export type BadgeKeyword = (typeof BADGE_KEYWORDS)[number]

/** Data bytes that suffice to tell whether a text chunk has a badge keyword: it, and its NUL. */
export const KEYWORD_BYTES = Math.max(...BADGE_KEYWORDS.map((keyword) => keyword.length + 1))

export interface ChunkHeader {
  type: number
  /** As stated; it may lie. */
  length: number
  dataAt: number
  /** Where the data ends and the CRC begins. */
  dataEnd: number
  /** Where the next chunk header would begin. */
  next: number
}

export function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}

/** The header at an offset; absent where fewer than eight bytes are left. */
export function chunkHeaderAt(view: DataView, at: number): ChunkHeader | undefined {
  if (at + CHUNK_HEADER_BYTES > view.byteLength) return undefined
  const length = view.getUint32(at)
  const dataAt = at + CHUNK_HEADER_BYTES
  const dataEnd = dataAt + length
  return { type: view.getUint32(at + 4), length, dataAt, dataEnd, next: dataEnd + 4 }
}

export function isTextChunk(type: number): boolean {
  return type === ITXT_CHUNK || type === TEXT_CHUNK || type === ZTXT_CHUNK
}

/** The badge keyword that a text chunk begins with, if it has one. */
export function badgeKeywordOf(
  bytes: Uint8Array,
  { dataAt, dataEnd }: Pick<ChunkHeader, 'dataAt' | 'dataEnd'>,
): BadgeKeyword | undefined {
  return BADGE_KEYWORDS.find(
    (keyword) =>
      dataAt + keyword.length < dataEnd &&
      bytes[dataAt + keyword.length] === 0 &&
      hasAsciiAt(bytes, dataAt, keyword),
  )
}

function hasAsciiAt(bytes: Uint8Array, at: number, ascii: string): boolean {
  for (let index = 0; index < ascii.length; index++) {
    if (bytes[at + index] !== ascii.charCodeAt(index)) return false
  }
  return true
}
