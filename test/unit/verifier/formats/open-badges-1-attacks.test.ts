/** What a cheat may host, and where, of Open Badges 1.0 and 1.1. */
import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import {
  assertion,
  assertion11,
  badge,
  BADGE,
  ID,
  issuer,
  ISSUER,
  site,
  site11,
  verify,
} from './open-badges-1-site'

const EVIL = 'https://evil.example/a.json'
const at = (url: string) => ({ verify: { type: 'hosted', url } })
const redirect = (location: string) => () =>
  new Response(null, { status: 302, headers: { location } })

describe('a cheat', () => {
  it.each<[string, object]>([
    ['names the badge class of a university', {}],
    ['embeds its badge class', { badge }],
    ['embeds its issuer with its id', { badge: { ...badge, issuer: { id: ISSUER, ...issuer } } }],
    [
      'gives the issuer a scope of 2.0',
      {
        badge: {
          ...badge,
          issuer: { id: ISSUER, verification: { allowedOrigins: ['evil.example'] }, ...issuer },
        },
      },
    ],
  ])('on a host of his own %s', async (_, change) => {
    const forged = { ...assertion, ...at(EVIL), ...change }
    const report = await verify(forged, { ...site, [EVIL]: forged })
    expect(report).toMatchObject({ verdict: 'invalid', reason: 'hosted-outside-scope' })
    expect(report.reasons[0]?.params).toEqual({
      host: 'evil.example',
      issuerHost: 'issuer.example',
    })
  })

  it('writes the issuer’s address over his own badge class', async () => {
    const own = 'https://evil.example/badge.json'
    const forged = { ...assertion, ...at(EVIL), badge: own }
    const report = await verify(forged, { ...site, [EVIL]: forged, [own]: badge })
    expect(report).toMatchObject({ verdict: 'invalid', reason: 'hosted-outside-scope' })
  })

  it('uses a host whose name begins with the issuer’s', async () => {
    const url = 'https://issuer.example.evil.example/a.json'
    const forged = { ...assertion, ...at(url) }
    const report = await verify(forged, { ...site, [url]: forged })
    expect(report).toMatchObject({ verdict: 'invalid', reason: 'hosted-outside-scope' })
  })

  it('sits beside the issuer on a host of many tenants', async () => {
    const host = 'https://raw.githubusercontent.com'
    const organization = `${host}/university/badges/issuer.json`
    const own = `${host}/university/badges/a.json`
    const forged = `${host}/cheat/badges/a.json`
    const hosted = { ...assertion, ...at(own), badge: { ...badge, issuer: organization } }
    const pages = {
      [organization]: issuer,
      [own]: hosted,
      [forged]: { ...hosted, ...at(forged) },
    }
    expect((await verify(hosted, pages)).verdict).toBe('authentic')
    expect(await verify({ ...hosted, ...at(forged) }, pages)).toMatchObject({
      verdict: 'invalid',
      reason: 'hosted-outside-scope',
    })
  })

  it('serves a document without any terms of Open Badges', async () => {
    const embedded = { id: ISSUER, verification: { allowedOrigins: ['evil.example'] } }
    const odd = {
      id: EVIL,
      badge: { name: 'Robotics', issuer: embedded },
      recipient: 'a@b.example',
    }
    for (const body of [odd, { ...odd, recipient: {} }, { ...odd, verification: {} }]) {
      const report = await verify({ ...assertion, ...at(EVIL) }, { ...site, [EVIL]: body })
      expect(['authentic', 'trusted', 'attention']).not.toContain(report.verdict)
    }
  })

  it('bakes the address of another’s genuine badge into his own picture', async () => {
    const mine = { ...assertion, recipient: { type: 'email', identity: 'eve@x.example' } }
    expect(await verify(mine, site)).toMatchObject({
      verdict: 'attention',
      reason: 'baked-copy-differs',
    })
    const renamed = { ...assertion, badge: { ...badge, name: 'Doctor of Medicine' } }
    const report = await verify(renamed, site)
    expect(report).toMatchObject({ verdict: 'attention', reason: 'baked-copy-differs' })
    expect(report.credential?.achievements[0]?.name).toEqual({ und: 'Robotics' })
  })

  const EVE = 'sha256$' + createHash('sha256').update('eve@x.example').digest('hex')

  it.each<[string, unknown, object?]>([
    ['a name', 'eve@x.example'],
    ['a name in a list', ['eve@x.example']],
    ['a hash', EVE],
    ['a hash with a salt', EVE, { salt: 'sea' }],
    ['the right name with a salt', 'ada@example.org', { salt: 'sea' }],
    ['a number', 7],
    ['true', true],
    ['a list in a list', [['eve@x.example']]],
  ])('writes himself into the baked copy as %s', async (_, recipient, beside = {}) => {
    const report = await verify({ ...assertion, recipient, ...beside }, site)
    expect(report).toMatchObject({ verdict: 'attention', reason: 'baked-copy-differs' })
    expect(report.reasons[0]?.params).toEqual({ properties: ['recipient'] })
    const later = { ...assertion11, recipient, ...beside }
    expect((await verify(later, site11)).reason).toBe('baked-copy-differs')
  })

  it('writes another recipient into the baked copy of a badge that names its own as 0.5 did', async () => {
    const hosted = { ...assertion, recipient: 'sha256$00ff', salt: 'sea' }
    const pages = { ...site, [ID]: hosted }
    const baked = { ...hosted, recipient: EVE }
    expect((await verify(baked, pages)).reason).toBe('baked-copy-differs')
    expect((await verify({ ...hosted, salt: 'lake' }, pages)).reason).toBe('baked-copy-differs')
  })

  it('lets a host of his own lead to a genuine badge', async () => {
    const report = await verify({ ...assertion, ...at(EVIL) }, { ...site, [EVIL]: assertion })
    expect(report).toMatchObject({ verdict: 'attention', reason: 'baked-copy-differs' })
    expect(report.credential?.id).toBe(ID)
  })

  it('finds an open redirect on the issuer’s host', async () => {
    const url = 'https://issuer.example/go?to=evil'
    const forged = { ...assertion, ...at(url) }
    expect(await verify(forged, { ...site, [url]: redirect(EVIL), [EVIL]: forged })).toMatchObject({
      verdict: 'unverifiable',
      reason: 'redirect-refused',
    })
    const pages = { ...site, [ISSUER]: redirect(EVIL), [EVIL]: issuer }
    expect(await verify(assertion, pages)).toMatchObject({
      verdict: 'unverifiable',
      reason: 'redirect-refused',
    })
  })
})

