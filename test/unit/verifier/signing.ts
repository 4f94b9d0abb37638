/** Keys and signatures for tests, made with WebCrypto from fixed seeds where the key type allows. */
import { encodeBase58 } from '../../../src/verifier/keys/base58'
import { encodeBase64url } from '../../../src/verifier/keys/base64url'
import { canonicalize } from '../../../src/verifier/json-ld/canonicalize'
import type { JsonObject } from '../../../src/verifier/verification'
import { fakeVerification } from './fake-verification'

export interface Signer {
  /** Algorithm of a JWS. */
  alg: string
  privateKey: CryptoKey
  publicJwk: JsonObject
  sign: (data: Uint8Array<ArrayBuffer>) => Promise<Uint8Array>
}

export interface Ed25519Signer extends Signer {
  multikey: string
  /** did:key of this key. */
  did: string
  /** The one verification method of that DID. */
  method: string
}

const PKCS8_ED25519 = '302e020100300506032b657004220420'

/** An Ed25519 key whose seed is 32 times the given byte. */
export async function ed25519(seed: number): Promise<Ed25519Signer> {
  const pkcs8 = Buffer.concat([Buffer.from(PKCS8_ED25519, 'hex'), Buffer.alloc(32, seed)])
  const algorithm = { name: 'Ed25519' }
  const privateKey = await crypto.subtle.importKey('pkcs8', pkcs8, algorithm, true, ['sign'])
  const { kty, crv, x } = await crypto.subtle.exportKey('jwk', privateKey)
  const raw = Buffer.from(x!, 'base64url')
  const multikey = `z${encodeBase58(Uint8Array.from([0xed, 0x01, ...raw]))}`
  const did = `did:key:${multikey}`
  return {
    ...signer('EdDSA', privateKey, { kty: kty!, crv: crv!, x: x! }, algorithm),
    multikey,
    did,
    method: `${did}#${multikey}`,
  }
}

/** RFC 7518, section 3.4. */
const ECDSA = {
  'P-256': { alg: 'ES256', hash: 'SHA-256' },
  'P-384': { alg: 'ES384', hash: 'SHA-384' },
  'P-521': { alg: 'ES512', hash: 'SHA-512' },
}

/** A new ECDSA key. */
export async function ecdsa(namedCurve: keyof typeof ECDSA): Promise<Signer> {
  const { alg, hash } = ECDSA[namedCurve]
  const pair = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve }, true, ['sign'])
  return signer(alg, pair.privateKey, await publicJwk(pair.publicKey), { name: 'ECDSA', hash })
}

/** A new RSA key. */
export async function rsa(modulusLength = 2048): Promise<Signer> {
  const name = 'RSASSA-PKCS1-v1_5'
  const publicExponent = Uint8Array.from([1, 0, 1])
  const parameters = { name, hash: 'SHA-256', modulusLength, publicExponent }
  const pair = await crypto.subtle.generateKey(parameters, true, ['sign', 'verify'])
  return signer('RS256', pair.privateKey, await publicJwk(pair.publicKey), { name })
}

async function publicJwk(key: CryptoKey): Promise<JsonObject> {
  const { kty, crv, x, y, n, e } = await crypto.subtle.exportKey('jwk', key)
  return JSON.parse(JSON.stringify({ kty, crv, x, y, n, e })) as JsonObject
}

function signer(
  alg: string,
  privateKey: CryptoKey,
  publicJwk: JsonObject,
  parameters: Algorithm | EcdsaParams,
): Signer {
  return {
    alg,
    privateKey,
    publicJwk,
    sign: async (data) => new Uint8Array(await crypto.subtle.sign(parameters, privateKey, data)),
  }
}

/** A compact JWS; `header` is added to `alg`. */
export async function signJws(
  payload: JsonObject | string,
  { alg, sign }: Signer,
  header: JsonObject = {},
): Promise<string> {
  const body = typeof payload === 'string' ? payload : JSON.stringify(payload)
  const parts = [JSON.stringify({ alg, ...header }), body]
  const signingInput = parts.map((part) => encodeBase64url(Buffer.from(part))).join('.')
  const signature = await sign(new TextEncoder().encode(signingInput))
  return `${signingInput}.${encodeBase64url(signature)}`
}

export interface ProofChoices {
  /** Members of the proof that replace or join the usual ones; `null` leaves one out. */
  options?: JsonObject
  /** Previous proofs, as the document carries them while it is signed. */
  previous?: JsonObject[]
  contexts?: Record<string, object>
}

/** A proof over the document, `eddsa-rdfc-2022` unless the options say otherwise. */
export async function makeProof(
  document: JsonObject,
  key: Ed25519Signer,
  { options = {}, previous, contexts }: ProofChoices = {},
): Promise<JsonObject> {
  const usual: JsonObject = {
    type: 'DataIntegrityProof',
    cryptosuite: 'eddsa-rdfc-2022',
    created: '2026-01-01T00:00:00Z',
    verificationMethod: key.method,
    proofPurpose: 'assertionMethod',
  }
  const proof = withoutNulls({ ...usual, ...options })
  const secured = previous ? { ...document, proof: previous } : document
  const quads = [{ ...proof, '@context': document['@context']! }, secured].map((part) =>
    canonicalize(part, fakeVerification({}, contexts ? { contexts } : {})),
  )
  const hashes = (await Promise.all(quads)).map(async (text) => {
    if (typeof text !== 'string') throw new Error(`not signable: ${JSON.stringify(text)}`)
    return new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)))
  })
  const [optionsHash, documentHash] = await Promise.all(hashes)
  const signature = await key.sign(Uint8Array.from([...optionsHash!, ...documentHash!]))
  return { ...proof, proofValue: `z${encodeBase58(signature)}` }
}

/** The document with one proof. */
export async function signDocument(
  document: JsonObject,
  key: Ed25519Signer,
  choices: ProofChoices = {},
): Promise<JsonObject> {
  return { ...document, proof: await makeProof(document, key, choices) }
}

function withoutNulls(object: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== null))
}

/** An Open Badges 3.0 credential on VC data model 2.0, unsigned. */
export function badge(issuer: string, changes: JsonObject = {}): JsonObject {
  return {
    '@context': [
      'https://www.w3.org/ns/credentials/v2',
      'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json',
    ],
    id: 'urn:uuid:7d1d0f9e-6a43-4f44-9f0c-2f9d3c0c8a11',
    type: ['VerifiableCredential', 'OpenBadgeCredential'],
    name: 'Welding, level 2',
    issuer: { id: issuer, type: ['Profile'], name: 'College of Crafts' },
    validFrom: '2025-06-01T00:00:00Z',
    validUntil: '2030-06-01T00:00:00Z',
    credentialSubject: {
      id: 'did:example:learner',
      type: ['AchievementSubject'],
      achievement: {
        id: 'https://college.example/achievements/welding-2',
        type: ['Achievement'],
        name: 'Welding, level 2',
        description: 'Joins steel.',
        criteria: { narrative: 'Passed the practical test.' },
      },
    },
    ...changes,
  }
}
