import { decodeBase64url } from '../keys/base64url'

/**
 * Expands `encodedList` (Bitstring Status List 1.0, section 3.4): multibase base64url (`u`) of a gzip
 * stream. Lists of earlier drafts lack the `u`, and may be of the other alphabet of base64; what they
 * begin with, the gzip magic number, is `H4sI`, so the two cannot be confused.
 *
 * @param limit most bytes that the expanded list may have
 * @returns `undefined` where it is malformed or longer
 */
export async function expandList(encodedList: string, limit: number) {
  const text = encodedList.startsWith('u') ? encodedList.slice(1) : encodedList
  // Multibase `u` has no padding; some encoders write it.
  const unpadded = text
    .replace(/={1,2}$/, '')
    .replaceAll('+', '-')
    .replaceAll('/', '_')
  const compressed = decodeBase64url(unpadded)
  return compressed && gunzip(compressed, limit)
}

async function gunzip(
  compressed: Uint8Array<ArrayBuffer>,
  limit: number,
): Promise<Uint8Array | undefined> {
  const reader = new Blob([compressed])
    .stream()
    .pipeThrough(new DecompressionStream('gzip'))
    .getReader()
  const chunks: Uint8Array[] = []
  let length = 0
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) break
      length += value.byteLength
      if (length > limit) return undefined
      chunks.push(value)
    }
  } catch {
    return undefined
  } finally {
    reader.cancel().catch(() => undefined)
  }
  return new Uint8Array(await new Blob(chunks as Uint8Array<ArrayBuffer>[]).arrayBuffer())
}

/**
 * The value at an index: `size` bits, the first bit of the list being the most significant of its
 * first byte (section 3.1, "left-most"). The index must be within the list.
 */
export function valueAt(list: Uint8Array, index: number, size: number): number {
  let value = 0
  for (let bit = index * size; bit < (index + 1) * size; bit++) {
    value = (value << 1) | (((list[bit >> 3] ?? 0) >> (7 - (bit & 7))) & 1)
  }
  return value
}
