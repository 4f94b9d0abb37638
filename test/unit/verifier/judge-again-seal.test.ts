import { describe, expect, it } from 'vitest'
import { judgeAgain } from '../../../src/verifier'
import { conclude } from '../../../src/verifier/assemble-report'
import { issuerBySeal } from '../../../src/verifier/issuers/sealed-issuer'
import { judgeDates } from '../../../src/verifier/status/validity-period'
import { reason, type Seal, type VerificationReport } from '../../../src/verifier/report'
import { judge, NOW } from './seals/judge'

/** A report of a sealed credential, trusted for its qualified seal, and kept. */
async function kept(): Promise<VerificationReport> {
  const { checks, seal, issuerId, authenticity } = await judge()
  const bySeal = seal && issuerBySeal(seal)
  if (!seal || !bySeal) throw new Error('expected a qualified seal')
  const credential = { achievements: [], issuer: {} } as unknown as NonNullable<
    VerificationReport['credential']
  >
  const dates = judgeDates(credential, NOW)
  return conclude({
    schema: 1,
    kind: 'credential',
    authenticity,
    currency: dates.currency,
    conformity: 'conforms',
    issuer: { id: issuerId, standing: bySeal.standing, seal: { level: seal.level, sealer: 'N' } },
    holder: 'not-asked',
    checks: [...checks, dates.check, bySeal.check],
    credential,
    parts: [],
    needs: [],
    requests: [],
    source: { sha256: '', carrier: 'json' },
    checkedAt: NOW.toISOString(),
    seal,
    versions: {},
  })
}

const RENEWAL = '2026-07-01T00:00:00Z'

describe('a kept report with a qualified seal', () => {
  it('stays trusted as long as the trusted list stands', async () => {
    const report = await kept()
    expect(report).toMatchObject({ verdict: 'trusted', reason: 'issuer-sealed' })
    const again = judgeAgain(report, new Date('2026-06-30T23:59:59Z'))
    expect(again).toMatchObject({ verdict: 'trusted', seal: { level: 'qualified' } })
  })

  it('is no longer trusted when the list should have been renewed', async () => {
    const again = judgeAgain(await kept(), new Date(RENEWAL))
    expect(again).toMatchObject({
      verdict: 'attention',
      reason: 'trusted-list-stale',
      issuer: { standing: 'unknown', seal: { level: 'advanced' } },
      seal: { level: 'advanced' },
    })
    expect(again.seal).not.toHaveProperty('trustedList')
    expect(again.reasons).not.toContainEqual(expect.objectContaining({ code: 'issuer-sealed' }))
    expect(judgeAgain(again, new Date(RENEWAL))).toEqual(again)
  })

  it('is no longer trusted where no EU trusted list is in use', async () => {
    const again = judgeAgain(await kept(), NOW, [], { usesEuLists: false })
    expect(again).toMatchObject({
      verdict: 'attention',
      issuer: { standing: 'unknown', seal: { level: 'advanced' } },
      seal: { level: 'advanced' },
    })
    expect(again.checks.find(({ id }) => id === 'trusted-list')).toMatchObject({
      outcome: 'unknown',
      reasons: [{ code: 'trusted-list-not-asked', params: { country: 'EE' } }],
    })
    expect(again.reasons).not.toContainEqual(expect.objectContaining({ code: 'issuer-sealed' }))
  })

  it('is not made trusted again by a clock that was put back', async () => {
    const again = judgeAgain(await kept(), new Date(RENEWAL))
    expect(judgeAgain(again, NOW).verdict).toBe('attention')
  })
})

describe('a kept report with a certificate that has expired since', () => {
  it('says so, and holds', async () => {
    const report = await kept()
    delete report.seal?.trustedList
    const again = judgeAgain(report, new Date('2030-01-02T00:00:00Z'))
    const [, dates] = again.checks.find(({ id }) => id === 'seal-time')?.reasons ?? []
    expect(dates?.code).toBe('certificate-expired-since')
    expect(again.authenticity).toBe('holds')
  })
})

describe('issuerBySeal', () => {
  it('vouches for the issuer of a qualified seal, by the name in the certificate', async () => {
    const { seal } = await judge()
    expect(seal && issuerBySeal(seal)).toMatchObject({
      standing: 'sealed',
      check: {
        reasons: [reason('issuer-sealed', { name: 'Northfield University of Technology' })],
      },
    })
  })

  it.each<Partial<Seal>>([
    { level: 'advanced-qualified-certificate' },
    { level: 'advanced' },
    { level: 'unknown-chain' },
    { sealer: 'other' },
    { sealer: 'unknown' },
    { time: { source: 'unproven-timestamp', at: '2026-01-15T10:00:00Z' } },
    { time: { source: 'self-declared', at: '2026-01-15T10:00:00Z' } },
    { time: { source: 'none' } },
  ])('vouches for nobody where %j', async (changes) => {
    const { seal } = await judge()
    expect(seal && issuerBySeal({ ...seal, ...changes })).toBeUndefined()
  })
})
