import { describe, expect, it } from 'vitest'
import { verifyBadge } from '../../../../src/verifier'
import { answer, fakeWeb } from '../fake-web'
import {
  assertion,
  assertion05,
  assertion11,
  badge,
  BADGE,
  ID,
  issuer,
  ISSUER,
  NOW,
  outcomes,
  site,
  site11,
  verify,
} from './open-badges-1-site'

const codesOf = (report: Awaited<ReturnType<typeof verify>>, id: string) =>
  report.checks.find((check) => check.id === id)?.reasons.map(({ code }) => code)

describe('hosted Open Badges 1.0 and 1.1', () => {
  it.each([
    ['OpenBadges/1.0', assertion, site],
    ['OpenBadges/1.1', assertion11, site11],
  ])('%s is authentic when the issuer’s own site returns it', async (format, baked, pages) => {
    const report = await verify(baked, pages)
    expect(report).toMatchObject({
      verdict: 'authentic',
      reason: 'issuer-unknown',
      format,
      currency: 'current',
      issuer: { id: ISSUER, claimedName: 'Example University' },
    })
    expect(outcomes(report)).toMatchObject({
      format: 'passed',
      proof: 'passed',
      key: 'passed',
      copy: 'passed',
      dates: 'passed',
      status: 'passed',
    })
    expect(report.requests.map(({ url }) => url)).toEqual([ID, BADGE, ISSUER])
  })

  it('is the same in other words', async () => {
    const { verify: proof, recipient, ...rest } = assertion11
    const spelled = {
      ...rest,
      type: 'obi:Assertion',
      'obi:verify': proof,
      'obi:recipient': recipient,
    }
    const report = await verify(spelled, { ...site11, [ID]: spelled })
    expect(report).toMatchObject({ verdict: 'authentic', format: 'OpenBadges/1.1' })
    const revoked = { ...spelled, 'obi:revoked': true }
    expect((await verify(spelled, { ...site11, [ID]: revoked })).verdict).toBe('invalid')
  })

  it('is read into the one model, its date from Unix seconds and its alignment by its own words', async () => {
    const { credential } = await verify(assertion, site)
    expect(credential).toMatchObject({
      id: ID,
      format: 'OpenBadges/1.0',
      issuedOn: '2013-01-26T16:31:50.000Z',
      issuer: { id: ISSUER, name: { und: 'Example University' }, email: 'badges@issuer.example' },
      recipient: { identities: [{ type: 'email', value: 'ada@example.org', hashed: false }] },
      evidence: [{ url: 'https://issuer.example/work/f2c20.html' }],
    })
    expect(credential?.achievements[0]).toMatchObject({
      id: BADGE,
      name: { und: 'Robotics' },
      criteria: { url: 'https://issuer.example/badges/robotics.html' },
      tags: ['robots'],
      alignments: [
        {
          targetName: { und: 'RST.11-12.3' },
          targetUrl: 'https://standards.example/3',
          targetDescription: { und: 'Multistep procedures' },
        },
      ],
    })
  })

  it.each([
    ...['1359217910', '2013-01-26', 1359217910, 1359217910000, '1359217910000'],
    ...['2013-01-26 16:31:50', '2013-01-26 16:31:50 UTC', '2013-01-26 16:31:50 +0000'],
  ])('reads issuedOn %j', async (issuedOn) => {
    const report = await verify(assertion, { ...site, [ID]: { ...assertion, issuedOn } })
    expect(report).toMatchObject({ verdict: 'authentic', currency: 'current' })
    expect(report.credential?.issuedOn).toContain('2013-01-26')
  })

  it.each([
    [1359217911, 'expired'],
    [1359217911000, 'expired'],
    ['1359217911000', 'expired'],
    ['2013-02-01 10:00:00', 'expired'],
    [1, 'unknown'],
    ['null', 'unknown'],
    [['2013-02-01', '2099-01-01'], 'unknown'],
    ['2013-02-01', 'expired'],
    ['last summer', 'unknown'],
    [13592179110, 'unknown'],
    [{ at: 1 }, 'unknown'],
  ])('does not overlook expires %j', async (expires, currency) => {
    const report = await verify(assertion, { ...site, [ID]: { ...assertion, expires } })
    expect(report.verdict).not.toBe('authentic')
    expect(report).toMatchObject({ currency })
  })

  it.each(['', ' ', 0, '0', false, null])(
    'has no end by an expires that is there and empty: %j',
    async (expires) => {
      const report = await verify(assertion, { ...site, [ID]: { ...assertion, expires } })
      expect(report).toMatchObject({ verdict: 'authentic', conformity: 'conforms' })
      expect(report.credential).not.toHaveProperty('validUntil')
      if (expires !== null) expect(codesOf(report, 'format')).toContain('property-invalid')
    },
  )

  it.each([
    [{ validUntil: '2013-02-01' }, 'expired'],
    [{ validUntil: '2013-02-01T00:00:00Z', expires: '2099-01-01' }, 'expired'],
    [{ validUntil: '2013-02-01', expires: '' }, 'expired'],
    [{ validUntil: '2099-01-01', expires: '2013-02-01' }, 'expired'],
    [{ validUntil: 'some day' }, 'unknown'],
    [{ validUntil: '' }, 'unknown'],
    [{ validFrom: '2099-01-01' }, 'future'],
    [{ validFrom: '2012-01-01', validUntil: '2099-01-01' }, 'current'],
  ])('heeds the words of a later standard: %j', async (dates, currency) => {
    const verdict = currency === 'current' ? 'authentic' : 'attention'
    const report = await verify(assertion, { ...site, [ID]: { ...assertion, ...dates } })
    expect(report).toMatchObject({ verdict, currency })
    const bare = await verify(assertion11, { ...site11, [ID]: { ...assertion11, ...dates } })
    expect(bare).toMatchObject({ verdict, currency })
  })

  it.each(['hosted', 'Hosted', 'HostedBadge', 'HostedVerification'])(
    'is hosted by verify.type %s',
    async (type) => {
      const hosted = { ...assertion, verify: { type, url: ID } }
      expect((await verify(hosted, { ...site, [ID]: hosted })).verdict).toBe('authentic')
    },
  )

  it('asks for an address with a query as it is written, and by https where it says http', async () => {
    const url = 'https://issuer.example/badges/assertion.php?b=0123abcd&obversion=1'
    const hosted = { ...assertion, verify: { type: 'hosted', url } }
    expect((await verify(hosted, { ...site, [url]: hosted })).verdict).toBe('authentic')
    const old = {
      ...assertion,
      badge: BADGE.replace('https:', 'http:'),
      verify: { type: 'hosted', url: ID.replace('https:', 'http:') },
    }
    const pages = { ...site, [ID]: old, [BADGE]: { ...badge, issuer: ISSUER.replace('s:', ':') } }
    expect((await verify(old, pages)).verdict).toBe('authentic')
  })

  it('reads a copy that only says where the assertion is', async () => {
    const report = await verify({ verify: { url: ID } }, site)
    expect(report).toMatchObject({ verdict: 'authentic', format: 'OpenBadges/1.0' })
  })

  it('reads an assertion that its host now serves in the terms of 2.0', async () => {
    const context = { '@context': 'https://w3id.org/openbadges/v2' }
    const pages = {
      [ISSUER]: { ...context, type: 'Issuer', ...issuer, id: ISSUER },
      [BADGE]: { ...context, type: 'BadgeClass', id: BADGE, name: 'Robotics', issuer: ISSUER },
      [ID]: {
        ...context,
        type: 'Assertion',
        id: ID,
        recipient: assertion.recipient,
        badge: BADGE,
        issuedOn: '2013-01-26T16:31:50Z',
        verification: { type: 'HostedBadge' },
      },
    }
    expect(await verify(assertion, pages)).toMatchObject({ verdict: 'authentic' })
    const other = { ...assertion, recipient: { ...assertion.recipient, identity: 'eve@x.example' } }
    expect(await verify(other, pages)).toMatchObject({ reason: 'baked-copy-differs' })
  })

  // "the property name should be `example.org:foo`" (1.0, "Additional Properties")
  it('allows properties of the issuer’s own beside those of the standard', async () => {
    const own = { 'issuer.example:course': 'ROB-1', 'issuer.example:room': { no: 7 } }
    const hosted = { ...assertion, ...own }
    const pages = {
      [ISSUER]: { ...issuer, ...own },
      [BADGE]: { ...badge, ...own },
      [ID]: hosted,
    }
    expect(await verify(hosted, pages)).toMatchObject({
      verdict: 'authentic',
      credential: { issuedOn: '2013-01-26T16:31:50.000Z' },
    })
    const old = { ...assertion05, ...own }
    const { fetch } = fakeWeb({ [ID]: old })
    const report = await verifyBadge({ url: ID }, { fetch, now: () => NOW })
    expect(report).toMatchObject({ verdict: 'authentic', format: 'OpenBadges/0.5' })
  })

  it('does not take the issuer’s homepage for the issuer', async () => {
    const famous = { ...issuer, url: 'https://www.harvard.edu' }
    const report = await verify(assertion, { ...site, [ISSUER]: famous })
    expect(report.issuer.id).toBe(ISSUER)
  })

  it.each([
    ['a badge class that stands in the assertion', { badge }, 'authentic', 'issuer-unknown'],
    [
      'an issuer that stands there with its id',
      { badge: { ...badge, issuer: { id: ISSUER, name: 'X' } } },
      'authentic',
      'issuer-unknown',
    ],
    [
      'an issuer that stands there without an address',
      { badge: { ...badge, issuer } },
      'unverifiable',
      'property-missing',
    ],
  ])('judges %s', async (_, change, verdict, reason) => {
    const hosted = { ...assertion, ...change }
    const report = await verify(hosted, { ...site, [ID]: hosted })
    expect(report).toMatchObject({ verdict, reason })
    expect(report.issuer.claimedName).not.toBe('X')
  })

  it('names the kind of verification that it does not know', async () => {
    const report = await verify({ ...assertion, verify: { type: 'blockchain', url: ID } }, site)
    expect(report).toMatchObject({ verdict: 'unverifiable', reason: 'proof-not-supported' })
    expect(report.reasons[0]?.params).toEqual({ suite: 'blockchain' })
    expect(report.requests).toEqual([])
  })

  it.each([
    ['signed, but bare', { ...assertion, verify: { type: 'signed', url: ID } }, 'no-proof'],
    ['without an address', { ...assertion, verify: { type: 'hosted' } }, 'property-missing'],
    [
      'at an address that is none',
      { ...assertion, verify: { type: 'hosted', url: 'urn:uuid:1' } },
      'property-invalid',
    ],
    [
      'in a private network',
      { ...assertion, verify: { type: 'hosted', url: 'http://10.0.0.1/a' } },
      'address-refused',
    ],
  ])('could not be checked %s', async (_, baked, reason) => {
    const report = await verify(baked, site)
    expect(report).toMatchObject({ verdict: 'unverifiable', reason, authenticity: 'unknown' })
  })

  it.each([
    ['a 404', ID, answer(404), 'http-status'],
    ['a 500', ID, answer(500), 'http-status'],
    ['a page for people', ID, () => new Response('<!doctype html>'), 'answer-not-readable'],
    ['a badge class that is down', BADGE, answer(503), 'http-status'],
    ['an issuer that is down', ISSUER, answer(404), 'http-status'],
    ['a dead host', ID, () => Promise.reject(new TypeError('fetch failed')), 'host-unreachable'],
  ])('turns %s into "could not check"', async (_, url, page, reason) => {
    const report = await verify(assertion, { ...site, [url]: page })
    expect(report).toMatchObject({ verdict: 'unverifiable', reason, authenticity: 'unknown' })
  })

  it('says 410 as withdrawn, and revoked: true with and without the rest', async () => {
    const gone = await verify(assertion, { ...site, [ID]: answer(410) })
    expect(gone).toMatchObject({ verdict: 'invalid', reason: 'gone', currency: 'revoked' })
    for (const body of [{ revoked: true }, { ...assertion, revoked: true }]) {
      const report = await verify(assertion, { ...site, [ID]: body })
      expect(report).toMatchObject({
        verdict: 'invalid',
        reason: 'revoked',
        format: 'OpenBadges/1.0',
      })
    }
    const both = await verify(assertion, { ...site, [ID]: answer(410, { revoked: true }) })
    expect(both).toMatchObject({ verdict: 'invalid', reason: 'revoked' })
  })

  describe('a recipient that is written as in 0.5', () => {
    const named = { ...assertion, recipient: 'ada@example.org' }
    // printf 'ada@example.orgdeadsea' | sha256sum
    const recipient = 'sha256$4018b7cec54d6d5cc3ec76749ea071574112349b9cb7600bfdd2bf667dfb0e5d'
    const salted = { ...assertion, recipient, salt: 'deadsea' }

    it.each([named, salted])('is read, and that it is is said: %#', async (hosted) => {
      const report = await verify(
        hosted,
        { ...site, [ID]: hosted },
        { recipients: ['ada@example.org'] },
      )
      expect(report).toMatchObject({ verdict: 'authentic', holder: 'matches' })
      expect(codesOf(report, 'format')).toContain('property-invalid')
      const eve = { recipients: ['eve@x.example'] }
      expect((await verify(hosted, { ...site, [ID]: hosted }, eve)).holder).toBe('differs')
    })

    it('agrees with an IdentityObject that says the same', async () => {
      expect(await verify(named, site)).toMatchObject({ verdict: 'authentic' })
      const object = { type: 'email', identity: recipient, hashed: true, salt: 'deadsea' }
      const hosted = { ...assertion, recipient: object }
      expect((await verify(salted, { ...site, [ID]: hosted })).verdict).toBe('authentic')
    })

    it.each([7, true, [[]]])(
      'of no form that is known is for a person to look at: %j',
      async (odd) => {
        const hosted = { ...assertion, recipient: odd }
        expect(await verify(hosted, { ...site, [ID]: hosted })).toMatchObject({
          verdict: 'attention',
          reason: 'property-invalid',
        })
      },
    )
  })

  it('has a person look where something is missing', async () => {
    const { issuedOn: _, ...undated } = assertion
    const report = await verify(assertion, { ...site, [ID]: undated })
    expect(report).toMatchObject({ verdict: 'attention', reason: 'property-missing' })
    expect(codesOf(report, 'format')).toContain('property-missing')
  })
})
