import type { Accreditation, Credential, Text } from '../credential'
import { reason, type Check, type Reason } from '../report'
import { readMoment } from '../status/moment'

/** Accreditations that are named; a person reads no more. */
const MOST_NAMED = 10

/**
 * The check `accreditation`: what the credential says of its own accreditation, which nobody is asked about.
 * One that had ended when the credential was issued is for a person to look at; that it ended since takes
 * nothing away.
 *
 * @param now stands for the time of issuing where the credential does not state it
 */
export function checkAccreditation(credential: Credential, now: Date): Check {
  const all = [
    ...(credential.accreditations ?? []),
    ...credential.achievements.flatMap(({ learning }) => learning?.accreditations ?? []),
  ]
  if (all.length === 0) return check('not-applicable', [reason('accreditation-none')])
  const issued = momentOf(credential.issuedOn) ?? momentOf(credential.validFrom) ?? now.getTime()
  const ended = all.filter((one) => hasEnded(one, issued))
  const stated = all.filter((one) => !ended.includes(one))
  const reasons = [...ended.map(endedReason), ...stated.map(statedReason)]
  return check(ended.length > 0 ? 'warned' : 'unknown', eachOnce(reasons).slice(0, MOST_NAMED))
}

/** An end that cannot be read is none that we could say has come; it is shown as it is written. */
function hasEnded({ validUntil }: Accreditation, at: number): boolean {
  const end = validUntil === undefined ? undefined : readMoment(validUntil)
  return end !== undefined && end.last < at
}

function momentOf(date: string | undefined): number | undefined {
  return date === undefined ? undefined : readMoment(date)?.first
}

function endedReason(accreditation: Accreditation): Reason {
  const { validUntil = '' } = accreditation
  return reason('accreditation-ended', { name: nameOf(accreditation), date: validUntil })
}

function statedReason(accreditation: Accreditation): Reason {
  const body = anyText(accreditation.body)
  return reason('accreditation-stated', {
    name: nameOf(accreditation),
    ...(body !== undefined && { body }),
  })
}

function nameOf({ title, type, id = '' }: Accreditation): string {
  return (anyText(title ?? type) ?? id).slice(0, LONGEST_NAME)
}

const LONGEST_NAME = 200

function anyText(text: Text | undefined): string | undefined {
  return text && (text.en ?? text.und ?? Object.values(text)[0])?.slice(0, LONGEST_NAME)
}

function eachOnce(reasons: Reason[]): Reason[] {
  return [...new Map(reasons.map((one) => [JSON.stringify(one), one])).values()]
}

function check(outcome: Check['outcome'], reasons: Reason[]): Check {
  return { id: 'accreditation', outcome, reasons }
}
