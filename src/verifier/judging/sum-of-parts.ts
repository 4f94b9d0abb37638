/**
 * What the credentials inside a credential mean for the whole. Pure: it follows from the reports of the
 * parts and their places alone, so that a kept report can be summed up again for the present.
 */
import { reason, type Check, type Reason, type VerificationReport } from '../report'
import { endorsementsCheck } from './sum-of-endorsements'
import { isUnrecognised, standingOf } from './standing-of-part'
import { worstOfParts } from './worst-of-parts'

/** A report before its verdict. */
export type OpenReport = Omit<VerificationReport, 'verdict' | 'reason' | 'reasons'>

/**
 * The report with the checks `parts` (of a collection) and `endorsements` as its parts make them, and
 * with a conformity that is questionable where one of the parts leaves a question. The axes of a
 * presentation are the worst of its parts. Nothing gets better by its parts.
 *
 * @param report as it is without its parts: what was summed up before comes from `withoutPartsSummed`
 */
export function withPartsSummed<Report extends OpenReport>(report: Report): Report {
  const { partsTotal, conformity, checks } = report
  const nested = report.parts.filter(({ place }) => place?.role === 'credential')
  const isUnread = report.authenticity === 'fails' && report.parts.length === 0
  const parts = partsTotal === undefined || isUnread ? [] : [partsCheck(nested, partsTotal, report)]
  const endorsements = endorsementsCheck(report)
  const isQuestionable = [...parts, endorsements].some(isQuestion)
  const summed: Report = {
    ...report,
    checks: [
      ...checks.filter(({ id }) => id !== 'endorsements' && (parts.length === 0 || id !== 'parts')),
      ...parts,
      endorsements,
    ],
    ...(isQuestionable && { conformity: 'questionable' }),
  }
  const whole =
    report.kind === 'presentation' ? { ...summed, ...worstOfParts(nested, summed) } : summed
  return whole.conformity === conformity ? whole : { ...whole, ownConformity: conformity }
}

/** The report as it was before its parts were added, so that they can be added as they are now. */
export function withoutPartsSummed<Report extends OpenReport>(report: Report): Report {
  const { ownConformity, ...rest } = report
  return ownConformity === undefined ? report : { ...(rest as Report), conformity: ownConformity }
}

/** A part with a question of its own is never "fine", nor is a collection of nothing. */
function partsCheck(
  nested: VerificationReport[],
  total: number,
  { kind, issuer }: Pick<OpenReport, 'kind' | 'issuer'>,
): Check {
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
  // Where nobody vouches for the record either, the check of its issuer says so.
  const isVouchedFor = kind === 'clr' && issuer.standing !== 'unknown'
  const strangers = isVouchedFor ? nested.filter(isUnrecognised).length : 0
  return check('passed', [
    ...some('parts-unrecognised', strangers, total),
    reason('parts-hold', { count: nested.length }),
  ])
}

function some(
  code: 'parts-fail' | 'parts-need-attention' | 'parts-not-checked' | 'parts-unrecognised',
  count: number,
  total: number,
): Reason[] {
  return count > 0 ? [reason(code, { count, total })] : []
}

function check(outcome: Check['outcome'], reasons: Reason[]): Check {
  return { id: 'parts', outcome, reasons }
}

const TROUBLED = ['failed', 'warned', 'unknown']

/** An endorsement that could not be checked is merely not counted; a part that could not is a gap. */
function isQuestion({ id, outcome }: Check): boolean {
  return id === 'endorsements' ? outcome === 'warned' : TROUBLED.includes(outcome)
}
