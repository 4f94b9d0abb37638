import type { JsonValue } from '../verification'

/**
 * The one spelling of a JSON value (RFC 8785, JSON Canonicalization Scheme): members in the order of
 * their UTF-16 code units, numbers and text as ECMAScript writes them.
 *
 * @param value as `parseJson` gave it, which bounds its depth
 * @returns the text, or `undefined` where the value has none: a number beyond the range of a double,
 *   which `JSON.parse` makes infinite, and text with half a surrogate pair (sections 3.2.2.2, 3.2.2.3)
 */
export function canonicalJson(value: JsonValue): string | undefined {
  if (typeof value === 'string') return HALF_A_PAIR.test(value) ? undefined : JSON.stringify(value)
  if (typeof value === 'number') return Number.isFinite(value) ? JSON.stringify(value) : undefined
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const isArray = Array.isArray(value)
  const parts = isArray ? value.map(canonicalJson) : Object.keys(value).sort().map(memberOf(value))
  if (parts.includes(undefined)) return undefined
  return isArray ? `[${parts.join(',')}]` : `{${parts.join(',')}}`
}

/** With the flag `u`, a whole pair is one character and no surrogate. */
const HALF_A_PAIR = /\p{Surrogate}/u

function memberOf(object: Record<string, JsonValue>): (name: string) => string | undefined {
  return (name) => {
    const member = canonicalJson(name)
    const text = canonicalJson(object[name] ?? null)
    return member === undefined || text === undefined ? undefined : `${member}:${text}`
  }
}
