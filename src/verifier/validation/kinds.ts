import { plainDate } from '../reading/dates'
import { asString, asText, isObject } from '../reading/json-values'
import { readMoment } from '../status/moment'
import type { JsonValue } from '../verification'

/** How a value is written: what is expected, for people, and whether it is so. */
interface KindTest {
  expected: string
  fits: (value: JsonValue) => boolean
}

/**
 * The kinds of values in the data models of Open Badges. Every test takes time that grows with the
 * length of the value and no faster, whatever the value is.
 */
const KINDS = {
  /** Words for people, perhaps with their language. */
  text: { expected: 'text', fits: (value) => asText(value) !== undefined && value !== '' },
  string: { expected: 'text', fits: (value) => typeof value === 'string' && value !== '' },
  iri: { expected: 'IRI', fits: (value) => typeof value === 'string' && IRI.test(value) },
  url: { expected: 'URL', fits: (value) => typeof value === 'string' && isWebAddress(value) },
  email: {
    expected: 'e-mail address',
    fits: (value) => typeof value === 'string' && EMAIL.test(value),
  },
  dateTime: {
    expected: 'date and time',
    fits: (value) => typeof value === 'string' && readMoment(value) !== undefined,
  },
  /** A date in a form that issuers used before they were told better. */
  writtenDate: {
    expected: 'date and time',
    fits: (value) => readMoment(asString(plainDate(value)) ?? '') !== undefined,
  },
  boolean: { expected: 'true or false', fits: (value) => typeof value === 'boolean' },
  number: { expected: 'number', fits: (value) => typeof value === 'number' },
  jws: { expected: 'compact JWS', fits: (value) => typeof value === 'string' && JWS.test(value) },
  uuid: { expected: 'UUID', fits: (value) => typeof value === 'string' && UUID.test(value) },
  language: {
    expected: 'language tag',
    fits: (value) => typeof value === 'string' && LANGUAGE.test(value),
  },
  object: { expected: 'object', fits: isObject },
  /** Compared with the values of its rule as well. */
  type: { expected: 'type', fits: (value) => typeof value === 'string' && value !== '' },
  term: { expected: 'term', fits: (value) => typeof value === 'string' && value !== '' },
} satisfies Record<string, KindTest>

export type Kind = keyof typeof KINDS

const IRI = /^(_|[a-z][a-z0-9+.-]*):\S+$/i
const EMAIL = /^[^\s@]+@[^\s@]+$/
const JWS = /^[\w-]+\.[\w-]*\.[\w-]+$/
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const LANGUAGE = /^[a-z]{2,8}([-_][a-z0-9]{1,8}){0,8}$/i

function isWebAddress(value: string): boolean {
  return /^https?:\/\//i.test(value) && URL.canParse(value)
}

/** `undefined` where the name is not of a kind: it is a class then. */
export function kindNamed(name: string): KindTest | undefined {
  return Object.hasOwn(KINDS, name) ? KINDS[name as Kind] : undefined
}
