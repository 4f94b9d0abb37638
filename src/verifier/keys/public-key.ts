import { isObject } from '../reading/json-values'
import { reason, type Reason } from '../report'
import type { JsonObject } from '../verification'
import { decodeBase58 } from './base58'
import { decodeBase64url, encodeBase64url } from './base64url'
import { KeptKeys } from './kept-keys'
import { jwkOfMultikey } from './multikey'
import { keyTypeOfSpki, readPem } from './pem'

/** What a key can be used for here; the type decides which algorithms it fits. */
export type KeyType = 'Ed25519' | 'P-256' | 'P-384' | 'P-521' | 'RSA'

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

interface KeyForm {
  parameters: Algorithm | EcKeyImportParams | RsaHashedImportParams
  /** Values of a JWK's `alg` that agree with what the key is used for here. */
  algorithms: readonly string[]
  /** Required members of the JWK, in lexicographic order. */
  members: readonly string[]
  /** Bytes of each coordinate; absent for RSA, whose numbers have no fixed size. */
  size?: number
}

const KEY_FORMS: Record<KeyType, KeyForm> = {
  Ed25519: {
    parameters: { name: 'Ed25519' },
    algorithms: ['EdDSA', 'Ed25519'],
    members: ['crv', 'kty', 'x'],
    size: 32,
  },
  'P-256': {
    parameters: { name: 'ECDSA', namedCurve: 'P-256' },
    algorithms: ['ES256'],
    members: ['crv', 'kty', 'x', 'y'],
    size: 32,
  },
  'P-384': {
    parameters: { name: 'ECDSA', namedCurve: 'P-384' },
    algorithms: ['ES384'],
    members: ['crv', 'kty', 'x', 'y'],
    size: 48,
  },
  'P-521': {
    parameters: { name: 'ECDSA', namedCurve: 'P-521' },
    algorithms: ['ES512'],
    members: ['crv', 'kty', 'x', 'y'],
    size: 66,
  },
  RSA: {
    parameters: { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' },
    algorithms: ['RS256'],
    members: ['e', 'kty', 'n'],
  },
}

/**
 * A Multikey: multibase of a multicodec prefix and the raw key, Ed25519, P-256, P-384 or P-521.
 * Controlled Identifiers 1.0, section 2.2.2.
 */
export async function importMultikey(publicKeyMultibase: string): Promise<ImportedKey> {
  const known = byMultikey.get(publicKeyMultibase)
  if (known) return known
  const jwk = jwkOfMultikey(publicKeyMultibase)
  const key = jwk ? await importJwk(jwk) : notSupported('Multikey')
  return 'reason' in key ? key : byMultikey.keep(publicKeyMultibase, key)
}

/**
 * A JWK (RFC 7517; RFC 8037 for Ed25519). Only the public members are read; a key that its `use`,
 * `key_ops` or `alg` dedicates to something else is not used.
 */
export async function importJwk(jwk: JsonObject): Promise<ImportedKey> {
  const type = typeOfJwk(jwk)
  if (type === undefined || !isForSignatures(jwk, type)) return notSupported('JsonWebKey')
  const { members, parameters, size } = KEY_FORMS[type]
  const plain = Object.fromEntries(members.map((name) => [name, jwk[name]])) as JsonWebKey
  const numbers = type === 'RSA' ? [plain.n, plain.e] : [plain.x, plain.y ?? plain.x]
  if (!numbers.every((number) => isNumber(number, size))) return notSupported(type)
  if (type === 'RSA' && bitsOf(plain.n) < SMALLEST_RSA_BITS) return notSupported(type)
  const identity = JSON.stringify(plain)
  const known = byIdentity.get(identity)
  if (known) return known
  try {
    const cryptoKey = await crypto.subtle.importKey('jwk', plain, parameters, true, ['verify'])
    return byIdentity.keep(identity, { type, cryptoKey, identity })
  } catch {
    return notSupported(type)
  }
}

/** Apart from each other, so that no text of one form is taken for the other. */
const byIdentity = new KeptKeys()
const byMultikey = new KeptKeys()

/** For tests. */
export function keysKept(): number {
  return byIdentity.size + byMultikey.size
}

/**
 * A public key in PEM: SubjectPublicKeyInfo or PKCS #1; RSA of at least 2048 bits, P-256, P-384, P-521
 * or Ed25519.
 */
export async function importPem(publicKeyPem: string): Promise<ImportedKey> {
  const read = readPem(publicKeyPem)
  if ('label' in read) return notSupported(read.label === '' ? 'PEM' : read.label)
  const type = keyTypeOfSpki(read.spki)
  if (type === undefined) return notSupported('PUBLIC KEY')
  const { parameters } = KEY_FORMS[type]
  try {
    const key = await crypto.subtle.importKey('spki', read.spki, parameters, true, ['verify'])
    const { kty, crv, x, y, n, e } = await crypto.subtle.exportKey('jwk', key)
    return await importJwk(JSON.parse(JSON.stringify({ kty, crv, x, y, n, e })) as JsonObject)
  } catch {
    return notSupported(type)
  }
}

/**
 * The raw key of an Ed25519VerificationKey2018: base58btc of its 32 bytes, without a prefix that says what
 * it is (W3C CCG, "Ed25519 Signature 2018"). The type of the method is all that does.
 */
async function importRawEd25519(publicKeyBase58: string): Promise<ImportedKey> {
  const raw = decodeBase58(publicKeyBase58)
  if (raw === undefined || raw.length !== KEY_FORMS.Ed25519.size) return notSupported(ED25519_2018)
  return importJwk({ kty: 'OKP', crv: 'Ed25519', x: encodeBase64url(raw) })
}

const ED25519_2018 = 'Ed25519VerificationKey2018'

/** The key of a verification method, in whichever of the four forms it is written. */
export async function importMethod(method: JsonObject): Promise<ImportedKey> {
  const { publicKeyMultibase, publicKeyJwk, publicKeyPem, publicKeyBase58, type } = method
  if (typeof publicKeyMultibase === 'string') return importMultikey(publicKeyMultibase)
  if (isObject(publicKeyJwk)) return importJwk(publicKeyJwk)
  if (typeof publicKeyPem === 'string') return importPem(publicKeyPem)
  if (typeof publicKeyBase58 === 'string' && type === ED25519_2018)
    return importRawEd25519(publicKeyBase58)
  return notSupported(typeof type === 'string' ? type : '')
}

function typeOfJwk({ kty, crv }: JsonObject): KeyType | undefined {
  if (kty === 'OKP' && crv === 'Ed25519') return 'Ed25519'
  if (kty === 'EC' && (crv === 'P-256' || crv === 'P-384' || crv === 'P-521')) return crv
  return kty === 'RSA' ? 'RSA' : undefined
}

function isForSignatures({ use, key_ops, alg }: JsonObject, type: KeyType): boolean {
  if (use !== undefined && use !== 'sig') return false
  if (key_ops !== undefined && !(Array.isArray(key_ops) && key_ops.includes('verify'))) return false
  return alg === undefined || KEY_FORMS[type].algorithms.some((name) => name === alg)
}

/** Strict base64url, of the size that the type demands; a number without leading zero bytes for RSA. */
function isNumber(value: unknown, size: number | undefined): boolean {
  const bytes = typeof value === 'string' ? decodeBase64url(value) : undefined
  return size === undefined ? (bytes?.[0] ?? 0) !== 0 : bytes?.length === size
}

function bitsOf(number = ''): number {
  const bytes = decodeBase64url(number) ?? new Uint8Array()
  return bytes.length * 8 - (Math.clz32(bytes[0] ?? 0) - 24)
}

function notSupported(type: string): { reason: Reason } {
  return { reason: reason('key-not-supported', { type: type.slice(0, 40) }) }
}
