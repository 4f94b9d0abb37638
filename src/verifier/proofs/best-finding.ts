import type { Reason, ReasonCode } from '../report'
import { readMoment } from '../status/moment'
import type { ProofFinding } from '../verification'

/**
 * What several proofs of one document come to: the best of them counts alone. What the others came to is
 * said behind it, in the reasons of the same checks, and nothing is ever taken from there: whoever holds
 * a credential can put a proof of their own beside the issuer's.
 *
 * @param findings at least one
 */
export function bestFinding(findings: ProofFinding[]): ProofFinding {
  const ordered = findings.toSorted((a, b) => rank(a) - rank(b) || endOf(b) - endOf(a))
  const [best, ...others] = ordered
  if (best === undefined) throw new Error('a proof set is never empty')
  const [proof, key] = best.checks
  const more = (at: 0 | 1) => others.flatMap(({ checks }) => said(checks[at].reasons, best))
  return {
    ...best,
    checks: [
      { ...proof, reasons: [...proof.reasons, ...more(0)] },
      { ...key, reasons: [...key.reasons, ...more(1)] },
    ],
  }
}

/** A proof over everything says more than one of which the holder shows a part. */
function rank({ authenticity, questionable, disclosure }: ProofFinding): number {
  if (authenticity === 'holds' && questionable) return 2
  if (authenticity === 'holds') return disclosure === undefined ? 0 : 1
  return authenticity === 'unknown' ? 3 : 4
}

/** That of the proof or of its key; of proofs that are as good the one that lasts counts. */
function endOf({ proofUntil, keyEnds }: ProofFinding): number {
  const ends = [proofUntil, keyEnds?.revoked, keyEnds?.expires].filter((end) => end !== undefined)
  return Math.min(LATEST, ...ends.map((end) => readMoment(end)?.first ?? 0))
}

/** The last moment that a date can have. */
const LATEST = 8.64e15

/** Say what a proof covers and how far it is read: of one that does not count, this would mislead. */
const OF_COVERAGE: readonly ReasonCode[] = [
  'perhaps-not-read',
  'terms-not-signed',
  'disclosed-partly',
  'perhaps-withheld',
  'status-perhaps-withheld',
]

function said(reasons: Reason[], { authenticity }: ProofFinding): Reason[] {
  const isCovered = authenticity === 'holds'
  return reasons.filter(
    ({ code }) => code !== 'not-reached' && !(isCovered && OF_COVERAGE.includes(code)),
  )
}
