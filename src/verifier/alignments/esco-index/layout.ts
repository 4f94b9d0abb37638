/**
 * The bytes of an index, in order. All numbers are big-endian and of 32 bits.
 *
 *   MAGIC                8 bytes, the format's version in the last
 *   SHA-256              of everything that follows
 *   length, info         `EscoIndexInfo` as JSON
 *   count                of concepts
 *   size                 of the labels, inflated
 *   length, labels       UTF-8 in a zlib stream, one a line, in the order of their keys (`labelKey`)
 *   kinds                one byte each: the place of the kind in KINDS, + OBSOLETE, + NAMED
 *   ids                  16 bytes for every concept that is not NAMED, in the same order: its UUID
 *   names                UTF-8, one a line: the end of the URI of those that are, e.g. `isco/C2654`
 */
import type { EscoKind } from '../esco-lookup'

export const MAGIC = new Uint8Array([0x45, 0x53, 0x43, 0x4f, 0x0d, 0x0a, 0x1a, 0x01])
export const HASH_BYTES = 32
export const UUID_BYTES = 16

/** A skill group has the URI of a skill, an ISCO group one of its own. */
export const KINDS: readonly EscoKind[] = ['skill', 'knowledge', 'occupation', 'group']
export const KIND_BITS = 0b11
export const OBSOLETE = 0b100
export const NAMED = 0b1000

export const URI_BASE = 'http://data.europa.eu/esco/'

/** ESCO 1.2 has 18,000; an index of more is none. */
export const MOST_CONCEPTS = 100_000
export const MOST_LABEL_BYTES = 16_000_000

/** The folder of a URI that ends in a UUID. */
export function folderOf(kind: EscoKind): 'skill' | 'occupation' {
  return kind === 'occupation' ? 'occupation' : 'skill'
}

export async function sha256(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
}
