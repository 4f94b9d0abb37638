/** Dates as issuers write them, and which of several counts. */
import { readMoment } from '../status/moment'
import type { JsonValue } from '../verification'
import { asDate, asString } from './json-values'

type Maybe = JsonValue | undefined

/** Of two dates the later start or the earlier end; one that cannot be read outweighs both. */
export function strictest(one: Maybe, other: Maybe, direction: 1 | -1): string | undefined {
  const [a, b] = [asDate(one), asDate(other)]
  if (a === undefined || b === undefined) return a ?? b
  // As dates are judged: a day alone begins where it begins first, and ends with its last moment.
  const at = direction > 0 ? 'earliest' : 'last'
  const [atA, atB] = [readMoment(a)?.[at], readMoment(b)?.[at]]
  if (atA === undefined) return a
  if (atB === undefined) return b
  return (atA - atB) * direction > 0 ? a : b
}

/** Days with a time as databases and scripts print them: "2013-01-26 10:00:00", "… +0000", "… UTC". */
const PRINTED =
  /^(\d{4}-\d\d-\d\d) (\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?)(?: ?(UTC|Z|[+-]\d\d:?\d\d))?$/

/**
 * A date of Open Badges 0.5 to 2.0 as ISO 8601, where it is written in another way that can only mean one
 * thing; else as it is. "ISO 8601 … or a standard 10-digit Unix timestamp" (Open Badges 1.0, "DateTime"),
 * as a number or as text; 13 digits are milliseconds, since as seconds they would be in 30,000 years. Where
 * no time zone is said none is added.
 */
export function plainDate(value: Maybe): Maybe {
  const text = (typeof value === 'number' ? String(value) : asString(value))?.trim()
  if (text === undefined) return value
  if (/^\d{10}$/.test(text)) return new Date(Number(text) * 1000).toISOString()
  if (/^\d{13}$/.test(text)) return new Date(Number(text)).toISOString()
  const [, day, time, zone = ''] = PRINTED.exec(text) ?? []
  if (day === undefined || time === undefined) return value
  return `${day}T${time}${zone === 'UTC' ? 'Z' : zone}`
}

/**
 * Whether an `expires` is there and says that there is no end: issuers of the time wrote out their empty
 * fields. 0 is 1970, at which nothing that was ever issued can have ended.
 */
export function saysNoEnd(expires: Maybe): boolean {
  if (typeof expires === 'string') return ['', '0'].includes(expires.trim())
  return expires === false || expires === 0
}
