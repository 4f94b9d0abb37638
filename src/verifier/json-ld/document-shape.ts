import { asArray, isObject } from '../reading/json-values'
import type { JsonObject, JsonValue } from '../verification'
import { InlineContextError, JsonLdRefusal } from './refusal'
import { addPart, newParts, refuseSharedIds } from './shared-ids'
import { refuseSpelledNames } from './spelled-names'

/** Bounds on what a document may cost, about half a second. */
export const SHAPE_LIMITS = {
  objects: 4_000,
  /**
   * Of a document that is not read directly. The library copies the active context at every node that
   * has a type (about 0.5 ms each), and nothing can stop it on the way.
   */
  objectsForLibrary: 1_000,
  /** Contexts that are named in the document, each time that they are. */
  contexts: 200,
}

/** Keywords that have no other name in the contexts of credentials, as `id` and `type` are for two. */
const READABLE_KEYWORDS = new Set(['@context', '@value', '@language', '@direction'])

/**
 * Dates that decide, which no list may hide from whoever reads a string there. All other properties are
 * read from a list of one as well (`reading/json-values.ts`).
 */
const SINGLE = new Set([
  ...['validFrom', 'validUntil', 'issuanceDate', 'expirationDate'],
  ...['created', 'expires'],
])

/**
 * Nodes that are looked for. Empty text in the place of one is no statement, so that no signature covers
 * it: anybody could write it, and it would be read as a node of which nothing is known.
 */
const NODES = new Set([
  ...['credentialStatus', 'credentialSchema', 'refreshService'],
  ...['evidence', 'verifiableCredential'],
])

/**
 * Walks a document before it is processed, and throws `JsonLdRefusal` or `InlineContextError`.
 *
 * The signature covers the RDF, people are shown the JSON. So syntax that says the same in RDF and
 * something else to a reader of the JSON is refused: contexts that the document writes out itself;
 * `@nest`, `@included`, `@graph`, `@reverse`, `@set`, `@list` and `@index` as keys, and `@id` and `@type`
 * for `id` and `type`; lists inside lists, which RDF does not have; value objects that only wrap a plain
 * value (`{"@value": "2020-01-01T00:00:00Z", "@type": …}` instead of a date); empty text for a node; names in another spelling
 * (`spelled-names.ts`) and objects in two places (`shared-ids.ts`). The processor takes `__proto__` for
 * what it inherits from, with a context that stands in it.
 *
 * What RDF cannot tell apart either and is read alike is not refused: a value and a list of it, `null`
 * and nothing, a number and its text, a node and its id, and lists in another order or with a value twice.
 *
 * @returns how many objects it has
 */
export function refuseHiding(document: JsonObject): { objects: number } {
  const found = newParts()
  let contexts = 0
  const pending: JsonValue[] = [document]
  for (let value = pending.pop(); value !== undefined; value = pending.pop()) {
    if (typeof value !== 'object' || value === null) continue
    addPart(found, value)
    if (isObject(value)) {
      contexts += countContexts(value)
      refuseInObject(value)
    } else if (value.some(Array.isArray)) throw new JsonLdRefusal('a list in a list')
    if (found.objects.length > SHAPE_LIMITS.objects) throw new JsonLdRefusal('too many objects')
    if (contexts > SHAPE_LIMITS.contexts) throw new JsonLdRefusal('too many contexts')
    for (const member of Object.values(value)) pending.push(member)
  }
  refuseSharedIds(document, found)
  return { objects: found.objects.length }
}

function refuseInObject(object: JsonObject): void {
  for (const key of Object.keys(object)) {
    const value = object[key] ?? null
    if (key === '__proto__' || (key.startsWith('@') && !READABLE_KEYWORDS.has(key)))
      throw new JsonLdRefusal(key)
    const isList = Array.isArray(value)
    if (isList && SINGLE.has(key)) throw new JsonLdRefusal(`a list for ${key}`)
    const isEmpty = value === '' || (isList && value.includes(''))
    if (isEmpty && NODES.has(key)) throw new JsonLdRefusal(`empty text for ${key}`)
  }
  // The processor drops `"@language": null`, which would make a date of what is no string.
  if ('@value' in object && typeof object['@language'] !== 'string')
    throw new JsonLdRefusal('@value without @language')
  // In RDF the text "true" is the same as true; whoever compares a recipient would not see a hash.
  if (typeof (object.hashed ?? false) !== 'boolean') throw new JsonLdRefusal('text for hashed')
  refuseSpelledNames(object)
}

/** `null` is no URL either: it sweeps away what the contexts before it define. */
function countContexts(object: JsonObject): number {
  if (!('@context' in object)) return 0
  const context = object['@context'] ?? null
  const items = context === null ? [null] : asArray(context)
  if (items.some((item) => typeof item !== 'string')) throw new InlineContextError()
  // It would say nothing, and each order of contexts is processed, and kept, by itself.
  if (items.length > 1 && new Set(items).size < items.length)
    throw new JsonLdRefusal('a context named twice')
  return items.length
}
