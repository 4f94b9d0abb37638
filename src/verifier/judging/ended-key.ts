/** What becomes of a kept report when the key that signed the badge has ended since. */
import type { KeyEnd } from '../keys/key-end'
import { reason, type Check, type VerificationReport } from '../report'
import { notReached } from './judgement'

/** As a fresh verification would say it of a key whose end has come. */
export function withKeyExpired(check: Check, date: string): Check {
  const { named, others } = keyNamed(check)
  if (named === undefined) return check
  return {
    ...check,
    outcome: 'warned',
    reasons: [reason('key-expired', { ...named, date }), ...others],
  }
}

/**
 * As a fresh verification would say it of a key that its issuer has revoked: the badge does not verify, so
 * nothing that follows from the proof stands any longer.
 */
export function withKeyRevoked(report: VerificationReport, { date }: KeyEnd): VerificationReport {
  const { keyEnds: _, proofUntil: __, freshUntil: ___, ownConformity: ____, ...kept } = report
  const { artwork: _____, ...rest } = kept
  const hasPicture = report.checks.some(({ id }) => id === 'artwork')
  const picture = hasPicture ? (['artwork'] as const) : []
  const later = ['dates', 'status', ...picture, 'issuer', 'recipient'] as const
  const parts = report.partsTotal === undefined ? [] : [notReached('parts')]
  return {
    ...rest,
    authenticity: 'fails',
    currency: 'unknown',
    conformity: 'conforms',
    issuer: { ...report.issuer, standing: 'unknown' },
    holder: 'not-asked',
    checks: [
      ...report.checks.flatMap((check) => beforeKey(check, date)),
      ...later.map(notReached),
      ...parts,
    ],
    parts: [],
  }
}

/** What stands in the report before dates: what was found and read, and then that the key fails. */
function beforeKey(check: Check, date: string): Check[] {
  switch (check.id) {
    case 'carrier':
    case 'schema':
      return [check]
    case 'format': {
      const reasons = check.reasons.filter(({ code }) => code === 'format-recognised')
      return [{ ...check, outcome: 'passed', reasons }]
    }
    case 'proof':
      return [{ ...check, outcome: 'not-applicable', reasons: [reason('not-reached')] }]
    case 'key': {
      const { named } = keyNamed(check)
      return named
        ? [{ ...check, outcome: 'failed', reasons: [reason('key-revoked', { ...named, date })] }]
        : [check]
    }
    default:
      return []
  }
}

/** The key that the check is about, which its first reason names. */
function keyNamed({ reasons: [first, ...others] }: Check) {
  return first !== undefined && 'method' in first.params && 'issuer' in first.params
    ? { named: { issuer: first.params.issuer, method: first.params.method }, others }
    : { named: undefined, others }
}
