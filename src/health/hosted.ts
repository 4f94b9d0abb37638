import type { VerificationReport } from '../verifier/report'
import type { HealthFinding } from './health'

/**
 * Whether the issuer's own copy is still where the badge says. A badge that is signed needs none: what was asked
 * for in the search for it is no copy that anybody relies on.
 */
export function hostedHealth(report: VerificationReport): HealthFinding {
  const { authenticity, checks, requests, needs } = report
  const topic = 'hosted'
  const reasons = checks.flatMap((check) => check.reasons)
  const gone = reasons.find(({ code }) => code === 'gone')
  if (gone) return { topic, state: 'look', code: 'hosted-gone', ...hostIn(gone.params) }
  const differs = checks.find(({ id, outcome }) => id === 'copy' && outcome === 'warned')
  if (differs) {
    const [reason] = differs.reasons
    return { topic, state: 'look', code: 'hosted-differs', ...(reason && { reason }) }
  }
  const read = reasons.find(({ code }) => code === 'hosted-copy-read')
  if (authenticity === 'holds')
    return read
      ? { topic, state: 'ok', code: 'hosted-reachable', ...hostIn(read.params) }
      : isSigned(report)
        ? { topic, state: 'ok', code: 'hosted-not-needed' }
        : { topic, state: 'unknown', code: 'hosted-unknown' }
  const open = needs.find(({ purpose }) => purpose === 'assertion')
  if (open) return { topic, state: 'unknown', code: 'hosted-not-asked', host: open.host }
  const last = requests.findLast(({ purpose }) => purpose === 'assertion')
  if (last === undefined || read) return { topic, state: 'unknown', code: 'hosted-unknown' }
  const { host, status } = last
  return status === 404 || status === 410
    ? { topic, state: 'look', code: 'hosted-gone', host }
    : { topic, state: 'unknown', code: 'hosted-no-answer', host }
}

function isSigned({ checks }: VerificationReport): boolean {
  return checks.some(
    ({ id, outcome, reasons }) =>
      id === 'proof' &&
      outcome === 'passed' &&
      reasons.some(({ code }) => code === 'signature-holds' || code === 'seal-holds'),
  )
}

function hostIn(params: object): { host?: string } {
  return 'host' in params && typeof params.host === 'string' ? { host: params.host } : {}
}
