import type { RecipientIdentity } from '../credential'
import { kindOfIdentity, kindOfType, type IdentityKind } from './identity-forms'
import { readIdentityHash } from './identity-hash'

/** Types that say what a value is, whatever it looks like. */
const DECISIVE: readonly IdentityKind[] = ['name', 'birthdate', 'identifier', 'thing']

/**
 * What a statement about the holder is. A plain value tells its own kind, whatever it is called (a
 * subject `id` may be a `mailto:`, and a name is no address); of a hash there is only the type. Digits alone tell
 * nothing: under `identifier` or `ext:studentNumber` they are a number that some system gave.
 */
export function kindOfStatement(statement: RecipientIdentity): IdentityKind {
  const { type, value, hashed } = statement
  const declared = kindOfType(type)
  if (DECISIVE.includes(declared)) return declared
  if (hashed || readIdentityHash(value)) return declared
  const kind = kindOfIdentity(value)
  return kind === 'telephone' && !mayBeTelephone(statement) ? 'identifier' : kind
}

/** It is called so, or not called anything, or written as only a telephone number is. */
export function mayBeTelephone({ type, value }: RecipientIdentity): boolean {
  return (
    kindOfType(type) === 'telephone' || ['', 'id'].includes(type) || /^\s*(tel:|\+)/i.test(value)
  )
}
