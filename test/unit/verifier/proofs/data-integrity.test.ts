import { describe, expect, it } from 'vitest'
import type { JsonObject, JsonValue } from '../../../../src/verifier/verification'
import type { FakeAnswer } from '../fake-verification'
import { judgeDocument as verify } from './judge-document'
import { badge, ecdsa, ed25519, signDocument } from '../signing'

const key = await ed25519(1)
const attacker = await ed25519(2)

const DID = 'did:web:college.example'
const DID_URL = 'https://college.example/.well-known/did.json'
const ISSUER = 'https://college.example/profile'

/** The DID document that lists the good key as `#k1`. */
const didDocument = (changes: JsonObject = {}): Record<string, FakeAnswer> => ({
  [DID_URL]: {
    json: {
      id: DID,
      verificationMethod: [
        { id: `${DID}#k1`, type: 'Multikey', controller: DID, publicKeyMultibase: key.multikey },
      ],
      assertionMethod: [`${DID}#k1`],
      ...changes,
    },
  },
})

const proofOf = (document: JsonObject): JsonObject => document.proof as JsonObject

const signed = await signDocument(badge(key.did), key)

describe('a did:key issuer', () => {
  it.each(['eddsa-rdfc-2022', 'eddsa-2022'])('%s: holds, and asks nobody', async (cryptosuite) => {
    const document = await signDocument(badge(key.did), key, { options: { cryptosuite } })
    expect(await verify(document, key.did)).toEqual({
      authenticity: 'holds',
      questionable: false,
      proof: 'passed signature-holds',
      key: 'passed key-is-issuer',
      params: { suite: 'eddsa-rdfc-2022', method: key.method },
      asked: [],
    })
  })

  it.each<[string, (document: JsonObject) => JsonObject]>([
    ['a field altered', (document) => ({ ...document, name: 'Welding, level 3' })],
    ['a field removed', ({ validUntil: _, ...document }) => document],
    ['a defined field added', (document) => ({ ...document, description: 'With honours.' })],
    ['a date altered', (document) => ({ ...document, validUntil: '2040-06-01T00:00:00Z' })],
    [
      'the learner altered',
      ({ credentialSubject, ...document }) => ({
        ...document,
        credentialSubject: { ...(credentialSubject as JsonObject), id: 'did:example:other' },
      }),
    ],
    [
      'an option of the proof altered',
      (document) => ({
        ...document,
        proof: { ...proofOf(document), created: '2026-01-02T00:00:00Z' },
      }),
    ],
    [
      'an option added to the proof',
      (document) => ({
        ...document,
        proof: { ...proofOf(document), expires: '2099-01-01T00:00:00Z' },
      }),
    ],
  ])('%s', async (_, change) => {
    expect(await verify(change(signed), key.did)).toMatchObject({
      authenticity: 'fails',
      proof: 'failed altered',
      key: 'not-applicable not-reached',
      asked: [],
    })
  })

  it('the order of members, and what JSON-LD takes for the same, do not matter', async () => {
    const reversed = Object.fromEntries(Object.entries(signed).reverse())
    expect(await verify(reversed, key.did)).toMatchObject({ authenticity: 'holds' })
  })

  it('a proof by somebody else', async () => {
    const document = await signDocument(badge(key.did), attacker)
    expect(await verify(document, key.did)).toMatchObject({
      authenticity: 'fails',
      proof: 'passed signature-holds',
      key: 'failed key-not-issuers',
      asked: [],
    })
  })

  it('swapped key: a proof by somebody else in the name of the issuer’s method', async () => {
    const options = { verificationMethod: key.method }
    const document = await signDocument(badge(key.did), attacker, { options })
    expect(await verify(document, key.did)).toMatchObject({
      authenticity: 'fails',
      proof: 'failed altered',
    })
  })

  it('another issuer put into a credential that was signed', async () => {
    expect(await verify({ ...signed, issuer: DID }, DID)).toMatchObject({
      authenticity: 'fails',
      proof: 'failed altered',
      asked: [],
    })
  })
})

