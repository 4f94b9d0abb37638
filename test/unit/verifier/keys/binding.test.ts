import { describe, expect, it } from 'vitest'
import { encodeBase64url } from '../../../../src/verifier/keys/base64url'
import { bindKey, type KeyClaim } from '../../../../src/verifier/keys/binding'
import { importJwk } from '../../../../src/verifier/keys/public-key'
import type { JsonObject } from '../../../../src/verifier/verification'
import { fakeVerification, type FakeAnswer } from '../fake-verification'
import { ecdsa, ed25519 } from '../signing'

const key = await ed25519(1)
const attacker = await ed25519(2)

const ISSUER = 'https://college.example/profile'
const DID = 'did:web:college.example'
const DID_URL = 'https://college.example/.well-known/did.json'

/** A method of the issuer's document with the good key. */
const listed = (id: string, changes: JsonObject = {}): JsonObject => ({
  id,
  type: 'Multikey',
  publicKeyMultibase: key.multikey,
  ...changes,
})

async function bind(claim: KeyClaim, answers: Record<string, FakeAnswer> = {}) {
  const verification = fakeVerification(answers)
  const binding = await bindKey(claim, verification)
  const identity = 'key' in binding ? binding.key.identity : undefined
  const { outcome, reason } = binding
  return { outcome, code: reason.code, identity, asked: verification.asked.map(({ url }) => url) }
}

async function identityOf(jwk: JsonObject): Promise<string> {
  const imported = await importJwk(jwk)
  return 'identity' in imported ? imported.identity : ''
}

const good = await identityOf(key.publicJwk)

/** The issuer's https document, and a claim for one of its methods. */
function bindToProfile(document: JsonObject, claim: Partial<KeyClaim> = {}) {
  const verificationMethod = `${ISSUER}#k1`
  const answers = { [ISSUER]: { json: { id: ISSUER, ...document } } }
  return bind({ issuerId: ISSUER, verificationMethod, ...claim }, answers)
}

describe('an issuer that is its own key', () => {
  it('is bound without asking anybody', async () => {
    const claim = { issuerId: key.did, verificationMethod: key.method }
    expect(await bind(claim)).toEqual({
      outcome: 'bound',
      code: 'key-is-issuer',
      identity: good,
      asked: [],
    })
  })

  it('may name the DID alone as the method', async () => {
    const claim = { issuerId: key.did, verificationMethod: key.did }
    expect(await bind(claim)).toMatchObject({ outcome: 'bound', identity: good })
  })

  it.each<[string, KeyClaim]>([
    ['another did:key', { issuerId: key.did, verificationMethod: attacker.method }],
    [
      'the key of another in the fragment',
      {
        issuerId: key.did,
        verificationMethod: `${key.did}#${attacker.multikey}`,
      },
    ],
    ['another fragment', { issuerId: key.did, verificationMethod: `${key.did}#key-1` }],
    ['another key in the header', { issuerId: key.did, headerJwk: attacker.publicJwk }],
    [
      'its method, and another key in the header',
      {
        issuerId: key.did,
        verificationMethod: key.method,
        headerJwk: attacker.publicJwk,
      },
    ],
  ])('does not speak through %s', async (_, claim) => {
    expect(await bind(claim)).toMatchObject({
      outcome: 'foreign',
      code: 'key-not-issuers',
      asked: [],
    })
  })

  it('is known by the key of the header, whatever the header calls it', async () => {
    const claim = { issuerId: key.did, headerJwk: key.publicJwk }
    expect(await bind(claim)).toMatchObject({ outcome: 'bound', identity: good })
    const named = { ...claim, verificationMethod: 'key-1' }
    expect(await bind(named)).toMatchObject({ outcome: 'bound', identity: good })
  })

  it('works the same as did:jwk', async () => {
    const { publicJwk } = await ecdsa('P-256')
    const did = `did:jwk:${encodeBase64url(Buffer.from(JSON.stringify(publicJwk)))}`
    const claim = { issuerId: did, verificationMethod: `${did}#0` }
    const identity = await identityOf(publicJwk)
    expect(await bind(claim)).toMatchObject({ outcome: 'bound', code: 'key-is-issuer', identity })
    const other = { issuerId: did, verificationMethod: key.method }
    expect(await bind(other)).toMatchObject({ outcome: 'foreign' })
  })
})

