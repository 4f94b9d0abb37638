import type { Reason, ReportKind, VerificationReport, Verdict } from '../verifier/report'
import { VERIFIER_VERSION } from '../verifier/version'

const OUTCOMES = { invalid: 'failed', unverifiable: 'unknown', none: 'not-applicable' } as const

/**
 * A report on what no credential text was read of: one reason, and no finding about a badge. `invalid`: its host
 * withdrew it.
 */
export function bareReport(
  why: Reason,
  {
    kind,
    verdict,
  }: { kind: ReportKind; verdict: Extract<Verdict, 'invalid' | 'unverifiable' | 'none'> },
  now: Date,
): VerificationReport {
  const outcome = OUTCOMES[verdict]
  return {
    schema: 1,
    kind,
    verdict,
    reason: why.code,
    reasons: [why],
    authenticity: 'unknown',
    currency: verdict === 'invalid' ? 'revoked' : 'unknown',
    conformity: 'conforms',
    issuer: { standing: 'unknown', id: '' },
    holder: 'not-asked',
    checks: [{ id: 'carrier', outcome, reasons: [why] }],
    parts: [],
    needs: [],
    requests: [],
    source: { sha256: '', carrier: 'unknown' },
    checkedAt: now.toISOString(),
    versions: { verifier: VERIFIER_VERSION },
  }
}
