/**
 * Reads values out of JSON that somebody else wrote: every function takes anything and gives the
 * value in one form or nothing. What is of the wrong type is absent, never converted.
 *
 * A signature over RDF does not tell a value from a list of it, nor a number from its text where the
 * term has a datatype. Whoever holds a credential may rewrite the one as the other, so what is signed
 * is found in both. (JSON-LD 1.1, section 4.3.2, sets; JSON-LD 1.1 API, section 8.2.2.)
 */
import type { Text } from '../credential'
import type { JsonObject, JsonValue } from '../verification'

type Maybe = JsonValue | undefined

export function isObject(value: Maybe): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The values of a property as a set: `null` is none, and a string or number counts once. */
export function asSet(value: Maybe): JsonValue[] {
  const values = asArray(value)
  if (values.length < 2 && values[0] !== null) return values
  return [...new Set(values.filter((item) => item !== null))]
}

/** The value, or that of a list of one; of several none is the value. */
function onlyValue(value: Maybe): Maybe {
  if (!Array.isArray(value)) return value
  const [only, ...others] = asSet(value)
  return others.length === 0 ? only : undefined
}

/** A string; of a value object (JSON-LD 1.1, section 9.5) its text, whatever its language. */
export function asString(value: Maybe): string | undefined {
  const only = onlyValue(value)
  const text = isObject(only) ? only['@value'] : only
  return typeof text === 'string' && text !== '' ? text : undefined
}

/**
 * A number, or the text of one. -0 becomes 0: JSON cannot hold it, and a report must survive being
 * written as JSON.
 */
export function asNumber(value: Maybe): number | undefined {
  const only = onlyValue(value)
  const number = typeof only === 'string' && DECIMAL.test(only) ? Number(only) : only
  return typeof number === 'number' && Number.isFinite(number) ? number + 0 : undefined
}

/** As XML Schema writes numbers, and JSON-LD with it. */
const DECIMAL = /^[+-]?\d+(\.\d+)?(e[+-]?\d+)?$/i

/**
 * A date as written. One that is there in another form than a string is kept as its JSON: it cannot be
 * read as a date, and must not count as absent, since an end that nobody reads is no end.
 */
export function asDate(value: Maybe): string | undefined {
  if (value === undefined || value === null) return undefined
  return typeof value === 'string' ? value : JSON.stringify(value)
}

/** JSON-LD lets a single value stand for an array of one. */
export function asArray(value: Maybe): JsonValue[] {
  if (value === undefined || value === null) return []
  return Array.isArray(value) ? value : [value]
}

export function asStrings(value: Maybe): string[] {
  return asSet(value).filter((item) => typeof item === 'string')
}

export function asObjects(value: Maybe): JsonObject[] {
  return asArray(value).filter(isObject)
}

export function asObject(value: Maybe): JsonObject | undefined {
  return asObjects(value)[0]
}

/** The identifier of a node: the string itself, or the `id` (`@id`) of an embedded object. */
export function asId(value: Maybe): string | undefined {
  const only = onlyValue(value)
  if (typeof only === 'string') return asString(only)
  if (!isObject(only)) return undefined
  return asString(only.id) ?? asString(only['@id'])
}

/** A node as an object: one that is only named has its `id` alone. */
export function asNode(value: Maybe): JsonObject | undefined {
  const id = asObject(value) === undefined ? asString(value) : undefined
  return id === undefined ? asObject(value) : { id }
}

/** Type names of a node, without a prefix such as `obi:`. */
export function typesOf(node: JsonObject): string[] {
  return asStrings(node.type ?? node['@type']).map((type) => type.replace(/^[a-z]+:(?!\/\/)/i, ''))
}

/** Contexts of a document that are URLs, in order. */
export function contextUrls(node: JsonObject): string[] {
  return asStrings(node['@context'])
}

/**
 * Text with its language: a string, a JSON-LD value object, an array of them, or a language map, whose values
 * are strings or arrays of them. JSON-LD 1.1, sections 4.2 (strings and languages) and 9.8 (language maps).
 */
export function asText(value: Maybe, language = 'und'): Text | undefined {
  const text: Text = {}
  for (const item of asArray(value)) addText(text, item, language)
  return Object.keys(text).length > 0 ? text : undefined
}

function addText(text: Text, item: JsonValue, language: string): void {
  if (typeof item === 'string') text[language] ??= item
  else if (isObject(item) && typeof item['@value'] === 'string')
    text[asString(item['@language']) ?? language] ??= item['@value']
  else if (isObject(item))
    for (const [tag, given] of Object.entries(item)) {
      const words = asArray(given).find((one) => typeof one === 'string')
      if (LANGUAGE_TAG.test(tag) && words !== undefined) text[tag] ??= words
    }
}

/** Enough of BCP 47 to tell a language map from an object with properties. */
const LANGUAGE_TAG = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/

/** The language that a document declares for its strings in its context (`@language`). */
export function declaredLanguage(node: JsonObject): string | undefined {
  const declared = asObjects(node['@context'])
    .map((context) => asString(context['@language']))
    .find((tag) => tag !== undefined)
  return asString(node['@language']) ?? declared
}

/** Leaves out what is `undefined`, so that optional fields are absent rather than undefined. */
export function compact<Shape extends object>(shape: {
  [Name in keyof Shape]: Shape[Name] | undefined
}): Shape {
  return Object.fromEntries(
    Object.entries(shape).filter(([, value]) => value !== undefined),
  ) as Shape
}