describe('did:web', () => {
  const document = (changes: JsonObject = {}): Record<string, FakeAnswer> => ({
    [DID_URL]: {
      json: {
        id: DID,
        verificationMethod: [listed(`${DID}#k1`, { controller: DID })],
        assertionMethod: ['#k1'],
        ...changes,
      },
    },
  })
  const claim = { issuerId: DID, verificationMethod: `${DID}#k1` }

  it('is bound where its document lists the method for assertions', async () => {
    expect(await bind(claim, document())).toEqual({
      outcome: 'bound',
      code: 'key-listed-by-issuer',
      identity: good,
      asked: [DID_URL],
    })
  })

  it('hole 1: the key is never taken from the fragment', async () => {
    const method = `${DID}#${attacker.multikey}`
    const result = await bind({ issuerId: DID, verificationMethod: method }, document())
    expect(result).toMatchObject({ outcome: 'foreign', code: 'key-not-issuers', asked: [DID_URL] })
  })

  it('hole 1: nor where the document cannot be read', async () => {
    const method = `${DID}#${attacker.multikey}`
    const result = await bind({ issuerId: DID, verificationMethod: method })
    expect(result).toMatchObject({ outcome: 'unknown', code: 'host-unreachable' })
  })

  it('hole 2: the did:key of somebody else does not speak for it', async () => {
    const result = await bind({ issuerId: DID, verificationMethod: attacker.method }, document())
    expect(result).toMatchObject({ outcome: 'foreign', asked: [DID_URL] })
  })

  it('the document of the method itself is never asked', async () => {
    const other = 'did:web:attacker.example'
    const url = 'https://attacker.example/.well-known/did.json'
    const evil = {
      id: other,
      verificationMethod: [listed(`${other}#k1`, { controller: DID })],
      assertionMethod: [`${other}#k1`],
    }
    const result = await bind(
      { issuerId: DID, verificationMethod: `${other}#k1` },
      { ...document(), [url]: { json: evil } },
    )
    expect(result).toMatchObject({ outcome: 'foreign', asked: [DID_URL] })
  })

  it('a method of another controller is not its own', async () => {
    const verificationMethod = [listed(`${DID}#k1`, { controller: 'did:web:other.example' })]
    expect(await bind(claim, document({ verificationMethod }))).toMatchObject({
      outcome: 'foreign',
    })
  })

  it.each<[string, JsonObject]>([
    ['nothing', { assertionMethod: [] }],
    ['logging in', { assertionMethod: [], authentication: ['#k1'] }],
  ])('a method that is listed for %s is no method for assertions', async (_, changes) => {
    expect(await bind(claim, document(changes))).toMatchObject({
      outcome: 'not-for-assertions',
      code: 'key-not-for-assertions',
      identity: good,
    })
  })

  it('a method for key agreement only is not listed at all', async () => {
    const keyAgreement = [listed(`${DID}#k1`)]
    const only = { verificationMethod: [], assertionMethod: [], keyAgreement }
    expect(await bind(claim, document(only))).toMatchObject({ outcome: 'foreign' })
  })

  it('a method may stand inside assertionMethod', async () => {
    const embedded = {
      verificationMethod: [],
      assertionMethod: [listed('#k1', { controller: DID })],
    }
    expect(await bind(claim, document(embedded))).toMatchObject({
      outcome: 'bound',
      identity: good,
    })
  })

  it.each<[string, JsonObject, string]>([
    ['revoked', { revoked: '2026-01-15T12:00:00Z' }, 'foreign key-revoked'],
    ['revoked, nobody knows when', { revoked: 'yes' }, 'foreign key-revoked'],
    ['to be revoked later', { revoked: '2026-01-15T12:00:01Z' }, 'bound key-listed-by-issuer'],
    ['expired', { expires: '2026-01-15T11:59:59Z' }, 'not-for-assertions key-expired'],
    ['to expire later', { expires: '2027-01-01T00:00:00Z' }, 'bound key-listed-by-issuer'],
  ])('a method that is %s', async (_, dates, expected) => {
    const verificationMethod = [listed(`${DID}#k1`, { controller: DID, ...dates })]
    const { outcome, code } = await bind(claim, document({ verificationMethod }))
    expect(`${outcome} ${code}`).toBe(expected)
  })

  it.each<[string, JsonObject, string]>([
    ['a key of unknown type', { publicKeyMultibase: 'zBls' }, 'key-not-supported'],
    ['no key', { publicKeyMultibase: null, publicKeyHex: '00' }, 'key-not-supported'],
  ])('%s leaves it open', async (_, changes, code) => {
    const verificationMethod = [listed(`${DID}#k1`, changes)]
    expect(await bind(claim, document({ verificationMethod }))).toMatchObject({
      outcome: 'unknown',
      code,
    })
  })

  it('a reference to a method that its own document lacks leaves it open', async () => {
    expect(await bind(claim, document({ verificationMethod: [] }))).toMatchObject({
      outcome: 'unknown',
    })
  })
})

