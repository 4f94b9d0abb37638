import { generateKeyPairSync, type KeyObject } from 'node:crypto'
import { CompactSign } from 'jose'
import { beforeAll, describe, expect, it } from 'vitest'
import { verifyBadge } from '../../../../src/verifier'
import type { VerifierEnvironment } from '../../../../src/verifier/environment'
import { answer, fakeWeb } from '../fake-web'

const NOW = new Date('2026-06-01T12:00:00Z')
const CONTEXT = 'https://w3id.org/openbadges/v2'
const ISSUER = 'https://issuer.example/issuer.json'
const BADGE = 'https://issuer.example/badges/data.json'
const ID = 'https://issuer.example/assertions/1.json'

const issuer = {
  '@context': CONTEXT,
  id: ISSUER,
  type: 'Profile',
  name: 'Example University',
  url: 'https://issuer.example',
}
const badge = {
  '@context': CONTEXT,
  id: BADGE,
  type: 'BadgeClass',
  name: 'Data Analysis Foundations',
  description: 'Cleans and explains data',
  criteria: { narrative: 'A supervised project' },
  issuer: ISSUER,
}
const assertion = {
  '@context': CONTEXT,
  id: ID,
  type: 'Assertion',
  recipient: { type: 'email', identity: 'ada@example.org', hashed: false },
  badge: BADGE,
  issuedOn: '2025-03-14T00:00:00Z',
  verification: { type: 'HostedBadge' },
}
const site = { [ISSUER]: issuer, [BADGE]: badge, [ID]: assertion }

function verify(
  credential: object | string,
  pages: Parameters<typeof fakeWeb>[0],
  more: Partial<VerifierEnvironment> = {},
) {
  const text = typeof credential === 'string' ? credential : JSON.stringify(credential)
  return verifyBadge({ text }, { fetch: fakeWeb(pages).fetch, now: () => NOW, ...more })
}

function outcomes(report: Awaited<ReturnType<typeof verify>>) {
  return Object.fromEntries(report.checks.map(({ id, outcome }) => [id, outcome]))
}

