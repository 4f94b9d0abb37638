import { reason, type VerificationReport } from '../verifier/report'
import { bareReport } from './bare-report'

/** The report on a check that failed for a reason of our own: nothing was found out about the badge. */
export function unfinished(now: Date): VerificationReport {
  const why = reason('internal-failure')
  return {
    ...bareReport(why, { kind: 'credential', verdict: 'unverifiable' }, now),
    checks: [{ id: 'proof', outcome: 'unknown', reasons: [why] }],
  }
}
