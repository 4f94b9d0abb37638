import type { VerificationReport } from '../report'
import { verdictOf } from '../verdict'

/** What a credential inside another may count for. */
export type PartStanding = 'holds' | 'fails' | 'needs-attention' | 'not-checked'

export function standingOf(part: VerificationReport): PartStanding {
  switch (verdictOf({ ...part, standing: part.issuer.standing })) {
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
