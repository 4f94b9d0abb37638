/**
 * A person by name and date of birth, as European Digital Credentials name their owner. Both are entered for
 * comparison on this machine, as an e-mail address is.
 */
import type { RecipientIdentity } from '../credential'
import { plainName } from '../seals/sealer'
import { readMoment } from '../status/moment'
import type { IdentityKind } from './identity-forms'
import { kindOfStatement } from './statement-kind'

const NAME = 'name:'
const BORN = 'born:'

/**
 * The identities that stand for a person in `VerifierEnvironment.recipients` and for `compareRecipient`.
 *
 * @param name as the person writes it, in any order and case
 * @param dateOfBirth `YYYY-MM-DD`
 * @returns none for what is blank
 */
export function personIdentities(name: string, dateOfBirth: string): string[] {
  const given = { [NAME]: name.trim(), [BORN]: dateOfBirth.trim() }
  return Object.entries(given).flatMap(([prefix, text]) => (text === '' ? [] : [prefix + text]))
}

/** Whether an identity is a part of a person, and not an address or a number. */
export function isOfPerson(identity: string): boolean {
  return identity.startsWith(NAME) || identity.startsWith(BORN)
}

/**
 * Is it the credential of this person? Many people share a name, and many a birthday, so that either alone
 * identifies nobody: only both together match, where the credential states both. Another day of birth is
 * another person. Another name may be the same one in other letters, before a marriage, or without a middle
 * name, so that it is unknown.
 *
 * @param identities those of `personIdentities`
 * @returns `undefined` where none of them is one
 */
export function comparePerson(
  statements: RecipientIdentity[],
  identities: string[],
): 'matches' | 'differs' | 'unknown' | undefined {
  const asked = identities.filter(isOfPerson)
  if (asked.length === 0) return undefined
  const names = valuesOf(asked, NAME)
    .map(nameKey)
    .filter((key) => key !== '')
  const days = valuesOf(asked, BORN).flatMap((day) => dayOf(day) ?? [])
  const born = stated(statements, 'birthdate')
    .map(daysOf)
    .filter((possible) => possible.length > 0)
  if (days.length === 0 || born.length === 0) return 'unknown'
  const isBornThen = born.every((possible) => days.some((day) => possible.includes(day)))
  if (!isBornThen) return 'differs'
  const own = stated(statements, 'name').map(nameKey)
  return own.some((key) => names.includes(key)) ? 'matches' : 'unknown'
}

function valuesOf(identities: string[], prefix: string): string[] {
  return identities.filter((one) => one.startsWith(prefix)).map((one) => one.slice(prefix.length))
}

/** A hash says nothing here: nobody knows how its name was written. */
export function stated(statements: RecipientIdentity[], kind: IdentityKind): string[] {
  return statements
    .filter((one) => kindOfStatement(one) === kind && !one.hashed)
    .map(({ value }) => value)
}

/** Longest name that is compared, in characters. */
const LONGEST_NAME = 300

/** Its parts without case, width, diacritics and punctuation, in one order: "Andromeda, Ana". */
export function nameKey(name: string): string {
  return plainName(name.slice(0, LONGEST_NAME)).split(' ').toSorted().join(' ')
}

/** Milliseconds. */
export const DAY = 24 * 60 * 60 * 1000
const HOUR = DAY / 24
/** The farthest that a clock on earth is ahead of UTC. */
const FARTHEST_AHEAD = 14 * HOUR

/** Days since 1970. */
export function dayOf(text: string): number | undefined {
  const moment = /^\d{4}-\d\d-\d\d$/.test(text) ? readMoment(text) : undefined
  return moment && moment.first / DAY
}

/**
 * The days that a date of birth may mean. Issuers write a day as the midnight with which it begins, and that
 * in UTC: "1999-10-01T22:00:00Z" is 2 October where it was written.
 */
export function daysOf(text: string): number[] {
  const moment = readMoment(text)
  if (moment === undefined) return []
  const day = Math.floor(moment.first / DAY)
  const isMoment = moment.first === moment.last
  const mayBeNext = isMoment && moment.first - day * DAY >= DAY - FARTHEST_AHEAD
  return mayBeNext ? [day, day + 1] : [day]
}
