import { describe, expect, it } from 'vitest'
import type { VerificationReport } from '../../../../src/verifier'
import {
  assertion,
  badge,
  BADGE,
  ID,
  issuer,
  ISSUER,
  site,
  verify,
} from '../formats/open-badges-2-site'

const OBI = 'https://w3id.org/openbadges#'
const judge = (changes: { assertion?: object; badge?: object; issuer?: object }) => {
  const hosted = { ...assertion, ...changes.assertion }
  const pages = { ...site, [ID]: hosted, [BADGE]: { ...badge, ...changes.badge } }
  return verify(hosted, { ...pages, [ISSUER]: { ...issuer, ...changes.issuer } })
}

const ENDORSEMENT = {
  id: 'https://x.example/e',
  type: 'Endorsement',
  claim: { id: ID, endorsementComment: 'Good' },
  issuer: ISSUER,
  issuedOn: '2025-03-14T00:00:00Z',
  verification: { type: 'HostedBadge' },
}

const formatOf = ({ checks }: VerificationReport) => checks.find(({ id }) => id === 'format')
const properties = (report: VerificationReport) =>
  formatOf(report)?.reasons.flatMap(({ params }) => ('property' in params ? [params.property] : []))

describe('what an award must have', () => {
  it('is nothing to speak of where all is there', async () => {
    const report = await judge({})
    expect(report.verdict).toBe('authentic')
    expect(formatOf(report)).toMatchObject({
      outcome: 'passed',
      reasons: [{ code: 'format-recognised' }],
    })
  })

  it.each<[string, Parameters<typeof judge>[0]]>([
    ['issuedOn', { assertion: { issuedOn: undefined } }],
    ['issuedOn', { assertion: { issuedOn: 'some day' } }],
    ['verification', { assertion: { verification: null } }],
    ['badge.criteria', { badge: { criteria: 7 } }],
    ['badge.name', { badge: { name: undefined } }],
    ['badge.type', { badge: { type: 'Diploma' } }],
  ])('%s: a person should look', async (property, changes) => {
    const report = await judge(changes)
    expect(report).toMatchObject({ verdict: 'attention', conformity: 'questionable' })
    expect(formatOf(report)?.outcome).toBe('warned')
    expect(properties(report)).toEqual([property])
  })

  it.each<[string, Parameters<typeof judge>[0]]>([
    ['badge.alignment.targetUrl', { badge: { alignment: { targetName: 'x' } } }],
    ['badge.image', { badge: { image: undefined } }],
    ['recipient.hashed', { assertion: { recipient: { type: 'email', identity: 'a@b.example' } } }],
    ['recipient.hashed', { assertion: { recipient: { ...assertion.recipient, hashed: 'true' } } }],
    ['issuer.email', { issuer: { email: 'none' } }],
    ['issuer.url', { issuer: { url: 'javascript:alert(1)' } }],
    ['badge.description', { badge: { description: undefined } }],
    ['issuedOn', { assertion: { issuedOn: '2025-03-14 10:00:00' } }],
    ['issuedOn', { assertion: { issuedOn: 1741946400000 } }],
    ['issuedOn', { assertion: { issuedOn: 1741946400 } }],
    ['expires', { assertion: { expires: '' } }],
    ['expires', { assertion: { expires: false } }],
    ['expires', { assertion: { expires: 0 } }],
    ['expires', { assertion: { expires: '2099-03-14 10:00:00' } }],
    ['endorsement.claim', { assertion: { endorsement: { ...ENDORSEMENT, claim: undefined } } }],
    ['badge.endorsement.claim.id', { badge: { endorsement: { ...ENDORSEMENT, claim: {} } } }],
    ['issuer.endorsement.issuer', { issuer: { endorsement: [{ ...ENDORSEMENT, issuer: 7 }] } }],
    ['endorsement[1]', { assertion: { endorsement: ['https://x.example/e', 'praise'] } }],
    ['evidence[1]', { assertion: { evidence: ['https://x.example/', 'my portfolio'] } }],
    ['badge.tags', { badge: { tags: [3] } }],
    ['issuer.telephone', { issuer: { telephone: 5 } }],
    [
      'badge.extensions:ECTSExtension.ECTS',
      {
        badge: { 'extensions:ECTSExtension': { type: ['Extension', 'extensions:ECTSExtension'] } },
      },
    ],
  ])('%s is only said', async (property, changes) => {
    const report = await judge(changes)
    expect(report).toMatchObject({ verdict: 'authentic', conformity: 'conforms' })
    expect(formatOf(report)?.outcome).toBe('passed')
    expect(properties(report)).toEqual([property])
  })

  it('is for a person to look at where there is more than is looked into', async () => {
    const alignment = Array.from({ length: 10_001 }, () => ({
      targetName: 'x',
      targetUrl: 'https://x.example/',
    }))
    const report = await judge({ badge: { alignment } })
    expect(report).toMatchObject({ verdict: 'attention', reason: 'property-invalid' })
  })

  it('does not lose what decides among much that does not', async () => {
    const alignment = Array.from({ length: 30 }, () => ({}))
    const report = await judge({ badge: { alignment }, issuer: { name: undefined } })
    expect(report.verdict).toBe('attention')
    expect(properties(report)?.[0]).toBe('issuer.name')
    expect(properties(report)).toHaveLength(10)
  })
})

