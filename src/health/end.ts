import type { VerificationReport } from '../verifier/report'
import { readMoment, type Moment } from '../verifier/status/moment'
import type { HealthFinding } from './health'

const DAY_MS = 24 * 60 * 60 * 1000

/** Days before its end from which a holder should see to a new one. */
export const SOON_DAYS = 60

interface End {
  date: string
  /** Milliseconds since the epoch; undefined where it cannot be read. */
  at: number | undefined
}

/** When it stops verifying by its own word, its proof's, its key's or a part's, whichever is first. */
export function endHealth(report: VerificationReport, now: Date): HealthFinding {
  const topic = 'end'
  const ends = endsOf(report)
  const [first] = ends
    .flatMap(({ date, at }) => (at === undefined ? [] : [{ date, at }]))
    .toSorted((one, other) => one.at - other.at)
  if (first) {
    const { date } = first
    const days = Math.floor((first.at - now.getTime()) / DAY_MS)
    if (first.at <= now.getTime()) return { topic, state: 'look', code: 'ended', date }
    if (days < SOON_DAYS) return { topic, state: 'look', code: 'end-soon', date, days }
  }
  const unread = ends.find(({ at }) => at === undefined)
  if (unread) return { topic, state: 'unknown', code: 'end-unreadable', date: unread.date }
  const isProven = report.authenticity === 'holds' && report.credential !== undefined
  if (!isProven || mayWithholdEnd(report)) return { topic, state: 'unknown', code: 'end-unproven' }
  return first
    ? { topic, state: 'ok', code: 'end-later', date: first.date }
    : { topic, state: 'ok', code: 'end-none' }
}

/** A credential that holds others verifies no longer than they do; an endorsement may end beside it. */
function endsOf({ credential, proofUntil, keyEnds, parts }: VerificationReport): End[] {
  // As the verifier judges them: a credential is valid on all of its last day.
  const own = ends([credential?.validUntil], 'last')
  const ofProof = ends([proofUntil, keyEnds?.expires, keyEnds?.revoked], 'first')
  return [...own, ...ofProof, ...held(parts).flatMap(endsOf)]
}

function ends(dates: (string | undefined)[], moment: keyof Moment): End[] {
  return dates
    .filter((date) => date !== undefined)
    .map((date) => ({ date, at: readMoment(date)?.[moment] }))
}

/** Of a badge of which parts may be shown, its end may have been left out. */
function mayWithholdEnd({ checks, parts }: VerificationReport): boolean {
  const reasons = checks.flatMap((check) => check.reasons)
  return (
    reasons.some(
      ({ code, params }) => code === 'perhaps-withheld' && params.properties.includes('validUntil'),
    ) || held(parts).some(mayWithholdEnd)
  )
}

function held(parts: VerificationReport[]): VerificationReport[] {
  return parts.filter(({ place }) => place?.role === 'credential')
}
