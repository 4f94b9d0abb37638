import { reason, type Reason } from '../report'
import type { JsonValue } from '../verification'
import type { Answer } from './guarded-fetch'
import type { Limits } from './limits'

/**
 * Parses JSON that a stranger wrote.
 *
 * - The nesting is counted over the text before anything is parsed, without recursion, so a document
 *   of a million brackets costs one pass and no stack.
 * - A member named `__proto__` is refused. `JSON.parse` makes it an ordinary own property, but the next
 *   piece of code that copies properties one by one would turn it into a prototype.
 *
 * @param text JSON text (RFC 8259); one leading byte order mark is ignored, as section 8.1 permits
 */
export function parseJson(
  text: string,
  limits: Pick<Limits, 'jsonDepth'>,
): { value: JsonValue } | { reason: Reason } {
  const json = text.startsWith('\uFEFF') ? text.slice(1) : text
  if (!nestingWithin(json, limits.jsonDepth)) {
    return { reason: reason('json-too-deep', { limit: limits.jsonDepth }) }
  }
  let value: JsonValue
  try {
    value = JSON.parse(json) as JsonValue
  } catch {
    return { reason: reason('not-json') }
  }
  if (namesPrototype(json, value)) {
    return {
      reason: reason('property-invalid', { property: '__proto__', expected: 'no such member' }),
    }
  }
  return { value }
}

/**
 * Reads an answer as JSON, whatever type the server gave it: many serve it as text. What is no JSON
 * (a page for people, a document cut off) is `answer-not-readable`.
 */
export function readJson(
  answer: Answer,
  limits: Pick<Limits, 'jsonDepth'>,
): { value: JsonValue; text: string } | { reason: Reason } {
  const read = readText(answer)
  if ('reason' in read) return read
  const parsed = parseJson(read.text, limits)
  if ('value' in parsed) return { value: parsed.value, text: read.text }
  return parsed.reason.code === 'not-json' ? notReadable(answer) : parsed
}

/** Reads an answer as UTF-8; one malformed byte makes it unreadable. */
export function readText(answer: Answer): { text: string } | { reason: Reason } {
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(answer.bytes) }
  } catch {
    return notReadable(answer)
  }
}

function notReadable({ url }: Answer): { reason: Reason } {
  return { reason: reason('answer-not-readable', { host: new URL(url).hostname }) }
}

/** Whether objects and arrays nest at most `limit` deep; text that is no JSON counts as within. */
function nestingWithin(json: string, limit: number): boolean {
  let depth = 0
  for (let at = 0; at < json.length; at++) {
    const character = json[at]
    if (character === '"') {
      at = endOfString(json, at)
    } else if (character === '{' || character === '[') {
      if (++depth > limit) return false
    } else if (character === '}' || character === ']') {
      depth--
    }
  }
  return true
}

/** Index of the quotation mark that ends the string which starts at `start`. */
function endOfString(json: string, start: number): number {
  let at = start + 1
  while (at < json.length && json[at] !== '"') at += json[at] === '\\' ? 2 : 1
  return at
}

/** Only text that has the name, or an escape that could spell part of it, is worth walking. */
function namesPrototype(json: string, root: JsonValue): boolean {
  if (!/__proto__|\\u00/i.test(json)) return false
  const pending: JsonValue[] = [root]
  for (let value = pending.pop(); value !== undefined; value = pending.pop()) {
    if (typeof value !== 'object' || value === null) continue
    if (Object.hasOwn(value, '__proto__')) return true
    for (const member of Object.values(value)) pending.push(member)
  }
  return false
}