describe('an award that has ended', () => {
  const wordy = { '@context': [assertion['@context'], { ob: OBI }], 'ob:genre': 'x' }

  it.each<[object, string]>([
    [{ expires: '2026-01-01 10:00:00' }, 'expired'],
    [{ expires: 1767225600000 }, 'expired'],
    [{ validUntil: '2026-01-01T00:00:00Z' }, 'expired'],
    [{ validUntil: '2026-01-01T00:00:00Z', expires: '2099-01-01' }, 'expired'],
    [{ validUntil: '2026-01-01T00:00:00Z', expires: '' }, 'expired'],
    [{ validUntil: 7 }, 'unknown'],
    [{ validFrom: '2099-01-01' }, 'future'],
    [{ issuedOn: '2099-03-14 10:00:00' }, 'future'],
  ])('is not green, whatever it says that by: %j', async (dates, currency) => {
    expect(await judge({ assertion: dates })).toMatchObject({ verdict: 'attention', currency })
    // Words that no context of the time has survive being brought into plain names.
    expect(await judge({ assertion: { ...dates, ...wordy } })).toMatchObject({ currency })
  })

  it('may not say two ends', async () => {
    const report = await judge({ assertion: { validUntil: ['2099-01-01', '2020-01-01'] } })
    expect(report).toMatchObject({ verdict: 'unverifiable', reason: 'property-invalid' })
  })
})

describe('an award in other words', () => {
  it('is judged as in the plain ones', async () => {
    const { recipient, badge: link, verification: _, ...rest } = assertion
    const spelled = {
      ...rest,
      '@context': [assertion['@context'], { ob: OBI, who: 'ob:recipient' }],
      type: 'ob:Assertion',
      who: recipient,
      'ob:badge': { '@id': link },
      'ob:verify': { type: 'ob:HostedBadge' },
    }
    const report = await verify(spelled, { ...site, [ID]: spelled })
    expect(report).toMatchObject({ verdict: 'authentic', format: 'OpenBadges/2.0' })
    expect(report.credential?.recipient.identities[0]?.value).toBe('ada@example.org')
  })

  it.each([{ 'obi:revoked': true }, { [`${OBI}revoked`]: 'true' }])(
    'is revoked where the host says %j',
    async (said) => {
      const report = await verify(assertion, { ...site, [ID]: { ...assertion, ...said } })
      expect(report).toMatchObject({ verdict: 'invalid', reason: 'revoked' })
    },
  )

  it('is not green where its host says two things', async () => {
    const hosted = { ...assertion, revoked: false, 'obi:revoked': true }
    const report = await verify(assertion, { ...site, [ID]: hosted })
    expect(report).toMatchObject({ verdict: 'unverifiable', reason: 'property-invalid' })
  })

  it('is not green where a context swaps recipient and evidence', async () => {
    const swapped = {
      ...assertion,
      '@context': [assertion['@context'], { recipient: 'obi:evidence' }],
    }
    const report = await verify(swapped, { ...site, [ID]: swapped })
    expect(report).toMatchObject({ verdict: 'unverifiable', reason: 'term-redefined' })
    const onHost = await verify(assertion, { ...site, [ID]: swapped })
    expect(onHost).toMatchObject({ verdict: 'unverifiable', reason: 'term-redefined' })
  })

  it('cannot borrow a scope: the issuer’s Profile in other words', async () => {
    const elsewhere = { ...assertion, id: 'https://evil.example/a.json' }
    const narrow = { ...issuer, 'obi:verify': { 'obi:allowedOrigins': 'issuer.example' } }
    const pages = { ...site, [ISSUER]: narrow, [elsewhere.id]: elsewhere }
    expect(await verify(elsewhere, pages)).toMatchObject({ verdict: 'invalid' })
    expect((await verify(assertion, pages)).verdict).toBe('authentic')
  })
})

describe('a description alone', () => {
  it.each<[string, object, string[]]>([
    ['badge-class', { ...badge, image: undefined, name: undefined }, ['name', 'image']],
    [
      'profile',
      { ...issuer, email: undefined, verification: { startsWith: 'x' } },
      ['email', 'verification.startsWith'],
    ],
    [
      'badge-class',
      {
        '@context': 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json',
        id: 'urn:x',
        type: ['Achievement'],
        name: 'Course',
        description: 'About it',
      },
      ['criteria'],
    ],
  ])('%s is told what it lacks', async (kind, document, lacking) => {
    const report = await verify(document, {})
    expect(report).toMatchObject({ kind, verdict: 'unverifiable', reason: 'not-an-award' })
    expect(properties(report)).toEqual(lacking)
  })
})
