import { describe, expect, it } from 'vitest'
import { parseCompactJws } from '../../../../src/verifier/proofs/jws'
import { credentialOfJwt, verifyVcJwt } from '../../../../src/verifier/proofs/vc-jwt'
import { asId } from '../../../../src/verifier/reading/json-values'
import type { JsonObject } from '../../../../src/verifier/verification'
import { fakeVerification, type FakeAnswer } from '../fake-verification'
import { badge, ecdsa, ed25519, rsa, signJws, type Signer } from '../signing'

const key = await ed25519(1)
const attacker = await ed25519(2)
const DID = 'did:web:college.example'
const DID_URL = 'https://college.example/.well-known/did.json'

const credential2 = badge(key.did)
const { validFrom: _, validUntil: __, ...undated } = credential2
const credential1: JsonObject = {
  ...undated,
  '@context': ['https://www.w3.org/2018/credentials/v1'],
  issuanceDate: '2025-06-01T00:00:00Z',
}

const dated1: JsonObject = { ...credential1, expirationDate: '2030-06-01T00:00:00Z' }

function parsed(text: string) {
  const jws = parseCompactJws(text)
  if ('reason' in jws) throw new Error(JSON.stringify(jws.reason))
  return jws
}

async function read(payload: JsonObject) {
  return credentialOfJwt(parsed(await signJws(payload, key)))
}

async function verify(
  payload: JsonObject,
  signer: Signer,
  header: JsonObject,
  answers: Record<string, FakeAnswer> = {},
) {
  const jws = parsed(await signJws(payload, signer, header))
  const wrapped = credentialOfJwt(jws)
  if ('reason' in wrapped) throw new Error(JSON.stringify(wrapped.reason))
  const verification = fakeVerification(answers)
  const issuerId = asId(wrapped.credential.issuer)!
  const finding = await verifyVcJwt(jws, wrapped.credential, issuerId, verification)
  const [proof, keyCheck] = finding.checks
  return {
    authenticity: finding.authenticity,
    proof: `${proof.outcome} ${proof.reasons[0]?.code}`,
    key: `${keyCheck.outcome} ${keyCheck.reasons[0]?.code}`,
    params: proof.reasons[0]?.params,
    said: proof.reasons.slice(1),
    asked: verification.asked.map(({ url }) => url),
  }
}

const didDocument = (publicKeyJwk: JsonObject): Record<string, FakeAnswer> => ({
  [DID_URL]: {
    json: {
      id: DID,
      verificationMethod: [{ id: `${DID}#k1`, controller: DID, publicKeyJwk }],
      assertionMethod: [`${DID}#k1`],
    },
  },
})

