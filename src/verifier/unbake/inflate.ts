import { Inflate } from 'fflate'

/** Compressed bytes a step: deflate expands at most 1032-fold, so a step makes at most 2 MB. */
const STEP_BYTES = 2_048

/** A stored block holds 64 kB, so no honest stream takes in twice that without giving output. */
const MOST_SILENT_STEPS = 131_072 / STEP_BYTES

export type Inflated = { ok: true; bytes: Uint8Array } | { ok: false; why: 'broken' | 'too-large' }

/**
 * Inflates a zlib stream (RFC 1950) and stops as soon as the output exceeds `limit` bytes.
 * Bytes after the stream are ignored.
 */
export function inflate(data: Uint8Array, limit: number): Inflated {
  if (!hasZlibHeader(data)) return { ok: false, why: 'broken' }
  // No encoder doubles its input; whoever does so only wants us to work.
  if (data.length > 2 * limit + STEP_BYTES) return { ok: false, why: 'too-large' }
  try {
    const bytes = inflateInSteps(data.subarray(2), limit)
    if (bytes === undefined) return { ok: false, why: 'too-large' }
    return hasChecksum(data, bytes) ? { ok: true, bytes } : { ok: false, why: 'broken' }
  } catch {
    return { ok: false, why: 'broken' }
  }
}

/** What the first bytes of a zlib stream give, however long it is; nothing where it is none. */
export function inflateBeginning(data: Uint8Array): Uint8Array {
  const parts: Uint8Array[] = []
  try {
    if (hasZlibHeader(data))
      new Inflate((part) => parts.push(part)).push(data.subarray(2, STEP_BYTES))
  } catch {
    // What came before the fault is the beginning.
  }
  return join(
    parts,
    parts.reduce((total, part) => total + part.length, 0),
  )
}

/** The output, or nothing when it exceeds the limit. Throws on a malformed stream. */
function inflateInSteps(deflated: Uint8Array, limit: number): Uint8Array | undefined {
  const parts: Uint8Array[] = []
  let total = 0
  let silentSteps = 0
  const stream = new Inflate((part) => {
    total += part.length
    silentSteps = part.length > 0 ? 0 : silentSteps + 1
    if (total <= limit) parts.push(part)
  })
  for (let at = 0; at < deflated.length; at += STEP_BYTES) {
    stream.push(deflated.subarray(at, at + STEP_BYTES))
    if (total > limit) return undefined
    if (silentSteps > MOST_SILENT_STEPS) break
  }
  stream.push(new Uint8Array(0), true)
  return total > limit ? undefined : join(parts, total)
}

/** Compression method 8, a header checksum that holds, no preset dictionary (section 2.2). */
function hasZlibHeader(data: Uint8Array): boolean {
  const method = data[0] ?? 0
  const flags = data[1] ?? 0
  return (method & 0x0f) === 8 && ((method << 8) | flags) % 31 === 0 && (flags & 0x20) === 0
}

/**
 * Whether the Adler-32 of the output follows the stream. fflate neither checks it nor says where
 * the stream ended, so it is looked for: a stream that was cut off does not carry it.
 */
function hasChecksum(data: Uint8Array, output: Uint8Array): boolean {
  const sum = adler32(output)
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength)
  for (let at = data.length - 4; at >= 2; at--) if (view.getUint32(at) === sum) return true
  return false
}

function adler32(bytes: Uint8Array): number {
  let low = 1
  let high = 0
  for (const byte of bytes) {
    low = (low + byte) % 65521
    high = (high + low) % 65521
  }
  return ((high << 16) | low) >>> 0
}

function join(parts: Uint8Array[], total: number): Uint8Array {
  const joined = new Uint8Array(total)
  let at = 0
  for (const part of parts) {
    joined.set(part, at)
    at += part.length
  }
  return joined
}
