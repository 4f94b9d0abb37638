import type { ProfileEntry, ProfileReport } from '../../platform/messages'
import type { Verdict } from '../../verifier/report'

/** A badge on the chart. */
export interface TimeRow {
  /** Of the summary, or of the profile's entries. */
  id: string
  reportId: string | undefined
  verdict: Extract<Verdict, 'trusted' | 'authentic' | 'attention'>
  /** Milliseconds since 1970. */
  from: number
  /** Absent: the badge states no end. */
  until?: number
}

const DAY = 24 * 60 * 60 * 1000
const YEAR = 365.25 * DAY
/** A badge may state any year: further than this from now the axis does not go, nor its bar. */
const FURTHEST_BACK = 30 * YEAR
const FURTHEST_ON = 8 * YEAR

/**
 * What holds, by its day of issue, and after it what needs a look. Of what does not verify, or could not be
 * checked, nobody vouches for any date.
 */
export function timeRows({ summary, entries }: ProfileReport): TimeRow[] {
  const byId = new Map(entries.map((entry) => [entry.id, entry]))
  const holding = (['trusted', 'authentic'] as const).flatMap((verdict) =>
    summary[verdict].timeLine.dated.map(({ badge, date, until }): TimeRow => ({
      ...{ id: badge, reportId: byId.get(wholeOf(badge))?.reportId, verdict },
      ...{ from: Date.parse(date), ...(until !== undefined && { until: Date.parse(until) }) },
    })),
  )
  const open = entries.filter(({ report }) => report.verdict === 'attention').flatMap(openRow)
  return [...holding.toSorted(byIssue), ...open.toSorted(byIssue)]
}

/** A credential inside a collection is named `ID/PLACE`. */
export function wholeOf(badge: string): string {
  return badge.split('/', 1)[0] ?? badge
}

function openRow({ id, reportId, report }: ProfileEntry): TimeRow[] {
  const { issuedOn, validFrom, validUntil } = report.credential ?? {}
  const [from, until] = [Date.parse(issuedOn ?? validFrom ?? ''), Date.parse(validUntil ?? '')]
  if (Number.isNaN(from)) return []
  return [{ ...{ id, reportId, verdict: 'attention', from }, ...(until > from && { until }) }]
}

function byIssue(one: TimeRow, other: TimeRow): number {
  return one.from - other.from || (one.id < other.id ? -1 : 1)
}

/** From where to where the axis goes, and the beginnings of years that are written on it. */
export interface TimeAxis {
  from: number
  to: number
  ticks: number[]
}

const MOST_TICKS = 6

export function timeAxis(rows: readonly TimeRow[], now: number): TimeAxis {
  const dates = rows.flatMap(({ from, until = from }) => [from, until])
  const first = Math.max(Math.min(now, ...dates), now - FURTHEST_BACK)
  const last = Math.min(Math.max(now, ...dates), now + FURTHEST_ON)
  const from = startOfYear(yearOf(first))
  const to = startOfYear(yearOf(last) + 1)
  const years = yearOf(to) - yearOf(from)
  const step = [1, 2, 5, 10].find((each) => years / each <= MOST_TICKS) ?? 10
  const ticks = Array.from({ length: years + 1 }, (_, index) => yearOf(from) + index)
    .filter((year) => year % step === 0 && year < yearOf(to))
    .map(startOfYear)
  return { from, to, ticks }
}

/** Where a moment stands on the axis, 0 to 1; beyond its ends, at them. */
export function placeOn({ from, to }: TimeAxis, moment: number): number {
  return Math.min(1, Math.max(0, (moment - from) / (to - from)))
}

function yearOf(moment: number): number {
  return new Date(moment).getUTCFullYear()
}

function startOfYear(year: number): number {
  return Date.UTC(year, 0, 1)
}
