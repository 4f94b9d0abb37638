/**
 * Objects of a European Digital Credential. A node that stands in it once may be named elsewhere by its id
 * alone (JSON-LD 1.1, section 3.3), and a single value stands for a list of one.
 */
import type { JsonObject, JsonValue } from '../verification'
import { asArray, asString, isObject } from './json-values'

/**
 * The objects that a property holds, those that are only named as they stand elsewhere. At most
 * `MOST_NODES`, since names may lead in a circle, and into what is named many times.
 */
export type Nodes = (value: JsonValue | undefined) => JsonObject[]

/** Of one property: more than anybody reads. */
const MOST_NODES = 30

/** @param document a credential, parsed; walked once */
export function nodesOf(document: JsonObject): Nodes {
  const byId = describedNodes(document)
  const described = (value: JsonValue): JsonObject[] => {
    if (typeof value === 'string') return [byId.get(value) ?? { id: value }]
    if (!isObject(value)) return []
    const id = asString(value.id)
    const isName = id !== undefined && Object.keys(value).length === 1
    return [isName ? (byId.get(id) ?? value) : value]
  }
  return (value) => asArray(value).slice(0, MOST_NODES).flatMap(described)
}

/** By id the object that says the most of it; of equal ones the first. */
function describedNodes(document: JsonObject): Map<string, JsonObject> {
  const byId = new Map<string, JsonObject>()
  const pending: JsonValue[] = [document]
  for (let value = pending.pop(); value !== undefined; value = pending.pop()) {
    if (typeof value !== 'object' || value === null) continue
    const members = Object.values(value)
    for (let at = members.length - 1; at >= 0; at--) pending.push(members[at] ?? null)
    const id = isObject(value) ? asString(value.id) : undefined
    if (!isObject(value) || id === undefined || members.length < 2) continue
    const known = byId.get(id)
    if (known === undefined || Object.keys(known).length < members.length) byId.set(id, value)
  }
  return byId
}
