/** Where the badge class of an award is kept. */
import { describe, expect, it } from 'vitest'
import { verifyBadge } from '../../../../src/verifier'
import { fakeWeb } from '../fake-web'
import {
  assertion,
  badge,
  BADGE,
  ID,
  issuer,
  ISSUER,
  NOW,
  site,
  verify,
} from '../formats/open-badges-2-site'

const ELSEWHERE = 'https://cdn.example/badge.json'
const redirect = (location: string) => () =>
  new Response(null, { status: 302, headers: { location } })
const LIST = [{ id: 'https://list.example', name: 'L', issuers: [{ id: ISSUER, name: 'U' }] }]

function judged(pages: Record<string, object>) {
  const { fetch } = fakeWeb({ ...site, ...pages })
  return verifyBadge({ url: ID }, { fetch, now: () => NOW, trustLists: LIST })
}

const of = (url: string) => ({ [ID]: { ...assertion, badge: url } })

describe('a badge class of 2.0', () => {
  it('on a host of somebody else is for a person to look at', async () => {
    const report = await judged({ ...of(ELSEWHERE), [ELSEWHERE]: { ...badge, id: ELSEWHERE } })
    expect(report).toMatchObject({ verdict: 'attention', reason: 'badge-class-elsewhere' })
    expect(report.reasons[0]?.params).toEqual({
      ...{ host: 'cdn.example', issuerHost: 'issuer.example' },
    })
  })

  it.each([ELSEWHERE, BADGE])('that moved to one is, too, as %s', async (id) => {
    const report = await judged({ [BADGE]: redirect(ELSEWHERE), [ELSEWHERE]: { ...badge, id } })
    expect(report).toMatchObject({ verdict: 'attention', reason: 'badge-class-elsewhere' })
  })

  it('in a home directory of the issuer’s host is, too', async () => {
    const url = 'https://issuer.example/~student/badge.json'
    const report = await judged({ ...of(url), [url]: { ...badge, id: url } })
    expect(report).toMatchObject({ verdict: 'attention', reason: 'badge-class-elsewhere' })
  })

  it('may be on a host that the issuer allows for assertions', async () => {
    const allowedOrigins = ['issuer.example', 'cdn.example']
    const report = await judged({
      ...{ ...of(ELSEWHERE), [ELSEWHERE]: { ...badge, id: ELSEWHERE } },
      [ISSUER]: { ...issuer, verification: { allowedOrigins } },
    })
    expect(report.verdict).toBe('trusted')
  })

  it('need not lie beneath where the issuer’s assertions begin', async () => {
    const startsWith = 'https://issuer.example/assertions/'
    expect(await judged({ [ISSUER]: { ...issuer, verification: { startsWith } } })).toMatchObject({
      verdict: 'trusted',
    })
  })

  it('may be found by http, by a hint of its holder, or behind a redirect on its site', async () => {
    const moved = 'https://issuer.example/v2/badge.json'
    const hinted = `${BADGE}?identity__email=ada%40example.org`
    for (const pages of [
      of(BADGE.replace('https:', 'http:')),
      of(hinted),
      { [BADGE]: redirect(moved), [moved]: { ...badge, id: moved } },
      { [BADGE]: redirect(moved), [moved]: badge },
    ])
      expect((await judged(pages)).verdict).toBe('trusted')
  })

  it('that stands in the assertion has no place of its own', async () => {
    expect((await judged({ [ID]: { ...assertion, badge } })).verdict).toBe('trusted')
  })
})

describe('honest platforms', () => {
  it.each([
    [
      'https://api.credly.com/v1/obi/v2/badge_assertions/1',
      'https://api.credly.com/v1/obi/v2/issuers/2/badge_classes/3',
      'https://api.credly.com/v1/obi/v2/issuers/2',
    ],
    [
      'https://api.badgr.io/public/assertions/a?identity__email=ada%40example.org',
      'https://api.badgr.io/public/badges/b?v=2_0',
      'https://api.badgr.io/public/issuers/c?v=2_0',
    ],
  ])('keep all on one host: %s', async (id, badgeId, issuerId) => {
    const hosted = { ...assertion, id, badge: badgeId }
    const class2 = { ...badge, id: badgeId, issuer: issuerId }
    const pages = {
      ...{ [id.split('?')[0] ?? '']: hosted, [badgeId]: class2 },
      [issuerId]: { ...issuer, id: issuerId },
    }
    expect((await verify(hosted, pages)).verdict).toBe('authentic')
  })
})
