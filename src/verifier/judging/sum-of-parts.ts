/**
 * What the credentials inside a credential mean for the whole. Pure: it follows from the reports of the
 * parts and their places alone, so that a kept report can be summed up again for the present.
 */
import {
  reason,
  type Authenticity,
  type Check,
  type Currency,
  type Holder,
  type IssuerStanding,
  type Reason,
  type VerificationReport,
} from '../report'
import { endorsementsCheck } from './sum-of-endorsements'
import { standingOf } from './standing-of-part'

/** A report before its verdict. */
export type OpenReport = Omit<VerificationReport, 'verdict' | 'reason' | 'reasons'>

/**
 * The report with the checks `parts` (of a collection) and `endorsements` as its parts make them, and
 * with a conformity that is questionable where one of the parts leaves a question. A presentation says
 * nothing by itself, so that its axes are the worst of its parts. Nothing gets better by its parts.
 *
 * @param total credentials that a collection holds, those not looked at included; absent: as it was
 */
export function withPartsSummed<Report extends OpenReport>(report: Report, total?: number): Report {
  const known = report.checks.find(({ id }) => id === 'parts')
  const nested = report.parts.filter(({ place }) => place?.role === 'credential')
  const isCollection = total !== undefined || known !== undefined
  const isUnread = report.authenticity === 'fails' && report.parts.length === 0
  const parts = isCollection && !isUnread ? partsCheck(nested, total ?? totalOf(known)) : undefined
  const endorsements = endorsementsCheck(report)
  const summed = {
    ...report,
    checks: [
      ...report.checks.filter(({ id }) => id !== 'endorsements' && (!parts || id !== 'parts')),
      ...(parts ? [parts] : []),
      endorsements,
    ],
    conformity: conformityOf(report, [...(parts ? [parts] : []), endorsements]),
  }
  return report.kind === 'presentation' ? { ...summed, ...worstOf(nested, summed) } : summed
}

/** A part with a question of its own is never "fine", nor is a collection of nothing. */
function partsCheck(nested: VerificationReport[], total: number): Check {
  if (total === 0) return check('unknown', [reason('parts-none')])
  const standings = nested.map(standingOf)
  const count = (standing: (typeof standings)[number]): number =>
    standings.filter((each) => each === standing).length
  // What was not proven says nothing about whose it is.
  const proven = nested.filter((_, index) =>
    ['holds', 'needs-attention'].includes(standings[index] ?? ''),
  )
  const subjects = (subject: 'differs' | 'unknown'): number =>
    proven.filter(({ place }) => place?.subject === subject).length
  const leftOut = total - nested.length
  const isCut = leftOut > 0 && nested.length > 0
  const failed = some('parts-fail', count('fails'), total)
  const warned = [
    ...(subjects('differs') > 0
      ? [reason('part-subject-differs', { count: subjects('differs') })]
      : []),
    ...some('parts-need-attention', count('needs-attention'), total),
  ]
  const open = [
    ...some('parts-not-checked', count('not-checked') + (isCut ? 0 : leftOut), total),
    ...(isCut ? [reason('parts-too-many', { limit: nested.length, total })] : []),
    ...(subjects('unknown') > 0
      ? [reason('part-subject-unknown', { count: subjects('unknown') })]
      : []),
  ]
  const reasons = [...failed, ...warned, ...open]
  if (failed.length > 0) return check('failed', reasons)
  if (warned.length > 0) return check('warned', reasons)
  if (open.length > 0) return check('unknown', reasons)
  return check('passed', [reason('parts-hold', { count: nested.length })])
}

function some(
  code: 'parts-fail' | 'parts-need-attention' | 'parts-not-checked',
  count: number,
  total: number,
): Reason[] {
  return count > 0 ? [reason(code, { count, total })] : []
}

function check(outcome: Check['outcome'], reasons: Reason[]): Check {
  return { id: 'parts', outcome, reasons }
}

/** The total that a check of an earlier summing up named. */
function totalOf({ reasons }: Check = check('unknown', [])): number {
  const totals = reasons.map(({ params }) =>
    'total' in params ? params.total : 'count' in params ? params.count : 0,
  )
  return Math.max(0, ...totals)
}

const TROUBLED = ['failed', 'warned', 'unknown']

/**
 * Only what the parts alone made questionable can stop being so, e.g. once a part has come into force:
 * where any other check left a question, it stays.
 */
function conformityOf(
  { conformity, checks }: OpenReport,
  summed: Check[],
): VerificationReport['conformity'] {
  if (summed.some(isQuestion)) return 'questionable'
  const wasQuestion = checks.some((each) => isOfParts(each) && isQuestion(each))
  const others = checks.filter(({ id }) => !NO_CONFORMITY.has(id))
  const isClean = !others.some(({ outcome }) => TROUBLED.includes(outcome))
  return wasQuestion && isClean ? 'conforms' : conformity
}

/** Checks that have an axis of their own, or none. */
const NO_CONFORMITY = new Set(['parts', 'endorsements', 'carrier', 'issuer', 'recipient'])

function isOfParts({ id }: Check): boolean {
  return id === 'parts' || id === 'endorsements'
}

/** An endorsement that could not be checked is merely not counted; a part that could not is a gap. */
function isQuestion({ id, outcome }: Check): boolean {
  return id === 'endorsements' ? outcome === 'warned' : TROUBLED.includes(outcome)
}

type Axes = Pick<OpenReport, 'authenticity' | 'currency' | 'conformity' | 'issuer' | 'holder'>

function worstOf(nested: VerificationReport[], { issuer, conformity }: OpenReport): Axes {
  const isDoubtful = conformity === 'questionable' || nested.some(isQuestionable)
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
        (part) => part.issuer.standing,
      ),
    },
    holder: worst<Holder>(
      ['not-asked', 'matches', 'unknown', 'differs'],
      nested,
      (part) => part.holder,
    ),
  }
}

function isQuestionable({ conformity }: VerificationReport): boolean {
  return conformity === 'questionable'
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
