/** The few kinds of CBOR values that a proof is made of. */
export type CborValue = number | Uint8Array<ArrayBuffer> | CborValue[] | Map<number, CborValue>

/** Nothing here nests deeper than a list of byte strings in a list. */
const DEEPEST = 3

/**
 * Reads CBOR (RFC 8949) that a stranger wrote: unsigned integers of up to 32 bits, byte strings, arrays,
 * and maps whose keys are unsigned integers, each at most once; all of definite length. The bytes must be
 * one value exactly.
 *
 * A count that is larger than what is left of the bytes is refused before anything is made of it, so the
 * work is linear in the bytes.
 *
 * @returns the value, or `undefined` where the bytes hold anything else
 */
export function decodeCbor(bytes: Uint8Array<ArrayBuffer>): CborValue | undefined {
  try {
    const reader = new Reader(bytes)
    const value = reader.value(0)
    return reader.isAtEnd ? value : undefined
  } catch (error) {
    if (error instanceof NotReadable) return undefined
    throw error
  }
}

class NotReadable extends Error {}

/** Major types (RFC 8949, section 3.1). */
const MAJOR = { unsigned: 0, bytes: 2, array: 4, map: 5 }

/** Bytes of the number that follows, by additional information (section 3); 8 bytes are never needed. */
const NUMBER_BYTES: Record<number, number> = { 24: 1, 25: 2, 26: 4 }

class Reader {
  private at = 0

  constructor(private readonly bytes: Uint8Array<ArrayBuffer>) {}

  get isAtEnd(): boolean {
    return this.at === this.bytes.length
  }

  value(depth: number): CborValue {
    if (depth > DEEPEST) throw new NotReadable()
    const [major, number] = this.head()
    switch (major) {
      case MAJOR.unsigned:
        return number
      case MAJOR.bytes:
        return this.take(number).slice()
      case MAJOR.array:
        return this.array(number, depth)
      case MAJOR.map:
        return this.map(number, depth)
      default:
        throw new NotReadable()
    }
  }

  private head(): [major: number, number: number] {
    const initial = this.take(1)[0] ?? 0
    const [major, information] = [initial >> 5, initial & 0x1f]
    if (information < 24) return [major, information]
    const size = NUMBER_BYTES[information]
    if (size === undefined) throw new NotReadable()
    const number = this.take(size).reduce((high, low) => high * 256 + low, 0)
    return [major, number]
  }

  private take(count: number): Uint8Array<ArrayBuffer> {
    if (count > this.bytes.length - this.at) throw new NotReadable()
    this.at += count
    return this.bytes.subarray(this.at - count, this.at)
  }

  private array(count: number, depth: number): CborValue[] {
    this.expectAtLeast(count)
    return Array.from({ length: count }, () => this.value(depth + 1))
  }

  private map(count: number, depth: number): Map<number, CborValue> {
    this.expectAtLeast(count * 2)
    const map = new Map<number, CborValue>()
    for (let left = count; left > 0; left--) {
      const [major, key] = this.head()
      if (major !== MAJOR.unsigned || map.has(key)) throw new NotReadable()
      map.set(key, this.value(depth + 1))
    }
    return map
  }

  /** Every value takes one byte at least. */
  private expectAtLeast(count: number): void {
    if (count > this.bytes.length - this.at) throw new NotReadable()
  }
}
