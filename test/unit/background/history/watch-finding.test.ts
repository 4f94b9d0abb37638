import { describe, expect, test } from 'vitest'
import { watchFinding } from '../../../../src/background/history/watch/watch-finding'
import type { VerificationReport } from '../../../../src/verifier/report'

const NOW = new Date('2026-06-01T12:00:00Z')
const report = (fields: object) =>
  ({
    ...{ kind: 'credential', verdict: 'authentic', authenticity: 'holds', currency: 'current' },
    ...{ reasons: [{ code: 'issuer-unknown', params: {} }], checks: [], parts: [] },
    ...{ credential: {}, ...fields },
  }) as unknown as VerificationReport
const stateOf = (fields: object, refused: string[] = []) =>
  watchFinding(report(fields), refused, NOW).state

describe('what a check came to', () => {
  test.each<[object, string]>([
    [{}, 'holds'],
    [{ verdict: 'trusted' }, 'holds'],
    [{ verdict: 'invalid', currency: 'revoked' }, 'revoked'],
    [{ verdict: 'invalid', authenticity: 'fails' }, 'fails'],
    [{ verdict: 'attention', currency: 'expired' }, 'expired'],
    [{ verdict: 'attention', currency: 'suspended' }, 'suspended'],
    [{ verdict: 'attention', conformity: 'questionable' }, 'look'],
    [{ verdict: 'unverifiable', authenticity: 'unknown' }, 'not-checked'],
    [{ verdict: 'attention', currency: 'unknown' }, 'not-checked'],
    [{ verdict: 'none' }, 'not-checked'],
    [{ credential: { validUntil: '2026-06-30T00:00:00Z' } }, 'ends-soon'],
    [{ credential: { validUntil: '2026-07-10T00:00:00Z' } }, 'holds'],
    [{ credential: { validUntil: '2099-01-01T00:00:00Z' }, proofUntil: '2026-06-10' }, 'ends-soon'],
    [{ keyEnds: { expires: '2026-05-01T00:00:00Z' } }, 'expired'],
    [{ credential: { validUntil: 'soon' } }, 'holds'],
  ])('%j is %s', (fields, state) => {
    expect(stateOf(fields)).toBe(state)
  })

  test('a host that may not be asked is said, but hides nothing that is known to be wrong', () => {
    const refused = ['tracker.example']
    expect(stateOf({}, refused)).toBe('asks')
    expect(stateOf({ verdict: 'unverifiable' }, refused)).toBe('asks')
    expect(stateOf({ verdict: 'invalid', currency: 'revoked' }, refused)).toBe('revoked')
    expect(stateOf({ verdict: 'invalid' }, refused)).toBe('fails')
  })

  test('says the day', () => {
    const credential = { validUntil: '2026-06-30T00:00:00Z' }
    expect(watchFinding(report({ credential }), [], NOW).date).toBe('2026-06-30T00:00:00Z')
  })
})
