import { describe, expect, it } from 'vitest'
import type { KeyClaim } from '../../../../src/verifier/keys/binding'
import type { JsonObject, JsonValue } from '../../../../src/verifier/verification'
import { ed25519 } from '../signing'
import { bind, good, key, listed } from './bind'

const attacker = await ed25519(2)

const ISSUER = 'https://college.example/profile'
const DID = 'did:web:college.example'
const DID_URL = 'https://college.example/.well-known/did.json'

/** The issuer's https document, and a claim for one of its methods. */
function bindToProfile(document: JsonObject, claim: Partial<KeyClaim> = {}) {
  const verificationMethod = `${ISSUER}#k1`
  const answers = { [ISSUER]: { json: { id: ISSUER, ...document } } }
  return bind({ issuerId: ISSUER, verificationMethod, ...claim }, answers)
}

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
      {
        [ISSUER]: { json: { id: ISSUER, publicKey: [listed('#k1')] } },
        [url]: { json: attacker.publicJwk },
      },
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
    const byAddress = { issuerId: ISSUER, verificationMethod: `${uri}#new` }
    expect(await bind(byAddress, beside)).toMatchObject({ outcome: 'bound', identity: good })
    const others = { issuerId: ISSUER, verificationMethod: `${ISSUER}.json#new` }
    expect(await bind(others, beside)).toMatchObject({ outcome: 'foreign' })
    const { [uri]: _, ...silent } = beside
    expect(await bind(byKey, silent)).toMatchObject({
      outcome: 'unknown',
      code: 'host-unreachable',
    })
  })

  it.each<[string, JsonValue]>([
    ['on another origin', 'https://attacker.example/jwks.json'],
    ['that is a list', ['https://college.example/jwks.json']],
    ['that is no URL', 'jwks.json'],
  ])('a JWK Set %s is not asked for, and leaves it open', async (_, jwks_uri) => {
    const claim = { issuerId: ISSUER, headerJwk: key.publicJwk }
    expect(await bind(claim, { [ISSUER]: { json: { id: ISSUER, jwks_uri } } })).toMatchObject({
      outcome: 'unknown',
      code: 'issuer-document-unreadable',
      asked: [ISSUER],
    })
  })

  it('a key named by the address of the set is for assertions only where the issuer says so', async () => {
    const uri = 'https://college.example/jwks.json'
    const profile = { id: ISSUER, jwks_uri: uri, assertionMethod: [listed('#other')] }
    const set = { keys: [{ ...key.publicJwk, kid: 'new' }] }
    const claim = { issuerId: ISSUER, verificationMethod: `${uri}#new` }
    expect(await bind(claim, { [ISSUER]: { json: profile }, [uri]: { json: set } })).toMatchObject({
      outcome: 'not-for-assertions',
    })
  })

  it('that lists no key at all leaves it open: it denies none', async () => {
    expect(await bindToProfile({})).toMatchObject({ outcome: 'unknown' })
    expect(await bindToProfile({ assertionMethod: [] })).toMatchObject({ outcome: 'foreign' })
    expect(await bindToProfile({ publicKey: [listed('#k2')] })).toMatchObject({
      outcome: 'foreign',
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

  describe('knows the key of a header where it lists only where that lies', () => {
    const claim = { issuerId: ISSUER, headerJwk: key.publicJwk }
    const forged = { issuerId: ISSUER, headerJwk: attacker.publicJwk }
    const url = 'https://college.example/keys/1'

    it.each<[string, JsonValue, JsonObject | undefined]>([
      ['a bare JWK', url, key.publicJwk],
      ['a method', [url], listed(url, { controller: ISSUER })],
      ['a did:key', [key.method], undefined],
    ])('%s', async (_, publicKey, there) => {
      const answers = {
        [ISSUER]: { json: { id: ISSUER, publicKey } },
        ...(there && { [url]: { json: there } }),
      }
      expect(await bind(claim, answers)).toMatchObject({ outcome: 'bound', identity: good })
      expect(await bind(forged, answers)).toMatchObject({ outcome: 'foreign' })
    })

    it('or leaves it open where that cannot be read', async () => {
      const answers = { [ISSUER]: { json: { id: ISSUER, publicKey: url } } }
      expect(await bind(claim, answers)).toMatchObject({ outcome: 'unknown', asked: [ISSUER, url] })
    })

    it('and asks for none where it holds the key itself', async () => {
      const answers = {
        [ISSUER]: { json: { id: ISSUER, publicKey: [url, listed(`${ISSUER}#k1`)] } },
      }
      expect(await bind(claim, answers)).toMatchObject({ outcome: 'bound', asked: [ISSUER] })
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

  describe('where several of its keys may be meant', () => {
    const uri = 'https://college.example/jwks.json'
    const set = { [uri]: { json: { keys: [{ ...key.publicJwk, kid: 'new' }] } } }
    const elsewhere = 'https://keys.example/k1'
    const other = listed('#other', { publicKeyMultibase: attacker.multikey })
    const unnamed: KeyClaim = {
      issuerId: ISSUER,
      holdsUnder: ({ identity }) => Promise.resolve(identity === good),
    }
    const byKey: KeyClaim = { issuerId: ISSUER, headerJwk: key.publicJwk }
    const withSet = (publicKey: JsonValue) => ({
      ...set,
      [ISSUER]: { json: { id: ISSUER, publicKey, jwks_uri: uri } },
    })

    it.each<[string, KeyClaim, JsonValue]>([
      ['a key of the header, beside one that cannot be read', byKey, [elsewhere]],
      ['a key without a name, beside one that cannot be read', unnamed, [other, elsewhere]],
      ['a key without a name, beside a single other one', unnamed, [other]],
      ['a key without a name, beside a single one that cannot be read', unnamed, [elsewhere]],
    ])('finds in its JWK Set %s', async (_, claim, publicKey) => {
      expect(await bind(claim, withSet(publicKey))).toMatchObject({
        outcome: 'bound',
        identity: good,
      })
    })

    it('leaves it open where one cannot be read and the set has none', async () => {
      const answers = { ...withSet([elsewhere]), [uri]: { json: { keys: [] } } }
      for (const claim of [byKey, unnamed])
        expect(await bind(claim, answers)).toMatchObject({ outcome: 'unknown' })
    })

    it('leaves it open where the key that cannot be read is one of its own set', async () => {
      const strange = { kty: 'OKP', crv: 'Ed448', x: 'AAAA' }
      const json = { id: ISSUER, jwks: { keys: [strange] }, jwks_uri: uri }
      const foreign: KeyClaim = { ...unnamed, holdsUnder: () => Promise.resolve(false) }
      const answers = { ...set, [ISSUER]: { json } }
      expect(await bind(foreign, answers)).toMatchObject({ outcome: 'unknown' })
      expect(await bind(unnamed, answers)).toMatchObject({ outcome: 'bound', identity: good })
    })

    it('looks at a bounded number of keys that lie elsewhere', async () => {
      const publicKey = Array.from({ length: 21 }, (_, at) => `${attacker.did}#${at}`)
      const answer = (list: JsonValue[]) => ({
        [ISSUER]: { json: { id: ISSUER, publicKey: list } },
      })
      expect(await bind(byKey, answer(publicKey.slice(1)))).toMatchObject({ outcome: 'foreign' })
      expect(await bind(byKey, answer(publicKey))).toMatchObject({
        outcome: 'unknown',
        code: 'property-missing',
      })
    })

    it('looks for the key of a header among a bounded number', async () => {
      const others = Array.from({ length: 100 }, (_, at) =>
        listed(`#k${at}`, { publicKeyMultibase: attacker.multikey }),
      )
      const among = (publicKey: JsonValue[]) =>
        bind(byKey, { [ISSUER]: { json: { id: ISSUER, publicKey } } })
      expect(await among(others)).toMatchObject({ outcome: 'foreign' })
      expect(await among([...others.slice(1), listed('#last')])).toMatchObject({
        outcome: 'bound',
        identity: good,
      })
      expect(await among([...others, listed('#last')])).toMatchObject({
        outcome: 'unknown',
        code: 'property-missing',
      })
    })

    it('takes one for assertions before one for something else that is nearer', async () => {
      const document = {
        id: ISSUER,
        assertionMethod: [key.method],
        verificationMethod: [listed('#spare')],
      }
      expect(await bind(unnamed, { [ISSUER]: { json: document } })).toMatchObject({
        outcome: 'bound',
      })
    })

    it('asks nobody for another key where its document holds the one', async () => {
      const publicKey = [elsewhere, other, listed('#k1')]
      const answers = { [ISSUER]: { json: { id: ISSUER, publicKey } } }
      expect(await bind(unnamed, answers)).toMatchObject({
        outcome: 'bound',
        identity: good,
        asked: [ISSUER],
      })
    })
  })

  it('of two methods with one id the first counts', async () => {
    const twice = [listed('#k1'), listed('#k1', { publicKeyMultibase: attacker.multikey })]
    expect(await bindToProfile({ assertionMethod: twice })).toMatchObject({ identity: good })
  })
})