describe('a host', () => {
  it('that returns another badge proves nothing of the one asked for', async () => {
    const other = { ...assertion, uid: 'other', ...at('https://issuer.example/assertions/2.json') }
    const third = { ...assertion, ...at('https://issuer.example/assertions/3.json') }
    const pages = { ...site, [ID]: other, [other.verify.url]: third }
    expect(await verify(assertion, pages)).toMatchObject({
      verdict: 'unverifiable',
      reason: 'hosted-id-differs',
    })
  })

  it('that returns an assertion without an address of its own proves nothing', async () => {
    const { verify: _, ...nameless } = assertion
    expect((await verify(assertion, { ...site, [ID]: nameless })).verdict).toBe('unverifiable')
    const empty = { ...assertion, verify: {} }
    expect((await verify(assertion, { ...site, [ID]: empty })).verdict).toBe('unverifiable')
  })

  it('that sends https on to http is not followed', async () => {
    const pages = { ...site, [ID]: redirect('http://issuer.example/plain.json') }
    const upgraded = { ...assertion, ...at(ID.replace('https:', 'http:')) }
    expect(await verify(upgraded, pages)).toMatchObject({
      verdict: 'unverifiable',
      reason: 'https-only',
    })
  })

  it('of somebody else that keeps the badge class is for a person to look at', async () => {
    const elsewhere = 'https://cdn.example/badge.json'
    const hosted = { ...assertion, badge: elsewhere }
    const report = await verify(hosted, { ...site, [ID]: hosted, [elsewhere]: badge })
    expect(report).toMatchObject({ verdict: 'attention', reason: 'badge-class-elsewhere' })
    const moved = { ...site, [BADGE]: redirect(elsewhere), [elsewhere]: badge }
    expect(await verify(assertion, moved)).toMatchObject({ reason: 'badge-class-elsewhere' })
  })

  it('whose issuer document calls itself by another id is not that issuer (1.1)', async () => {
    const context = 'https://w3id.org/openbadges/v1'
    const other = { '@context': context, id: 'https://issuer.example/other.json', ...issuer }
    expect(await verify(assertion, { ...site, [ISSUER]: other })).toMatchObject({
      verdict: 'unverifiable',
      reason: 'issuer-document-unreadable',
    })
  })
})
