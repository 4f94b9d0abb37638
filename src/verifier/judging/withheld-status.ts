import { reason } from '../report'
import type { StatusJudgement } from '../status'
import type { PartialDisclosure } from '../verification'

/**
 * The status, where the holder chose what to show: that none is there does not mean that the issuer
 * publishes none.
 *
 * @param disclosure of the proof that holds; `undefined` where it covers everything
 */
export function unlessWithheld(
  status: StatusJudgement,
  disclosure: PartialDisclosure | undefined,
): StatusJudgement {
  const isNone = status.checks.some(({ reasons }) =>
    reasons.some(({ code }) => code === 'no-status-published'),
  )
  if (!isNone || disclosure?.withheld.includes('credentialStatus') !== true) return status
  const reasons = [reason('perhaps-withheld', { properties: ['credentialStatus'] })]
  const checks = status.checks.map((check) => ({ ...check, outcome: 'unknown' as const, reasons }))
  return { ...status, currency: 'unknown', checks }
}
