import type { ParsedSeal } from '../proofs/jades'
import { decodeBase64url } from '../keys/base64url'
import { asArray } from '../reading/json-values'
import type { JsonValue } from '../verification'
import { hexOf } from '../digest'
import { readCertificate, type Certificate } from './certificate'
import { decodeDer } from './der'

const LARGEST_CERTIFICATE = 16_384
const MOST_IN_HEADER = 16

/** Bytes of all certificates that came with one seal: some twenty. Reading more costs seconds. */
const MOST_BYTES = 65_536

/** The certificates that came with a seal, and those that the environment trusts. */
export interface CertificatePool {
  /** The sealer's own; absent where it cannot be read, or nothing in the signed header names it. */
  leaf?: Certificate
  /** `x5t#S256` names another certificate than the one beside it. */
  hashDiffers: boolean
  /** Everything else; whoever put them there is not believed for it. */
  others: Certificate[]
  /** Hex SHA-256 of the anchors. */
  anchors: ReadonlySet<string>
}

/**
 * The sealer's certificate is the first of the signed `x5c`, or the one that the signed `x5t#S256` names: TS
 * 119 182-1, section 5.1.7, demands that the signature covers which one it is, since another certificate may
 * have the same key and another name.
 */
export async function gatherCertificates(
  seal: ParsedSeal,
  xVals: JsonValue[],
  trustAnchors: Uint8Array[],
): Promise<CertificatePool> {
  const { header, unprotected } = seal
  const signed = asArray(header.x5c).slice(0, MOST_IN_HEADER)
  const beside = [...asArray(unprotected.x5c).slice(0, MOST_IN_HEADER), ...xVals]
  const anchors = await readAll(trustAnchors.map((der) => Uint8Array.from(der)))
  const given = withinBytes([...signed, ...beside].map(asDer))
  const [first, ...above] = await readAll(given.slice(0, signed.length))
  const loose = await readAll(given.slice(signed.length))
  const hash = 'x5t#S256' in header ? hashIn(header['x5t#S256']) : undefined
  const leaf = signed.length > 0 ? first : loose.find((item) => item?.sha256 === hash)
  return {
    ...(leaf && { leaf }),
    hashDiffers: 'x5t#S256' in header && leaf !== undefined && leaf.sha256 !== hash,
    others: [...anchors, ...above, ...loose].filter((item) => item !== undefined),
    anchors: new Set(anchors.flatMap((anchor) => (anchor ? [anchor.sha256] : []))),
  }
}

function asDer(value: JsonValue): Uint8Array<ArrayBuffer> | undefined {
  return decodeDer(value, LARGEST_CERTIFICATE)
}

/** Those that are beyond the bound are left out, as if they could not be read. */
function withinBytes(
  ders: (Uint8Array<ArrayBuffer> | undefined)[],
): (Uint8Array<ArrayBuffer> | undefined)[] {
  let sum = 0
  return ders.map((der) => {
    sum += der?.length ?? 0
    return sum <= MOST_BYTES ? der : undefined
  })
}

function readAll(
  ders: (Uint8Array<ArrayBuffer> | undefined)[],
): Promise<(Certificate | undefined)[]> {
  return Promise.all(ders.map((der) => (der ? readCertificate(der) : Promise.resolve(undefined))))
}

function hashIn(value: JsonValue | undefined): string {
  const bytes = typeof value === 'string' ? decodeBase64url(value) : undefined
  return bytes ? hexOf(bytes) : ''
}
