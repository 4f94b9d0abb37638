import type { RecipientIdentity } from '../credential'
import { kindOfIdentity, kindOfType, type IdentityKind } from './identity-forms'
import { readIdentityHash } from './identity-hash'

/**
 * What a statement about the holder is. A plain value tells its own kind, whatever it is called (a
 * subject `id` may be a `mailto:`, and a name is no address); of a hash there is only the type.
 */
export function kindOfStatement({ type, value, hashed }: RecipientIdentity): IdentityKind {
  const declared = kindOfType(type)
  if (declared === 'name' || declared === 'birthdate' || declared === 'identifier') return declared
  return hashed || readIdentityHash(value) ? declared : kindOfIdentity(value)
}
