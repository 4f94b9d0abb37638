import type {
  Authenticity,
  Conformity,
  Currency,
  Holder,
  IssuerStanding,
  ReportKind,
  Verdict,
} from './report'

/** The axes of a report, from which alone its verdict follows. */
export interface Axes {
  kind: ReportKind
  authenticity: Authenticity
  currency: Currency
  conformity: Conformity
  standing: IssuerStanding
  holder: Holder
}

/**
 * The verdict as a pure function of the axes.
 *
 * The order of the questions is the order of harm: what is known to be wrong first, then what is
 * not known, then what a person should look at; only what is left may be green or blue.
 * A revocation counts even where authenticity is unknown: the issuer's own host answering 410 says
 * nothing else.
 */
export function verdictOf(axes: Axes): Verdict {
  if (axes.kind === 'none') return 'none'
  if (axes.authenticity === 'fails' || axes.currency === 'revoked') return 'invalid'
  if (axes.authenticity === 'unknown') return 'unverifiable'
  if (needsAPerson(axes)) return 'attention'
  return axes.standing === 'unknown' ? 'authentic' : 'trusted'
}

function needsAPerson({ currency, conformity, holder }: Axes): boolean {
  return (
    currency !== 'current' ||
    conformity === 'questionable' ||
    holder === 'differs' ||
    holder === 'unknown'
  )
}
