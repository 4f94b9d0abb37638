import { asArray, isObject } from '../reading/json-values'
import { reason, type Check } from '../report'
import { sameAddress } from '../http/address'
import type { JsonObject, JsonValue } from '../verification'

type Maybe = JsonValue | undefined

/**
 * Compares the copy baked into the image with the one that the issuer's host returned. The hosted
 * copy is what is judged; a difference in who, what or from whom is for a person to look at, since
 * somebody may have put another's genuine badge behind their own picture and text.
 */
export function compareCopies(baked: JsonObject, hosted: JsonObject): Check {
  const deciding = DECIDING.filter(({ differs }) => differs(baked, hosted))
  const names = deciding.map(({ name }) => name)
  if (names.length > 0)
    return copyCheck('warned', reason('baked-copy-differs', { properties: names }))
  const properties = outdated(baked, hosted)
  if (properties.length > 0)
    return copyCheck('passed', reason('baked-copy-outdated', { properties }))
  return copyCheck('passed', reason('baked-copy-agrees'))
}

/** A baked copy that states nothing about a property does not contradict the hosted one. */
const DECIDING: { name: string; differs: (baked: JsonObject, hosted: JsonObject) => boolean }[] = [
  { name: 'id', differs: otherNode((assertion) => assertion) },
  { name: 'recipient', differs: otherRecipient },
  { name: 'badge', differs: otherNode((assertion) => assertion.badge) },
  { name: 'issuer', differs: otherNode((assertion) => badgeOf(assertion).issuer) },
  { name: 'badge.name', differs: otherName },
]

function otherNode(read: (assertion: JsonObject) => Maybe) {
  return (bakedAssertion: JsonObject, hostedAssertion: JsonObject): boolean => {
    const [baked, hosted] = [bakedAssertion, hostedAssertion].map((each) => idOf(read(each)))
    if (baked === undefined || hosted === undefined) return false
    return baked !== hosted && !sameAddress(baked, hosted)
  }
}

/** What is there and cannot be read is told from every id. */
function idOf(node: Maybe): string | undefined {
  const value = plain(node)
  const id = isObject(value) ? plain(value.id ?? value['@id']) : value
  return isNothing(id) ? undefined : typeof id === 'string' ? id : stable(id)
}

function otherRecipient(baked: JsonObject, hosted: JsonObject): boolean {
  const [one, other] = [plain(baked.recipient), plain(hosted.recipient)]
  if (isNothing(one) || isNothing(other)) return false
  return recipientForm(one) !== recipientForm(other)
}

/** A salt that is a number is the text of that number (`readIdentityObject`). */
function recipientForm(recipient: Maybe): string {
  if (!isObject(recipient)) return stable(recipient)
  return [recipient.type, recipient.identity, recipient.salt]
    .map((part) => {
      const value = plain(part)
      if (isNothing(value)) return ''
      return stable(typeof value === 'number' ? String(value) : value)
    })
    .join('|')
}

/** Whether the baked copy has a name, in any language, that the hosted one has in none. */
function otherName(baked: JsonObject, hosted: JsonObject): boolean {
  const [one, other] = [badgeOf(baked).name, badgeOf(hosted).name].map(wordsOf)
  if (one === undefined || other === undefined || other.length === 0) return false
  return one.some((words) => !other.includes(words))
}

/** Text, value objects and language maps; what is none of these stays as it is. */
function wordsOf(name: Maybe): string[] | undefined {
  if (isNothing(name)) return undefined
  return asArray(name).flatMap((item) => {
    const value = plain(item)
    return (isObject(value) ? Object.values(value) : [value]).map((words) =>
      typeof words === 'string' ? words : stable(words),
    )
  })
}

function badgeOf(assertion: JsonObject): JsonObject {
  const badge = plain(assertion.badge)
  return isObject(badge) ? badge : {}
}

/** JSON-LD means the same by a value, a list of it and a value object (JSON-LD 1.1, section 9.5). */
function plain(value: Maybe): Maybe {
  const only = Array.isArray(value) && value.length === 1 ? value[0] : value
  return isObject(only) && Object.hasOwn(only, '@value') ? only['@value'] : only
}

function isNothing(value: Maybe): boolean {
  return value === undefined || value === null || value === '' || isEmptyList(value)
}

function isEmptyList(value: JsonValue): boolean {
  return Array.isArray(value) && value.length === 0
}

/** Properties that both state, differently, and that decide nothing. */
function outdated(baked: JsonObject, hosted: JsonObject): string[] {
  const decided = new Set(['id', '@context', 'recipient', 'badge', 'type'])
  return Object.keys(baked).filter(
    (name) => !decided.has(name) && name in hosted && stable(baked[name]) !== stable(hosted[name]),
  )
}

/** JSON text that does not depend on the order of properties, nor on one value standing for a list. */
export function stable(value: JsonValue | undefined): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value ?? null)
  if (Array.isArray(value)) return `[${asArray(value).map(stable).join()}]`
  const entries = Object.keys(value)
    .sort()
    .map((name) => `${JSON.stringify(name)}:${stable(value[name])}`)
  return `{${entries.join()}}`
}

function copyCheck(outcome: Check['outcome'], why: Check['reasons'][number]): Check {
  return { id: 'copy', outcome, reasons: [why] }
}
