import { reason, type Check, type Reason, type VerificationReport } from '../report'
import { notReached } from './judgement'
import { standingOf, standingOfWhole } from './standing-of-part'

type Endorsed = Pick<VerificationReport, 'authenticity' | 'parts' | 'credential'>

/** What an embedded endorsement comes to for the badge that it stands in. */
type Worth =
  | 'endorsements-fail'
  | 'endorsement-subject-differs'
  | 'endorsement-not-one'
  | 'endorsements-not-checked'
  | 'endorsements-not-in-force'
  | 'endorsement-by-issuer'
  | 'endorsements-hold'

/** Somebody put these into the badge to make it look better than it is: a person should look. */
const DECEPTIVE: Worth[] = [
  'endorsements-fail',
  'endorsement-subject-differs',
  'endorsement-not-one',
]
/** These are merely not counted. */
const UNCOUNTED: Worth[] = ['endorsements-not-checked', 'endorsements-not-in-force']
const ORDER: Worth[] = [...DECEPTIVE, ...UNCOUNTED, 'endorsements-hold', 'endorsement-by-issuer']

/** The check `endorsements`. It can make a badge look worse and never better. */
export function endorsementsCheck({ authenticity, parts, credential }: Endorsed): Check {
  const given = parts.filter(({ place }) => place?.role === 'endorsement')
  const total = Math.max(given.length, credential?.endorsementCount ?? 0)
  if (total === 0) return check('not-applicable', [reason('endorsements-none')])
  if (authenticity === 'fails' && given.length === 0) return notReached('endorsements')
  const worths = given.map(worthOf)
  const count = (worth: Worth): number =>
    worths.filter((each) => each === worth).length +
    (worth === 'endorsements-not-checked' ? total - given.length : 0)
  const recognised = given.filter(
    (part, index) => worths[index] === 'endorsements-hold' && standingOfWhole(part) !== 'unknown',
  ).length
  const reasons: Reason[] = ORDER.filter((worth) => count(worth) > 0).map((worth) =>
    worth === 'endorsements-hold'
      ? reason(worth, { count: count(worth), recognised })
      : reason(worth, { count: count(worth) }),
  )
  if (DECEPTIVE.some(count)) return check('warned', reasons)
  if (UNCOUNTED.some(count)) return check('unknown', reasons)
  if (count('endorsements-hold') === 0) return check('not-applicable', reasons)
  // Praise by nobody knows whom: anybody can make a key, and endorse with it.
  return check(recognised > 0 ? 'passed' : 'unknown', reasons)
}

function worthOf(part: VerificationReport): Worth {
  const standing = standingOf(part)
  if (standing === 'fails') return 'endorsements-fail'
  if (standing === 'not-checked') return 'endorsements-not-checked'
  if (part.kind !== 'endorsement') return 'endorsement-not-one'
  if (part.place?.subject === 'differs') return 'endorsement-subject-differs'
  if (part.place?.subject !== 'same') return 'endorsements-not-checked'
  if (standing === 'needs-attention') return 'endorsements-not-in-force'
  return part.place.byIssuer === true ? 'endorsement-by-issuer' : 'endorsements-hold'
}

function check(outcome: Check['outcome'], reasons: Reason[]): Check {
  return { id: 'endorsements', outcome, reasons }
}
