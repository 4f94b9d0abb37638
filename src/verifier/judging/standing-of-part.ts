import type { IssuerStanding, VerificationReport } from '../report'
import { verdictOf } from '../verdict'

/** What a credential inside another may count for. */
export type PartStanding = 'holds' | 'fails' | 'needs-attention' | 'not-checked'

export function standingOf(part: VerificationReport): PartStanding {
  switch (verdictOf({ ...part, standing: standingOfWhole(part) })) {
    case 'trusted':
    case 'authentic':
      return 'holds'
    case 'attention':
      return 'needs-attention'
    case 'invalid':
      return 'fails'
    case 'unverifiable':
    case 'none':
      return 'not-checked'
  }
}

type Whole = Pick<VerificationReport, 'kind' | 'issuer' | 'parts'>

/**
 * The standing from which the verdict on a whole follows. A record is read as what it holds, and is
 * never better than that: who vouches for its issuer vouches for none of the issuers in it.
 */
export function standingOfWhole({ kind, issuer, parts }: Whole): IssuerStanding {
  return kind === 'clr' && parts.some(isUnrecognised) ? 'unknown' : issuer.standing
}

/** Whether it is a credential of a collection that nobody vouches for. */
export function isUnrecognised(part: VerificationReport): boolean {
  return part.place?.role === 'credential' && standingOfWhole(part) === 'unknown'
}
