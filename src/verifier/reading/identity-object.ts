import type { RecipientIdentity } from '../credential'
import type { JsonObject, JsonValue } from '../verification'
import { asString, compact } from './json-values'

/**
 * An IdentityObject: who the holder is, plain or as `algorithm$hash` ("IdentityObject" of Open Badges
 * 1.0 to 3.0). A salt that is a number is the text of that number; one of any other form cannot be
 * used, and is not the same as none.
 *
 * @param value its `identity`, or its `identityHash` since 3.0
 * @param type its `type`, or its `identityType` since 3.0
 */
export function readIdentityObject(
  { hashed, salt }: JsonObject,
  value: JsonValue | undefined,
  type: string | undefined,
): RecipientIdentity | undefined {
  const text = asString(value)
  if (text === undefined) return undefined
  const usable = typeof salt === 'number' ? String(salt) : asString(salt)
  const unusable = usable === undefined && salt !== undefined && salt !== null && salt !== ''
  return compact<RecipientIdentity>({
    type: type ?? '',
    value: text,
    hashed: hashed === true,
    salt: usable,
    saltUnusable: unusable ? true : undefined,
  })
}
