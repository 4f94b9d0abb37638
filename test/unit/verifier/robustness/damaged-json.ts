/** One change to a JSON document, at any path. */
import fc from 'fast-check'
import type { JsonObject, JsonValue } from '../../../../src/verifier/verification'

/** Values of every type, those that have fooled readers before among them. */
const value: fc.Arbitrary<JsonValue> = fc.oneof(
  fc.constantFrom<JsonValue>(
    null,
    true,
    false,
    0,
    -1,
    1e308,
    '',
    ' ',
    [],
    {},
    [null],
    [[]],
    '\ud800',
  ),
  fc.constantFrom<JsonValue>(
    '2099-01-01T00:00:00Z',
    'did:key:z6Mk',
    'https://evil.example/',
    '#',
    '_:b0',
  ),
  fc.constantFrom<JsonValue>(
    { '@value': 'x' },
    { id: 'urn:x' },
    { '@id': 'urn:x' },
    { '@list': [] },
  ),
  fc.constantFrom<JsonValue>(
    { en: 'x' },
    { type: 'constructor' },
    { length: 3 },
    { toString: 'x' },
  ),
  fc.string({ maxLength: 20 }),
  fc.integer(),
  fc.jsonValue({ maxDepth: 2 }) as fc.Arbitrary<JsonValue>,
)

const name = fc.constantFrom(
  ...['id', 'type', '@id', '@type', '@context', 'name', 'Name', 'proof', 'issuer', 'expires'],
  ...['validUntil', 'expirationDate', 'validFrom', 'credentialStatus', 'credentialSubject', 'vc'],
  ...[
    'constructor',
    'toString',
    '__proto__',
    'hasOwnProperty',
    '',
    '@graph',
    '@included',
    'evidence',
  ],
  ...[
    'hashed',
    'identityHash',
    'achievement',
    'creditsEarned',
    'alignment',
    'endorsement',
    'refreshService',
  ],
)

/** What is done to the value at a path; `undefined` takes it away. */
type Change = (old: JsonValue) => JsonValue | undefined

const change: fc.Arbitrary<Change> = fc.oneof(
  fc.constant((): undefined => undefined),
  value.map(
    (fresh): Change =>
      () =>
        fresh,
  ),
  fc.constant((old: JsonValue) => [old]),
  fc.constant((old: JsonValue) => [old, old]),
  fc.constant((old: JsonValue) => ({ '@value': old })),
  fc.constant((old: JsonValue) => ({ id: old })),
  fc.constant((old: JsonValue) => (typeof old === 'object' ? old : otherSpelling(old))),
  fc.constant((old: JsonValue) => (Array.isArray(old) ? old.toReversed() : old)),
  fc.tuple(name, value).map(
    ([member, fresh]): Change =>
      (old) =>
        withMember(old, member, fresh),
  ),
  fc.nat(60).map(
    (index): Change =>
      (old) =>
        alteredText(old, index),
  ),
)

export interface DocumentChange {
  path: number
  change: Change
}

export const documentChange: fc.Arbitrary<DocumentChange> = fc.record({ path: fc.nat(), change })

/** A copy of the document with the change made to one of its values. */
export function changed(document: JsonObject, { path, change: make }: DocumentChange): JsonObject {
  const copy = structuredClone(document)
  const slots = slotsOf(copy)
  const slot = slots[path % slots.length]
  if (slot === undefined) return copy
  const [holder, key] = slot
  const old = (holder as JsonObject)[key]
  const fresh = make(structuredClone(old ?? null))
  if (fresh !== undefined) (holder as JsonObject)[key] = fresh
  else if (Array.isArray(holder)) holder.splice(Number(key), 1)
  else Reflect.deleteProperty(holder, key)
  return copy
}

/** Every place of a value in the document. */
function slotsOf(root: JsonObject): [holder: JsonObject | JsonValue[], key: string][] {
  const slots: [JsonObject | JsonValue[], string][] = []
  const pending: JsonValue[] = [root]
  for (let holder = pending.pop(); holder !== undefined; holder = pending.pop()) {
    if (typeof holder !== 'object' || holder === null) continue
    for (const [key, member] of Object.entries(holder)) {
      slots.push([holder, key])
      pending.push(member)
    }
  }
  return slots
}

/** Text for a number or a truth, and a number or a truth for text. */
function otherSpelling(old: string | number | boolean): JsonValue {
  if (typeof old !== 'string') return String(old)
  const number = Number(old)
  if (old === 'true' || old === 'false') return old === 'true'
  return old.trim() === '' || Number.isNaN(number) ? `${old} ` : number
}

function withMember(old: JsonValue, member: string, fresh: JsonValue): JsonValue {
  if (typeof old !== 'object' || old === null || Array.isArray(old)) return { [member]: fresh }
  return Object.fromEntries([...Object.entries(old), [member, fresh]])
}

function alteredText(old: JsonValue, index: number): JsonValue {
  if (typeof old !== 'string' || old === '') return old
  const at = index % old.length
  return old.slice(0, at) + String.fromCharCode(old.charCodeAt(at) ^ 1) + old.slice(at + 1)
}
