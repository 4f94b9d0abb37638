import { describe, expect, it } from 'vitest'
import { compareRecipient, judgeAgain, verifyBadge, type TrustList } from '../../../src/verifier'
import { reason } from '../../../src/verifier/report'
import { fakeWeb } from './fake-web'

const CONTEXT = 'https://w3id.org/openbadges/v2'
const CHECKED = new Date('2026-06-01T12:00:00Z')
const site = {
  'https://issuer.example/i': {
    '@context': CONTEXT,
    id: 'https://issuer.example/i',
    type: 'Profile',
    name: 'E',
    url: 'https://issuer.example/',
    email: 'badges@issuer.example',
  },
  'https://issuer.example/b': {
    id: 'https://issuer.example/b',
    type: 'BadgeClass',
    name: 'B',
    description: 'B',
    image: 'https://issuer.example/b.png',
    criteria: 'https://issuer.example/criteria',
    issuer: 'https://issuer.example/i',
  },
}
const assertion = {
  '@context': CONTEXT,
  id: 'https://issuer.example/a',
  type: 'Assertion',
  recipient: { type: 'email', identity: 'ada@example.org', hashed: false },
  badge: 'https://issuer.example/b',
  issuedOn: '2025-01-01T00:00:00Z',
  expires: '2026-06-02T00:00:00Z',
  verification: { type: 'HostedBadge' },
}

function kept() {
  const { fetch } = fakeWeb({ ...site, [assertion.id]: assertion })
  return verifyBadge({ text: JSON.stringify(assertion) }, { fetch, now: () => CHECKED })
}

describe('judgeAgain', () => {
  it('changes nothing within the time that the answer may stand for', async () => {
    const report = await kept()
    expect(judgeAgain(report, new Date('2026-06-01T20:00:00Z'))).toEqual(report)
  })

  it('sees that the badge has expired since', async () => {
    const again = judgeAgain(await kept(), new Date('2026-06-02T10:00:00Z'))
    expect(again).toMatchObject({ verdict: 'attention', reason: 'expired', currency: 'expired' })
  })

  it('never shows an old status as if it were today’s', async () => {
    const lasting = await kept()
    delete lasting.credential?.validUntil
    const again = judgeAgain(lasting, new Date('2026-06-03T00:00:00Z'))
    expect(again).toMatchObject({
      verdict: 'attention',
      reason: 'status-stale',
      currency: 'unknown',
    })
    expect(judgeAgain(again, new Date('2026-06-04T00:00:00Z')).verdict).toBe('attention')
  })

  it('never shows a status that a clock ahead of this one obtained', async () => {
    const lasting = await kept()
    delete lasting.credential?.validUntil
    const minutesBefore = (minutes: number) => new Date(CHECKED.getTime() - minutes * 60_000)
    expect(judgeAgain(lasting, minutesBefore(2))).toMatchObject({ verdict: 'authentic' })
    const again = judgeAgain(lasting, minutesBefore(24 * 60))
    expect(again).toMatchObject({ verdict: 'attention', reason: 'status-stale' })
  })

  it('does not bring a revoked badge back', async () => {
    const report = { ...(await kept()), currency: 'revoked' as const, verdict: 'invalid' as const }
    expect(judgeAgain(report, new Date('2030-01-01')).verdict).toBe('invalid')
  })

  it('sees that the proof has ended by its own word since', async () => {
    const report = { ...(await kept()), proofUntil: '2026-06-01T18:00:00Z' }
    expect(judgeAgain(report, new Date('2026-06-01T17:00:00Z')).verdict).toBe('authentic')
    const again = judgeAgain(report, new Date('2026-06-01T18:00:00Z'))
    expect(again).toMatchObject({ verdict: 'attention', reason: 'proof-expired' })
  })

  it('sees that the issuer’s key has ended since', async () => {
    const named = { issuer: 'did:web:issuer.example', method: '#key-1' }
    const listed = reason('key-listed-by-issuer', named)
    const report = await kept()
    const signed = {
      ...report,
      keyEnds: { expires: '2026-06-01T18:00:00Z' },
      checks: [
        ...report.checks.filter(({ id }) => id !== 'key'),
        { id: 'key' as const, outcome: 'passed' as const, reasons: [listed] },
      ],
    }
    expect(judgeAgain(signed, new Date('2026-06-01T17:59:59Z')).verdict).toBe('authentic')
    const again = judgeAgain(signed, new Date('2026-06-01T18:00:00Z'))
    expect(again).toMatchObject({ verdict: 'attention', reason: 'key-expired' })
    expect(again.reasons[0]?.params).toEqual({ ...named, date: signed.keyEnds.expires })
    expect(judgeAgain(again, new Date('2026-06-01T19:00:00Z'))).toEqual(again)
  })

  it('survives storage', async () => {
    const report = await kept()
    expect(structuredClone(report)).toEqual(report)
    expect(JSON.parse(JSON.stringify(report))).toEqual(report)
  })
})

