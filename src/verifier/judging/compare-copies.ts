import { asArray, asId, asObject, asString } from '../reading/json-values'
import { reason, type Check } from '../report'
import { sameAddress } from '../http/address'
import type { JsonObject, JsonValue } from '../verification'

/**
 * Compares the copy baked into the image with the one that the issuer's host returned. The hosted
 * copy is what is judged; a difference in who, what or from whom is for a person to look at, since
 * somebody may have put another's genuine badge behind their own picture and text.
 */
export function compareCopies(baked: JsonObject, hosted: JsonObject): Check {
  const deciding = DECIDING.filter(({ read }) => differ(read(baked), read(hosted)))
  const names = deciding.map(({ name }) => name)
  if (names.length > 0)
    return copyCheck('warned', reason('baked-copy-differs', { properties: names }))
  const properties = outdated(baked, hosted)
  if (properties.length > 0)
    return copyCheck('passed', reason('baked-copy-outdated', { properties }))
  return copyCheck('passed', reason('baked-copy-agrees'))
}

/** A baked copy that states nothing about a property does not contradict the hosted one. */
const DECIDING: { name: string; read: (assertion: JsonObject) => string | undefined }[] = [
  { name: 'id', read: (assertion) => asId(assertion) },
  { name: 'recipient', read: recipientOf },
  { name: 'badge', read: (assertion) => asId(assertion.badge) },
  { name: 'issuer', read: (assertion) => asId(asObject(assertion.badge)?.issuer) },
  { name: 'badge.name', read: (assertion) => asString(asObject(assertion.badge)?.name) },
]

function recipientOf(assertion: JsonObject): string | undefined {
  const recipient = asObject(assertion.recipient)
  if (recipient === undefined) return undefined
  return [recipient.type, recipient.identity, recipient.salt].map((part) => stable(part)).join('|')
}

function differ(baked: string | undefined, hosted: string | undefined): boolean {
  if (baked === undefined || hosted === undefined) return false
  return baked !== hosted && !sameAddress(baked, hosted)
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
