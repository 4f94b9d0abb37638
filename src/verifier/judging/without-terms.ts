import type { JsonObject, JsonValue } from '../verification'

/** A copy of the document without the properties of these names, at any depth. */
export function withoutTerms(document: JsonObject, terms: readonly string[]): JsonObject {
  if (terms.length === 0) return document
  return strip(document, new Set(terms)) as JsonObject
}

function strip(value: JsonValue, terms: Set<string>): JsonValue {
  if (Array.isArray(value)) return value.map((item) => strip(item, terms))
  if (typeof value !== 'object' || value === null) return value
  const kept = Object.entries(value).filter(([name]) => !terms.has(name))
  return Object.fromEntries(kept.map(([name, item]) => [name, strip(item, terms)]))
}
