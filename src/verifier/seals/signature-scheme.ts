/** Signature algorithms of certificates, timestamps and answers about revocation (RFC 3279, 4055, 5758). */
import type { AlgorithmIdentifier } from '@peculiar/asn1-x509'
import { hexOf, type HashName } from '../digest'
import type { CertificateKey } from './certificate-key'
import { childrenOf, DER, readElement, type DerElement } from './der'

export interface SignatureScheme {
  kind: 'RSA' | 'RSA-PSS' | 'ECDSA'
  hash: HashName
  /** RSA-PSS alone, bytes. */
  saltLength?: number
}

const HASHES: Record<string, HashName> = {
  '1.3.14.3.2.26': 'SHA-1',
  '2.16.840.1.101.3.4.2.1': 'SHA-256',
  '2.16.840.1.101.3.4.2.2': 'SHA-384',
  '2.16.840.1.101.3.4.2.3': 'SHA-512',
}

/** Content octets of the object identifiers above. */
const HASHES_IN_DER: Record<string, HashName> = {
  '2b0e03021a': 'SHA-1',
  '608648016503040201': 'SHA-256',
  '608648016503040202': 'SHA-384',
  '608648016503040203': 'SHA-512',
}

const SCHEMES: Record<string, SignatureScheme> = {
  '1.2.840.113549.1.1.5': { kind: 'RSA', hash: 'SHA-1' },
  '1.2.840.113549.1.1.11': { kind: 'RSA', hash: 'SHA-256' },
  '1.2.840.113549.1.1.12': { kind: 'RSA', hash: 'SHA-384' },
  '1.2.840.113549.1.1.13': { kind: 'RSA', hash: 'SHA-512' },
  '1.2.840.10045.4.1': { kind: 'ECDSA', hash: 'SHA-1' },
  '1.2.840.10045.4.3.2': { kind: 'ECDSA', hash: 'SHA-256' },
  '1.2.840.10045.4.3.3': { kind: 'ECDSA', hash: 'SHA-384' },
  '1.2.840.10045.4.3.4': { kind: 'ECDSA', hash: 'SHA-512' },
}

const RSA_ENCRYPTION = '1.2.840.113549.1.1.1'
const RSASSA_PSS = '1.2.840.113549.1.1.10'

export function hashOf({ algorithm }: AlgorithmIdentifier): HashName | undefined {
  return Object.hasOwn(HASHES, algorithm) ? HASHES[algorithm] : undefined
}

/**
 * @param digest the hash that stands apart from the algorithm, in CMS (RFC 5652, section 5.3)
 * @returns `undefined`: not supported here
 */
export function schemeOf(
  { algorithm, parameters }: AlgorithmIdentifier,
  digest?: HashName,
): SignatureScheme | undefined {
  if (algorithm === RSA_ENCRYPTION && digest) return { kind: 'RSA', hash: digest }
  if (algorithm === RSASSA_PSS)
    return parameters ? pssScheme(new Uint8Array(parameters)) : undefined
  const scheme = Object.hasOwn(SCHEMES, algorithm) ? SCHEMES[algorithm] : undefined
  return digest === undefined || scheme?.hash === digest ? scheme : undefined
}

/** RFC 4055, section 3.1. Without a hash it means SHA-1, which nobody needs here. */
function pssScheme(parameters: Uint8Array<ArrayBuffer>): SignatureScheme | undefined {
  const members = childrenOf(readElement(parameters), DER.sequence)
  const inside = (number: number) => {
    const member = members.find(({ tag }) => tag === DER.context(number))
    return member && readElement(member.content)
  }
  const hash = hashIn(inside(0))
  const [, maskHash] = childrenOf(inside(1), DER.sequence)
  const salt = inside(2)
  if (hash === undefined || hashIn(maskHash) !== hash) return undefined
  return { kind: 'RSA-PSS', hash, saltLength: salt ? parseInt(hexOf(salt.content), 16) : 20 }
}

/** The hash that an AlgorithmIdentifier, DER, names. */
export function hashIn(algorithm: DerElement | undefined): HashName | undefined {
  const [name] = childrenOf(algorithm, DER.sequence)
  const hex = name ? hexOf(name.content) : ''
  return Object.hasOwn(HASHES_IN_DER, hex) ? HASHES_IN_DER[hex] : undefined
}

/** Does the key fit the algorithm? A key is used with no other than it was made for (RFC 8725, 3.1). */
export function fits({ type }: CertificateKey, { kind }: SignatureScheme): boolean {
  if (kind === 'ECDSA') return type === 'P-256' || type === 'P-384' || type === 'P-521'
  return type === 'RSA' || (type === 'RSA-PSS' && kind === 'RSA-PSS')
}

/**
 * Does the signature hold? `false` also where key and algorithm do not fit each other.
 *
 * @param form of an ECDSA signature: `der` in X.509 and CMS (RFC 3279, 2.2.3), `raw` in JWS (RFC 7518, 3.4)
 */
export async function holdsUnder(
  key: CertificateKey,
  scheme: SignatureScheme,
  signature: Uint8Array<ArrayBuffer>,
  data: BufferSource,
  form: 'der' | 'raw' = 'der',
): Promise<boolean> {
  if (!fits(key, scheme)) return false
  const { kind, hash, saltLength = 0 } = scheme
  const raw = kind === 'ECDSA' && form === 'der' ? rawSignature(signature, key.bits) : signature
  if (raw === undefined) return false
  try {
    if (kind === 'ECDSA') {
      const algorithm = { name: 'ECDSA', namedCurve: key.type }
      const imported = await importKey(key, algorithm)
      return await crypto.subtle.verify({ name: 'ECDSA', hash }, imported, raw, data)
    }
    const name = kind === 'RSA' ? 'RSASSA-PKCS1-v1_5' : 'RSA-PSS'
    const imported = await importKey(key, { name, hash })
    return await crypto.subtle.verify({ name, saltLength }, imported, raw, data)
  } catch {
    // A key that is no point of its curve, or a number of a size that cannot be.
    return false
  }
}

function importKey(
  { spki }: CertificateKey,
  algorithm: EcKeyImportParams | RsaHashedImportParams,
): Promise<CryptoKey> {
  return crypto.subtle.importKey('spki', spki, algorithm, false, ['verify'])
}

/** ECDSA-Sig-Value ::= SEQUENCE { r, s } to the two numbers one after the other. */
function rawSignature(
  der: Uint8Array<ArrayBuffer>,
  bits: number,
): Uint8Array<ArrayBuffer> | undefined {
  const numbers = childrenOf(readElement(der), DER.sequence)
  const size = Math.ceil(bits / 8)
  const raw = new Uint8Array(2 * size)
  if (numbers.length !== 2) return undefined
  for (const [index, { tag, content }] of numbers.entries()) {
    const digits = content[0] === 0 ? content.subarray(1) : content
    if (tag !== DER.integer || digits.length > size) return undefined
    raw.set(digits, (index + 1) * size - digits.length)
  }
  return raw
}