describe('an https issuer', () => {
  it('is bound where it lists the did:key of another as its own', async () => {
    for (const entry of [
      key.method,
      { id: key.method },
      { ...listed(key.method), controller: key.did },
    ]) {
      const result = await bindToProfile(
        { assertionMethod: [entry] },
        { verificationMethod: key.method },
      )
      expect(result).toMatchObject({ outcome: 'bound', identity: good, asked: [ISSUER] })
    }
  })

  it('cannot change the key of a did:key that it lists', async () => {
    const entry = {
      ...listed(key.method),
      controller: key.did,
      publicKeyMultibase: attacker.multikey,
    }
    const result = await bindToProfile(
      { assertionMethod: [entry] },
      { verificationMethod: key.method },
    )
    expect(result).toMatchObject({ outcome: 'bound', identity: good })
  })

  it('is bound through a did:web that it lists, whose document must own the method', async () => {
    const method = `${DID}#k1`
    const profile = { [ISSUER]: { json: { id: ISSUER, assertionMethod: [method] } } }
    const claim = { issuerId: ISSUER, verificationMethod: method }
    const own = { id: DID, verificationMethod: [listed(method, { controller: DID })] }
    expect(await bind(claim, { ...profile, [DID_URL]: { json: own } })).toMatchObject({
      outcome: 'bound',
      identity: good,
      asked: [ISSUER, DID_URL],
    })
    const others = { id: DID, verificationMethod: [listed(method, { controller: ISSUER })] }
    expect(await bind(claim, { ...profile, [DID_URL]: { json: others } })).toMatchObject({
      outcome: 'foreign',
    })
    expect(await bind(claim, profile)).toMatchObject({
      outcome: 'unknown',
      code: 'host-unreachable',
    })
  })

  it('an Open Badges Profile lists its keys in publicKey, string, object or array', async () => {
    const url = 'https://college.example/keys/1'
    const owned = { ...listed(url), owner: ISSUER }
    const claim = { issuerId: ISSUER, verificationMethod: url }
    for (const publicKey of [owned, [owned]])
      expect(await bind(claim, { [ISSUER]: { json: { id: ISSUER, publicKey } } })).toMatchObject({
        outcome: 'bound',
        identity: good,
      })
    const linked = { [ISSUER]: { json: { id: ISSUER, publicKey: url } } }
    expect(await bind(claim, { ...linked, [url]: { json: owned } })).toMatchObject({
      outcome: 'bound',
    })
    const others = { ...owned, owner: 'https://other.example/' }
    expect(await bind(claim, { ...linked, [url]: { json: others } })).toMatchObject({
      outcome: 'foreign',
    })
    expect(await bind(claim, { ...linked, [url]: { json: key.publicJwk } })).toMatchObject({
      outcome: 'bound',
    })
    expect(
      await bind(claim, { ...linked, [url]: { json: { id: 'https://x.example/' } } }),
    ).toMatchObject({
      outcome: 'foreign',
    })
  })

  it('hole 3: a kid that leads to a key elsewhere is not followed', async () => {
    const url = 'https://attacker.example/jwk.json'
    const result = await bind(
      { issuerId: ISSUER, verificationMethod: url },
      { [ISSUER]: { json: { id: ISSUER } }, [url]: { json: attacker.publicJwk } },
    )
    expect(result).toMatchObject({ outcome: 'foreign', asked: [ISSUER] })
  })

  it('hole 3: a key in the header proves nothing by itself', async () => {
    const claim = { issuerId: ISSUER, headerJwk: attacker.publicJwk }
    const answers = { [ISSUER]: { json: { id: ISSUER, assertionMethod: [listed('#k1')] } } }
    expect(await bind(claim, answers)).toMatchObject({ outcome: 'foreign' })
    expect(await bind({ ...claim, headerJwk: key.publicJwk }, answers)).toMatchObject({
      outcome: 'bound',
      identity: good,
    })
    expect(await bind({ ...claim, headerJwk: { kty: 'oct' } }, answers)).toMatchObject({
      outcome: 'foreign',
    })
  })

  it('may publish a JWK Set, in its document or beside it on its own origin', async () => {
    const jwks = {
      keys: [
        { ...attacker.publicJwk, kid: 'old' },
        { ...key.publicJwk, kid: 'new' },
      ],
    }
    const named = { verificationMethod: 'new' }
    const byKey = { issuerId: ISSUER, headerJwk: key.publicJwk }
    expect(await bindToProfile({ jwks }, named)).toMatchObject({ outcome: 'bound', identity: good })
    const uri = 'https://college.example/jwks.json'
    const beside = { [ISSUER]: { json: { id: ISSUER, jwks_uri: uri } }, [uri]: { json: jwks } }
    for (const claim of [{ issuerId: ISSUER, ...named }, byKey])
      expect(await bind(claim, beside)).toMatchObject({
        outcome: 'bound',
        identity: good,
        asked: [ISSUER, uri],
      })
    const elsewhere = 'https://attacker.example/jwks.json'
    const pointing = {
      [ISSUER]: { json: { id: ISSUER, jwks_uri: elsewhere } },
      [elsewhere]: { json: jwks },
    }
    expect(await bind(byKey, pointing)).toMatchObject({ outcome: 'foreign', asked: [ISSUER] })
    const { [uri]: _, ...silent } = beside
    expect(await bind(byKey, silent)).toMatchObject({
      outcome: 'unknown',
      code: 'host-unreachable',
    })
  })

  it('with a controller document, other keys are not for assertions', async () => {
    const document = { assertionMethod: [], publicKey: [listed('#k1', { controller: ISSUER })] }
    expect(await bindToProfile(document)).toMatchObject({ outcome: 'not-for-assertions' })
  })

  it('whose document names somebody else leaves it open', async () => {
    const document = { id: 'https://attacker.example/', assertionMethod: [listed('#k1')] }
    expect(await bindToProfile(document)).toMatchObject({
      outcome: 'unknown',
      code: 'issuer-document-unreadable',
    })
  })

  it('is not known by its key alone where it lists several', async () => {
    const claim = { issuerId: ISSUER }
    const [one, two] = [listed('#k1'), listed('#k2', { publicKeyMultibase: attacker.multikey })]
    const answer = (assertionMethod: JsonObject[]) => ({
      [ISSUER]: { json: { id: ISSUER, assertionMethod } },
    })
    expect(await bind(claim, answer([one]))).toMatchObject({ outcome: 'bound', identity: good })
    expect(await bind(claim, answer([one, two]))).toMatchObject({ outcome: 'foreign' })
  })

  it('of two methods with one id the first counts', async () => {
    const twice = [listed('#k1'), listed('#k1', { publicKeyMultibase: attacker.multikey })]
    expect(await bindToProfile({ assertionMethod: twice })).toMatchObject({ identity: good })
  })
})
