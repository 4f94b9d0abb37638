import { reason, type Check, type VerificationReport } from '../report'
import { readMoment } from '../status/moment'
import { sealerAtLevel } from './judge-sealer'

/**
 * The seal of a kept report as a fresh verification would have it: its certificate may have expired since,
 * which changes nothing of what it sealed before; and its trusted list may have run out. Any other report
 * stays as it is.
 */
export function withSealAgain(
  report: VerificationReport,
  now: Date,
  usesLists: boolean,
): VerificationReport {
  return withoutList(withExpirySaid(report, now), now, usesLists)
}

function withExpirySaid(report: VerificationReport, now: Date): VerificationReport {
  const until = report.seal?.certificate.notAfter
  if (until === undefined || Date.parse(until) >= now.getTime()) return report
  const expired = reason('certificate-expired-since', { until })
  const said = (check: Check): Check => ({
    ...check,
    reasons: check.reasons.map((item) => (item.code === 'certificate-in-force' ? expired : item)),
  })
  const isAbout = ({ id }: Check) => id === 'seal-time'
  return { ...report, checks: report.checks.map((check) => (isAbout(check) ? said(check) : check)) }
}

/**
 * What was granted when the list was read may have been withdrawn, so that the seal is no more than an
 * advanced one until it is read again.
 */
function withoutList(
  report: VerificationReport,
  now: Date,
  usesLists: boolean,
): VerificationReport {
  const { seal, issuer } = report
  const { country, nextUpdate } = seal?.trustedList ?? {}
  if (seal === undefined || country === undefined || nextUpdate === undefined) return report
  const isOver = (readMoment(nextUpdate)?.first ?? 0) <= now.getTime()
  if (usesLists && !isOver) return report
  const { trustedList: _, ...rest } = seal
  const why = isOver
    ? reason('trusted-list-stale', { country, date: nextUpdate })
    : reason('trusted-list-not-asked', { country })
  return {
    ...report,
    conformity: 'questionable',
    seal: { ...rest, level: 'advanced' },
    issuer: {
      ...issuer,
      standing: issuer.standing === 'sealed' ? 'unknown' : issuer.standing,
      ...(issuer.seal && { seal: { ...issuer.seal, level: 'advanced' } }),
    },
    checks: report.checks.map((check) => {
      if (check.id === 'sealer') return sealerAtLevel(check, 'advanced')
      return check.id === 'trusted-list' ? { ...check, outcome: 'unknown', reasons: [why] } : check
    }),
  }
}
