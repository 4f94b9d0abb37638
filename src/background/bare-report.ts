import type { Reason, ReportKind, VerificationReport, Verdict } from '../verifier/report'
import { VERIFIER_VERSION } from '../verifier/version'

/** A report on what no credential text was read of: one reason, and no finding about a badge. */
export function bareReport(
  why: Reason,
  { kind, verdict }: { kind: ReportKind; verdict: Extract<Verdict, 'unverifiable' | 'none'> },
  now: Date,
): VerificationReport {
  const outcome = verdict === 'none' ? 'not-applicable' : 'unknown'
  return {
    schema: 1,
    kind,
    verdict,
    reason: why.code,
    reasons: [why],
    authenticity: 'unknown',
    currency: 'unknown',
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
