import type { Check, Reason, VerificationReport } from '../verifier/report'
import type { HealthFinding } from './health'
import { hostIn, openNeed, ownRequests } from './own-copy'

/**
 * Whether the issuer's own copy is still where the badge says. A badge that is signed needs none: what was asked
 * for in the search for it is no copy that anybody relies on.
 */
export function hostedHealth(report: VerificationReport): HealthFinding {
  const { authenticity, checks } = report
  const topic = 'hosted'
  const reasons = checks.flatMap((check) => check.reasons)
  const gone = reasons.find(({ code }) => code === 'gone')
  if (gone) return { topic, state: 'look', code: 'hosted-gone', ...hostIn(gone.params) }
  const differs = checks.find(({ id, outcome }) => id === 'copy' && outcome === 'warned')
  if (differs) {
    const [reason] = differs.reasons
    return { topic, state: 'look', code: 'hosted-differs', ...(reason && { reason }) }
  }
  return authenticity === 'holds' ? provenCopy(report, reasons) : unprovenCopy(report)
}

function provenCopy(report: VerificationReport, reasons: Reason[]): HealthFinding {
  const topic = 'hosted'
  const read = reasons.find(({ code }) => code === 'hosted-copy-read')
  // What was there then may have been withdrawn since.
  const isStale = reasons.some(({ code }) => code === 'status-stale')
  if (read && !isStale)
    return { topic, state: 'ok', code: 'hosted-reachable', ...hostIn(read.params) }
  return isSigned(report)
    ? { topic, state: 'ok', code: 'hosted-not-needed' }
    : { topic, state: 'unknown', code: 'hosted-unknown' }
}

/**
 * Only what the badge itself names as its address is its issuer's copy: a link in a page may lead to a file
 * of the learner's. What answers there proves nothing by itself, and what is signed needs it not.
 */
function unprovenCopy(report: VerificationReport): HealthFinding {
  const topic = 'hosted'
  const own = ownRequests(report)
  const open = openNeed(report, own)
  if (open) return { topic, state: 'unknown', code: 'hosted-not-asked', host: open.host }
  const last = own.at(-1)
  if (last === undefined) return { topic, state: 'unknown', code: 'hosted-unknown' }
  const { host, status } = last
  if (isRevoked(report.checks)) return { topic, state: 'look', code: 'hosted-revoked', host }
  if (status === 404 || status === 410) return { topic, state: 'look', code: 'hosted-gone', host }
  return status !== undefined && status < FIRST_ERROR
    ? { topic, state: 'unknown', code: 'hosted-unknown' }
    : { topic, state: 'unknown', code: 'hosted-no-answer', host }
}

/** HTTP statuses from here on are no answer (RFC 9110, section 15). */
const FIRST_ERROR = 400

function isRevoked(checks: Check[]): boolean {
  return checks.some(
    ({ id, reasons }) => id === 'status' && reasons.some(({ code }) => code === 'revoked'),
  )
}

function isSigned({ checks }: VerificationReport): boolean {
  return checks.some(
    ({ id, outcome, reasons }) =>
      id === 'proof' &&
      outcome === 'passed' &&
      reasons.some(({ code }) => code === 'signature-holds' || code === 'seal-holds'),
  )
}
