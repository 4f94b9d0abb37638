import { database } from './database'
import type { KeptOwnIdentity } from './own-identity-shapes'

/** Slow hashes of the user's own identities. Never in `storage.local`: Firefox lets content scripts read it. */
export const ownIdentities = {
  /** What cannot be read is left out: it would be compared with nothing, or for ever. */
  async all(): Promise<KeptOwnIdentity[]> {
    return (await (await database()).getAll('ownIdentities')).filter(isKept)
  },

  async put(kept: KeptOwnIdentity): Promise<void> {
    await (await database()).put('ownIdentities', kept)
  },

  async remove(id: string): Promise<void> {
    await (await database()).delete('ownIdentities', id)
  },

  async removeAll(): Promise<void> {
    await (await database()).clear('ownIdentities')
  },
}

/** Ten times of what is usual now. */
const MOST_ROUNDS = 6_000_000

function isKept({ salt, rounds, hash }: KeptOwnIdentity): boolean {
  const areRounds = Number.isSafeInteger(rounds) && rounds > 0 && rounds <= MOST_ROUNDS
  return areRounds && salt instanceof Uint8Array && salt.length > 0 && /^[0-9a-f]{64}$/.test(hash)
}