describe('an issuer with a document', () => {
  const options = { verificationMethod: `${DID}#k1` }

  it('holds where it lists the key', async () => {
    const document = await signDocument(badge(DID), key, { options })
    expect(await verify(document, DID, didDocument())).toMatchObject({
      authenticity: 'holds',
      key: 'passed key-listed-by-issuer',
      asked: [DID_URL],
    })
  })

  it('altered', async () => {
    const document = await signDocument(badge(DID), key, { options })
    expect(await verify({ ...document, name: 'x' }, DID, didDocument())).toMatchObject({
      authenticity: 'fails',
      proof: 'failed altered',
      key: 'not-applicable not-reached',
    })
  })

  it('is left open where it cannot be asked, and says why', async () => {
    const document = await signDocument(badge(DID), key, { options })
    const fails = { code: 'permission-needed' as const, params: { host: 'college.example' } }
    expect(await verify(document, DID, { [DID_URL]: { fails } })).toMatchObject({
      authenticity: 'unknown',
      proof: 'unknown permission-needed',
      key: 'unknown permission-needed',
    })
  })

  it('is questionable where the key is not for assertions', async () => {
    const document = await signDocument(badge(DID), key, { options })
    expect(await verify(document, DID, didDocument({ assertionMethod: [] }))).toMatchObject({
      authenticity: 'holds',
      questionable: true,
      proof: 'passed signature-holds',
      key: 'warned key-not-for-assertions',
    })
  })

  it('hole 1: did:web:victim#attackerKey', async () => {
    const method = `${DID}#${attacker.multikey}`
    const document = await signDocument(badge(DID), attacker, {
      options: { verificationMethod: method },
    })
    expect(await verify(document, DID, didDocument())).toMatchObject({
      authenticity: 'fails',
      proof: 'not-applicable not-reached',
      key: 'failed key-not-issuers',
    })
    expect(await verify(document, DID)).toMatchObject({ authenticity: 'unknown' })
  })

  it('hole 2: a did:key proof for an issuer that does not list it', async () => {
    const document = await signDocument(badge(ISSUER), attacker)
    const json = { id: ISSUER, type: 'Profile' }
    const listing = { ...json, assertionMethod: [`${ISSUER}#k1`] }
    expect(await verify(document, ISSUER, { [ISSUER]: { json: listing } })).toMatchObject({
      authenticity: 'fails',
      proof: 'passed signature-holds',
      key: 'failed key-not-issuers',
    })
    expect(await verify(document, ISSUER)).toMatchObject({
      authenticity: 'unknown',
      proof: 'passed signature-holds',
      key: 'unknown host-unreachable',
    })
  })

  it('a did:key whose signature fails: nobody is asked', async () => {
    const document = await signDocument(badge(ISSUER), attacker)
    expect(await verify({ ...document, name: 'x' }, ISSUER)).toMatchObject({
      authenticity: 'fails',
      proof: 'failed altered',
      asked: [],
    })
  })

  it('a key of another type cannot have made it', async () => {
    const { publicJwk } = await ecdsa('P-256')
    const verificationMethod = [{ id: `${DID}#k1`, controller: DID, publicKeyJwk: publicJwk }]
    const document = await signDocument(badge(DID), key, { options })
    expect(await verify(document, DID, didDocument({ verificationMethod }))).toMatchObject({
      authenticity: 'fails',
      proof: 'failed altered',
    })
  })

  it('a key that cannot be read leaves it open', async () => {
    const publicKeyJwk = { kty: 'RSA', n: 'AQAB', e: 'AQAB' }
    const verificationMethod = [{ id: `${DID}#k1`, controller: DID, publicKeyJwk }]
    const document = await signDocument(badge(DID), key, { options })
    expect(await verify(document, DID, didDocument({ verificationMethod }))).toMatchObject({
      authenticity: 'unknown',
      key: 'unknown key-not-supported',
    })
  })
})

describe('what is not signed', () => {
  it('undefined terms are named; the issuer is not asked about them', async () => {
    expect(await verify({ ...signed, honours: 'summa' }, key.did)).toMatchObject({
      authenticity: 'unknown',
      proof: 'unknown terms-not-signed',
      params: { terms: ['honours'] },
      key: 'not-applicable not-reached',
    })
  })

  it('undefined terms in the proof', async () => {
    const proof = { ...proofOf(signed), note: 'x' }
    expect(await verify({ ...signed, proof }, key.did)).toMatchObject({
      authenticity: 'unknown',
      params: { terms: ['note'] },
    })
  })

  it('an unknown context is named, and not asked', async () => {
    const url = 'https://attacker.example/c'
    const document = { ...signed, '@context': [...(signed['@context'] as JsonValue[]), url] }
    expect(await verify(document, key.did)).toMatchObject({
      authenticity: 'unknown',
      proof: 'unknown unknown-context',
      params: { url },
      asked: [],
    })
  })

  it('an end date cannot be hidden under a signature that holds', async () => {
    const hidden = { ...signed, validUntil: [signed.validUntil!] }
    expect(await verify(hidden, key.did)).toMatchObject({ authenticity: 'unknown' })
  })
})
