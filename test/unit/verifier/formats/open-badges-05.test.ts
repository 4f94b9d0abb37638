/** Open Badges 0.5: one document, and an address that somebody else tells. */
import { describe, expect, it } from 'vitest'
import { judgeAgain, verifyBadge } from '../../../../src/verifier'
import { bakePng } from '../../../../src/verifier/unbake/bake'
import { answer, fakeWeb } from '../fake-web'
import { picture } from '../unbake/png-files'
import { assertion, assertion05, ID, NOW, outcomes, site, verify } from './open-badges-1-site'

const EVIL = 'https://evil.example/a.json'
const redirect = (location: string) => () =>
  new Response(null, { status: 302, headers: { location } })

/** A picture with a bare address in a `tEXt` chunk, as the first bakers wrote it. */
function located(url: string, pages: Record<string, object>, recipients: string[] = []) {
  const bytes = bakePng(picture(), url, { keyword: 'openbadges', chunk: 'tEXt' })
  return verifyBadge({ bytes }, { fetch: fakeWeb(pages).fetch, now: () => NOW, recipients })
}

const withIssuer = (change: object) => ({
  ...assertion05,
  badge: { ...assertion05.badge, issuer: { ...assertion05.badge.issuer, ...change } },
})

describe('Open Badges 0.5 by the address in the image', () => {
  it('is authentic when the origin of its issuer returns it', async () => {
    const report = await located(ID, { [ID]: assertion05 })
    expect(report).toMatchObject({
      verdict: 'authentic',
      format: 'OpenBadges/0.5',
      issuer: { id: 'https://issuer.example', claimedName: 'Example University' },
      source: { carrier: 'png-text' },
    })
    expect(outcomes(report)).toMatchObject({ proof: 'passed', key: 'passed', status: 'passed' })
    expect(report.credential).toMatchObject({
      id: ID,
      issuedOn: '2013-01-26',
      evidence: [{ url: 'https://issuer.example/work/f2c20.html' }],
      issuer: { email: 'badges@issuer.example', description: { und: 'Faculty of Engineering' } },
    })
    expect(report.credential?.achievements[0]).toMatchObject({
      name: { und: 'Robotics' },
      image: { url: 'https://issuer.example/badges/robotics.png' },
      criteria: { url: 'https://issuer.example/badges/robotics.html' },
    })
  })

  it('is told from 1.0 by its shape, whatever version its badge claims', async () => {
    const claims = { ...assertion05, badge: { ...assertion05.badge, version: '1.0.0' } }
    const report = await located(ID, { [ID]: claims })
    expect(report).toMatchObject({ verdict: 'authentic', format: 'OpenBadges/0.5' })
  })

  it.each([
    ['http://issuer.example', 'http://issuer.example'],
    ['https://issuer.example/', 'https://issuer.example'],
  ])('takes %s for an origin', async (origin, id) => {
    const report = await located(ID, { [ID]: withIssuer({ origin }) })
    expect(report).toMatchObject({ verdict: 'authentic', issuer: { id } })
  })

  it('is found behind a redirect to its issuer’s own site', async () => {
    const short = 'https://short.example/1'
    const report = await located(short, { [short]: redirect(ID), [ID]: assertion05 })
    expect(report).toMatchObject({ verdict: 'authentic', issuer: { id: 'https://issuer.example' } })
  })

  it.each([
    ['expires', '2013-02-01', 'expired'],
    ['expires', '1359217911', 'expired'],
    ['expires', 1359217911000, 'expired'],
    ['expires', '2013-02-01 10:00:00', 'expired'],
    ['validUntil', '2013-02-01', 'expired'],
    ['validFrom', '2030-01-01', 'future'],
    ['issued_on', '2030-01-01', 'future'],
    ['expires', 'soon', 'unknown'],
  ])('does not overlook %s %s', async (name, date, currency) => {
    const report = await located(ID, { [ID]: { ...assertion05, [name]: date } })
    expect(report).toMatchObject({ verdict: 'attention', currency })
  })

  it('has no end where its expires is empty', async () => {
    const report = await located(ID, { [ID]: { ...assertion05, expires: '' } })
    expect(report).toMatchObject({ verdict: 'authentic', conformity: 'conforms' })
  })

  it('may leave its date out, but not its recipient', async () => {
    const { issued_on: _, ...undated } = assertion05
    expect((await located(ID, { [ID]: undated })).verdict).toBe('authentic')
  })

  it('knows its holder by the address, plain or salted', async () => {
    const ada = ['ada@example.org']
    expect((await located(ID, { [ID]: assertion05 }, ada)).holder).toBe('matches')
    // printf 'ada@example.orgdeadsea' | sha256sum
    const recipient = 'sha256$4018b7cec54d6d5cc3ec76749ea071574112349b9cb7600bfdd2bf667dfb0e5d'
    const hashed = { ...assertion05, recipient, salt: 'deadsea' }
    expect((await located(ID, { [ID]: hashed }, ada)).holder).toBe('matches')
    expect((await located(ID, { [ID]: hashed }, ['eve@example.org'])).holder).toBe('differs')
  })

  it('is withdrawn by 410 and by revoked: true', async () => {
    expect(await located(ID, { [ID]: answer(410) })).toMatchObject({
      verdict: 'invalid',
      reason: 'gone',
    })
    for (const body of [{ revoked: true }, { ...assertion05, revoked: true }]) {
      const report = await located(ID, { [ID]: body })
      expect(report).toMatchObject({ verdict: 'invalid', reason: 'revoked' })
    }
  })

  it('leads to an assertion of 1.0 as well', async () => {
    const report = await located(ID, site)
    expect(report).toMatchObject({ verdict: 'authentic', format: 'OpenBadges/1.0' })
    const mirror = 'https://mirror.example/1'
    const mirrored = await located(mirror, { ...site, [mirror]: assertion })
    expect(mirrored).toMatchObject({ verdict: 'authentic', credential: { id: ID } })
  })
})

