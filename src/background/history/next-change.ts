import type { TrustList, VerificationReport } from '../../verifier'
import { readMoment } from '../../verifier/status/moment'

/** Even where no date is known at which a judgement may change, it stands no longer than this. */
const LONGEST_MS = 60 * 60 * 1000

/**
 * Until when a judgement of this moment stands by itself: the next date that the report names. Milliseconds since
 * the epoch, at most an hour ahead.
 */
export function nextChange(report: VerificationReport, now: number): number {
  return next(datesOf(report), now)
}

/** The same of the lists that it was judged by. */
export function nextListChange(lists: readonly TrustList[], now: number): number {
  const dates = lists.flatMap(({ issuers }) =>
    issuers.flatMap(({ validFrom, validUntil }) => [validFrom, validUntil]),
  )
  return next(dates, now)
}

function next(dates: readonly (string | undefined)[], now: number): number {
  let first = now + LONGEST_MS
  for (const date of dates) {
    const moment = date === undefined ? undefined : readMoment(date)
    for (const at of moment ? [moment.first, moment.last + 1] : [])
      if (at > now && at < first) first = at
  }
  return first
}

function datesOf(report: VerificationReport): (string | undefined)[] {
  const { credential, proofUntil, keyEnds, freshUntil, seal, parts } = report
  return [
    ...[credential?.validFrom, credential?.validUntil, proofUntil, freshUntil],
    ...[keyEnds?.expires, keyEnds?.revoked],
    ...[seal?.trustedList?.nextUpdate, seal?.certificate.notAfter],
    ...parts.flatMap(datesOf),
  ]
}
