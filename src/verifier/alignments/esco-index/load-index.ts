import { unzlibSync } from 'fflate'
import { EscoIndexError, type EscoIndexInfo } from './entry'
import { EscoIndex } from './esco-index'
import {
  HASH_BYTES,
  KIND_BITS,
  MAGIC,
  MOST_CONCEPTS,
  MOST_LABEL_BYTES,
  NAMED,
  OBSOLETE,
  sha256,
  UUID_BYTES,
} from './layout'

/**
 * Reads the bytes of an index. All that is used of them is checked here, so that a damaged index is an
 * error and never a wrong answer.
 *
 * @throws EscoIndexError
 */
export async function loadIndex(bytes: Uint8Array<ArrayBuffer>): Promise<EscoIndex> {
  const start = MAGIC.length + HASH_BYTES
  if (bytes.length < start || MAGIC.some((byte, at) => bytes[at] !== byte))
    throw new EscoIndexError('expected an index of ESCO of this version')
  const body = bytes.subarray(start)
  const hash = await sha256(body)
  if (hash.some((byte, at) => bytes[MAGIC.length + at] !== byte))
    throw new EscoIndexError('expected the checksum of its bytes: the index is damaged')
  try {
    return read(new Reader(body))
  } catch (error) {
    if (error instanceof EscoIndexError) throw error
    throw new EscoIndexError(`expected an index of ESCO: ${String(error)}`)
  }
}

function read(reader: Reader): EscoIndex {
  const info = readInfo(reader.text(reader.number()))
  const count = reader.number()
  if (count !== info.concepts || count === 0 || count > MOST_CONCEPTS)
    throw new EscoIndexError(`expected ${info.concepts} concepts, got ${count}`)
  const size = reader.number()
  const labels = readLabels(reader.bytes(reader.number()), size)
  const kinds = reader.bytes(count)
  if (kinds.some((kind) => (kind & ~(KIND_BITS | OBSOLETE | NAMED)) !== 0))
    throw new EscoIndexError('expected kinds of concepts')
  const named = kinds.reduce((sum, kind) => sum + (kind & NAMED ? 1 : 0), 0)
  const ids = reader.bytes((count - named) * UUID_BYTES)
  const rest = reader.text(reader.left)
  const names = rest === '' ? [] : rest.split('\n')
  if (labels.length !== count || names.length !== named)
    throw new EscoIndexError('expected a label and an id for every concept')
  return new EscoIndex(info, { labels, kinds, ids, names })
}

function readInfo(json: string): EscoIndexInfo {
  const info = JSON.parse(json) as Partial<EscoIndexInfo> | null
  const { version, language, made, from, concepts } = info ?? {}
  if (typeof version !== 'string' || typeof language !== 'string' || typeof made !== 'string')
    throw new EscoIndexError('expected version, language and date')
  if ((from !== 'csv' && from !== 'api') || !Number.isSafeInteger(concepts))
    throw new EscoIndexError('expected a source and a number of concepts')
  return { version, language, made, from, concepts: concepts ?? 0 }
}

/** Into room of the size that it says: what is more has no place, and what is less is an error. */
function readLabels(compressed: Uint8Array, size: number): string[] {
  if (size > MOST_LABEL_BYTES) throw new EscoIndexError('expected fewer labels')
  const bytes = unzlibSync(compressed, { out: new Uint8Array(size) })
  if (bytes.length !== size) throw new EscoIndexError('expected all labels')
  return utf8(bytes).split('\n')
}

function utf8(bytes: Uint8Array): string {
  return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
}

/** Takes one piece after the other, and never beyond the end. */
class Reader {
  #at = 0

  constructor(private readonly whole: Uint8Array) {}

  get left(): number {
    return this.whole.length - this.#at
  }

  bytes(length: number): Uint8Array {
    if (length > this.left) throw new EscoIndexError('expected more bytes: the index was cut off')
    this.#at += length
    return this.whole.subarray(this.#at - length, this.#at)
  }

  number(): number {
    const piece = this.bytes(4)
    return new DataView(piece.buffer, piece.byteOffset).getUint32(0)
  }

  text(length: number): string {
    return utf8(this.bytes(length))
  }
}
