import { isObject } from '../reading/json-values'
import type { JsonObject, JsonValue } from '../verification'
import { JsonLdRefusal } from './refusal'

/**
 * Bounds on what a document may cost. The processor copies the active context at every node that has a
 * type, and at every context that it meets (about 1 ms each), and nothing can stop it on the way.
 */
export const SHAPE_LIMITS = {
  /** Objects in the document, contexts included. */
  objects: 4_000,
  /** Objects that bring a context of their own, and contexts in arrays. */
  contexts: 200,
  /** Characters of all contexts that are written into the document. */
  inlineCharacters: 20_000,
}

/** Keywords that say nothing which a plain reading of the JSON would miss. */
const READABLE_KEYWORDS = new Set(['@context', '@id', '@type', '@value', '@language', '@direction'])

/**
 * Dates that decide. JSON-LD makes no difference between a value and a list of that one value, so a list
 * would hide an end date from whoever reads a string there, under a signature that still holds.
 */
const SINGLE = ['validFrom', 'validUntil', 'issuanceDate', 'expirationDate', 'created', 'expires']

/**
 * Walks a document before it is processed.
 *
 * The signature covers the RDF, people are shown the JSON. So syntax that says the same in RDF and
 * something else to a reader of the JSON is refused: `@nest`, `@included`, `@graph`, `@reverse`, `@set`,
 * `@list` and `@index` as keys, and value objects that only wrap a plain value
 * (`{"@value": "2020-01-01T00:00:00Z", "@type": …}` instead of a date). So is `@import`, which no
 * bundled context needs.
 *
 * @returns every key in the document outside its contexts
 */
export function readShape(document: JsonObject): Set<string> {
  const keys = new Set<string>()
  const count = { objects: 0, contexts: 0, inlineCharacters: 0 }
  const pending: JsonValue[] = [document]
  for (let value = pending.pop(); value !== undefined; value = pending.pop()) {
    if (typeof value !== 'object' || value === null) continue
    if (isObject(value)) {
      count.objects++
      readObject(value, keys, count)
    }
    for (const [name, member] of Object.entries(value))
      if (name !== '@context' || Array.isArray(value)) pending.push(member)
    for (const name of Object.keys(count) as (keyof typeof count)[])
      if (count[name] > SHAPE_LIMITS[name]) throw new JsonLdRefusal(`too many ${name}`)
  }
  return keys
}

function readObject(
  object: JsonObject,
  keys: Set<string>,
  count: { contexts: number; inlineCharacters: number },
): void {
  for (const key of Object.keys(object)) {
    if (key.startsWith('@') && !READABLE_KEYWORDS.has(key)) throw new JsonLdRefusal(key)
    if (key !== '@context') keys.add(key)
  }
  for (const name of SINGLE)
    if (Array.isArray(object[name])) throw new JsonLdRefusal(`a list for ${name}`)
  if ('@value' in object && !('@language' in object || '@direction' in object))
    throw new JsonLdRefusal('@value without @language')
  const context = object['@context']
  if (context !== undefined) countContexts(context, count)
}

function countContexts(
  context: JsonValue,
  count: { contexts: number; inlineCharacters: number },
): void {
  for (const item of Array.isArray(context) ? context : [context]) {
    count.contexts++
    if (typeof item === 'string') continue
    const json = JSON.stringify(item)
    count.inlineCharacters += json.length
    if (json.includes('"@import"')) throw new JsonLdRefusal('@import')
  }
}
