import type { Recipient } from '../../verifier/credential'
import type { StatedKey } from '../../verifier/recipients/identity-key'
import { kindOfStatement } from '../../verifier/recipients/statement-kind'
import { digitsOf, mayBeOneNumber, SHARED_DIGITS } from '../../verifier/recipients/telephone-number'

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
