/**
 * What all spellings of one identity have in common. A slow, salted hash of it can stand for the identity where
 * the identity itself is not to be kept: what a credential says in plain words can still be compared with it. A
 * credential that says a hash of its own cannot: nothing leads from one hash to another.
 */
import type { Recipient } from '../credential'
import { comparableForm, kindOfIdentity, type IdentityKind } from './identity-forms'
import { readIdentityHash } from './identity-hash'
import { DAY, dayOf, daysOf, nameKey, personIdentities, stated } from './person'
import { kindOfStatement } from './statement-kind'

/** What people can be told by; `person`: name and date of birth together, of which neither alone would do. */
export type KeyKind = 'email' | 'url' | 'telephone' | 'did' | 'person'

export interface IdentityKey {
  kind: KeyKind
  text: string
}

/** A key that a credential states, and the identities of `matchRecipient` that it stands for. */
export interface StatedKey {
  key: IdentityKey
  identities: string[]
}

/** @returns undefined of what names nobody, or is no address, URL, telephone number or DID: it may be a name */
export function keyOf(identity: string): IdentityKey | undefined {
  const kind = kindOfIdentity(identity)
  const text = comparableForm(identity)
  return isKeyKind(kind) && text !== '' ? { kind, text } : undefined
}

/** @param dateOfBirth `YYYY-MM-DD`; @returns undefined where either is blank or cannot be read */
export function keyOfPerson(name: string, dateOfBirth: string): IdentityKey | undefined {
  const day = dayOf(dateOfBirth.trim())
  return day === undefined ? undefined : personKey(day, name)
}

/** A credential says one name of its holder, or one in each language, and one date of birth. */
const MOST_PEOPLE = 20

/**
 * The keys of all that a credential says of its holder in plain words, each once. They may be many, and each costs
 * a slow hash.
 */
export function keysStatedBy({ id, identities }: Recipient): StatedKey[] {
  const plain = identities.filter(
    (one) => !one.hashed && !readIdentityHash(one.value) && isKeyKind(kindOfStatement(one)),
  )
  const addresses = [...(id === undefined ? [] : [id]), ...plain.map(({ value }) => value)]
  const keys = addresses.flatMap((value): StatedKey[] => {
    const key = keyOf(value)
    return key ? [{ key, identities: [value] }] : []
  })
  const names = stated(identities, 'name').slice(0, MOST_PEOPLE)
  const days = stated(identities, 'birthdate').slice(0, MOST_PEOPLE).flatMap(daysOf)
  const people = names.flatMap((name) => days.flatMap((day) => statedPerson(day, name)))
  return [...onceEach(keys), ...onceEach(people).slice(0, MOST_PEOPLE)]
}

/** Whether it names its holder by a hash, too, which says nothing to whoever has no plain identity. */
export function statesHash({ identities }: Recipient): boolean {
  return identities.some(({ hashed, value }) => hashed || readIdentityHash(value) !== undefined)
}

const ADDRESSES: readonly IdentityKind[] = ['email', 'url', 'telephone', 'did']

function isKeyKind(kind: IdentityKind): kind is IdentityKind & KeyKind {
  return ADDRESSES.includes(kind)
}

function personKey(day: number, name: string): IdentityKey | undefined {
  const text = nameKey(name)
  return text === '' ? undefined : { kind: 'person', text: `${day} ${text}` }
}

function statedPerson(day: number, name: string): StatedKey[] {
  const key = personKey(day, name)
  const date = new Date(day * DAY).toISOString().slice(0, 10)
  return key ? [{ key, identities: personIdentities(name, date) }] : []
}

function onceEach(keys: StatedKey[]): StatedKey[] {
  const seen = new Map(keys.map((each) => [`${each.key.kind} ${each.key.text}`, each] as const))
  return [...seen.values()]
}
