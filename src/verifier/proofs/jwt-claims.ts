import { asArray, asDate, asId, asObjects, contextUrls, isObject } from '../reading/json-values'
import { sameAddress } from '../http/address'
import { reason, type Reason } from '../report'
import { readMoment } from '../status/moment'
import type { JsonObject, JsonValue } from '../verification'
import type { ProofEnd } from './proof-options'

/**
 * Registered claims of a JWT and what they say about a credential. In version 1.1 of the data model its dates
 * are those of the credential (section 6.3.1); in 2.0 they are about the signature (Securing Verifiable
 * Credentials using JOSE and COSE, section 3.1.3), and stand for the credential's where it has none.
 */

const CREDENTIALS_2 = 'https://www.w3.org/ns/credentials/v2'

/** `nbf` and `exp`: seconds since 1970 (RFC 7519, section 2, NumericDate). */
const TIME_CLAIMS = ['nbf', 'exp'] as const

/** The last second that a date can have. */
const LATEST = 253_402_300_799

/** Why a claim is not of the form that RFC 7519 gives it. */
export function malformedClaim(payload: JsonObject): Reason | undefined {
  for (const claim of TIME_CLAIMS)
    if (payload[claim] !== undefined && !isNumericDate(payload[claim]))
      return reason('proof-malformed', { property: claim, expected: 'seconds since 1970' })
  for (const claim of ['iss', 'sub', 'jti'])
    if (payload[claim] !== undefined && typeof payload[claim] !== 'string')
      return reason('proof-malformed', { property: claim, expected: 'a string' })
  return undefined
}

/** The credential with what only the claims say of it. A claim never replaces what is there. */
export function withClaims(credential: JsonObject, payload: JsonObject): JsonObject {
  const { iss, sub, jti } = payload
  const ofVersion2 = isVersion2(credential)
  const [from, until] = datesOf(credential)
  const filled: JsonObject = { ...credential }
  if (typeof jti === 'string') filled.id ??= jti
  if (typeof iss === 'string') filled.issuer = withId(credential.issuer ?? iss, iss)
  if (typeof sub === 'string' && credential.credentialSubject !== undefined)
    filled.credentialSubject = withId(credential.credentialSubject, sub)
  if (isNumericDate(payload.nbf) && from === undefined)
    filled[ofVersion2 ? 'validFrom' : 'issuanceDate'] = dateOf(payload.nbf)
  if (isNumericDate(payload.exp) && until === undefined)
    filled[ofVersion2 ? 'validUntil' : 'expirationDate'] = dateOf(payload.exp)
  return filled
}

/** The first claim that contradicts the credential. */
export function differingClaim(
  payload: JsonObject,
  credential: JsonObject,
  issuerId: string,
): string | undefined {
  const { iss, sub, jti, nbf, exp } = payload
  const subjects = asObjects(credential.credentialSubject).map(({ id }) => id)
  const [from, until] = datesOf(credential)
  if (typeof iss === 'string' && !sameAddress(iss, issuerId)) return 'iss'
  if (sub !== undefined && !subjects.includes(sub)) return 'sub'
  if (jti !== undefined && jti !== credential.id) return 'jti'
  if (isVersion2(credential)) return undefined
  if (nbf !== undefined && differs(nbf, from)) return 'nbf'
  if (exp !== undefined && differs(exp, until)) return 'exp'
  return undefined
}

/** A date of the credential that a claim gives as well, and that cannot be compared with it. */
export function incomparableDate(payload: JsonObject, credential: JsonObject): Reason | undefined {
  if (isVersion2(credential)) return undefined
  const [from, until] = datesOf(credential)
  const dates = [
    { claim: payload.nbf, date: from, property: 'validFrom' },
    { claim: payload.exp, date: until, property: 'validUntil' },
  ]
  const odd = dates.find(({ claim, date }) => claim !== undefined && momentOf(date) === undefined)
  return odd && reason('property-invalid', { property: odd.property, expected: 'ISO 8601 date' })
}

/** Dates of the signature, where they are others than those of the credential. */
export function datesOfSignature(
  { nbf, exp }: JsonObject,
  credential: JsonObject,
): { begin?: number; end?: ProofEnd } {
  if (!isVersion2(credential)) return {}
  const [from, until] = datesOf(credential)
  const isOwn = (claim: JsonValue | undefined, date: JsonValue | undefined): claim is number =>
    isNumericDate(claim) && (momentOf(date) === undefined || differs(claim, date))
  return {
    ...(isOwn(nbf, from) && { begin: nbf * 1000 }),
    ...(isOwn(exp, until) && { end: { date: dateOf(exp), at: exp * 1000 } }),
  }
}

function isVersion2(credential: JsonObject): boolean {
  return contextUrls(credential).includes(CREDENTIALS_2)
}

function datesOf(
  credential: JsonObject,
): [from: JsonValue | undefined, until: JsonValue | undefined] {
  return [
    credential.validFrom ?? credential.issuanceDate,
    credential.validUntil ?? credential.expirationDate,
  ]
}

/** A single object without an `id` gets it; several subjects cannot all be the one that is meant. */
function withId(value: JsonValue, id: string): JsonValue {
  const [only, ...others] = asArray(value)
  if (!isObject(only) || others.length > 0 || asId(only) !== undefined) return value
  return { ...only, id }
}

function isNumericDate(value: JsonValue | undefined): value is number {
  return typeof value === 'number' && value >= 0 && value <= LATEST
}

function dateOf(seconds: number): string {
  return new Date(Math.floor(seconds) * 1000).toISOString().replace('.000Z', 'Z')
}

/**
 * A date alone means a whole day, and agrees with every second of it; a fraction of a second agrees with
 * the second before and that after it, since some round where others cut off.
 */
function differs(seconds: JsonValue, date: JsonValue | undefined): boolean {
  const moment = momentOf(date)
  if (typeof seconds !== 'number' || moment === undefined) return false
  const { first, last } = moment
  const latest = first === last ? Math.ceil(last / 1000) : Math.floor(last / 1000)
  const second = Math.floor(seconds)
  return second < Math.floor(first / 1000) || second > latest
}

function momentOf(date: JsonValue | undefined): ReturnType<typeof readMoment> {
  const text = asDate(date)
  return text === undefined ? undefined : readMoment(text)
}
