import { reason, type VerificationReport } from '../verifier/report'
import { VERIFIER_VERSION } from '../verifier/version'

/** The report on a check that failed for a reason of our own: nothing was found out about the badge. */
export function unfinished(now: Date): VerificationReport {
  const why = reason('internal-failure')
  return {
    schema: 1,
    kind: 'credential',
    verdict: 'unverifiable',
    reason: why.code,
    reasons: [why],
    authenticity: 'unknown',
    currency: 'unknown',
    conformity: 'conforms',
    issuer: { standing: 'unknown', id: '' },
    holder: 'not-asked',
    checks: [{ id: 'proof', outcome: 'unknown', reasons: [why] }],
    parts: [],
    needs: [],
    requests: [],
    source: { sha256: '', carrier: 'unknown' },
    checkedAt: now.toISOString(),
    versions: { verifier: VERIFIER_VERSION },
  }
}