describe('hosted Open Badges 2.0', () => {
  it('is authentic when the issuer’s own site returns it', async () => {
    const report = await verify(assertion, site)
    expect(report.verdict).toBe('authentic')
    expect(report.reason).toBe('issuer-unknown')
    expect(report.format).toBe('OpenBadges/2.0')
    expect(report.issuer).toMatchObject({ id: ISSUER, claimedName: 'Example University' })
    expect(report.credential?.achievements[0]?.name).toEqual({ und: 'Data Analysis Foundations' })
    expect(outcomes(report)).toMatchObject({
      proof: 'passed',
      key: 'passed',
      copy: 'passed',
      status: 'passed',
    })
    expect(report.freshUntil).toBe('2026-06-02T12:00:00.000Z')
  })

  it('is trusted only through a list that names this very issuer', async () => {
    const list = { id: 'https://list.example', name: 'Audited providers' }
    const listed = await verify(assertion, site, {
      trustLists: [{ ...list, issuers: [{ id: ISSUER, name: 'Example University' }] }],
    })
    expect(listed.verdict).toBe('trusted')
    const other = await verify(assertion, site, {
      trustLists: [{ ...list, issuers: [{ id: 'https://issuer.example/other.json', name: 'X' }] }],
    })
    expect(other.verdict).toBe('authentic')
  })

  it('judges what the host returns, never the baked text', async () => {
    const baked = { ...assertion, expires: '2099-01-01T00:00:00Z', revoked: false }
    const hosted = { ...assertion, expires: '2026-01-01T00:00:00Z' }
    const report = await verify(baked, { ...site, [ID]: hosted })
    expect(report).toMatchObject({ verdict: 'attention', reason: 'expired', currency: 'expired' })
  })

  it.each([
    ['recipient', { recipient: { type: 'email', identity: 'mallory@example.org', hashed: false } }],
    ['badge', { badge: 'https://issuer.example/badges/other.json' }],
  ])('needs a person when the baked copy differs in %s', async (property, change) => {
    const report = await verify({ ...assertion, ...change }, site)
    expect(report).toMatchObject({ verdict: 'attention', reason: 'baked-copy-differs' })
    expect(report.reasons[0]?.params).toEqual({ properties: [property] })
    expect(report.credential?.recipient.identities[0]?.value).toBe('ada@example.org')
  })

  it('sees another badge name embedded in the baked copy', async () => {
    const baked = { ...assertion, badge: { ...badge, name: 'Doctor of Medicine' } }
    const report = await verify(baked, site)
    expect(report).toMatchObject({ verdict: 'attention', reason: 'baked-copy-differs' })
    expect(report.credential?.achievements[0]?.name).toEqual({ und: 'Data Analysis Foundations' })
  })

  it('only says that other properties differ', async () => {
    const report = await verify(
      { ...assertion, narrative: 'older words' },
      { ...site, [ID]: { ...assertion, narrative: 'newer words' } },
    )
    expect(report.verdict).toBe('authentic')
    const copy = report.checks.find(({ id }) => id === 'copy')
    expect(copy?.reasons).toEqual([
      { code: 'baked-copy-outdated', params: { properties: ['narrative'] } },
    ])
  })

  it('refuses an assertion on a foreign host that claims a famous issuer', async () => {
    const id = 'https://cheap.example/a.json'
    const forged = { ...assertion, id }
    const report = await verify(forged, { ...site, [id]: forged })
    expect(report).toMatchObject({ verdict: 'invalid', reason: 'hosted-outside-scope' })
  })

  it('does not believe a scope that the assertion embeds for the issuer', async () => {
    const id = 'https://cheap.example/a.json'
    const embedded = { ...issuer, verification: { allowedOrigins: ['cheap.example'] } }
    const forged = { ...assertion, id, badge: { ...badge, issuer: embedded } }
    const report = await verify(forged, { ...site, [id]: forged })
    expect(report).toMatchObject({ verdict: 'invalid', reason: 'hosted-outside-scope' })
  })

  it('accepts the hosts that the issuer’s own document allows', async () => {
    const id = 'https://badges.example/a.json'
    const allowing = { ...issuer, verification: { allowedOrigins: 'badges.example' } }
    const hosted = { ...assertion, id }
    const report = await verify(hosted, { ...site, [ISSUER]: allowing, [id]: hosted })
    expect(report.verdict).toBe('authentic')
  })

  it.each([
    ['https://issuer.example/assertions/', 'authentic'],
    ['https://issuer.example', 'authentic'],
    ['https://issuer.example/other/', 'invalid'],
    ['https://issuer.exam', 'invalid'],
  ])('honours startsWith %s', async (startsWith, verdict) => {
    const narrow = { ...issuer, verification: { startsWith: [startsWith] } }
    expect((await verify(assertion, { ...site, [ISSUER]: narrow })).verdict).toBe(verdict)
  })

  it('is not fooled by a prefix that another host name continues', async () => {
    const id = 'https://issuer.example.evil.example/a.json'
    const hosted = { ...assertion, id }
    const open = { ...issuer, verification: { startsWith: 'https://issuer.example' } }
    const report = await verify(hosted, { ...site, [ISSUER]: open, [id]: hosted })
    expect(report).toMatchObject({ verdict: 'invalid', reason: 'hosted-outside-scope' })
  })

  it('counts the last hop of a redirect: an open redirect lends its host to nobody', async () => {
    const id = 'https://issuer.example/redirect?to=evil'
    const target = 'https://evil.example/a.json'
    const forged = { ...assertion, id }
    const report = await verify(forged, {
      ...site,
      [id]: () => new Response(null, { status: 302, headers: { location: target } }),
      [target]: forged,
    })
    expect(report).toMatchObject({ verdict: 'invalid', reason: 'hosted-outside-scope' })
  })

  it('does not take an issuer document that a redirect brings from another host', async () => {
    const report = await verify(assertion, {
      ...site,
      [ISSUER]: () =>
        new Response(null, { status: 302, headers: { location: 'https://evil.example/i.json' } }),
      'https://evil.example/i.json': issuer,
    })
    expect(report).toMatchObject({ verdict: 'unverifiable', reason: 'redirect-refused' })
  })

  it('says 410 as withdrawn, and revoked: true with its reason', async () => {
    const gone = await verify(assertion, { ...site, [ID]: answer(410) })
    expect(gone).toMatchObject({ verdict: 'invalid', reason: 'gone', currency: 'revoked' })
    const revoked = { id: ID, revoked: true, revocationReason: 'Issued by mistake' }
    const report = await verify(assertion, { ...site, [ID]: revoked })
    expect(report).toMatchObject({ verdict: 'invalid', reason: 'revoked' })
    expect(report.reasons[0]?.params).toEqual({
      host: 'issuer.example',
      reason: 'Issued by mistake',
    })
    const both = await verify(assertion, { ...site, [ID]: answer(410, revoked) })
    expect(both).toMatchObject({ verdict: 'invalid', reason: 'revoked' })
  })

  it.each(['true', { '@value': true }])('takes revoked: %j for what it means', async (word) => {
    const report = await verify(assertion, { ...site, [ID]: { ...assertion, revoked: word } })
    expect(report).toMatchObject({ verdict: 'invalid', reason: 'revoked' })
  })

  it.each([1, 'yes', []])('does not take revoked: %j for "not revoked"', async (word) => {
    const report = await verify(assertion, { ...site, [ID]: { ...assertion, revoked: word } })
    expect(report).toMatchObject({ verdict: 'unverifiable', reason: 'property-invalid' })
  })

  it('tells tenants of one host apart by their path', async () => {
    const host = 'https://raw.githubusercontent.com'
    const university = { ...issuer, id: `${host}/university/badges/issuer.json` }
    const own = {
      ...assertion,
      id: `${host}/university/badges/a.json`,
      badge: { ...badge, issuer: university.id },
    }
    const evil = { ...own, id: `${host}/evil/badges/a.json` }
    const pages = { [university.id]: university, [own.id]: own, [evil.id]: evil }
    expect((await verify(own, pages)).verdict).toBe('authentic')
    expect(await verify(evil, pages)).toMatchObject({
      verdict: 'invalid',
      reason: 'hosted-outside-scope',
    })
  })

  it.each([
    ['a 404', ID, answer(404), 'http-status'],
    ['a 500', ID, answer(500), 'http-status'],
    [
      'HTML',
      ID,
      () => new Response('<!doctype html>', { headers: { 'content-type': 'text/html' } }),
      'answer-not-readable',
    ],
    ['a dead host', ID, () => Promise.reject(new TypeError('fetch failed')), 'host-unreachable'],
    ['an issuer that is down', ISSUER, answer(503), 'http-status'],
    ['a badge class that is down', BADGE, answer(503), 'http-status'],
  ])('turns %s into "could not check", neither fine nor wrong', async (_, url, page, code) => {
    const report = await verify(assertion, { ...site, [url]: page })
    expect(report).toMatchObject({ verdict: 'unverifiable', reason: code, authenticity: 'unknown' })
    expect(outcomes(report).status).toBe('not-applicable')
  })

  it('does not take a document that calls itself something else for the assertion', async () => {
    const stranger = { ...assertion, id: 'https://issuer.example/assertions/2.json' }
    const report = await verify(assertion, {
      ...site,
      [ID]: stranger,
      [stranger.id]: { ...stranger, id: 'https://issuer.example/assertions/3.json' },
    })
    expect(report).toMatchObject({ verdict: 'unverifiable', reason: 'hosted-id-differs' })
  })

  it('follows a locator to the address that the assertion names as its own', async () => {
    const page = 'https://www.issuer.example/public/1'
    const { fetch } = fakeWeb({ ...site, [page]: assertion })
    const report = await verifyBadge({ url: page }, { fetch, now: () => NOW })
    expect(report.verdict).toBe('authentic')
    expect(outcomes(report).copy).toBeUndefined()
  })

  it('asks nobody without consent, and says whom it would ask', async () => {
    const web = fakeWeb(site)
    const report = await verifyBadge(
      { text: JSON.stringify(assertion) },
      { fetch: web.fetch, now: () => NOW, ask: () => Promise.resolve(false) },
    )
    expect(web.asked).toEqual([])
    expect(report).toMatchObject({ verdict: 'unverifiable', reason: 'permission-needed' })
    expect(report.needs).toEqual([{ host: 'issuer.example', url: ID, purpose: 'assertion' }])
  })

  it('refuses to look in a private network', async () => {
    const report = await verify({ ...assertion, id: 'https://192.168.0.1/a.json' }, site)
    expect(report).toMatchObject({ verdict: 'unverifiable', reason: 'address-refused' })
  })
})

