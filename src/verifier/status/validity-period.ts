import { reason, type Check, type Reason } from '../report'
import { isToCome, readMoment, type Moment } from './moment'

const SPEC = 'https://www.w3.org/TR/vc-data-model-2.0/#validity-period'

/** `unknown`: a date that would decide cannot be read. */
export interface DatesFinding {
  currency: 'current' | 'expired' | 'future' | 'unknown'
  check: Check
}

/**
 * Is it in force at `now`? VC Data Model 2.0, section 4.9 (validFrom, validUntil); Open Badges 2.0
 * (issuedOn, expires). A date that is there and cannot be read never counts as one that is absent.
 *
 * @param period ISO 8601 dates or date-times; absent ends are open
 */
export function judgeDates(
  period: { validFrom?: string | undefined; validUntil?: string | undefined },
  now: Date,
): DatesFinding {
  const from = readEnd(period.validFrom, 'validFrom')
  const until = readEnd(period.validUntil, 'validUntil')
  const unreadable = [from, until].flatMap((end) => ('problem' in end ? [end.problem] : []))
  const at = now.getTime()

  if ('moment' in until && at > until.moment.last) {
    return found('expired', 'failed', [reason('expired', { date: until.text }), ...unreadable])
  }
  if ('moment' in from && isToCome(from.moment.earliest, now)) {
    return found('future', 'failed', [reason('not-yet-valid', { date: from.text }), ...unreadable])
  }
  if (unreadable.length > 0) return found('unknown', 'warned', unreadable)
  return found('current', 'passed', [
    reason('in-force', {
      ...('text' in from && { from: from.text }),
      ...('text' in until && { until: until.text }),
    }),
  ])
}

type End = { moment: Moment; text: string } | { problem: Reason } | { open: true }

function readEnd(text: string | undefined, property: string): End {
  if (text === undefined) return { open: true }
  const moment = readMoment(text)
  if (moment) return { moment, text: text.trim() }
  return { problem: reason('property-invalid', { property, expected: 'ISO 8601 date' }) }
}

function found(
  currency: DatesFinding['currency'],
  outcome: Check['outcome'],
  reasons: Reason[],
): DatesFinding {
  return { currency, check: { id: 'dates', outcome, reasons, spec: SPEC } }
}
