import { describe, expect, it } from 'vitest'
import { isDecided, isFresh } from '../../../src/background/judge'
import { unfinished } from '../../../src/background/unfinished'
import type { Need, VerificationReport } from '../../../src/verifier/report'

const NOW = new Date('2026-06-01T12:00:00Z')
const need = (purpose: Need['purpose']): Need => ({
  ...{ host: 'host.example', url: 'https://host.example/', purpose },
})
const report = (...needs: Need[]): VerificationReport => ({
  ...unfinished(NOW),
  ...{ verdict: 'authentic', currency: 'current', needs },
})

describe('what is left to ask', () => {
  it('of a picture leaves a badge to be verified, and no report stale', () => {
    expect(isDecided(report(need('artwork')))).toBe(false)
    expect(isFresh(report(need('artwork')), NOW)).toBe(true)
  })

  it('of ESCO keeps no badge undecided, and no report stale', () => {
    expect(isDecided(report(need('esco')))).toBe(true)
    expect(isFresh(report(need('esco')), NOW)).toBe(true)
  })

  it('of anybody else does', () => {
    for (const purpose of ['status', 'issuer', 'key', 'assertion', 'schema'] as const) {
      expect(isDecided(report(need('esco'), need(purpose)))).toBe(false)
      expect(isFresh(report(need(purpose)), NOW)).toBe(false)
    }
  })
})

describe('a report of a clock that was ahead', () => {
  const later = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000).toISOString()
  const checkedLater = (minutes: number) => ({
    ...report(),
    ...{ checkedAt: later(minutes), freshUntil: later(minutes + 60) },
  })

  it('stands for nothing, once the clock is right', () => {
    expect(isFresh(checkedLater(60), NOW)).toBe(false)
  })

  it('stands where a clock was set right by a little', () => {
    expect(isFresh(checkedLater(2), NOW)).toBe(true)
  })
})