describe('signed Open Badges 2.0', () => {
  const KEY = 'https://issuer.example/keys/1.json'
  const LIST = 'https://issuer.example/revoked.json'
  let privateKey: KeyObject
  let pem: string
  let otherKey: KeyObject
  let otherPem: string

  beforeAll(() => {
    const pair = () => generateKeyPairSync('rsa', { modulusLength: 2048 })
    const [own, other] = [pair(), pair()]
    privateKey = own.privateKey
    otherKey = other.privateKey
    pem = String(own.publicKey.export({ type: 'spki', format: 'pem' }))
    otherPem = String(other.publicKey.export({ type: 'spki', format: 'pem' }))
  })

  const signed = {
    ...assertion,
    id: 'urn:uuid:a953081a-4bbc-4927-8653-7219bca00e3b',
    verification: { type: 'SignedBadge', creator: KEY },
  }

  function pages(): Record<string, object> {
    return {
      [ISSUER]: { ...issuer, publicKey: KEY, revocationList: LIST },
      [BADGE]: badge,
      [KEY]: {
        '@context': CONTEXT,
        id: KEY,
        type: 'CryptographicKey',
        owner: ISSUER,
        publicKeyPem: pem,
      },
      [LIST]: {
        '@context': CONTEXT,
        id: LIST,
        type: 'RevocationList',
        issuer: ISSUER,
        revokedAssertions: [],
      },
    }
  }

  function sign(payload: object, key = privateKey, header: object = {}): Promise<string> {
    return new CompactSign(new TextEncoder().encode(JSON.stringify(payload)))
      .setProtectedHeader({ alg: 'RS256', ...header })
      .sign(key)
  }

  it('is authentic when a key that the issuer lists signed it', async () => {
    const report = await verify(await sign(signed), pages())
    expect(report).toMatchObject({
      verdict: 'authentic',
      currency: 'current',
      format: 'OpenBadges/2.0',
    })
    expect(outcomes(report)).toMatchObject({ proof: 'passed', key: 'passed', status: 'passed' })
  })

  it.each([
    ['a list of URLs', () => [KEY, 'https://issuer.example/keys/0.json']],
    ['an embedded key', () => ({ id: KEY, owner: ISSUER, publicKeyPem: pem })],
    ['a list with an embedded key', () => [{ id: KEY, owner: ISSUER, publicKeyPem: pem }]],
  ])('reads publicKey as %s', async (_, publicKey) => {
    const site = { ...pages(), [ISSUER]: { ...issuer, publicKey: publicKey() } }
    const report = await verify(await sign(signed), site)
    expect(report).toMatchObject({ verdict: 'authentic', authenticity: 'holds' })
    expect(report.checks.find(({ id }) => id === 'status')?.reasons[0]?.code).toBe(
      'no-status-published',
    )
  })

  it('does not verify once a letter was altered', async () => {
    const [head, , tail] = (await sign(signed)).split('.')
    const altered = Buffer.from(JSON.stringify({ ...signed, issuedOn: '2020-01-01' })).toString(
      'base64url',
    )
    const report = await verify([head, altered, tail].join('.'), pages())
    expect(report).toMatchObject({ verdict: 'invalid', reason: 'altered' })
    expect(outcomes(report)).toMatchObject({
      key: 'not-applicable',
      dates: 'not-applicable',
      status: 'not-applicable',
    })
  })

  it('refuses the attacker’s own key for a foreign issuer', async () => {
    const evil = 'https://evil.example/key.json'
    const forged = { ...signed, verification: { type: 'SignedBadge', creator: evil } }
    const report = await verify(await sign(forged, otherKey), {
      ...pages(),
      [evil]: { id: evil, type: 'CryptographicKey', owner: ISSUER, publicKeyPem: otherPem },
    })
    expect(report).toMatchObject({ verdict: 'invalid', reason: 'key-not-issuers' })
  })

  it('refuses a profile that the assertion embeds for a foreign issuer', async () => {
    const evil = { id: 'https://issuer.example/keys/evil', owner: ISSUER, publicKeyPem: otherPem }
    const forged = {
      ...signed,
      badge: { ...badge, issuer: { ...issuer, publicKey: evil } },
      verification: { type: 'SignedBadge', creator: evil.id },
    }
    const report = await verify(await sign(forged, otherKey), pages())
    expect(report).toMatchObject({ verdict: 'invalid', reason: 'key-not-issuers' })
  })

  it('refuses a key document that belongs to somebody else', async () => {
    const site = {
      ...pages(),
      [KEY]: { id: KEY, owner: 'https://other.example', publicKeyPem: pem },
    }
    const report = await verify(await sign(signed), site)
    expect(report).toMatchObject({ verdict: 'invalid', reason: 'key-not-issuers' })
  })

  it.each([
    ['revoked', '2020-01-01T00:00:00Z'],
    ['revoked', true],
    ['expires', '2020-01-01'],
    ['expires', 'soon'],
  ])('refuses a key that its issuer has ended: %s %j', async (property, end) => {
    const publicKey = { id: KEY, owner: ISSUER, publicKeyPem: pem, [property]: end }
    const site = { ...pages(), [ISSUER]: { ...issuer, publicKey } }
    expect(await verify(await sign(signed), site)).toMatchObject({
      verdict: 'invalid',
      reason: 'key-revoked',
    })
  })

  it('refuses a header key, and the algorithms that protect nothing', async () => {
    const jwk = otherKey.export({ format: 'jwk' })
    const headerKey = await verify(
      await sign(signed, otherKey, { jwk: { kty: 'RSA', n: jwk.n, e: jwk.e } }),
      pages(),
    )
    expect(headerKey).toMatchObject({ verdict: 'invalid', reason: 'altered' })
    const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
    const none = await verify(`${part({ alg: 'none' })}.${part(signed)}.AA`, pages())
    expect(none).toMatchObject({ verdict: 'invalid', reason: 'algorithm-refused' })
    const hmac = await verify(`${part({ alg: 'HS256' })}.${part(signed)}.AA`, pages())
    expect(hmac).toMatchObject({ verdict: 'invalid', reason: 'algorithm-refused' })
  })

  it.each([['id'], ['uid']])('is revoked when the list names its %s', async (property) => {
    const uid = 'abc-123'
    const revokedAssertions = [
      { [property]: property === 'id' ? signed.id : uid, revocationReason: 'Error' },
    ]
    const list = { id: LIST, issuer: ISSUER, revokedAssertions }
    const report = await verify(await sign({ ...signed, uid }), { ...pages(), [LIST]: list })
    expect(report).toMatchObject({ verdict: 'invalid', reason: 'revoked', authenticity: 'holds' })
  })

  it('needs a person when the revocation list does not answer', async () => {
    const report = await verify(await sign(signed), { ...pages(), [LIST]: answer(500) })
    expect(report).toMatchObject({ verdict: 'attention', currency: 'unknown' })
    expect(outcomes(report).status).toBe('unknown')
  })

  it('could not be checked when the issuer’s document is gone', async () => {
    const report = await verify(await sign(signed), { ...pages(), [ISSUER]: answer(404) })
    expect(report).toMatchObject({ verdict: 'unverifiable', reason: 'http-status' })
  })

  it('proves nothing as bare JSON without its signature', async () => {
    const report = await verify(signed, pages())
    expect(report).toMatchObject({ verdict: 'unverifiable', reason: 'no-proof' })
  })
})