describe('attacks on Open Badges 0.5', () => {
  it.each<[string, object]>([
    ['another site’s origin', {}],
    ['a scope', { verification: { allowedOrigins: ['evil.example'], startsWith: EVIL } }],
    ['an id', { id: 'https://evil.example' }],
  ])('a cheat’s host that claims %s', async (_, change) => {
    const report = await located(EVIL, { [EVIL]: withIssuer(change) })
    expect(report).toMatchObject({ verdict: 'invalid', reason: 'hosted-outside-scope' })
  })

  it('an open redirect on the issuer’s host', async () => {
    const url = 'https://issuer.example/go?to=evil'
    const report = await located(url, { [url]: redirect(EVIL), [EVIL]: assertion05 })
    expect(report).toMatchObject({ verdict: 'invalid', reason: 'hosted-outside-scope' })
  })

  it('an origin that is the id of an issuer on a trust list', async () => {
    const issuers = [{ id: 'https://issuer.example/organization.json', name: 'Example University' }]
    const trustLists = [{ id: 'https://list.example', name: 'List', issuers }]
    const { fetch } = fakeWeb({ [ID]: withIssuer({ origin: issuers[0]?.id }) })
    const report = await verifyBadge({ url: ID }, { fetch, now: () => NOW, trustLists })
    expect(report).toMatchObject({ verdict: 'unverifiable', reason: 'property-invalid' })
  })

  it.each(['https://issuer.example', 'https://issuer.example/'])(
    'an upload to the site that a list names: %s',
    async (id) => {
      const trustLists = [{ id: 'https://list.example', name: 'L', issuers: [{ id, name: 'U' }] }]
      const { fetch } = fakeWeb({ [ID]: assertion05 })
      const report = await verifyBadge({ url: ID }, { fetch, now: () => NOW, trustLists })
      expect(report).toMatchObject({ verdict: 'authentic', issuer: { standing: 'unknown' } })
      expect(JSON.stringify(report.reasons)).not.toContain('listed')
      expect(judgeAgain(report, NOW, trustLists)).toEqual(report)
    },
  )

  it.each([undefined, '', 'issuer.example', 'ftp://issuer.example', 7, ['https://issuer.example']])(
    'an origin that is none: %j',
    async (origin) => {
      const report = await located(ID, { [ID]: withIssuer({ origin }) })
      expect(report).toMatchObject({ verdict: 'unverifiable', authenticity: 'unknown' })
    },
  )

  it('a whole host of many tenants as origin', async () => {
    const host = 'https://raw.githubusercontent.com'
    const url = `${host}/cheat/a.json`
    const report = await located(url, { [url]: withIssuer({ origin: host }) })
    expect(report).toMatchObject({ verdict: 'invalid', reason: 'hosted-outside-scope' })
  })

  it('the whole document in the image, which nobody vouches for', async () => {
    const report = await verify(assertion05, { [ID]: assertion05 })
    expect(report).toMatchObject({ verdict: 'unverifiable', reason: 'property-missing' })
    expect(report.requests).toEqual([])
  })

  it('the document from a page that says where it was read', async () => {
    const text = JSON.stringify({ ...assertion05, recipient: 'eve@x.example' })
    const { fetch } = fakeWeb({ [ID]: assertion05 })
    const report = await verifyBadge({ text, url: ID }, { fetch, now: () => NOW })
    expect(report.credential?.recipient.identities[0]?.value).toBe('ada@example.org')
    const gone = await verifyBadge({ text, url: ID }, { fetch: fakeWeb({}).fetch, now: () => NOW })
    expect(gone.verdict).toBe('unverifiable')
  })
})
