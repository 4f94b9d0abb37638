import type { Recipient, RecipientIdentity } from '../credential'
import { comparableForm, kindOfIdentity, type IdentityKind } from './identity-forms'
import { hashIdentity, readIdentityHash } from './identity-hash'
import { statesHash } from './identity-key'
import { matchRecipient } from './match'
import { kindOfStatement } from './statement-kind'
import { mayBeOneNumber } from './telephone-number'

/**
 * Do two credentials name the same person? One agreement suffices, of anything but names and birthdays,
 * which many people share, and blanks. "Differs" is only said where two statements of one kind were compared; a
 * hash and another hash with another salt cannot be. Where a credential says too much to compare all of it, what is left
 * may agree.
 */
export async function compareRecipients(
  first: Recipient,
  second: Recipient,
): Promise<'same' | 'differs' | 'unknown'> {
  const [one, other] = await Promise.all([telling(first), telling(second)])
  const ids =
    one.id !== undefined && other.id !== undefined ? ([one.id, other.id] as const) : undefined
  if (ids && one.id === other.id) return 'same'
  if (one.identities.some((identity) => other.identities.some((each) => alike(identity, each))))
    return 'same'
  const plain = [plainOf(one), plainOf(other)] as const
  const asked = [toCompareWith(other, plain[0]), toCompareWith(one, plain[1])] as const
  const found = await Promise.all([matchRecipient(other, asked[0]), matchRecipient(one, asked[1])])
  const holders = found.map(({ holder }) => holder)
  if (holders.includes('matches')) return 'same'
  const isLeft = asked.some((identities, index) => identities.length < (plain[index]?.length ?? 0))
  if (isLeft || [first, second].some(({ identities }) => identities.length > MOST_STATEMENTS))
    return 'unknown'
  const idsDiffer = ids !== undefined && !mayBeOneTelephone(ids)
  return idsDiffer || holders.includes('differs') ? 'differs' : 'unknown'
}

function mayBeOneTelephone(ids: readonly [string, string]): boolean {
  return ids.every((id) => kindOfIdentity(id) === 'telephone') && mayBeOneNumber(...ids)
}

/** One hash made in the same way, or one plain value. */
function alike(one: RecipientIdentity, other: RecipientIdentity): boolean {
  return (
    one.value === other.value &&
    one.type === other.type &&
    one.hashed === other.hashed &&
    one.salt === other.salt
  )
}

/** A number means one person only to the system that gave it, and is compared within its type alone. */
function plainOf({ id, identities }: Recipient): string[] {
  const plain = identities.filter(
    (identity) => !identity.hashed && kindOfStatement(identity) !== 'identifier',
  )
  return [...(id === undefined ? [] : [id]), ...plain.map(({ value }) => value)]
}

/** Each costs several hashes for every hash that it is compared with. */
const MOST_HASHED = 5

function toCompareWith(other: Recipient, plain: string[]): string[] {
  return statesHash(other) ? plain.slice(0, MOST_HASHED) : plain
}

/** A credential names its holder once or twice; each statement costs a hash. */
const MOST_STATEMENTS = 20

/** What tells one person from another. */
async function telling({ id = '', identities }: Recipient): Promise<Recipient> {
  const said = identities.slice(0, MOST_STATEMENTS)
  const tells = await Promise.all(said.map(tellsPeopleApart))
  return {
    ...(isUri(id) && { id }),
    identities: said.filter((_, index) => tells[index]),
  }
}

const TELLS_NOBODY: readonly IdentityKind[] = ['name', 'birthdate', 'thing']

async function tellsPeopleApart(identity: RecipientIdentity): Promise<boolean> {
  const kind = kindOfStatement(identity)
  const hash = readIdentityHash(identity.value)
  if (TELLS_NOBODY.includes(kind) || (kind === 'other' && !hash)) return false
  if (!hash) return comparableForm(identity.value) !== ''
  if ('unsupported' in hash) return true
  const { salt = '' } = identity
  const blanks = ['', ' ', 'mailto:'].map((text) => hashIdentity(hash.algorithm, text, salt))
  return !(await Promise.all(blanks)).includes(hash.hex)
}

/** An `id` that is none may be a name; `https://` names nobody. */
function isUri(id: string): boolean {
  return /^[a-z][a-z0-9+.-]*:\S/i.test(id) && comparableForm(id) !== ''
}
