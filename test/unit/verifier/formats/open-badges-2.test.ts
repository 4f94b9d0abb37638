import { describe, expect, it } from 'vitest'
import { verifyBadge } from '../../../../src/verifier'
import { answer, fakeWeb } from '../fake-web'
import {
  assertion,
  badge,
  BADGE,
  ID,
  issuer,
  ISSUER,
  NOW,
  outcomes,
  site,
  verify,
} from './open-badges-2-site'

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

  it('keeps the text that the host returned, where what led to it says more', async () => {
    const found = { ...assertion, badge: { ...badge, id: undefined, name: 'PhD in Everything' } }
    const url = 'https://learner.example/my.json'
    const { fetch } = fakeWeb({ ...site, [url]: found })
    const report = await verifyBadge({ url }, { fetch, now: () => NOW })
    expect(report.verdict).toBe('authentic')
    expect(report.credential?.achievements[0]?.name).toEqual({ und: 'Data Analysis Foundations' })
    expect(report.source.text).toContain('PhD in Everything')
    expect(report.source.servedText).toBe(JSON.stringify(assertion))
    expect((await verify(assertion, site)).source).not.toHaveProperty('servedText')
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

  it.each<[string, unknown]>([
    ['issuer.verification.startsWith', { startsWith: { url: 'https://issuer.example/b/' } }],
    ['issuer.verification.startsWith', { startsWith: [{ id: 'https://issuer.example/b/' }] }],
    ['issuer.verification.allowedOrigins', { allowedOrigins: [7] }],
    ['issuer.verification', 'https://issuer.example/b/'],
  ])('takes no default for a scope that it cannot read: %s', async (property, scope) => {
    const report = await verify(assertion, {
      ...site,
      [ISSUER]: { ...issuer, verification: scope },
    })
    expect(report).toMatchObject({ verdict: 'unverifiable', reason: 'property-invalid' })
    expect(report.reasons[0]?.params).toMatchObject({ property })
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
    const pages = {
      ...site,
      [id]: () => new Response(null, { status: 302, headers: { location: target } }),
      [target]: forged,
    }
    const report = await verify(forged, pages)
    // Nobody showed that it is forged: it could not be confirmed from where the issuer speaks.
    expect(report).toMatchObject({
      verdict: 'unverifiable',
      authenticity: 'unknown',
      reason: 'redirect-refused',
    })
    expect(report.reasons[0]?.params).toEqual({ host: 'issuer.example' })
    expect(outcomes(report)).toMatchObject({ proof: 'unknown', key: 'not-applicable' })
    const allowed = { ...issuer, verification: { allowedOrigins: ['issuer.example'] } }
    expect((await verify(forged, { ...pages, [ISSUER]: allowed })).reason).toBe('redirect-refused')
    const both = { allowedOrigins: ['issuer.example', 'evil.example'] }
    const moved = { ...pages, [ISSUER]: { ...issuer, verification: both } }
    expect((await verify(forged, moved)).verdict).toBe('authentic')
  })

  it('says that an id is outside of the scope, wherever it redirects to', async () => {
    const id = 'https://cheap.example/a.json'
    const forged = { ...assertion, id }
    const report = await verify(forged, {
      ...site,
      [id]: () => new Response(null, { status: 302, headers: { location: ID } }),
      [ID]: forged,
    })
    expect(report).toMatchObject({ verdict: 'invalid', reason: 'hosted-outside-scope' })
    expect(report.reasons[0]?.params).toMatchObject({ host: 'cheap.example' })
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

  it.each([
    ...[1, 'yes', [], {}, { reason: 'fraud' }, { '@value': null }, { '@value': {} }],
    { type: 'xsd:boolean', value: true },
  ])('does not take revoked: %j for "not revoked"', async (word) => {
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
