/** A cheat may choose in which generation he forges: none may be weaker than what the issuer uses. */
import { generateKeyPairSync } from 'node:crypto'
import { CompactSign } from 'jose'
import { describe, expect, it } from 'vitest'
import * as ob1 from './open-badges-1-site'
import { assertion, badge, issuer, ISSUER, site, verify } from './open-badges-2-site'

const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
const pem = String(publicKey.export({ type: 'spki', format: 'pem' }))
const KEY = 'https://issuer.example/keys/1.json'
const UPLOAD = 'https://issuer.example/uploads/key.pem'
const LIST = [
  { id: 'https://list.example', name: 'L', issuers: [{ id: ISSUER, name: 'University' }] },
]

/** A signed 1.0 badge with its badge class in it, under the key at an address. */
function signed(url: string) {
  const badge = { ...ob1.badge, name: 'Doctor of Medicine', issuer: ISSUER }
  const payload = { ...ob1.assertion, badge, verify: { type: 'signed', url } }
  return new CompactSign(new TextEncoder().encode(JSON.stringify(payload)))
    .setProtectedHeader({ alg: 'RS256' })
    .sign(privateKey)
}

const text = (body: string) => () =>
  new Response(body, { headers: { 'content-type': 'text/plain' } })

describe('a badge of 1.0, signed by a key that anybody may upload to the issuer’s site', () => {
  const judged = async (document: object, url = UPLOAD) =>
    verify(await signed(url), { [ISSUER]: document, [url]: text(pem) }, { trustLists: LIST })

  it.each<[string, object]>([
    ['is on 2.0 and lists a key', { ...issuer, publicKey: KEY }],
    ['is on 2.0 and lists none', issuer],
    ['is on 1.1 and lists a key', { ...ob1.site11[ob1.ISSUER], id: ISSUER, publicKey: KEY }],
    ['is on 1.0 and lists a key', { ...ob1.issuer, publicKey: KEY }],
    ['has a list of keys that is empty', { ...ob1.issuer, publicKey: [] }],
    [
      'lists a key in other words',
      { ...ob1.site11[ob1.ISSUER], id: ISSUER, 'sec:publicKey': { '@id': KEY } },
    ],
  ])('is nothing of an issuer that %s', async (_, document) => {
    expect(await judged(document)).toMatchObject({ verdict: 'invalid', reason: 'key-not-issuers' })
  })

  it.each<[string, object]>([
    ['1.0', { ...ob1.issuer, verification: { startsWith: 'https://issuer.example/badges/' } }],
    [
      '1.1',
      {
        ...{ ...ob1.site11[ob1.ISSUER], id: ISSUER },
        verification: { startsWith: 'https://issuer.example/badges/' },
      },
    ],
  ])('is nothing of an issuer on %s that says where it keeps what is its own', async (_, of) => {
    expect(await judged(of)).toMatchObject({ verdict: 'invalid', reason: 'key-not-issuers' })
    expect((await judged(of, 'https://issuer.example/badges/key.pem')).verdict).toBe('trusted')
  })

  it('is authentic by a key that the issuer lists', async () => {
    const key = { id: KEY, type: 'CryptographicKey', owner: ISSUER, publicKeyPem: pem }
    const pages = { [ISSUER]: { ...issuer, publicKey: KEY }, [KEY]: key }
    const report = await verify(await signed(KEY), pages)
    expect(report).toMatchObject({ verdict: 'authentic', format: 'OpenBadges/1.0' })
  })
})

describe('a hosted badge of an issuer that issues Open Badges 3.0', () => {
  const url = 'https://issuer.example/uploads/a.json'
  const hosted2 = { ...assertion, id: url, badge: { ...badge, name: 'Doctor of Medicine' } }
  const hosted1 = {
    ...ob1.assertion,
    ...{ badge: { ...ob1.badge, issuer: ISSUER }, verify: { type: 'hosted', url } },
  }
  const { '@context': _, ...nameless } = issuer
  const methods = { verificationMethod: [], assertionMethod: [] }
  const did = 'https://www.w3.org/ns/did/v1'
  const ob3 = 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json'

  it.each<[string, object]>([
    ['a controller document', { ...nameless, '@context': did, ...methods }],
    [
      'a Profile of 3.0',
      { ...nameless, '@context': ['https://www.w3.org/ns/credentials/v2', ob3] },
    ],
    [
      'a Profile of 3.0 in other words',
      { ...nameless, '@context': ob3, 'schema:url': issuer.url, url: undefined, ...methods },
    ],
    ['a document without a context, with methods', { ...nameless, ...methods }],
    ['a document without a context, with a key set', { ...nameless, jwks: { keys: [] } }],
  ])('is nothing of one whose id answers with %s', async (__, document) => {
    for (const forged of [hosted2, hosted1]) {
      const pages = { [ISSUER]: document, [url]: forged }
      expect(await verify(forged, pages, { trustLists: LIST })).toMatchObject({
        verdict: 'unverifiable',
        reason: 'issuer-document-unreadable',
      })
    }
  })

  it('is as good as before where the issuer is on 2.0 as well', async () => {
    const both = { ...issuer, '@context': [issuer['@context'], did, ob3], ...methods }
    expect((await verify(assertion, { ...site, [ISSUER]: both })).verdict).toBe('authentic')
  })

  it('says in 2.0 of what generation it is, and need not in 1.0', async () => {
    expect(await verify(assertion, { ...site, [ISSUER]: nameless })).toMatchObject({
      verdict: 'unverifiable',
      reason: 'issuer-document-unreadable',
    })
    expect((await verify(hosted1, { [ISSUER]: nameless, [url]: hosted1 })).verdict).toBe(
      'authentic',
    )
  })
})

