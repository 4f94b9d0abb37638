/** Signs documents under any suite, from the text of the standards and apart from what verifies them. */
import canonicalizeJson from 'canonicalize'
import { canonicalize } from '../../../../src/verifier/json-ld/canonicalize'
import { encodeBase58 } from '../../../../src/verifier/keys/base58'
import { encodeBase64url } from '../../../../src/verifier/keys/base64url'
import type { JsonObject } from '../../../../src/verifier/verification'
import { fakeVerification } from '../fake-verification'
import { ecdsa, type Signer } from '../signing'

/** A key with its did:key. */
export interface KeySigner extends Signer {
  did: string
  method: string
}

export type Digest = 'SHA-256' | 'SHA-384'

const MULTICODEC = { 'P-256': [0x80, 0x24], 'P-384': [0x81, 0x24] }

/** A new ECDSA key as a did:key: a point is written by its sign and first coordinate. */
export async function ecdsaKey(curve: keyof typeof MULTICODEC): Promise<KeySigner> {
  const signer = await ecdsa(curve)
  const multikey = `z${encodeBase58(Uint8Array.from(multikeyBytes(signer, curve)))}`
  const did = `did:key:${multikey}`
  return { ...signer, did, method: `${did}#${multikey}` }
}

export function multikeyBytes({ publicJwk }: Signer, curve: keyof typeof MULTICODEC): number[] {
  const [x, y] = [publicJwk.x, publicJwk.y].map((number) =>
    Buffer.from(number as string, 'base64url'),
  )
  return [...MULTICODEC[curve], 2 + (y!.at(-1)! & 1), ...x!]
}

/** The digest that goes with a key: SHA-384 with P-384, else SHA-256. */
export function digestOf({ alg }: Signer): Digest {
  return alg === 'ES384' ? 'SHA-384' : 'SHA-256'
}

/** A proof without its value. */
export function proofOptions(cryptosuite: string, key: KeySigner, more: JsonObject = {}) {
  const usual: JsonObject = {
    type: 'DataIntegrityProof',
    cryptosuite,
    created: '2026-01-01T00:00:00Z',
    verificationMethod: key.method,
    proofPurpose: 'assertionMethod',
  }
  const options = Object.entries({ ...usual, ...more }).filter(([, value]) => value !== null)
  return Object.fromEntries(options)
}

/** The hash of the options, then that of the document: as JSON for a JCS suite, else as N-Quads. */
export async function hashData(
  document: JsonObject,
  options: JsonObject,
  digest: Digest,
): Promise<Uint8Array<ArrayBuffer>> {
  const { cryptosuite } = options
  const isJson = typeof cryptosuite === 'string' && cryptosuite.includes('-jcs-')
  const write = (part: JsonObject) => (isJson ? jsonOf(part) : quadsOf(part, digest))
  const context = isJson ? {} : { '@context': document['@context']! }
  const texts = [await write({ ...options, ...context }), await write(document)]
  const hashes = texts.map((text) => crypto.subtle.digest(digest, Buffer.from(text)))
  return Uint8Array.from(
    Buffer.concat((await Promise.all(hashes)).map((hash) => Buffer.from(hash))),
  )
}

/** Signs under `cryptosuite`; `document` has its previous proofs where it has any. */
export async function suiteProof(
  document: JsonObject,
  key: KeySigner,
  cryptosuite: string,
  more: JsonObject = {},
): Promise<JsonObject> {
  const options = proofOptions(cryptosuite, key, more)
  const signature = await key.sign(await hashData(document, options, digestOf(key)))
  return { ...options, proofValue: `z${encodeBase58(signature)}` }
}

/** The JWS of Ed25519Signature2018: its payload is left out, and is not encoded. */
export async function detachedJws(
  payload: Uint8Array,
  key: Signer,
  header: JsonObject = { alg: 'EdDSA', b64: false, crit: ['b64'] },
): Promise<string> {
  const encoded = encodeBase64url(Buffer.from(JSON.stringify(header)))
  const signed = Uint8Array.from([...Buffer.from(`${encoded}.`), ...payload])
  return `${encoded}..${encodeBase64url(await key.sign(signed))}`
}

export async function quadsOf(document: JsonObject, digest: Digest): Promise<string> {
  const quads = await canonicalize(document, fakeVerification(), digest)
  if (typeof quads !== 'string') throw new Error(`not signable: ${JSON.stringify(quads)}`)
  return quads
}

function jsonOf(value: JsonObject): string {
  return canonicalizeJson(value)!
}
