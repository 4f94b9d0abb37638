import { reason } from '../report'
import type { ProofFinding } from '../verification'
import type { PreparedProof } from './cryptosuite'
import type { ProofEnd, ProofOptions } from './proof-options'

type Remarked = Partial<Pick<ProofOptions, 'ignored'>> & {
  prepared?: PreparedProof
  unread?: string | undefined
  end?: ProofEnd | undefined
}

/**
 * Adds what there is to say of a proof that holds: why a person should look (its maker gave it an end
 * that has passed; what would end the credential may be withheld, or not be read), then what is only said.
 */
export function withRemarks(
  finding: ProofFinding,
  { end, ignored = [], unread, prepared }: Remarked,
  now: Date,
): ProofFinding {
  const { disclosure } = prepared ?? {}
  const [proof, key] = finding.checks
  if (proof.outcome !== 'passed') return finding
  const warnings = [
    ...(end && end.at <= now.getTime() ? [reason('proof-expired', { date: end.date })] : []),
    ...(disclosure?.withheld.length
      ? [reason('perhaps-withheld', { properties: [...disclosure.withheld] })]
      : []),
    ...(unread === undefined ? [] : [reason('perhaps-not-read', { detail: unread })]),
    ...(disclosure?.hasOptionalStatus ? [reason('status-perhaps-withheld')] : []),
  ]
  const said = [
    ...(disclosure === undefined ? [] : [reason('disclosed-partly')]),
    ...ignored.map((member) => reason('proof-member-ignored', { member })),
  ]
  const warns = finding.authenticity === 'holds' && warnings.length > 0
  const reasons = [...(warns ? warnings : []), ...proof.reasons, ...said]
  return {
    ...finding,
    questionable: finding.questionable || warns,
    checks: [{ ...proof, outcome: warns ? 'warned' : 'passed', reasons }, key],
    ...(disclosure && { disclosure }),
    ...(end && { proofUntil: end.date }),
  }
}