describe('credentialOfJwt', () => {
  it('version 2.0: the payload is the credential', async () => {
    expect(await read(credential2)).toEqual({ credential: credential2 })
  })

  it('version 1.1: `vc`, with what only the claims say', async () => {
    const { id, issuer: _, credentialSubject, ...vc } = credential1
    const { id: sub, ...subject } = credentialSubject as JsonObject
    const claims = { iss: key.did, jti: id!, sub: sub!, nbf: 1748736000.5, exp: 1906502400 }
    const whole: JsonObject = { ...vc, credentialSubject: subject }
    const { issuanceDate: __, ...bare } = whole
    expect(await read({ ...claims, vc: bare })).toEqual({
      credential: {
        ...bare,
        id,
        issuer: key.did,
        credentialSubject,
        issuanceDate: '2025-06-01T00:00:00Z',
        expirationDate: '2030-06-01T00:00:00Z',
      },
    })
  })

  it('version 2.0 has the dates under its own names', async () => {
    const { validFrom: _, validUntil: __, ...bare } = credential2
    expect(await read({ ...bare, nbf: 1748736000, exp: 1906502400 })).toMatchObject({
      credential: { validFrom: '2025-06-01T00:00:00Z', validUntil: '2030-06-01T00:00:00Z' },
    })
  })

  it('an issuer without id gets that of the claim; what is there stays', async () => {
    const issuer = { type: 'Profile', name: 'College' }
    expect(await read({ iss: key.did, vc: { ...credential1, issuer } })).toMatchObject({
      credential: { issuer: { ...issuer, id: key.did } },
    })
    expect(await read({ iss: attacker.did, vc: credential1 })).toMatchObject({
      credential: { issuer: { id: key.did } },
    })
  })

  it('where both are there the payload counts, and not `vc`', async () => {
    expect(await read({ ...credential2, vc: { issuer: attacker.did } })).toMatchObject({
      credential: { issuer: { id: key.did } },
    })
  })

  it('a JWT about something else carries no credential', async () => {
    for (const payload of [{}, { vc: 'text' }, { vc: [] }, { vp: {} }])
      expect(await read(payload)).toEqual({ reason: { code: 'not-a-credential', params: {} } })
  })

  it.each<[string, JsonObject]>([
    ['exp', { exp: '2030' }],
    ['exp', { exp: 1e300 }],
    ['nbf', { nbf: -1 }],
    ['nbf', { nbf: null }],
    ['iss', { iss: ['did:example:a'] }],
    ['sub', { sub: 7 }],
  ])('a claim %s of the wrong form is refused', async (property, claims) => {
    expect(await read({ ...claims, vc: credential1 })).toMatchObject({
      reason: { code: 'proof-malformed', params: { property } },
    })
  })
})

