import { isObject } from '../reading/json-values'
import { reason, type Reason } from '../report'
import type { JsonObject, JsonValue } from '../verification'
import { decodeBase64url } from './base64url'
import { decompressPoint } from './compressed-point'
import { decodeMultibase } from './multibase'
import { keyTypeOfSpki, readPem } from './pem'

/** What a key can be used for here; the type decides which algorithms it fits. */
export type KeyType = 'Ed25519' | 'P-256' | 'P-384' | 'RSA'

/** A public key, ready to verify with. */
export interface PublicKey {
  type: KeyType
  cryptoKey: CryptoKey
  /**
   * Its JWK with the required members alone, in lexicographic order (RFC 7638, section 3): equal for
   * equal keys, however they were written down.
   */
  identity: string
}

export type ImportedKey = PublicKey | { reason: Reason }

/** A shorter RSA key can be broken (NIST SP 800-131A; RFC 7518, section 3.3). */
const SMALLEST_RSA_BITS = 2048

/** `algorithms`: values of a JWK's `alg` that agree with what the key is used for here. */
const KEY_TYPES: Record<
  KeyType,
  {
    parameters: Algorithm | EcKeyImportParams | RsaHashedImportParams
    algorithms: readonly string[]
    members: readonly string[]
  }
> = {
  Ed25519: {
    parameters: { name: 'Ed25519' },
    algorithms: ['EdDSA', 'Ed25519'],
    members: ['crv', 'kty', 'x'],
  },
  'P-256': {
    parameters: { name: 'ECDSA', namedCurve: 'P-256' },
    algorithms: ['ES256'],
    members: ['crv', 'kty', 'x', 'y'],
  },
  'P-384': {
    parameters: { name: 'ECDSA', namedCurve: 'P-384' },
    algorithms: ['ES384'],
    members: ['crv', 'kty', 'x', 'y'],
  },
  RSA: {
    parameters: { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' },
    algorithms: ['RS256'],
    members: ['e', 'kty', 'n'],
  },
}

/** Multicodec prefixes as varints (Controlled Identifiers 1.0, section 2.2.2). */
const MULTICODECS: { prefix: [number, number]; type: KeyType; bytes: number }[] = [
  { prefix: [0xed, 0x01], type: 'Ed25519', bytes: 32 },
  { prefix: [0x80, 0x24], type: 'P-256', bytes: 33 },
  { prefix: [0x81, 0x24], type: 'P-384', bytes: 49 },
]

/**
 * A Multikey: multibase of a multicodec prefix and the raw key, Ed25519, P-256 or P-384.
 * Controlled Identifiers 1.0, section 2.2.2.
 */
export async function importMultikey(publicKeyMultibase: string): Promise<ImportedKey> {
  const bytes = decodeMultibase(publicKeyMultibase)
  const codec = MULTICODECS.find(({ prefix }) => bytes?.[0] === prefix[0] && bytes[1] === prefix[1])
  const raw = bytes?.subarray(2)
  if (codec === undefined || raw?.length !== codec.bytes) return notSupported('Multikey')
  const { type } = codec
  const point = type === 'Ed25519' || type === 'RSA' ? raw : decompressPoint(type, raw)
  return point === undefined ? notSupported('Multikey') : importKey('raw', point, type)
}

/**
 * A JWK (RFC 7517; RFC 8037 for Ed25519). Only the public members are read; a key that its `use`,
 * `key_ops` or `alg` dedicates to something else is not used.
 */
export async function importJwk(jwk: JsonObject): Promise<ImportedKey> {
  const type = typeOfJwk(jwk)
  if (type === undefined || !isForSignatures(jwk, type)) return notSupported('JsonWebKey')
  const members = KEY_TYPES[type].members.map((name) => [name, jwk[name]] as const)
  if (!members.every(([name, value]) => isMember(name, value))) return notSupported('JsonWebKey')
  return importKey('jwk', Object.fromEntries(members), type)
}

/**
 * A public key in PEM: SubjectPublicKeyInfo or PKCS #1; RSA of at least 2048 bits, P-256, P-384 or
 * Ed25519.
 */
export async function importPem(publicKeyPem: string): Promise<ImportedKey> {
  const read = readPem(publicKeyPem)
  if ('label' in read) return notSupported(read.label === '' ? 'PEM' : read.label)
  const type = keyTypeOfSpki(read.spki)
  return type === undefined ? notSupported('PUBLIC KEY') : importKey('spki', read.spki, type)
}

/** The key of a verification method, in whichever of the three forms it is written. */
export async function importMethod(method: JsonObject): Promise<ImportedKey> {
  const { publicKeyMultibase, publicKeyJwk, publicKeyPem, type } = method
  if (typeof publicKeyMultibase === 'string') return importMultikey(publicKeyMultibase)
  if (isObject(publicKeyJwk)) return importJwk(publicKeyJwk)
  if (typeof publicKeyPem === 'string') return importPem(publicKeyPem)
  return notSupported(typeof type === 'string' ? type : '')
}

async function importKey(
  format: 'raw' | 'spki' | 'jwk',
  data: Uint8Array<ArrayBuffer> | JsonWebKey,
  type: KeyType,
): Promise<ImportedKey> {
  const { parameters } = KEY_TYPES[type]
  try {
    const cryptoKey =
      format === 'jwk'
        ? await crypto.subtle.importKey('jwk', data as JsonWebKey, parameters, true, ['verify'])
        : await crypto.subtle.importKey(format, data as BufferSource, parameters, true, ['verify'])
    const jwk = await crypto.subtle.exportKey('jwk', cryptoKey)
    if (type === 'RSA' && bitsOfModulus(jwk) < SMALLEST_RSA_BITS) return notSupported('RSA')
    return { type, cryptoKey, identity: identityOf(jwk, type) }
  } catch {
    return notSupported(type)
  }
}

function typeOfJwk({ kty, crv }: JsonObject): KeyType | undefined {
  if (kty === 'OKP' && crv === 'Ed25519') return 'Ed25519'
  if (kty === 'EC' && (crv === 'P-256' || crv === 'P-384')) return crv
  return kty === 'RSA' ? 'RSA' : undefined
}

function isForSignatures({ use, key_ops, alg }: JsonObject, type: KeyType): boolean {
  if (use !== undefined && use !== 'sig') return false
  if (key_ops !== undefined && !(Array.isArray(key_ops) && key_ops.includes('verify'))) return false
  return alg === undefined || KEY_TYPES[type].algorithms.some((name) => name === alg)
}

function isMember(name: string, value: JsonValue | undefined): boolean {
  if (typeof value !== 'string') return false
  return name === 'kty' || name === 'crv' || decodeBase64url(value) !== undefined
}

function bitsOfModulus({ n = '' }: JsonWebKey): number {
  const bytes = decodeBase64url(n) ?? new Uint8Array()
  const first = bytes.findIndex((byte) => byte !== 0)
  if (first < 0) return 0
  return (bytes.length - first) * 8 - (Math.clz32(bytes[first] ?? 0) - 24)
}

function identityOf(jwk: JsonWebKey, type: KeyType): string {
  const members = jwk as Record<string, unknown>
  return JSON.stringify(
    Object.fromEntries(KEY_TYPES[type].members.map((name) => [name, members[name]])),
  )
}

function notSupported(type: string): { reason: Reason } {
  return { reason: reason('key-not-supported', { type: type.slice(0, 40) }) }
}
