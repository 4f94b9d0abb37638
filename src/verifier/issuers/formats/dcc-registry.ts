/**
 * The registry of known issuers of the Digital Credentials Consortium, "dcc-legacy" in its list of
 * registries: an object by DID. It has no name of its own, no end dates and no scope, so that a property
 * that it does not have (`validUntil`, `revoked`) is not passed over: the entry would count for ever.
 * https://github.com/digitalcredentials/issuer-registry-client
 */
import type { ListedIssuer } from '../../environment'
import { compact, isObject } from '../../reading/json-values'
import type { JsonObject } from '../../verification'
import { MOST_ENTRIES, tooMany, type ListFormat } from '../list-format'
import {
  date,
  issuerId,
  onlyKnown,
  optional,
  readEntries,
  text,
  webAddress,
  WrongValue,
} from '../list-values'

export const dccRegistry: ListFormat = {
  title: 'DCC issuer registry',

  recognises(json) {
    return isObject(json) && Object.hasOwn(json, 'registry')
  },

  read(json, source) {
    const { registry, meta } = json as JsonObject
    if (!isObject(registry)) {
      return { is: 'unreadable', problem: { property: 'registry', expected: 'an object by DID' } }
    }
    const entries = Object.entries(registry)
    if (entries.length > MOST_ENTRIES) return tooMany('registry')
    try {
      onlyKnown(json as JsonObject, ['meta', 'registry'])
      const updated = readUpdated(meta)
      const { read: issuers, problems } = readEntries(entries, readIssuer)
      const list = { ...source, ...(updated !== undefined && { updated }), issuers }
      return { is: 'list', list, entries: entries.length, problems }
    } catch (error) {
      if (!(error instanceof WrongValue)) throw error
      return { is: 'unreadable', problem: error.problem() }
    }
  },
}

function readUpdated(meta: JsonObject[string] | undefined): string | undefined {
  if (meta === undefined) return undefined
  if (!isObject(meta)) throw new WrongValue('meta', 'an object', false)
  onlyKnown(meta, ['created', 'updated'], 'meta.')
  return optional(meta, 'updated', () => date(meta, 'updated'))
}

function readIssuer(entry: JsonObject, key: string): ListedIssuer {
  onlyKnown(entry, ['name', 'location', 'url'])
  return compact<ListedIssuer>({
    id: issuerId(key, 'registry'),
    name: text(entry, 'name', 'the name of the issuer'),
    url: optional(entry, 'url', () => webAddress(entry, 'url')),
  })
}