describe('verifyVcJwt', () => {
  it('holds under the key of a did:key issuer, and asks nobody', async () => {
    expect(await verify(credential2, key, { kid: key.method, typ: 'vc+jwt' })).toEqual({
      authenticity: 'holds',
      proof: 'passed signature-holds',
      params: { suite: 'EdDSA', method: key.method },
      key: 'passed key-is-issuer',
      said: [],
      asked: [],
    })
  })

  it.each<[string, () => Promise<Signer>]>([
    ['RS256', () => rsa()],
    ['ES256', () => ecdsa('P-256')],
    ['ES384', () => ecdsa('P-384')],
    ['ES512', () => ecdsa('P-521')],
    ['EdDSA', () => ed25519(5)],
  ])('%s: holds under a key that the issuer’s DID document lists', async (_, create) => {
    const signer = await create()
    const payload = { iss: DID, vc: { ...credential1, issuer: DID } }
    const answers = didDocument(signer.publicJwk)
    for (const header of [
      { kid: `${DID}#k1` },
      { kid: '#k1' },
      { kid: 'k1' },
      { jwk: signer.publicJwk },
      {},
    ])
      expect(await verify(payload, signer, header, answers), JSON.stringify(header)).toMatchObject({
        authenticity: 'holds',
        key: 'passed key-listed-by-issuer',
      })
  })

  describe('without a word about its key, of an issuer with several', async () => {
    const other = await ecdsa('P-256')
    const payload = { iss: DID, vc: { ...credential1, issuer: DID } }
    const method = (name: string, publicKeyJwk: JsonObject) => ({
      ...{ id: `${DID}#${name}`, controller: DID, publicKeyJwk },
    })
    const answersWith = (...verificationMethod: JsonObject[]): Record<string, FakeAnswer> => ({
      [DID_URL]: {
        json: { id: DID, verificationMethod, assertionMethod: [`${DID}#a`, `${DID}#b`] },
      },
    })
    const both = [method('a', other.publicJwk), method('b', key.publicJwk)]

    it.each([key, other])('holds under the one that signed it: $alg', async (signer) => {
      expect(await verify(payload, signer, {}, answersWith(...both))).toMatchObject({
        authenticity: 'holds',
        key: 'passed key-listed-by-issuer',
      })
    })

    it('and holds beside one of a kind that is not known', async () => {
      const unknown = method('x', { kty: 'EC', crv: 'secp256k1', x: 'AA', y: 'AA' })
      expect(await verify(payload, key, {}, answersWith(unknown, ...both))).toMatchObject({
        authenticity: 'holds',
      })
      expect(await verify(payload, attacker, {}, answersWith(unknown, ...both))).toMatchObject({
        authenticity: 'unknown',
        key: 'unknown key-not-supported',
      })
    })

    it('and fails where it holds under none of them', async () => {
      expect(await verify(payload, attacker, {}, answersWith(...both))).toMatchObject({
        authenticity: 'fails',
        proof: 'failed altered',
      })
    })

    it('is a person’s to look at where that key is for something else', async () => {
      const spare = method('c', attacker.publicJwk)
      expect(await verify(payload, attacker, {}, answersWith(...both, spare))).toMatchObject({
        authenticity: 'holds',
        key: 'warned key-not-for-assertions',
      })
    })

    it('is tried under a bounded number of them', async () => {
      const many = Array.from({ length: 20 }, (_, at) => method(`m${at}`, other.publicJwk))
      expect(await verify(payload, key, {}, answersWith(...many, both[1]!))).toMatchObject({
        authenticity: 'holds',
      })
      const spare = method('c', attacker.publicJwk)
      expect(
        await verify(payload, attacker, {}, answersWith(...both, ...many, spare)),
      ).toMatchObject({
        authenticity: 'unknown',
        key: 'unknown property-missing',
      })
    })
  })

  it('ES512: holds for an issuer that is its key, and for no other', async () => {
    const [signer, other] = [await ecdsa('P-521'), await ecdsa('P-521')]
    const didOf = (jwk: JsonObject) =>
      `did:jwk:${Buffer.from(JSON.stringify(jwk)).toString('base64url')}`
    const issuer = didOf(signer.publicJwk)
    const payload = { ...credential2, issuer }
    const header = { kid: `${issuer}#0` }
    expect(await verify(payload, signer, header)).toMatchObject({
      authenticity: 'holds',
      asked: [],
    })
    expect(await verify(payload, other, header)).toMatchObject({ authenticity: 'fails' })
    const foreign = { ...credential2, issuer: didOf(other.publicJwk) }
    expect(await verify(foreign, signer, header)).toMatchObject({ authenticity: 'fails' })
  })

  it('altered after signing', async () => {
    const jws = await signJws(credential2, key, { kid: key.method })
    const [head, , signature] = jws.split('.')
    const altered = { ...credential2, name: 'Welding, level 3' }
    const body = Buffer.from(JSON.stringify(altered)).toString('base64url')
    const parts = parsed(`${head}.${body}.${signature}`)
    const finding = await verifyVcJwt(parts, altered, key.did, fakeVerification())
    expect(finding).toMatchObject({ authenticity: 'fails' })
    expect(finding.checks[0]).toMatchObject({ outcome: 'failed', reasons: [{ code: 'altered' }] })
    expect(finding.checks[1]).toMatchObject({ outcome: 'not-applicable' })
  })

  it('swapped key: signed by somebody else in the name of the same issuer', async () => {
    const payload = { vc: { ...credential1, issuer: DID } }
    const answers = didDocument(key.publicJwk)
    expect(await verify(payload, attacker, { kid: `${DID}#k1` }, answers)).toMatchObject({
      authenticity: 'fails',
      proof: 'failed altered',
    })
  })

  it('hole 3: a key in the header of a foreign issuer', async () => {
    const payload = { iss: DID, vc: { ...credential1, issuer: DID } }
    const answers = didDocument(key.publicJwk)
    const header = { jwk: attacker.publicJwk }
    expect(await verify(payload, attacker, header, answers)).toMatchObject({
      authenticity: 'fails',
      proof: 'passed signature-holds',
      key: 'failed key-not-issuers',
    })
    expect(await verify(payload, attacker, header)).toMatchObject({
      authenticity: 'unknown',
      key: 'unknown host-unreachable',
    })
    const named = { kid: `${DID}#k1`, jwk: attacker.publicJwk }
    expect(await verify(payload, attacker, named, answers)).toMatchObject({ authenticity: 'fails' })
  })

  it('hole 3: a kid of somebody else’s DID or address', async () => {
    const payload = { iss: DID, vc: { ...credential1, issuer: DID } }
    const answers = didDocument(key.publicJwk)
    for (const kid of [
      attacker.method,
      'https://attacker.example/jwk.json',
      `${DID}#${attacker.multikey}`,
    ])
      expect(await verify(payload, attacker, { kid }, answers)).toMatchObject({
        authenticity: 'fails',
        key: 'failed key-not-issuers',
        asked: [DID_URL],
      })
  })

  it('another did:key cannot be the issuer: known without asking anybody', async () => {
    expect(await verify(credential2, attacker, { kid: attacker.method })).toMatchObject({
      authenticity: 'fails',
      proof: 'passed signature-holds',
      key: 'failed key-not-issuers',
      asked: [],
    })
  })

  it('a signature that fails under a key known offline asks nobody', async () => {
    const payload = { vc: { ...credential1, issuer: DID } }
    const forged: Signer = {
      ...attacker,
      sign: (data) => ed25519(9).then((other) => other.sign(data)),
    }
    expect(await verify(payload, forged, { kid: attacker.method })).toMatchObject({
      authenticity: 'fails',
      proof: 'failed altered',
      key: 'not-applicable not-reached',
      asked: [],
    })
  })

  it.each<[string, JsonObject]>([
    ['iss', { iss: attacker.did }],
    ['sub', { sub: 'did:example:somebody-else' }],
    ['jti', { jti: 'urn:uuid:other' }],
    ['nbf', { nbf: 1748736001 }],
    ['exp', { exp: 1906502401 }],
  ])('a claim %s that contradicts the credential', async (claim, claims) => {
    const payload = { vc: dated1, ...claims }
    expect(await verify(payload, key, { kid: key.method })).toMatchObject({
      authenticity: 'fails',
      proof: 'failed claim-differs',
      params: { claim },
      key: 'not-applicable not-reached',
    })
  })

  it.each<[string, JsonObject, string]>([
    ['without a zone', { issuanceDate: '2025-06-01T00:00:00', nbf: 1748736000 }, 'signature-holds'],
    ['that is a whole day', { expirationDate: '2030-06-01', exp: 1906588799 }, 'signature-holds'],
    ['that is another day', { expirationDate: '2030-06-01', exp: 1906588800 }, 'claim-differs'],
    ['cut off', { issuanceDate: '2025-06-01T00:00:00.75Z', nbf: 1748736000 }, 'signature-holds'],
    ['rounded', { issuanceDate: '2025-06-01T00:00:00.75Z', nbf: 1748736001 }, 'signature-holds'],
    ['a second off', { issuanceDate: '2025-06-01T00:00:00.75Z', nbf: 1748736002 }, 'claim-differs'],
    ['before it', { issuanceDate: '2025-06-01T00:00:00.75Z', nbf: 1748735999 }, 'claim-differs'],
    ['as Unix time', { expirationDate: '1906502400', exp: 1906502400 }, 'signature-holds'],
    ['nobody can read', { expirationDate: 'in June', exp: 1906502400 }, 'property-invalid'],
  ])('a date %s is compared the same everywhere', async (_, { nbf, exp, ...dates }, code) => {
    const zone = process.env.TZ
    try {
      for (const reader of ['America/New_York', 'Asia/Tokyo']) {
        process.env.TZ = reader
        const payload = { vc: { ...dated1, ...dates }, ...(nbf && { nbf }), ...(exp && { exp }) }
        const found = await verify(payload, key, { kid: key.method })
        expect(found.proof).toContain(code)
      }
    } finally {
      if (zone === undefined) delete process.env.TZ
      else process.env.TZ = zone
    }
  })

  describe('in version 2.0, where dates among the claims are those of the signature', () => {
    const judged = async (claims: JsonObject) => {
      const payload = { ...credential2, ...claims }
      const jws = parsed(await signJws(payload, key, { kid: key.method }))
      const wrapped = credentialOfJwt(jws)
      if ('reason' in wrapped) throw new Error(JSON.stringify(wrapped.reason))
      const finding = await verifyVcJwt(jws, wrapped.credential, key.did, fakeVerification())
      const { authenticity, questionable, proofUntil, checks } = finding
      const [{ reasons }] = checks
      return { authenticity, questionable, proofUntil, code: reasons[0]?.code }
    }

    it.each<[string, JsonObject, string | undefined]>([
      ['the same', { nbf: 1748736000, exp: 1906502400 }, undefined],
      ['others', { nbf: 1748736001, exp: 1800000000 }, '2027-01-15T08:00:00Z'],
      ['those of a status list', { iat: 1768478400, exp: 1768479300 }, '2026-01-15T12:15:00Z'],
      ['later', { exp: 2000000000 }, '2033-05-18T03:33:20Z'],
      [
        'beside an end that nobody can read',
        { validUntil: 'x', exp: 2000000000 },
        '2033-05-18T03:33:20Z',
      ],
      ['alone', { validFrom: null, validUntil: null, nbf: 1748736000, exp: 1906502400 }, undefined],
    ])('%s', async (_, claims, proofUntil) => {
      expect(await judged(claims)).toEqual({
        ...{ authenticity: 'holds', questionable: false },
        ...{ proofUntil, code: 'signature-holds' },
      })
    })

    it('a signature that has ended is for a person to look at', async () => {
      expect(await judged({ exp: 1767225600 })).toEqual({
        ...{ authenticity: 'holds', questionable: true },
        ...{ proofUntil: '2026-01-01T00:00:00Z', code: 'proof-expired' },
      })
    })

    it('a signature that is for later does not count yet', async () => {
      expect(await judged({ nbf: 1800000000 })).toMatchObject({
        ...{ authenticity: 'unknown', code: 'proof-malformed' },
      })
    })
  })

  it('claims that agree with the credential', async () => {
    const claims = {
      iss: key.did,
      sub: 'did:example:learner',
      jti: credential2.id!,
      nbf: 1748736000,
      exp: 1906502400.9,
      iat: 'whenever',
    }
    expect(await verify({ ...credential2, ...claims }, key, { kid: key.method })).toMatchObject({
      authenticity: 'holds',
    })
  })

  it('an algorithm that is not verified here leaves it open', async () => {
    const jws = parsed(await signJws(credential2, { ...key, alg: 'ES256K' }, { kid: key.method }))
    const finding = await verifyVcJwt(jws, credential2, key.did, fakeVerification())
    expect(finding).toMatchObject({
      authenticity: 'unknown',
      checks: [
        {
          outcome: 'unknown',
          reasons: [{ code: 'proof-not-supported', params: { suite: 'ES256K' } }],
        },
        {},
      ],
    })
  })

  it('a key that is not for assertions is questionable', async () => {
    const [document] = Object.values(didDocument(key.publicJwk)) as { json: JsonObject }[]
    const payload = { vc: { ...credential1, issuer: DID } }
    const json = { ...document!.json, assertionMethod: [] }
    const jws = parsed(await signJws(payload, key, { kid: `${DID}#k1` }))
    const verification = fakeVerification({ [DID_URL]: { json } })
    const finding = await verifyVcJwt(jws, payload.vc, DID, verification)
    expect(finding).toMatchObject({ authenticity: 'holds', questionable: true })
    expect(finding.checks[1]).toMatchObject({ outcome: 'warned' })
  })

  it('says that a media type is another one, and does not mind', async () => {
    const header = { kid: key.method, typ: 'logout+jwt', cty: 'x' }
    const { authenticity, said } = await verify(credential2, key, header)
    expect(authenticity).toBe('holds')
    expect(said.map(({ params }) => params)).toEqual([
      { property: 'typ', expected: 'vc+jwt' },
      { property: 'cty', expected: 'vc+jwt' },
    ])
  })
})
