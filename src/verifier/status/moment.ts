/** What a date means: its first and last millisecond since 1970-01-01T00:00Z. */
export interface Moment {
  first: number
  last: number
  /** When it begins where it begins first, where no time zone is said: what bears the date of today has begun. */
  earliest: number
}

const DATE_TIME =
  /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d)(?::(\d\d)(?:[.,](\d+))?)?(Z|[+-]\d\d:?\d\d)?)?$/i
const UNIX_SECONDS = /^\d{10}$/
const DAY = 24 * 60 * 60 * 1000
const LARGEST_OFFSET_MINUTES = 14 * 60
const LARGEST_OFFSET_MS = LARGEST_OFFSET_MINUTES * 60_000

/**
 * Reads an ISO 8601 date or date-time, or the 10-digit Unix time that Open Badges 1.0 also allowed.
 * A date alone means that whole day, so that what is valid until a day is valid on it. Without a time
 * zone, UTC is meant: the standards demand one, and guessing the reader's would make the answer
 * depend on where it is read. Dates that no calendar has (30 February) are not moved but refused.
 */
export function readMoment(text: string): Moment | undefined {
  const trimmed = text.trim()
  if (UNIX_SECONDS.test(trimmed)) return instant(Number(trimmed) * 1000)
  const match = DATE_TIME.exec(trimmed)
  if (!match) return undefined
  const [, year, month, day, hour, minute, second, fraction, zone] = match
  const midnight = readDay(Number(year), Number(month), Number(day))
  if (midnight === undefined) return undefined
  if (hour === undefined)
    return { first: midnight, last: midnight + DAY - 1, earliest: midnight - LARGEST_OFFSET_MS }
  const time = readTime(Number(hour), Number(minute), Number(second ?? 0), fraction ?? '')
  const offset = readOffset(zone ?? 'Z')
  if (time === undefined || offset === undefined) return undefined
  const at = midnight + time - offset
  return zone === undefined ? { ...instant(at), earliest: at - LARGEST_OFFSET_MS } : instant(at)
}

function instant(at: number): Moment {
  return { first: at, last: at, earliest: at }
}

/** Clocks of people's machines are allowed to be this late. */
const CLOCK_SKEW_MS = 5 * 60_000

/**
 * Has this not begun yet? What was made just now may bear a time that a clock that is late has still ahead.
 *
 * @param at milliseconds since 1970-01-01T00:00Z
 */
export function isToCome(at: number, now: Date): boolean {
  return at > now.getTime() + CLOCK_SKEW_MS
}

function readDay(year: number, month: number, day: number): number | undefined {
  const date = new Date(0)
  date.setUTCFullYear(year, month - 1, day)
  const exists = date.getUTCMonth() === month - 1 && date.getUTCDate() === day
  return exists ? date.getTime() : undefined
}

/** Milliseconds since midnight; 24:00:00 is the end of the day (XML Schema 1.1, part 2, 3.3.7). */
function readTime(
  hour: number,
  minute: number,
  second: number,
  fraction: string,
): number | undefined {
  const milliseconds = Number(fraction.slice(0, 3).padEnd(3, '0'))
  const time = ((hour * 60 + minute) * 60 + second) * 1000 + milliseconds
  return minute < 60 && second < 60 && (hour < 24 || time === DAY) ? time : undefined
}

/** Milliseconds east of UTC. */
function readOffset(zone: string): number | undefined {
  if (/^z$/i.test(zone)) return 0
  const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(-2))
  if (minutes > LARGEST_OFFSET_MINUTES || Number(zone.slice(-2)) > 59) return undefined
  return (zone.startsWith('-') ? -minutes : minutes) * 60_000
}
