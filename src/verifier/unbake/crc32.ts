const POLYNOMIAL = 0xedb88320

/**
 * Four tables of 256, one after another: what a byte does to the checksum, and what it does when one, two
 * or three bytes follow it, so that four bytes are taken at a time. Marked as pure, so that a bundle which
 * takes no checksums, as the content script's, has no tables either.
 */
const TABLES = /* @__PURE__ */ tables()

function tables(): Int32Array {
  const all = new Int32Array(4 * 256)
  for (let index = 0; index < all.length; index++) {
    const before = all[index - 256] ?? 0
    all[index] = index < 256 ? afterByte(index) : (before >>> 8) ^ (all[before & 0xff] ?? 0)
  }
  return all
}

function afterByte(byte: number): number {
  let value = byte
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ POLYNOMIAL : value >>> 1
  return value
}

/**
 * CRC-32 of `bytes[from, to)` as an unsigned 32-bit integer: the checksum of a PNG chunk, which
 * covers its type and data but not its length (PNG, third edition, section 5.5).
 */
export function crc32(bytes: Uint8Array, from = 0, to = bytes.length): number {
  const end = Math.min(to, bytes.length)
  const wholeEnd = end - ((end - from) & 3)
  const view = new DataView(bytes.buffer, bytes.byteOffset, end)
  let crc = -1
  let at = from
  for (; at < wholeEnd; at += 4) {
    const word = crc ^ view.getInt32(at, true)
    crc =
      (TABLES[768 + (word & 0xff)] ?? 0) ^
      (TABLES[512 + ((word >>> 8) & 0xff)] ?? 0) ^
      (TABLES[256 + ((word >>> 16) & 0xff)] ?? 0) ^
      (TABLES[word >>> 24] ?? 0)
  }
  for (; at < end; at++) crc = (crc >>> 8) ^ (TABLES[(crc ^ (bytes[at] ?? 0)) & 0xff] ?? 0)
  return ~crc >>> 0
}
