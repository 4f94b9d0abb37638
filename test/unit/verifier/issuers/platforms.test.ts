import { describe, expect, test } from 'vitest'
import { platformOf, PLATFORMS, type Platform } from '../../../../src/verifier/issuers/platforms'
import { recogniseIssuer } from '../../../../src/verifier/issuers/trust-lists'

const VETTING: Platform = {
  ...{ name: 'Careful', admits: 'vetted', sites: ['careful.example'] },
  issuers: 'https://api.careful.example/issuers/',
  ...{ source: 'https://careful.example/how', read: '2026-01-01' },
}

const recognise = (id: string, claimedName?: string, platforms?: Platform[]) =>
  recogniseIssuer({ id, claimedName, achievements: [], now: new Date(0) }, [], platforms)

describe('a badge of a platform', () => {
  test.each([
    ['https://api.badgr.io/public/issuers/abc', 'Badgr', 'anybody'],
    ['https://www.credly.com/organizations/x', 'Credly', 'undocumented'],
    ['did:web:www.credly.com:api:v1:obi:v3:issuers:ede32dcc', 'Credly', 'undocumented'],
    ['https://api.edubadges.nl/public/issuers/abc', 'edubadges', 'members'],
  ])('%s is issued through %s, and known by nobody', (id, platform, admits) => {
    const { standing, check } = recognise(id, 'A Famous University')
    expect(standing).toBe('unknown')
    expect(check.reasons).toMatchObject([
      { code: 'issuer-unknown' },
      { code: 'issuer-on-platform', params: { platform, admits } },
    ])
  })

  test.each([
    'https://credly.com.evil.example/issuer',
    'https://notcredly.com/issuer',
    'https://credly.com@evil.example/issuer',
    'https://evil.example/credly.com',
    'https://www.credly.com:8443/issuer',
    'did:web:evil.example:www.credly.com',
    'did:web:www.credly.com%3A8443',
    'did:key:z6MkhaXgBZDvotDkL5257faiztiGiC2QtKLGpbnnEGta2doK',
    'credly.com',
    '',
  ])('%s is not', (id) => {
    expect(platformOf(id, PLATFORMS)).toBeUndefined()
  })
})

describe('a platform that vets its issuers', () => {
  test('vouches for issuers among its own', () => {
    const { standing, check } = recognise(`${VETTING.issuers}abc`, 'School', [VETTING])
    expect(standing).toBe('vetted')
    expect(check).toMatchObject({
      outcome: 'passed',
      reasons: [{ code: 'issuer-vetted', params: { name: 'School', platform: 'Careful' } }],
    })
  })

  test.each([
    'https://api.careful.example/uploads/issuer.json',
    'https://api.careful.example/issuers/../uploads/issuer.json',
    'https://api.careful.example/issuers/..%2Fuploads/issuer.json',
    'https://api.careful.example/issuers/..%252Fuploads/issuer.json',
    'https://api.careful.example/issuers/..;/uploads/issuer.json',
    'https://users.careful.example/issuers/abc',
    'http://api.careful.example/issuers/abc',
    'https://api.careful.example/issuers/abc?redirect=evil',
    'https://api.careful.example/issuers/abc#evil',
    'https://api.careful.example.evil.example/issuers/abc',
    'did:web:api.careful.example:issuers:abc',
  ])('does not vouch for %s', (id) => {
    expect(recognise(id, 'School', [VETTING]).standing).toBe('unknown')
  })

  test('does not vouch for its whole host', () => {
    const whole = { ...VETTING, issuers: 'https://api.careful.example/' }
    const issuer = { id: 'https://api.careful.example', claimedName: 'School', achievements: [] }
    const judged = (originOnly?: true) =>
      recogniseIssuer({ ...issuer, originOnly, now: new Date(0) }, [], [whole]).standing
    expect(judged()).toBe('vetted')
    expect(judged(true)).toBe('unknown')
  })

  test('cannot vouch for an issuer without a name', () => {
    expect(recognise(`${VETTING.issuers}abc`, undefined, [VETTING]).standing).toBe('unknown')
  })
})

test('every platform names the public word that it goes by, and says when it was read', () => {
  for (const { name, source, read, sites, admits, issuers } of PLATFORMS) {
    expect(source, name).toMatch(/^https:\/\//)
    expect(read, name).toMatch(/^20\d\d-\d\d-\d\d$/)
    expect(sites, name).not.toEqual([])
    expect(issuers !== undefined, name).toBe(admits === 'vetted')
  }
})
