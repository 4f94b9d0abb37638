import type { GivenIdentity } from '../../platform/messages'
import { ownIdentities } from '../../platform/own-identity-database'
import type {
  KeptOwnIdentity,
  OwnIdentity,
  OwnIdentityProblem,
  SessionIdentity,
} from '../../platform/own-identity-shapes'
import { session } from '../../platform/session'
import { keyOf, keyOfPerson, type IdentityKey } from '../../verifier/recipients/identity-key'
import { personIdentities } from '../../verifier/recipients/person'
import { hashOfKey, newSalt, ROUNDS } from './identity-hash'
import { givesAway } from './label'

/** Each costs a slow hash for everything that a badge says in plain words. */
const MOST_IDENTITIES = 10
/** Characters. */
const MOST_LABEL = 60
/** Credentials that are remembered for one identity, until the browser ends. */
const MOST_CREDENTIALS = 500
/** Hashes that are kept in memory, so that a page that is looked at again costs nothing. */
const MOST_DERIVED = 2_000

export interface NewIdentity {
  identity: GivenIdentity
  label: string
  /** Keep it in plain words in the memory of the browser until that ends. */
  remember: boolean
}

export type AddedIdentity =
  { is: 'added' | 'known'; id: string } | { is: 'refused'; why: OwnIdentityProblem }

/** An identity with what is known of it for as long as the browser runs. */
export interface HeldIdentity extends KeptOwnIdentity {
  held: SessionIdentity
}

/** How many slow hashes one request may still cost. */
export interface Budget {
  left: number
}

/**
 * The user's own identities: slow hashes of them in IndexedDB, and in plain words at most in the memory of the
 * browser (storage.session), where the user said so. They change on requests of our own pages alone.
 */
export class OwnIdentities {
  #kept: KeptOwnIdentity[] = []
  readonly #held = new Map<string, SessionIdentity>()
  readonly #derived = new Map<string, Promise<string>>()
  #writing: Promise<unknown> = Promise.resolve()

  /** @param changed called after every change */
  constructor(
    private readonly changed: () => void,
    private readonly rounds = ROUNDS,
  ) {}

  /** Reads what was added before; until then, and where that fails, no badge is the user's. */
  async load(): Promise<void> {
    try {
      this.#kept = await ownIdentities.all()
      for (const { id } of this.#kept) {
        const held = await session.get(onShelf(id))
        if (held !== undefined) this.#held.set(id, held as SessionIdentity)
      }
    } catch (error) {
      console.error(error)
    }
  }

  list(): OwnIdentity[] {
    return this.all().map(({ id, kind, label, held }) => ({
      ...{ id, kind, label, inMemory: held.identity !== undefined },
    }))
  }

  all(): HeldIdentity[] {
    return this.#kept.map((kept) => ({ ...kept, held: this.#heldOf(kept.id) }))
  }

  /** An identity that is there already keeps its label; whether it is remembered is what was said last. */
  add(given: NewIdentity): Promise<AddedIdentity> {
    return this.#inTurn(async () => {
      const label = given.label.trim().slice(0, MOST_LABEL)
      const key = keyOfGiven(given.identity)
      if ('why' in key) return { is: 'refused', why: key.why }
      if (givesAway(label, given.identity)) return { is: 'refused', why: 'label' }
      const known = await this.#find(key)
      if (known === undefined && this.#kept.length >= MOST_IDENTITIES)
        return { is: 'refused', why: 'too-many' }
      const id = known?.id ?? (await this.#keep(key, label))
      const { credentials } = this.#heldOf(id)
      await this.#hold(id, { credentials, ...(given.remember && { identity: given.identity }) })
      this.changed()
      return { is: known === undefined ? 'added' : 'known', id }
    })
  }

  /** Remembers, until the browser ends, that these credentials are issued to this identity. */
  note(id: string, credentials: readonly string[]): Promise<void> {
    return this.#inTurn(async () => {
      if (credentials.length === 0 || !this.#kept.some((kept) => kept.id === id)) return
      const { credentials: before, ...held } = this.#heldOf(id)
      const all = [...new Set([...before, ...credentials])].slice(-MOST_CREDENTIALS)
      await this.#hold(id, { ...held, credentials: all })
      this.changed()
    })
  }

  /** What was remembered until the browser ends is forgotten now. */
  forget(): Promise<void> {
    return this.#inTurn(async () => {
      await this.#release(this.#kept.map(({ id }) => id))
      this.changed()
    })
  }

  remove(id: string): Promise<void> {
    return this.#inTurn(async () => {
      await this.#release([id])
      this.#kept = this.#kept.filter((kept) => kept.id !== id)
      this.changed()
      await ownIdentities.remove(id)
    })
  }

  removeAll(): Promise<void> {
    return this.#inTurn(async () => {
      await this.#release(this.#kept.map(({ id }) => id))
      this.#kept = []
      this.changed()
      await ownIdentities.removeAll()
    })
  }

  /** Whether a key is that of an identity; undefined where the budget is spent. */
  async isKeyOf(
    { id, kind, salt, rounds, hash }: KeptOwnIdentity,
    key: IdentityKey,
    budget: Budget,
  ): Promise<boolean | undefined> {
    if (kind !== key.kind) return false
    const name = `${id} ${key.kind} ${key.text}`
    let derived = this.#derived.get(name)
    if (derived === undefined) {
      if (budget.left <= 0) return undefined
      budget.left--
      if (this.#derived.size >= MOST_DERIVED) this.#derived.clear()
      derived = hashOfKey(key, salt, rounds)
      this.#derived.set(name, derived)
    }
    return (await derived) === hash
  }

  async #find(key: IdentityKey): Promise<KeptOwnIdentity | undefined> {
    for (const kept of this.#kept) if (await this.isKeyOf(kept, key, { left: 1 })) return kept
    return undefined
  }

  async #keep(key: IdentityKey, label: string): Promise<string> {
    const { rounds } = this
    const salt = newSalt()
    const hash = await hashOfKey(key, salt, rounds)
    const kept = { id: crypto.randomUUID(), kind: key.kind, label, salt, rounds, hash }
    await ownIdentities.put(kept)
    this.#kept = [...this.#kept, kept]
    return kept.id
  }

  #heldOf(id: string): SessionIdentity {
    return this.#held.get(id) ?? { credentials: [] }
  }

  async #hold(id: string, held: SessionIdentity): Promise<void> {
    this.#held.set(id, held)
    await session.set(onShelf(id), held)
  }

  async #release(ids: string[]): Promise<void> {
    for (const id of ids) this.#held.delete(id)
    this.#derived.clear()
    await session.remove(ids.map(onShelf))
  }

  async #inTurn<Result>(change: () => Promise<Result>): Promise<Result> {
    const changed = this.#writing.then(change)
    this.#writing = changed.catch(() => undefined)
    return changed
  }
}

function onShelf(id: string): string {
  return `own:${id}`
}

/** What `matchRecipient` takes. */
export function identitiesOf(given: GivenIdentity): string[] {
  return typeof given === 'string' ? [given] : personIdentities(given.name, given.dateOfBirth)
}

function keyOfGiven(given: GivenIdentity): IdentityKey | { why: OwnIdentityProblem } {
  if (typeof given !== 'string')
    return keyOfPerson(given.name, given.dateOfBirth) ?? { why: 'person' }
  return keyOf(given) ?? { why: given.trim() === '' ? 'blank' : 'kind' }
}
