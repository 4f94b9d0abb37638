/**
 * Reads the values of a list. A function gives the value, or throws a `WrongValue` that names the
 * property; `readEntries` turns that into a problem of one entry, so that the others are still read.
 */
import { isObject } from '../reading/json-values'
import { readMoment } from '../status/moment'
import type { JsonObject, JsonValue } from '../verification'
import type { ListProblem } from './list-format'

export class WrongValue extends Error {
  constructor(
    readonly property: string,
    readonly expected: string,
    readonly missing: boolean,
  ) {
    super(`expected ${property} to be ${expected}`)
  }

  problem(entry?: string): ListProblem {
    const { property, expected, missing } = this
    return {
      ...(entry !== undefined && { entry }),
      property,
      expected,
      ...(missing && { missing }),
    }
  }
}

const LONGEST_TEXT = 500
const LONGEST_ID = 2_000
const LONGEST_ENTRY_NAME = 100

/** A text that is not blank. */
export function text(from: JsonObject, property: string, expected: string): string {
  const value = own(from, property)
  const isText = typeof value === 'string' && value.trim() !== '' && value.length <= LONGEST_TEXT
  if (!isText) throw new WrongValue(property, expected, value === undefined)
  return value
}

/** ISO 8601, as written. */
export function date(from: JsonObject, property: string): string {
  const value = own(from, property)
  if (typeof value !== 'string' || readMoment(value) === undefined)
    throw new WrongValue(property, 'a date such as 2027-12-31', value === undefined)
  return value
}

export function webAddress(from: JsonObject, property: string): string {
  const value = own(from, property)
  if (typeof value !== 'string' || !isWebAddress(value))
    throw new WrongValue(property, 'an https address', value === undefined)
  return value
}

/** An issuer's id, from a property or a key: a DID without path, query or fragment, or a URL. */
export function issuerId(value: JsonValue | undefined, property: string): string {
  const isId = typeof value === 'string' && (DID.test(value) || isWebAddress(value))
  if (!isId || value.length > LONGEST_ID)
    throw new WrongValue(property, 'a DID or an https address', value === undefined)
  return value
}

/** The value, or nothing where the property is not there at all. */
export function optional<Value>(
  from: JsonObject,
  property: string,
  read: () => Value,
): Value | undefined {
  return own(from, property) === undefined ? undefined : read()
}

/**
 * A property that the form does not have: whatever it says may limit what the others say, and passed
 * over it would let the list say more than its publisher meant.
 *
 * @param path how to call the object in which they stand, e.g. `scope.`
 */
export function onlyKnown(from: JsonObject, known: readonly string[], path = ''): void {
  const unknown = Object.keys(from).find((name) => !known.includes(name))
  if (unknown !== undefined)
    throw new WrongValue(`${path}${unknown}`.slice(0, 100), `only ${known.join(', ')}`, false)
}

/** Foreign names of properties: what an object has by nature (`constructor`) does not count. */
export function own(from: JsonObject, property: string): JsonValue | undefined {
  return Object.hasOwn(from, property) ? from[property] : undefined
}

/** An entry as a problem names it: by its id where it has one, else by its place. */
export function entryName(id: JsonValue | undefined, index: number): string {
  return typeof id === 'string' && id.trim() !== ''
    ? id.slice(0, LONGEST_ENTRY_NAME)
    : `#${index + 1}`
}

/** Reads every entry by itself: each is read whole, or told as a problem. */
export function readEntries<Read>(
  entries: [name: string, value: JsonValue][],
  read: (value: JsonObject, name: string) => Read,
): { read: Read[]; problems: ListProblem[] } {
  const done: Read[] = []
  const problems: ListProblem[] = []
  for (const [entry, value] of entries) {
    try {
      if (!isObject(value)) throw new WrongValue('', 'an object', false)
      done.push(read(value, entry))
    } catch (error) {
      if (!(error instanceof WrongValue)) throw error
      problems.push(error.problem(entry))
    }
  }
  return { read: done, problems }
}

/** DID Core, section 3.1. */
const DID = /^did:[a-z0-9]+:[\w.:%-]+$/

function isWebAddress(value: string): boolean {
  return /^https?:\/\/[\x21-\x7e]+$/i.test(value) && !value.includes('\\') && URL.canParse(value)
}
