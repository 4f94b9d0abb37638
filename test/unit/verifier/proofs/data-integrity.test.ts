import { describe, expect, it } from 'vitest'
import { decodeBase58, encodeBase58 } from '../../../../src/verifier/keys/base58'
import { verifyDataIntegrity } from '../../../../src/verifier/proofs/data-integrity'
import type { JsonObject, JsonValue } from '../../../../src/verifier/verification'
import { fakeVerification, type FakeAnswer } from '../fake-verification'
import { badge, ed25519, makeProof, signDocument } from '../signing'

const key = await ed25519(1)
const attacker = await ed25519(2)
const cosigner = await ed25519(3)

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

async function verify(
  document: JsonObject,
  issuerId: string,
  answers: Record<string, FakeAnswer> = {},
) {
  const verification = fakeVerification(answers)
  const finding = await verifyDataIntegrity(document, issuerId, verification)
  const [proof, keyCheck] = finding.checks
  expect([proof.id, keyCheck.id]).toEqual(['proof', 'key'])
  return {
    authenticity: finding.authenticity,
    questionable: finding.questionable,
    proof: [proof.outcome, ...proof.reasons.map(({ code }) => code)].join(' '),
    key: [keyCheck.outcome, ...keyCheck.reasons.map(({ code }) => code)].join(' '),
    params: proof.reasons[0]?.params,
    asked: verification.asked.map(({ url }) => url),
  }
}

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
    const profile = { [ISSUER]: { json: { id: ISSUER, type: 'Profile' } } }
    expect(await verify(document, ISSUER, profile)).toMatchObject({
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

  it('a key of another type', async () => {
    const verificationMethod = [
      { id: `${DID}#k1`, controller: DID, publicKeyJwk: { kty: 'RSA', n: 'AQAB', e: 'AQAB' } },
    ]
    const document = await signDocument(badge(DID), key, { options })
    const answers = didDocument({ verificationMethod })
    expect(await verify(document, DID, answers)).toMatchObject({ authenticity: 'unknown' })
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

describe('the options of a proof', () => {
  const signWith = (options: JsonObject) => signDocument(badge(key.did), key, { options })

  it.each<[string, JsonObject, string, string]>([
    ['another purpose', { proofPurpose: 'authentication' }, 'fails', 'failed proof-purpose-wrong'],
    ['no purpose', { proofPurpose: null }, 'fails', 'failed proof-purpose-wrong'],
    ['no method', { verificationMethod: null }, 'unknown', 'unknown proof-malformed'],
    ['a relative method', { verificationMethod: '#k1' }, 'unknown', 'unknown proof-malformed'],
    ['a date of its own making', { created: 'yesterday' }, 'unknown', 'unknown proof-malformed'],
    ['a date to come', { created: '2027-01-01T00:00:00Z' }, 'unknown', 'unknown proof-malformed'],
    ['an end that is no date', { expires: 'never' }, 'unknown', 'unknown proof-malformed'],
  ])('%s', async (_, options, authenticity, proof) => {
    const written = { ...proofOf(signed), ...options }
    const document = { ...signed, proof: withoutNulls(written) }
    expect(await verify(document, key.did)).toMatchObject({ authenticity, proof })
  })

  it('neither date need be there, and clocks differ a little', async () => {
    for (const created of [null, '2026-01-15T12:04:00Z', '2026-01-15T12:00:00'])
      expect(await verify(await signWith({ created }), key.did)).toMatchObject({
        authenticity: 'holds',
      })
  })

  it('expired', async () => {
    expect(
      await verify(await signWith({ expires: '2026-01-15T11:00:00Z' }), key.did),
    ).toMatchObject({
      authenticity: 'holds',
      questionable: true,
      proof: 'warned proof-expired signature-holds',
      params: { date: '2026-01-15T11:00:00Z' },
    })
    expect(
      await verify(await signWith({ expires: '2026-01-15T13:00:00Z' }), key.did),
    ).toMatchObject({
      questionable: false,
    })
  })

  it('expired and altered is altered', async () => {
    const document = await signWith({ expires: '2026-01-15T11:00:00Z' })
    expect(await verify({ ...document, name: 'x' }, key.did)).toMatchObject({
      authenticity: 'fails',
      proof: 'failed altered',
    })
  })
})

describe('the value of a proof', () => {
  const withValue = (proofValue: JsonValue): JsonObject => ({
    ...signed,
    proof: { ...proofOf(signed), proofValue },
  })
  const value = decodeBase58((proofOf(signed).proofValue as string).slice(1))!

  it.each<[string, JsonValue]>([
    ['nothing', null],
    ['a number', 7],
    ['no multibase', 'abc'],
    ['base58 with foreign characters', 'z0OIl'],
    ['another base', `u${Buffer.from(value).toString('base64url')}`],
    ['too short', `z${encodeBase58(value.subarray(1))}`],
    ['too long', `z${encodeBase58(Uint8Array.from([...value, 0]))}`],
    ['without end', `z${'2'.repeat(100_000)}`],
  ])('%s', async (_, proofValue) => {
    expect(await verify(withValue(proofValue), key.did)).toMatchObject({
      authenticity: 'fails',
      proof: 'failed proof-malformed',
      params: { property: 'proofValue' },
    })
  })

  it('one bit of difference', async () => {
    const flipped = Uint8Array.from(value)
    flipped[0]! ^= 1
    expect(await verify(withValue(`z${encodeBase58(flipped)}`), key.did)).toMatchObject({
      proof: 'failed altered',
    })
  })

  it('RFC 8032, section 5.1.7: an S that is not reduced is refused', async () => {
    // The order of the group. S + L satisfies the same equation, which would give each signature a twin.
    const order = 2n ** 252n + 27742317777372353535851937790883648493n
    const s = littleEndian(value.subarray(32)) + order
    const twin = Uint8Array.from([...value.subarray(0, 32), ...bytesOf(s)])
    expect(await verify(withValue(`z${encodeBase58(twin)}`), key.did)).toMatchObject({
      authenticity: 'fails',
      proof: 'failed altered',
    })
  })

  it('a signature of zeros', async () => {
    expect(await verify(withValue(`z${encodeBase58(new Uint8Array(64))}`), key.did)).toMatchObject({
      proof: 'failed altered',
    })
  })
})

describe('several proofs', () => {
  const document = badge(key.did)

  it('one that holds and is the issuer’s is enough; the others are said', async () => {
    const proof = [await makeProof(document, attacker), await makeProof(document, key)]
    const unknown = { type: 'DataIntegrityProof', cryptosuite: 'bbs-2023', proofValue: 'u' }
    expect(await verify({ ...document, proof: [unknown, ...proof] }, key.did)).toMatchObject({
      authenticity: 'holds',
      questionable: false,
      proof: 'passed signature-holds proof-not-supported signature-holds',
      key: 'passed key-is-issuer key-not-issuers',
    })
  })

  it('none of them by the issuer', async () => {
    const proof = [await makeProof(document, attacker), await makeProof(document, cosigner)]
    expect(await verify({ ...document, proof }, key.did)).toMatchObject({
      authenticity: 'fails',
      key: 'failed key-not-issuers key-not-issuers',
    })
  })

  it('one that cannot be judged leaves it open', async () => {
    const unknown = { type: 'BbsBlsSignature2020', proofValue: 'x' }
    const proof = [await makeProof(document, attacker), unknown]
    expect(await verify({ ...document, proof }, key.did)).toMatchObject({
      authenticity: 'unknown',
      proof: 'unknown proof-not-supported signature-holds',
      params: { suite: 'BbsBlsSignature2020' },
    })
  })

  it('the document is altered under all of them', async () => {
    const proof = [await makeProof(document, cosigner), await makeProof(document, key)]
    expect(await verify({ ...document, name: 'x', proof }, key.did)).toMatchObject({
      authenticity: 'fails',
      proof: 'failed altered altered',
    })
  })

  it.each<[string, JsonValue, string]>([
    ['none', [], 'unknown no-proof'],
    ['text', 'proof', 'unknown proof-malformed'],
    ['a list with text', [proofOf(signed), 'proof'], 'unknown proof-malformed'],
    ['too many', new Array<JsonValue>(11).fill(proofOf(signed)), 'unknown proof-malformed'],
    ['an empty one', [{}], 'unknown proof-not-supported'],
  ])('%s', async (_, proof, expected) => {
    expect(await verify({ ...signed, proof }, key.did)).toMatchObject({
      authenticity: 'unknown',
      proof: expected,
    })
  })
})

describe('a chain of proofs', () => {
  const document = badge(key.did)

  async function chain() {
    const first = await makeProof(document, cosigner, { options: { id: 'urn:proof:1' } })
    const options = { id: 'urn:proof:2', previousProof: 'urn:proof:1' }
    const second = await makeProof(document, key, { options, previous: [first] })
    return [first, second] as const
  }

  it('holds where every link holds', async () => {
    expect(await verify({ ...document, proof: [...(await chain())] }, key.did)).toMatchObject({
      authenticity: 'holds',
    })
  })

  it('the proof that is continued is part of what is signed', async () => {
    const [first, second] = await chain()
    const other = await makeProof(document, attacker, { options: { id: 'urn:proof:1' } })
    expect(await verify({ ...document, proof: [other, second] }, key.did)).toMatchObject({
      authenticity: 'fails',
    })
    const { previousProof: _, ...unchained } = second
    expect(await verify({ ...document, proof: [first, unchained] }, key.did)).toMatchObject({
      authenticity: 'fails',
    })
  })

  it('a link that is missing, or leads back, leaves it open', async () => {
    const [first, second] = await chain()
    expect(await verify({ ...document, proof: [second] }, key.did)).toMatchObject({
      authenticity: 'unknown',
      params: { property: 'previousProof' },
    })
    const circle = { ...first, previousProof: 'urn:proof:2' }
    expect(await verify({ ...document, proof: [circle, second] }, key.did)).toMatchObject({
      authenticity: 'unknown',
    })
  })

  it('an earlier proof that does not hold breaks it', async () => {
    const forged = { ...(await makeProof(document, cosigner)), id: 'urn:proof:1' }
    const options = { id: 'urn:proof:2', previousProof: 'urn:proof:1' }
    const second = await makeProof(document, key, { options, previous: [forged] })
    expect(await verify({ ...document, proof: [forged, second] }, key.did)).toMatchObject({
      authenticity: 'fails',
    })
  })
})

function withoutNulls(object: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== null))
}

function littleEndian(bytes: Uint8Array): bigint {
  return [...bytes].reduceRight((sum, byte) => sum * 256n + BigInt(byte), 0n)
}

function bytesOf(value: bigint): number[] {
  return Array.from({ length: 32 }, (_, at) => Number((value >> BigInt(8 * at)) & 255n))
}
