/** Ed25519VerificationKey2018: the form of a key in the documents of those who sign by that suite. */
import { describe, expect, it } from 'vitest'
import { encodeBase58 } from '../../../../src/verifier/keys/base58'
import { importMethod } from '../../../../src/verifier/keys/public-key'
import type { JsonObject } from '../../../../src/verifier/verification'
import { judgeDocument } from '../proofs/judge-document'
import { detachedJws, hashData, proofOptions } from '../proofs/suite-signing'
import { badge, ed25519, type Ed25519Signer } from '../signing'
import { good, key } from './bind'

const DID = 'did:web:college.example'
const DID_URL = 'https://college.example/.well-known/did.json'
const METHOD = `${DID}#key-1`
const attacker = await ed25519(2)

const rawOf = ({ publicJwk }: Ed25519Signer): Uint8Array =>
  Buffer.from(publicJwk.x as string, 'base64url')

const method = (changes: JsonObject = {}): JsonObject => ({
  id: METHOD,
  type: 'Ed25519VerificationKey2018',
  controller: DID,
  publicKeyBase58: encodeBase58(rawOf(key)),
  ...changes,
})

describe('a key in base58', () => {
  it('is the same key as in every other form', async () => {
    expect(await importMethod(method())).toMatchObject({ type: 'Ed25519', identity: good })
  })

  const prefixed = encodeBase58(Uint8Array.from([0xed, 0x01, ...rawOf(key)]))
  it.each<[string, JsonObject]>([
    ['of another type', { type: 'EcdsaSecp256k1VerificationKey2019' }],
    ['of a later type', { type: 'Ed25519VerificationKey2020' }],
    ['of no type', { type: null }],
    ['for key agreement', { type: 'X25519KeyAgreementKey2019' }],
    ['with a prefix of Multikey', { publicKeyBase58: prefixed }],
    ['in multibase', { publicKeyBase58: `z${encodeBase58(rawOf(key))}` }],
    ['that is too short', { publicKeyBase58: encodeBase58(rawOf(key).slice(1)) }],
    ['that is too long', { publicKeyBase58: `1${encodeBase58(rawOf(key))}` }],
    [
      'with a letter that base58 has not',
      { publicKeyBase58: `0${encodeBase58(rawOf(key)).slice(1)}` },
    ],
    ['that is endless', { publicKeyBase58: '1'.repeat(100_000) }],
    ['that is empty', { publicKeyBase58: '' }],
    ['that is no text', { publicKeyBase58: [encodeBase58(rawOf(key))] }],
  ])('%s is not read', async (_, changes) => {
    expect(await importMethod(method(changes))).toMatchObject({
      reason: { code: 'key-not-supported' },
    })
  })
})

/** A badge of the college under Ed25519Signature2018, on VC data model 1.1. */
async function signed(signer = key): Promise<JsonObject> {
  const { validFrom, validUntil: _, ...rest } = badge(DID)
  const document = {
    ...rest,
    '@context': [
      'https://www.w3.org/2018/credentials/v1',
      'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json',
    ],
    issuanceDate: validFrom!,
  }
  const suite = { type: 'Ed25519Signature2018', cryptosuite: null, verificationMethod: METHOD }
  const options = proofOptions('', signer, suite)
  const data = await hashData(document, options, 'SHA-256')
  return { ...document, proof: { ...options, jws: await detachedJws(data, signer) } }
}

const didDocument = (
  listed: JsonObject,
  more: JsonObject = {},
): Record<string, { json: JsonObject }> => ({
  [DID_URL]: {
    json: {
      '@context': 'https://www.w3.org/ns/did/v1',
      id: DID,
      verificationMethod: [listed],
      assertionMethod: [METHOD],
      ...more,
    },
  },
})

const genuine = await signed()
const foreign = await signed(attacker)

describe('Ed25519Signature2018 under such a key of a did:web document', () => {
  it('holds', async () => {
    expect(await judgeDocument(genuine, DID, didDocument(method()))).toMatchObject({
      authenticity: 'holds',
      proof: 'passed signature-holds',
      key: 'passed key-listed-by-issuer',
    })
  })

  it('holds where the method stands inside assertionMethod', async () => {
    const inside = { verificationMethod: [], assertionMethod: [method({ id: '#key-1' })] }
    const judged = await judgeDocument(genuine, DID, didDocument(method(), inside))
    expect(judged).toMatchObject({ authenticity: 'holds' })
  })

  it.each<[string, JsonObject, JsonObject, string]>([
    ['signed with another key', foreign, method(), 'fails'],
    ['altered', { ...genuine, name: 'Surgery' }, method(), 'fails'],
    [
      'under another key of the issuer’s',
      genuine,
      method({ publicKeyBase58: encodeBase58(rawOf(attacker)) }),
      'fails',
    ],
    [
      'under a key of another controller',
      genuine,
      method({ controller: 'did:web:x.example' }),
      'fails',
    ],
    ['under a key that was revoked', genuine, method({ revoked: '2020-01-01T00:00:00Z' }), 'fails'],
    ['under a key that cannot be read', genuine, method({ publicKeyBase58: '0' }), 'unknown'],
  ])('%s does not hold', async (_, document, listed, authenticity) => {
    const judged = await judgeDocument(document, DID, didDocument(listed))
    expect(judged).toMatchObject({ authenticity })
  })
})
