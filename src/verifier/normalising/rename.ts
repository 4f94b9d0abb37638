import { asStrings, isObject } from '../reading/json-values'
import type { JsonObject, JsonValue } from '../verification'
import { EXTENSION_PLACE, type ExtensionObject } from './extension-objects'
import { refuse } from './refusal'
import { propertyName, TEXTS, typeName, type NameScope } from './vocabulary'

interface Naming {
  version: 1 | 2
  extensions: readonly ExtensionObject[]
}

/**
 * An expanded node in the names of the vocabulary. `jsonld` would choose a name by the value that a
 * property has, so that `obi:revoked` would become `revoked` or `revokedAssertions` as whoever wrote the
 * document likes; here an IRI has one name.
 *
 * Throws `NormalisingRefusal` for what a reader of plain names would miss: `@graph`, `@reverse` …
 */
export function renameNode(node: JsonObject, naming: Naming): JsonObject {
  const types = asStrings(node['@type']).map(typeName)
  const scope: NameScope = { version: naming.version, types }
  const entries = Object.entries(node).flatMap(([iri, value]): Entry[] => {
    switch (iri) {
      case '@id':
        return [['id', value]]
      case '@type':
        return [['type', single(types)]]
      case '@language':
        return [[iri, value]]
      case EXTENSION_PLACE:
        return extensionsAt(value, naming.extensions)
      default:
        if (iri.startsWith('@')) return refuse(iri)
        return [property(propertyName(iri, scope), value, naming)]
    }
  })
  return merged(entries)
}

type Entry = [name: string, value: JsonValue]

/** Two IRIs may have one name; what is under both of them counts, and neither hides the other. */
function merged(entries: Entry[]): JsonObject {
  const values = new Map<string, JsonValue>()
  for (const [name, value] of entries) {
    const before = values.get(name)
    values.set(name, before === undefined ? value : [before, value].flat())
  }
  return Object.fromEntries(values)
}

function property(name: string, value: JsonValue, naming: Naming): Entry {
  const values = Array.isArray(value) ? value : [value]
  return [name, single(values.flatMap((item) => renameValue(name, item, naming)))]
}

function renameValue(name: string, value: JsonValue, naming: Naming): JsonValue[] {
  if (!isObject(value)) return [value]
  if (Array.isArray(value['@list']))
    return value['@list'].flatMap((item) => renameValue(name, item, naming))
  if ('@value' in value) return [literal(name, value)]
  const node = renameNode(value, naming)
  const names = Object.keys(node)
  return names.length === 1 && typeof node.id === 'string' ? [node.id] : [node]
}

function literal(name: string, value: JsonObject): JsonValue {
  const plain = value['@value'] ?? null
  if (typeof plain === 'object' && plain !== null) refuse('@json')
  const language = value['@language']
  if (typeof language !== 'string' || !TEXTS.has(name)) return plain
  return { '@value': plain, '@language': language }
}

function extensionsAt(places: JsonValue, extensions: readonly ExtensionObject[]): Entry[] {
  if (!Array.isArray(places)) return []
  return places.flatMap((place): Entry[] => {
    const index = isObject(place) ? place['@value'] : undefined
    const found = typeof index === 'number' ? extensions[index] : undefined
    return found === undefined ? [] : [[found.key, found.value]]
  })
}

/** JSON-LD lets a single value stand for a list of one. */
function single(values: JsonValue[]): JsonValue {
  const [first] = values
  return values.length === 1 && first !== undefined ? first : values
}
