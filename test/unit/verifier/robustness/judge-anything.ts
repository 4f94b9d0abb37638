/** What must hold of every report, whatever was verified, and however the servers answer. */
import { expect } from 'vitest'
import { verifyBadge, type VerificationReport } from '../../../../src/verifier'
import type { BadgeSource, VerifierEnvironment } from '../../../../src/verifier/environment'
import { expectLittleWork } from '../../cpu-time'
import { LIMITS } from '../../../../src/verifier/http/limits'

export const NOW = new Date('2026-01-15T12:00:00Z')

/** A report repeats its credential a few times; what grows faster than that is an amplification. */
const LARGEST = 40

export async function judgeAnything(
  source: BadgeSource,
  fetch: VerifierEnvironment['fetch'],
): Promise<VerificationReport> {
  let asked = 0
  const counting: typeof fetch = (...request) => {
    asked++
    return fetch(...request)
  }
  const recipients = ['ada@learner.example']
  const report = await expectLittleWork(20, () =>
    verifyBadge(source, { fetch: counting, now: () => NOW, recipients }),
  )
  expect(asked).toBeLessThanOrEqual(LIMITS.requestsPerBadge * (LIMITS.redirects + 1))
  expect(structuredClone(report)).toEqual(report)
  const text = JSON.stringify(report)
  expect(JSON.parse(text)).toEqual(report)
  const read = report.source.text?.length ?? 0
  expect(text.length).toBeLessThan(LARGEST * read + 100_000)
  expect(report.reasons.length).toBeGreaterThan(0)
  expect(report.reason).toBe(report.reasons[0]?.code)
  for (const check of report.checks) expect(check.reasons.length, check.id).toBeGreaterThan(0)
  return report
}
