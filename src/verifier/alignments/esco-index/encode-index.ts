import { zlibSync } from 'fflate'
import { labelKey } from '../esco-lookup'
import { EscoIndexError, type EscoEntry, type EscoIndexInfo } from './entry'
import {
  folderOf,
  KINDS,
  MAGIC,
  MOST_CONCEPTS,
  NAMED,
  OBSOLETE,
  sha256,
  URI_BASE,
  UUID_BYTES,
} from './layout'

/** A concept with what it is sorted by and written as. */
interface Written {
  label: string
  key: string
  kind: number
  uuid?: Uint8Array
  name?: string
}

/**
 * Makes an index (see `layout.ts`). Of several entries with one URI the last counts.
 *
 * @throws EscoIndexError where an entry is no concept of ESCO, or there are none or too many
 */
export async function encodeIndex(
  entries: Iterable<EscoEntry>,
  info: Omit<EscoIndexInfo, 'concepts'>,
): Promise<Uint8Array<ArrayBuffer>> {
  const byUri = new Map<string, EscoEntry>()
  for (const entry of entries) byUri.set(entry.uri, entry)
  if (byUri.size === 0 || byUri.size > MOST_CONCEPTS)
    throw new EscoIndexError(`expected 1 to ${MOST_CONCEPTS} concepts, got ${byUri.size}`)
  const sorted = [...byUri.values()]
    .map(written)
    .toSorted((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
  const body = bodyOf(sorted, { ...info, concepts: sorted.length })
  return joined([MAGIC, await sha256(body), body])
}

function bodyOf(sorted: Written[], info: EscoIndexInfo): Uint8Array<ArrayBuffer> {
  const text = new TextEncoder()
  const infoBytes = text.encode(JSON.stringify(info))
  const lines = text.encode(sorted.map(({ label }) => label).join('\n'))
  const labels = zlibSync(lines, { level: 9 })
  return joined([
    ...[number(infoBytes.length), infoBytes],
    ...[number(sorted.length), number(lines.length)],
    ...[number(labels.length), labels],
    Uint8Array.from(sorted, ({ kind }) => kind),
    ...sorted.flatMap(({ uuid }) => uuid ?? []),
    text.encode(sorted.flatMap(({ name }) => name ?? []).join('\n')),
  ])
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

function written({ uri, kind, label, obsolete }: EscoEntry): Written {
  const code = KINDS.indexOf(kind) + (obsolete ? OBSOLETE : 0)
  const line = label.replace(/\s+/g, ' ').trim()
  const key = labelKey(line)
  if (!uri.startsWith(URI_BASE) || key === '') throw notConcept(uri)
  const name = uri.slice(URI_BASE.length)
  const uuid = name.startsWith(`${folderOf(kind)}/`) ? name.slice(folderOf(kind).length + 1) : ''
  if (UUID.test(uuid)) return { label: line, key, kind: code, uuid: bytesOfUuid(uuid) }
  if (!/^[a-z-]{3,20}\/[0-9A-Za-z.-]{1,40}$/.test(name)) throw notConcept(uri)
  return { label: line, key, kind: code + NAMED, name }
}

function notConcept(uri: string): EscoIndexError {
  return new EscoIndexError(`expected a concept of ESCO, got ${uri.slice(0, 100)}`)
}

function bytesOfUuid(uuid: string): Uint8Array {
  const hex = uuid.replaceAll('-', '')
  return Uint8Array.from({ length: UUID_BYTES }, (_, at) =>
    Number.parseInt(hex.slice(at * 2, at * 2 + 2), 16),
  )
}

function number(value: number): Uint8Array {
  const bytes = new Uint8Array(4)
  new DataView(bytes.buffer).setUint32(0, value)
  return bytes
}

function joined(pieces: Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const piece of pieces) {
    whole.set(piece, at)
    at += piece.length
  }
  return whole
}