describe('compareRecipient', () => {
  it('says whether it is this person’s, and keeps the identity out of the report', async () => {
    const report = await kept()
    const own = await compareRecipient(report, 'ada@example.org')
    expect(own).toMatchObject({ holder: 'matches', verdict: 'authentic' })
    const other = await compareRecipient(report, 'mallory@evil.example')
    expect(other).toMatchObject({
      holder: 'differs',
      verdict: 'attention',
      reason: 'holder-differs',
    })
    expect(JSON.stringify(other)).not.toContain('mallory')
  })
})

describe('judgeAgain, with the lists that the user trusts now', () => {
  const LIST: TrustList = {
    ...{ id: 'https://lists.example/l', name: 'L', sha256: 'one' },
    issuers: [{ id: 'https://issuer.example/i', name: 'Example', validUntil: '2026-06-01' }],
  }
  const LATER = new Date('2026-06-01T20:00:00Z')

  async function trusted() {
    const { fetch } = fakeWeb({ ...site, [assertion.id]: assertion })
    const environment = { fetch, now: () => CHECKED, trustLists: [LIST] }
    return verifyBadge({ text: JSON.stringify(assertion) }, environment)
  }

  it('stays trusted while its list does', async () => {
    const report = await trusted()
    expect(report.verdict).toBe('trusted')
    expect(judgeAgain(report, LATER, [LIST])).toEqual(report)
  })

  it('is trusted no longer once the list is gone', async () => {
    const again = judgeAgain(await trusted(), LATER, [])
    expect(again).toMatchObject({
      ...{ verdict: 'authentic', reason: 'issuer-unknown', issuer: { standing: 'unknown' } },
    })
    expect(JSON.stringify(again)).not.toContain('lists.example')
  })

  it('is trusted no longer once the list does not name its issuer', async () => {
    const other = { ...LIST, sha256: 'two', issuers: [{ id: 'did:web:x.example', name: 'X' }] }
    const again = judgeAgain(await trusted(), LATER, [other])
    expect(again).toMatchObject({ verdict: 'authentic', issuer: { standing: 'unknown' } })
    expect(again.versions).toMatchObject({ 'list:https://lists.example/l': 'two' })
  })

  it('is trusted no longer once its listing has ended', async () => {
    const report = await trusted()
    delete report.credential?.validUntil
    const again = judgeAgain(report, new Date('2026-06-02T00:00:00Z'), [LIST])
    expect(again.verdict).toBe('authentic')
    expect(again.reasons).toMatchObject([
      { code: 'issuer-unknown' },
      { code: 'issuer-listing-ended' },
    ])
  })

  it('is trusted no longer, either, where what it claims is not read', async () => {
    const { credential: _unread, ...report } = await trusted()
    expect(judgeAgain(report, LATER, []).verdict).toBe('authentic')
  })

  it('becomes trusted by a list that was added since', async () => {
    expect(judgeAgain(await kept(), LATER, [LIST]).verdict).toBe('trusted')
  })

  it('looks at the issuers of credentials inside it, too', async () => {
    const report = { ...(await kept()), parts: [await trusted()] }
    expect(judgeAgain(report, LATER, []).parts[0]?.verdict).toBe('authentic')
  })

  it('leaves a seal alone, and makes nothing of what does not hold', async () => {
    const report = await kept()
    const sealed = { ...report, issuer: { ...report.issuer, standing: 'sealed' as const } }
    expect(judgeAgain(sealed, LATER, []).verdict).toBe('trusted')
    const altered = { ...report, authenticity: 'fails' as const, verdict: 'invalid' as const }
    expect(judgeAgain(altered, LATER, [LIST])).toMatchObject({
      ...{ verdict: 'invalid', issuer: { standing: 'unknown' } },
    })
  })
})
