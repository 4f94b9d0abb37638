import { asId, asObjects, asStrings, isObject, typesOf } from '../reading/json-values'
import type { JsonObject, JsonValue } from '../verification'
import { JsonLdRefusal } from './refusal'

/**
 * Refuses a document in which what decides could stand where nobody looks for it.
 *
 * In RDF all objects with one id are one node, so that a statement can be moved from one of them to
 * another under a signature that still holds: the end date to a `refreshService` that has the
 * credential's id, a failed result to a second subject, the index of one status entry to the other.
 * Readers of the JSON would no longer find it. An issuer's Profile may well be written out twice; the
 * credential, its status entries, its subjects and its achievements may not be spread.
 */
export function refuseSharedIds(document: JsonObject, found: Parts): void {
  const id = asId(document)
  for (const other of found.objects)
    if (other !== document && id !== undefined && asId(other) === id)
      refuseUnlessBare(other, OF_CREDENTIAL, 'the id of the credential')
  refuseSharedEntries(found)
  refuseSharedSubjects(document, found)
  for (const list of found.lists) refuseTwins(list)
}

/** Objects and lists at any depth. */
export interface Parts {
  objects: JsonObject[]
  lists: JsonValue[][]
  /** Entries of `credentialStatus`, of the credential and of those inside it. */
  entries: JsonObject[]
}

export function newParts(): Parts {
  return { objects: [], lists: [], entries: [] }
}

export function addPart({ objects, lists, entries }: Parts, value: JsonObject | JsonValue[]): void {
  if (!isObject(value)) {
    lists.push(value)
    return
  }
  objects.push(value)
  if (value.credentialStatus !== undefined) entries.push(...asObjects(value.credentialStatus))
}

/** The objects of a credential in a learner record. */
function objectsOf(credential: JsonObject): JsonObject[] {
  const objects: JsonObject[] = []
  const pending: JsonValue[] = [credential]
  for (let value = pending.pop(); value !== undefined; value = pending.pop()) {
    if (typeof value !== 'object' || value === null) continue
    if (isObject(value)) objects.push(value)
    for (const member of Object.values(value)) pending.push(member)
  }
  return objects
}

/** Names what it is about, and says nothing that a reader of the credential would look for. */
const OF_REFERENCE: readonly string[] = ['@context', 'id', 'type']

/** An endorsement of the credential itself has it as its subject. */
const OF_CREDENTIAL = [...OF_REFERENCE, 'endorsementComment']

function refuseSharedEntries({ objects, entries }: Parts): void {
  if (entries.length === 0) return
  const ids = new Set(entries.map(asId))
  const byId = new Map<string, JsonObject[]>()
  for (const object of objects) {
    const id = asId(object)
    if (id !== undefined && ids.has(id)) byId.set(id, [...(byId.get(id) ?? []), object])
  }
  for (const sharing of byId.values())
    if (sharing.length > 1)
      for (const object of sharing) refuseUnlessBare(object, OF_REFERENCE, 'the id of a status')
}

/** Terms of these types have a meaning only where the type is said, so that they cannot move without. */
function refuseSharedSubjects(document: JsonObject, { objects }: Parts): void {
  const subjects = asObjects(document.credentialSubject)
  const achievements = subjects.flatMap((subject) => asObjects(subject.achievement))
  const watched = [
    { type: 'AchievementSubject', own: subjects },
    { type: 'Achievement', own: achievements },
  ]
  const apart = judgedApart(document)
  for (const { type, own } of watched) {
    const ids = new Set(own.map(asId))
    for (const object of objects) {
      const id = asId(object)
      if (id === undefined || !ids.has(id) || own.includes(object) || apart.has(object)) continue
      if (typesOf(object).includes(type)) refuseUnlessBare(object, OF_REFERENCE, `a second ${type}`)
    }
  }
}

/**
 * All credentials of a learner record have one subject, and may be of one achievement. Each of them is
 * judged by itself as well: what is moved into or out of one breaks its own proof, and without a proof
 * it counts for nothing and leaves the record for a person to look at.
 */
function judgedApart(document: JsonObject): Set<JsonObject> {
  if (!typesOf(document).includes('ClrCredential')) return new Set()
  const subjects = asObjects(document.credentialSubject)
  const nested = subjects.flatMap((subject) => asObjects(subject.verifiableCredential))
  return new Set(nested.flatMap((credential) => objectsOf(credential)))
}

function refuseTwins(list: JsonValue[]): void {
  const ids = asObjects(list).flatMap((item) => asId(item) ?? [])
  if (ids.length === 0) return
  const unlike = new Set(ids)
  if (unlike.size < ids.length || asStrings(list).some((text) => unlike.has(text)))
    throw new JsonLdRefusal('a list with one id twice')
}

function refuseUnlessBare(object: JsonObject, allowed: readonly string[], what: string): void {
  const key = Object.keys(object).find((name) => !allowed.includes(name))
  if (key !== undefined) throw new JsonLdRefusal(`${what} in another place: ${key.slice(0, 100)}`)
}