describe('a home directory on the issuer’s host', () => {
  const hostedAt = (url: string) => ({ ...assertion, id: url })
  const judged = (url: string, document: { id: string } = issuer) => {
    const class2 = { ...badge, issuer: document.id }
    const hosted = { ...hostedAt(url), badge: class2 }
    return verify(hosted, { [document.id]: document, [url]: hosted })
  }

  it.each(['~student', '%7Estudent', '%7estudent', '/~student', '~student/..;'])(
    'is somebody else’s: /%s/',
    async (home) => {
      expect(await judged(`https://issuer.example/${home}/a.json`)).toMatchObject({
        verdict: 'invalid',
        reason: 'hosted-outside-scope',
      })
    },
  )

  it('is its own owner’s', async () => {
    const own = { ...issuer, id: 'https://issuer.example/~faculty/issuer.json' }
    expect((await judged('https://issuer.example/~faculty/a.json', own)).verdict).toBe('authentic')
    expect((await judged('https://issuer.example/%7Efaculty/a.json', own)).verdict).toBe(
      'authentic',
    )
    expect((await judged('https://issuer.example/~student/a.json', own)).verdict).toBe('invalid')
    expect((await judged('https://issuer.example/a.json', own)).verdict).toBe('invalid')
  })

  it('keeps a key of 1.0 for nobody but its owner', async () => {
    const url = 'https://issuer.example/~student/key.pem'
    const stating = { ...ob1.issuer, verification: { allowedOrigins: 'issuer.example' } }
    for (const document of [ob1.issuer, stating]) {
      const report = await verify(await signed(url), { [ISSUER]: document, [url]: text(pem) })
      expect(report).toMatchObject({ verdict: 'invalid', reason: 'key-not-issuers' })
    }
  })

  it('may speak where the issuer says so', async () => {
    const verification = { startsWith: 'https://issuer.example/~badges/' }
    const allowing = { ...issuer, verification }
    expect((await judged('https://issuer.example/~badges/a.json', allowing)).verdict).toBe(
      'authentic',
    )
  })
})

describe('a signed badge that its issuer revoked in a list', () => {
  const REVOKED = 'https://issuer.example/revoked.json'
  const context = issuer['@context']
  const list = { '@context': context, id: REVOKED, type: 'RevocationList', issuer: ISSUER }
  const lists = { publicKey: KEY, revocationList: REVOKED }
  const types = ['SignedBadge', 'signed', ['VerificationObject', 'SignedBadge'], 'obi:SignedBadge']

  it.each(types)('is not hosted by being served as %j', async (type) => {
    const { verification, ...bare } = assertion
    const pages = {
      ...{ ...site, [ISSUER]: { ...issuer, ...lists } },
      ...{ [REVOKED]: { ...list, revokedAssertions: [assertion.id] } },
      [assertion.id]: { ...bare, verification: { type, creator: KEY } },
    }
    for (const baked of [{ ...bare, verification }, bare])
      expect(await verify(baked, pages, { trustLists: LIST })).toMatchObject({
        verdict: 'unverifiable',
        reason: 'no-proof',
      })
  })

  it('is not hosted in the words of 1.1 either', async () => {
    const url = 'https://issuer.example/keys/1.pem'
    const served = { ...ob1.assertion11, verify: { type: 'signed', url } }
    const pages = {
      ...{ ...ob1.site11, [ob1.ID]: served, [REVOKED]: { f2c20: 'Awarded in error' } },
      [ob1.ISSUER]: { ...ob1.site11[ob1.ISSUER], revocationList: REVOKED },
    }
    const { '@context': _, ...served10 } = served
    const pointing = { '@context': context, id: ob1.ID, verification: { type: 'hosted' } }
    const copies = [
      ob1.assertion11,
      { ...assertion, id: ob1.ID, badge: ob1.BADGE },
      { ...pointing, type: 'Assertion' },
    ]
    for (const answered of [served, served10])
      for (const copy of copies)
        expect(await verify(copy, { ...pages, [ob1.ID]: answered })).toMatchObject({
          verdict: 'unverifiable',
          reason: 'no-proof',
        })
  })

  it('is not hosted for declaring both', async () => {
    const verify1 = { type: 'signed', url: KEY }
    for (const context2 of [context, [context, 'https://w3id.org/openbadges/v1']]) {
      const both = { ...assertion, '@context': context2, verify: verify1 }
      expect(await verify(assertion, { ...site, [assertion.id]: both })).toMatchObject({
        verdict: 'unverifiable',
        reason: 'no-proof',
      })
    }
  })
})

describe('a hosted badge that its host revoked', () => {
  const key = { '@context': issuer['@context'], id: KEY, owner: ISSUER, publicKeyPem: pem }
  const pages = {
    ...{ ...site, [ISSUER]: { ...issuer, publicKey: KEY }, [KEY]: key },
    [assertion.id]: { ...assertion, revoked: true },
  }

  it.each(['HostedBadge', 'hosted', ['SignedBadge', 'HostedBadge'], ['HostedBadge', 'Extension']])(
    'is not signed by being signed as well: %j',
    async (type) => {
      const payload = { ...assertion, verification: { type } }
      const jws = await new CompactSign(new TextEncoder().encode(JSON.stringify(payload)))
        .setProtectedHeader({ alg: 'RS256', kid: KEY })
        .sign(privateKey)
      expect(await verify(jws, pages, { trustLists: LIST })).toMatchObject({
        verdict: 'unverifiable',
        reason: 'property-invalid',
      })
    },
  )
})
