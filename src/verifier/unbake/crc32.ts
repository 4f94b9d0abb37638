const POLYNOMIAL = 0xedb88320

/**
 * Four tables of 256, one after another: what a byte does to the checksum, and what it does when one, two
 * or three bytes follow it, so that four bytes are taken at a time.
 */
const TABLES = new Int32Array(4 * 256)
for (let index = 0; index < TABLES.length; index++)
  TABLES[index] = index < 256 ? afterByte(index) : afterZero(TABLES[index - 256] ?? 0)

function afterByte(byte: number): number {
  let value = byte
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ POLYNOMIAL : value >>> 1
  return value
}

function afterZero(value: number): number {
  return (value >>> 8) ^ (TABLES[value & 0xff] ?? 0)
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
