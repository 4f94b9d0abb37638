import { conclude, inOrder } from './assemble-report'
import { matchRecipient } from './recipients/match'
import { reason, type Check, type Currency, type VerificationReport } from './report'
import { readMoment } from './status/moment'
import { judgeDates } from './status/validity-period'

/**
 * A kept report, judged for the present: dates against `now`, and a status whose answer has become
 * too old is unknown, since what was not revoked then may be revoked today. Pure; no network.
 */
export function judgeAgain(report: VerificationReport, now: Date): VerificationReport {
  const { credential, authenticity, currency } = report
  if (authenticity !== 'holds' || credential === undefined) return report
  if (currency === 'revoked' || currency === 'suspended') return report
  const dates = judgeDates(credential, now)
  const stale = report.freshUntil !== undefined && new Date(report.freshUntil) < now
  const ended = hasEnded(report.proofUntil, now)
  const checks = report.checks
    .filter(({ id }) => id !== 'dates')
    .map((check) => (stale && check.id === 'status' ? outOfDate(check, report) : check))
    .map((check) => (ended && check.id === 'proof' ? ofEndedProof(check, report) : check))
  const statusUnknown = checks.some(({ id, outcome }) => id === 'status' && outcome === 'unknown')
  return conclude({
    ...report,
    conformity: ended ? 'questionable' : report.conformity,
    currency: statusUnknown ? 'unknown' : mergedCurrency(dates.currency, currency, checks),
    checks: inOrder([...checks, dates.check]),
  })
}

function outOfDate(check: Check, { checkedAt }: VerificationReport): Check {
  if (check.outcome !== 'passed') return check
  return { ...check, outcome: 'unknown', reasons: [reason('status-stale', { checkedAt })] }
}

function hasEnded(until: string | undefined, now: Date): boolean {
  return until !== undefined && (readMoment(until)?.first ?? 0) <= now.getTime()
}

/** As a fresh verification would say it: the proof has ended, a person should look. */
function ofEndedProof(check: Check, { proofUntil = '' }: VerificationReport): Check {
  if (check.outcome !== 'passed') return check
  const reasons = [reason('proof-expired', { date: proofUntil }), ...check.reasons]
  return { ...check, outcome: 'warned', reasons }
}

/** A status that was never obtained (`warned`) stays unknown whatever the dates say. */
function mergedCurrency(dates: Currency, before: Currency, checks: Check[]): Currency {
  const statusWarned = checks.some(({ id, outcome }) => id === 'status' && outcome === 'warned')
  return before === 'unknown' && statusWarned ? 'unknown' : dates
}

/**
 * The report judged for one identity (e-mail, URL, telephone or DID). The identity is compared here,
 * enters neither the report nor any store, and is sent to nobody.
 */
export async function compareRecipient(
  report: VerificationReport,
  identity: string,
): Promise<VerificationReport> {
  if (report.credential === undefined || report.authenticity !== 'holds') return report
  const { holder, check } = await matchRecipient(report.credential.recipient, [identity])
  const others = report.checks.filter(({ id }) => id !== 'recipient')
  return conclude({ ...report, holder, checks: inOrder([...others, check]) })
}
