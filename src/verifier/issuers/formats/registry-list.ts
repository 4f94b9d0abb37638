/**
 * The list of registries of the Digital Credentials Consortium, `known-did-registries.json`: it vouches
 * for nobody, and names files that do. None of them is fetched unless the user adds it.
 * https://github.com/digitalcredentials/dcc-known-registries
 */
import type { JsonObject, JsonValue } from '../../verification'
import { MOST_ENTRIES, tooMany, type ListFormat, type NamedRegistry } from '../list-format'
import { entryName, optional, own, readEntries, text, webAddress } from '../list-values'
import { isObject } from '../../reading/json-values'

/** Before there were others, the type was not written. */
const ONLY_TYPE_THEN = 'dcc-legacy'

export const registryList: ListFormat = {
  title: 'DCC list of registries',

  recognises(json) {
    return Array.isArray(json)
  },

  read(json) {
    const items = json as JsonValue[]
    if (items.length > MOST_ENTRIES) return tooMany('the array')
    const named = items.map((item, index): [string, JsonValue] => [
      entryName(isObject(item) ? own(item, 'name') : undefined, index),
      item,
    ])
    const { read: registries, problems } = readEntries(named, readRegistry)
    return { is: 'registries', registries, problems }
  },
}

function readRegistry(item: JsonObject): NamedRegistry {
  const name = text(item, 'name', 'the name of the registry')
  const type =
    optional(item, 'type', () => text(item, 'type', 'dcc-legacy or oidf')) ?? ONLY_TYPE_THEN
  // An OpenID Federation is asked issuer by issuer, and has no file with all of them.
  return type === 'dcc-legacy' ? { name, type, url: webAddress(item, 'url') } : { name, type }
}
