import type { Authenticity, Currency, Holder, IssuerStanding, VerificationReport } from '../report'
import { standingOf, standingOfWhole } from './standing-of-part'

type Axes = Pick<
  VerificationReport,
  'authenticity' | 'currency' | 'conformity' | 'issuer' | 'holder'
>

/** The axes of a presentation, which says nothing by itself: on each the worst of what it holds. */
export function worstOfParts(
  nested: VerificationReport[],
  { issuer, conformity }: Pick<Axes, 'issuer' | 'conformity'>,
): Axes {
  const isDoubtful = [conformity, ...nested.map((part) => part.conformity)].includes('questionable')
  return {
    authenticity: worst<Authenticity>(['holds', 'unknown', 'fails'], nested, (part) =>
      standingOf(part) === 'not-checked' ? 'unknown' : part.authenticity,
    ),
    currency: worst<Currency>(
      ['current', 'future', 'expired', 'unknown', 'suspended', 'revoked'],
      nested,
      (part) => part.currency,
    ),
    conformity: isDoubtful ? 'questionable' : 'conforms',
    issuer: {
      ...issuer,
      standing: worst<IssuerStanding>(
        ['listed', 'sealed', 'vetted', 'unknown'],
        nested,
        standingOfWhole,
      ),
    },
    holder: worst<Holder>(
      ['not-asked', 'matches', 'unknown', 'differs'],
      nested,
      (part) => part.holder,
    ),
  }
}

/** The last in the order that some part has; without parts nothing is known. */
function worst<Value>(
  order: Value[],
  parts: VerificationReport[],
  read: (part: VerificationReport) => Value,
): Value {
  const at = parts.map((part) => order.indexOf(read(part)))
  const index = parts.length === 0 ? order.indexOf('unknown' as Value) : Math.max(...at)
  return order[index] as Value
}
