import { conclude } from './assemble-report'
import type { Credential } from './credential'
import type { TrustList } from './environment'
import { endThatCame } from './keys/key-end'
import { withKeyExpired, withKeyRevoked } from './judging/ended-key'
import { listVersions, recogniseIssuer, withoutListVersions } from './issuers/trust-lists'
import { withoutPartsSummed, withPartsSummed } from './judging/sum-of-parts'
import { matchRecipient } from './recipients/match'
import { reason, type Check, type Currency, type VerificationReport } from './report'
import { withSealAgain } from './seals/seal-again'
import { isToCome, readMoment } from './status/moment'
import { judgeDates } from './status/validity-period'

/**
 * A kept report, judged for the present: dates against `now`, and a status whose answer has become
 * too old is unknown, since what was not revoked then may be revoked today. Who vouches for the issuer
 * is asked of the lists that the user trusts now, not of those of that day. Pure; no network.
 *
 * @param trustLists absent: nobody vouches for anybody
 * @param options `usesEuLists: false`: no seal is a qualified one, since no EU trusted list may say so
 */
export function judgeAgain(
  kept: VerificationReport,
  now: Date,
  trustLists: TrustList[] = [],
  { usesEuLists = true } = {},
): VerificationReport {
  const report = withSealAgain(kept, now, usesEuLists)
  const keyEnd = endThatCame(report.keyEnds ?? {}, now)
  if (report.authenticity === 'holds' && keyEnd?.kind === 'revoked') {
    const failed = withKeyRevoked(report, keyEnd)
    return conclude(withPartsSummed(recognisedAgain(failed, now, trustLists)))
  }
  const parts = report.parts.map((part) => judgeAgain(part, now, trustLists, { usesEuLists }))
  const again = { ...recognisedAgain(report, now, trustLists), parts }
  if (again.authenticity !== 'holds' && parts.length === 0) return again
  const recognised = withoutPartsSummed(again)
  const { credential, authenticity } = recognised
  const present =
    authenticity === 'holds' && credential !== undefined
      ? { ...recognised, ...currentAgain(recognised, credential, now) }
      : recognised
  return conclude(withPartsSummed(present))
}

/** The report with its issuer as the lists know it now. */
function recognisedAgain(
  report: VerificationReport,
  now: Date,
  trustLists: TrustList[],
): VerificationReport {
  const { issuer, credential, checks } = report
  const versions = { ...withoutListVersions(report.versions), ...listVersions(trustLists) }
  // A seal is part of the credential: no list of the user's gives or takes it. A presentation has no issuer.
  const isOpen = report.authenticity === 'holds' && report.kind !== 'presentation'
  if (!isOpen || issuer.standing === 'sealed') return { ...report, versions }
  const { achievements = [] } = credential ?? {}
  const found = recogniseIssuer({ ...issuer, achievements, now }, trustLists)
  const others = checks.filter(({ id }) => id !== 'issuer')
  return {
    ...report,
    versions,
    issuer: { ...issuer, standing: found.standing },
    checks: [...others, found.check],
  }
}

function currentAgain(
  report: VerificationReport,
  credential: Credential,
  now: Date,
): Pick<VerificationReport, 'conformity' | 'currency' | 'checks' | 'keyEnds'> {
  const dates = judgeDates(credential, now)
  const stale =
    report.freshUntil !== undefined && (new Date(report.freshUntil) < now || isOfLater(report, now))
  const ended = hasEnded(report.proofUntil, now)
  const keyEnd = endThatCame(report.keyEnds ?? {}, now)
  const checks = report.checks
    .filter(({ id }) => id !== 'dates')
    .map((check) => (stale && check.id === 'status' ? outOfDate(check, report) : check))
    .map((check) => (ended && check.id === 'proof' ? ofEndedProof(check, report) : check))
    .map((check) => (keyEnd && check.id === 'key' ? withKeyExpired(check, keyEnd.date) : check))
  return {
    conformity: ended || keyEnd ? 'questionable' : report.conformity,
    currency: mergedCurrency(dates.currency, report.currency, checks),
    checks: [...checks, dates.check],
  }
}

/** Checked by a clock that was ahead, and has been set right since: until when its answers hold, nobody knows. */
export function isOfLater({ checkedAt }: VerificationReport, now: Date): boolean {
  return isToCome(new Date(checkedAt).getTime(), now)
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

/**
 * What was revoked or suspended stays so. A status that was never obtained (`warned`), or that is too old,
 * is unknown whatever the dates say.
 */
function mergedCurrency(dates: Currency, before: Currency, checks: Check[]): Currency {
  if (before === 'revoked' || before === 'suspended') return before
  const status = checks.filter(({ id }) => id === 'status').map(({ outcome }) => outcome)
  if (status.includes('unknown')) return 'unknown'
  return before === 'unknown' && status.includes('warned') ? 'unknown' : dates
}

/**
 * The report judged for one identity (e-mail, URL, telephone or DID), or for a person (`personIdentities`).
 * What is given is compared here, enters neither the report nor any store, and is sent to nobody.
 */
export async function compareRecipient(
  report: VerificationReport,
  identity: string | string[],
): Promise<VerificationReport> {
  // An endorsement is about a thing, and is nobody's.
  if (report.kind === 'endorsement') return report
  const parts = await Promise.all(report.parts.map((part) => compareRecipient(part, identity)))
  const { credential, authenticity } = report
  const whole = { ...withoutPartsSummed(report), parts }
  if (credential === undefined || authenticity !== 'holds')
    return parts.length === 0 ? report : conclude(withPartsSummed(whole))
  const { holder, check } = await matchRecipient(credential.recipient, [identity].flat())
  const others = report.checks.filter(({ id }) => id !== 'recipient')
  return conclude(withPartsSummed({ ...whole, holder, checks: [...others, check] }))
}
