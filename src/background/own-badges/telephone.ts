import type { Recipient } from '../../verifier/credential'
import type { StatedKey } from '../../verifier/recipients/identity-key'
import { kindOfStatement } from '../../verifier/recipients/statement-kind'

/** Digits at the end of a number that its spellings share, whatever stands for the country and the trunk line. */
const SHARED_DIGITS = 7

/**
 * Whether two texts may be spellings of one telephone number: `+49 (0)30 1234567` and `030 1234567`. Which
 * country a number without one is of, nobody says, so that it is never certain.
 */
export function mayBeOneNumber(one: string, other: string): boolean {
  const [first, second] = [digitsOf(one), digitsOf(other)]
  if (first === '' || second === '') return false
  return (
    first.endsWith(second) ||
    second.endsWith(first) ||
    first.slice(-SHARED_DIGITS) === second.slice(-SHARED_DIGITS)
  )
}

/** @param number of the user's; undefined where a hash of it is all that there is, which has one spelling */
export function mayNameTelephone(
  { identities }: Recipient,
  stated: readonly StatedKey[],
  number: string | undefined,
): boolean {
  // It was hashed in one spelling, and nobody knows in which.
  if (identities.some((one) => one.hashed && kindOfStatement(one) === 'telephone')) return true
  return stated
    .filter(({ key }) => key.kind === 'telephone')
    .flatMap((each) => each.identities)
    .some((said) => number === undefined || mayBeOneNumber(said, number))
}

/** Fewer digits than these are in many texts by chance: a year, a house. */
const FEWEST_DIGITS = 5

/** Whether a text has what all spellings of a number end with. */
export function endsAsNumber(text: string, number: string): boolean {
  const [said, digits] = [digitsOf(text), digitsOf(number)]
  const end = digits.slice(-SHARED_DIGITS)
  return said.length >= FEWEST_DIGITS && (said.includes(end) || digits.endsWith(said))
}

/** Without what begins a number in its own country alone: `(0)`, `0`, and the `00` before a country's code. */
function digitsOf(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/\p{Nd}/gu, inAscii)
    .replace(/\(\s*0\s*\)/g, '')
    .replace(/\D/g, '')
    .replace(/^0+/, '')
}

/** In every script the digits stand one after another, from zero to nine, some next to those of another. */
function inAscii(digit: string): string {
  const code = digit.codePointAt(0) ?? 0
  let first = code
  while (/\p{Nd}/u.test(String.fromCodePoint(first - 1))) first--
  return String((code - first) % 10)
}
