import { describe, expect, it } from 'vitest'
import { compareRecipient, judgeAgain, verifyBadge } from '../../../src/verifier'
import { fakeWeb } from './fake-web'

const CONTEXT = 'https://w3id.org/openbadges/v2'
const CHECKED = new Date('2026-06-01T12:00:00Z')
const site = {
  'https://issuer.example/i': {
    '@context': CONTEXT,
    id: 'https://issuer.example/i',
    type: 'Profile',
    name: 'E',
  },
  'https://issuer.example/b': {
    id: 'https://issuer.example/b',
    type: 'BadgeClass',
    name: 'B',
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
