import { describe, expect, it } from 'vitest'
import { encodeBase64url } from '../../../../src/verifier/keys/base64url'
import type { KeyClaim } from '../../../../src/verifier/keys/binding'
import type { JsonObject } from '../../../../src/verifier/verification'
import type { FakeAnswer } from '../fake-verification'
import { ecdsa, ed25519 } from '../signing'
import { bind, good, identityOf, key, listed } from './bind'

const attacker = await ed25519(2)

const DID = 'did:web:college.example'
const DID_URL = 'https://college.example/.well-known/did.json'

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

  it('a method of several controllers is that of each of them', async () => {
    const others = ['did:web:other.example', 'did:web:third.example']
    const method = (controller: string[]) => ({
      verificationMethod: [listed(`${DID}#k1`, { controller })],
    })
    expect(await bind(claim, document(method([...others, DID])))).toMatchObject({
      outcome: 'bound',
      identity: good,
    })
    expect(await bind(claim, document(method(others)))).toMatchObject({ outcome: 'foreign' })
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

  it.each<[string, JsonObject]>([
    ['where it is listed again', { authentication: [listed('#k1', { revoked: 'yes' })] }],
    ['in a list of its own', { publicKey: { id: '#k1', revoked: '2026-01-01T00:00:00Z' } }],
    [
      'where it refers to it',
      { assertionMethod: [{ id: `${DID}#k1`, revoked: '2026-01-01T00:00:00Z' }] },
    ],
  ])('a method is revoked by the word of its document %s', async (_, changes) => {
    expect(await bind(claim, document(changes))).toMatchObject({
      outcome: 'foreign',
      code: 'key-revoked',
    })
  })

  it.each<[string, JsonObject, JsonObject]>([
    ['the issuer that refers to it', { revoked: '2026-01-01T00:00:00Z' }, {}],
    ['the one who keeps it', {}, { revoked: '2026-01-01T00:00:00Z' }],
  ])('a method of another is revoked by %s', async (_, here, there) => {
    const id = 'did:web:keys.example#k1'
    const keeper = {
      id: 'did:web:keys.example',
      verificationMethod: [listed(id)],
      authentication: [listed(id, there)],
    }
    const answers = {
      ...document({ verificationMethod: [], assertionMethod: [{ id, ...here }] }),
      'https://keys.example/.well-known/did.json': { json: keeper },
    }
    const own = { issuerId: DID, verificationMethod: id }
    expect(await bind(own, answers)).toMatchObject({ outcome: 'foreign', code: 'key-revoked' })
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
