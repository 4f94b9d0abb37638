import type { KeptTrustList } from '../platform/database'
import type { TrustListSummary } from '../platform/messages'
import { readMoment } from '../verifier/status/moment'

/** Issuers and problems that a page shows; the rest is only counted. */
const MOST_SHOWN = 100

/** A list as its page shows it: what it is, for whom it vouches, and what of it was not read. */
export function summaryOfList(
  { list, entries, problems, fromAddress }: KeptTrustList,
  now: Date,
): TrustListSummary {
  const { issuers, sha256: _hash, ...head } = list
  const ended = issuers.filter(({ validUntil }) => hasEnded(validUntil, now))
  return {
    ...head,
    ...{ entries, fromAddress },
    issuers: issuers.length,
    ended: ended.length,
    scoped: issuers.filter(({ scope }) => scope !== undefined).length,
    shownIssuers: issuers.slice(0, MOST_SHOWN).map(({ id, name }) => ({ id, name })),
    problems: problems.slice(0, MOST_SHOWN),
    problemCount: problems.length,
  }
}

function hasEnded(until: string | undefined, now: Date): boolean {
  return until !== undefined && (readMoment(until)?.last ?? 0) < now.getTime()
}
