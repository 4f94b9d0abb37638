import type { Recipient, RecipientIdentity } from '../credential'
import { matchRecipient } from './match'

/**
 * Do two credentials name the same person? One agreement suffices. "Differs" is only said where two
 * statements of one kind were compared; a hash and another hash with another salt cannot be.
 */
export async function compareRecipients(
  one: Recipient,
  other: Recipient,
): Promise<'same' | 'differs' | 'unknown'> {
  const bothHaveIds = one.id !== undefined && other.id !== undefined
  if (bothHaveIds && one.id === other.id) return 'same'
  if (one.identities.some((identity) => other.identities.some((each) => alike(identity, each))))
    return 'same'
  const found = await Promise.all([
    matchRecipient(other, plainOf(one)),
    matchRecipient(one, plainOf(other)),
  ])
  const holders = found.map(({ holder }) => holder)
  if (holders.includes('matches')) return 'same'
  return bothHaveIds || holders.includes('differs') ? 'differs' : 'unknown'
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

/** Each costs a hash for every statement that it is compared with. */
const MOST_COMPARED = 5

function plainOf({ id, identities }: Recipient): string[] {
  const plain = identities.filter(({ hashed }) => !hashed).map(({ value }) => value)
  return [...(id === undefined ? [] : [id]), ...plain].slice(0, MOST_COMPARED)
}
