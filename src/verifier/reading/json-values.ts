/**
 * Reads values out of JSON that somebody else wrote: every function takes anything and gives the
 * value in one form or nothing. What is of the wrong type is absent, never converted.
 */
import type { Text } from '../credential'
import type { JsonObject, JsonValue } from '../verification'

type Maybe = JsonValue | undefined

export function isObject(value: Maybe): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

export function asString(value: Maybe): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined
}

/** -0 becomes 0: JSON cannot hold it, and a report must survive being written as JSON. */
export function asNumber(value: Maybe): number | undefined {
  return typeof value === 'number' && Number.isFinite(value) ? value + 0 : undefined
}

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
  return asArray(value).filter((item) => typeof item === 'string')
}

export function asObjects(value: Maybe): JsonObject[] {
  return asArray(value).filter(isObject)
}

export function asObject(value: Maybe): JsonObject | undefined {
  return asObjects(value)[0]
}

/** The identifier of a node: the string itself, or the `id` (`@id`) of an embedded object. */
export function asId(value: Maybe): string | undefined {
  if (typeof value === 'string') return asString(value)
  if (!isObject(value)) return undefined
  return asString(value.id) ?? asString(value['@id'])
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
 * Text with its language: a string, a JSON-LD value object, an array of them, or a language map.
 * JSON-LD 1.1, section 4.2 (strings and languages).
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
    for (const [tag, words] of Object.entries(item))
      if (LANGUAGE_TAG.test(tag) && typeof words === 'string') text[tag] ??= words
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
