import { judgeAgain, type VerificationReport } from '../verifier'
import type { EuLists } from './eu-lists/eu-lists'
import type { TrustLists } from './trust-lists'

export interface Vouching {
  /** Lists of issuers that the user trusts. */
  lists: TrustLists
  euLists: EuLists
}

/** A kept report for the present, by the lists that are in use now: one that is not takes its green along. */
export function judgeNow(
  report: VerificationReport,
  now: Date,
  { lists, euLists }: Vouching,
): VerificationReport {
  return judgeAgain(report, now, lists.current(), { usesEuLists: euLists.inUse })
}
