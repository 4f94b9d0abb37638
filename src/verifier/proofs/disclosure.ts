import { encodeBase64url } from '../keys/base64url'
import { decodeMultibase } from '../keys/multibase'
import { reason, type Reason } from '../report'
import type { JsonObject } from '../verification'
import { decodeCbor, type CborValue } from './cbor'

type Bytes = Uint8Array<ArrayBuffer>

/** What a derived proof of `ecdsa-sd-2023` holds (ECDSA Cryptosuites 1.0, section 3.5.7). */
export interface Disclosure {
  baseSignature: Bytes
  /** Multikey bytes of the key that was made for this proof alone, and signed each statement. */
  publicKey: Bytes
  /** One for each statement that is not mandatory, in their order. */
  signatures: Bytes[]
  /** For each canonical label the label under which the statements were signed, without `_:`. */
  labels: ReadonlyMap<string, string>
  /** Positions of the mandatory statements. */
  mandatory: ReadonlySet<number>
}

/** Both numbers of an ECDSA signature on P-256. */
const SIGNATURE_BYTES = 64

/** Multicodec prefix and compressed point. */
const PUBLIC_KEY_BYTES = 35

/** Labels are HMACs with SHA-256. */
const LABEL_BYTES = 32

/** CBOR tags of the two kinds of proof value. */
const HEADERS = { base: [0xd9, 0x5d, 0x00], derived: [0xd9, 0x5d, 0x01] }

/**
 * Reads the value of a derived proof: `u` and base64url, the tag, five CBOR values. A base proof is
 * refused by name: it holds what its holder discloses from, and is for nobody else to see.
 */
export function readDisclosure({ proofValue }: JsonObject): Disclosure | { reason: Reason } {
  const isBase64url = typeof proofValue === 'string' && proofValue.startsWith('u')
  const bytes = isBase64url ? decodeMultibase(proofValue) : undefined
  if (bytes === undefined) return malformed()
  if (startsWith(bytes, HEADERS.base)) return { reason: reason('proof-base-refused') }
  const value = startsWith(bytes, HEADERS.derived) ? decodeCbor(bytes.subarray(3)) : undefined
  if (!Array.isArray(value) || value.length !== 5) return malformed()
  const [baseSignature, publicKey, signatures, labels, mandatory] = value
  if (!isBytes(baseSignature, SIGNATURE_BYTES) || !isBytes(publicKey, PUBLIC_KEY_BYTES))
    return malformed()
  if (!Array.isArray(signatures) || !signatures.every((one) => isBytes(one, SIGNATURE_BYTES)))
    return malformed()
  const known = readLabels(labels)
  const positions = readPositions(mandatory)
  if (known === undefined || positions === undefined) return malformed()
  return { baseSignature, publicKey, signatures, labels: known, mandatory: positions }
}

/**
 * Each label stands for one node: with the same label for two, statements about one thing could be
 * shown as statements about two, under signatures that hold.
 */
function readLabels(value: CborValue | undefined): Map<string, string> | undefined {
  if (!(value instanceof Map)) return undefined
  const labels = new Map<string, string>()
  for (const [number, label] of value) {
    if (!isBytes(label, LABEL_BYTES)) return undefined
    labels.set(`c14n${number}`, `u${encodeBase64url(label)}`)
  }
  return new Set(labels.values()).size === labels.size ? labels : undefined
}

function readPositions(value: CborValue | undefined): Set<number> | undefined {
  if (!Array.isArray(value)) return undefined
  const numbers = value.filter((item) => typeof item === 'number')
  const positions = new Set(numbers)
  return positions.size === value.length ? positions : undefined
}

function isBytes(value: CborValue | undefined, size: number): value is Bytes {
  return value instanceof Uint8Array && value.length === size
}

function startsWith(bytes: Bytes, header: number[]): boolean {
  return header.every((byte, at) => bytes[at] === byte)
}

function malformed(): { reason: Reason } {
  const expected = 'a derived proof in CBOR'
  return { reason: reason('proof-malformed', { property: 'proofValue', expected }) }
}
