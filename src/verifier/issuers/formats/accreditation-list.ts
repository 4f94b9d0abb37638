/**
 * Our own form, `docs/trust-lists.md`: who audited whom, against what, for how long, for what.
 * A property that the form does not have makes an entry unreadable: a misspelt `validUntil` that was
 * passed over would let the list say more than its publisher meant.
 */
import type { ListedIssuer, ListingScope, TrustList } from '../../environment'
import { compact, isObject } from '../../reading/json-values'
import type { JsonObject } from '../../verification'
import {
  MOST_ENTRIES,
  tooMany,
  type ListFormat,
  type ListSource,
  type ReadList,
} from '../list-format'
import {
  date,
  entryName,
  issuerId,
  onlyKnown,
  optional,
  own,
  readEntries,
  text,
  webAddress,
  WrongValue,
} from '../list-values'

const FAMILY = 'touchstone:accreditation-list/'
const TYPE = `${FAMILY}1`

export const accreditationList: ListFormat = {
  title: 'Accreditation list',

  recognises(json) {
    if (!isObject(json)) return false
    const type = own(json, 'type')
    return typeof type === 'string' && type.startsWith(FAMILY)
  },

  read(json, source) {
    try {
      return readList(json as JsonObject, source)
    } catch (error) {
      if (!(error instanceof WrongValue)) throw error
      return { is: 'unreadable', problem: error.problem() }
    }
  },
}

function readList(json: JsonObject, source: ListSource): ReadList {
  if (json.type !== TYPE) throw new WrongValue('type', TYPE, false)
  onlyKnown(json, ['type', 'name', 'publisher', 'url', 'updated', 'licence', 'issuers'])
  const { issuers } = json
  if (!Array.isArray(issuers))
    throw new WrongValue('issuers', 'an array of issuers', issuers === undefined)
  if (issuers.length > MOST_ENTRIES) return tooMany('issuers')
  const named = issuers.map((entry, index): [string, typeof entry] => [
    entryName(isObject(entry) ? own(entry, 'id') : undefined, index),
    entry,
  ])
  const { read, problems } = readEntries(named, readIssuer)
  const list = compact<TrustList>({
    ...source,
    name: text(json, 'name', 'the name of the list'),
    publisher: text(json, 'publisher', 'the name of the publisher'),
    url: optional(json, 'url', () => webAddress(json, 'url')),
    updated: date(json, 'updated'),
    licence: optional(json, 'licence', () => text(json, 'licence', 'the name of a licence')),
    issuers: read,
  })
  return { is: 'list', list, entries: issuers.length, problems }
}

const ENTRY = [
  ...['id', 'name', 'url', 'auditor', 'standard'],
  ...['validFrom', 'validUntil', 'scope'],
]

function readIssuer(entry: JsonObject): ListedIssuer {
  onlyKnown(entry, ENTRY)
  return compact<ListedIssuer>({
    id: issuerId(own(entry, 'id'), 'id'),
    name: text(entry, 'name', 'the name of the issuer'),
    url: optional(entry, 'url', () => webAddress(entry, 'url')),
    auditor: text(entry, 'auditor', 'who audited the issuer'),
    standard: text(entry, 'standard', 'what the issuer was audited against'),
    validFrom: date(entry, 'validFrom'),
    validUntil: date(entry, 'validUntil'),
    scope: optional(entry, 'scope', () => readScope(own(entry, 'scope'))),
  })
}

function readScope(scope: JsonObject[string] | undefined): ListingScope {
  const names = ['achievements', 'achievementTypes'] as const
  if (!isObject(scope) || names.every((name) => !Object.hasOwn(scope, name)))
    throw new WrongValue('scope', 'an object with achievements or achievementTypes', false)
  onlyKnown(scope, names, 'scope.')
  return compact<ListingScope>({
    achievements: optional(scope, 'achievements', () => strings(scope, 'achievements')),
    achievementTypes: optional(scope, 'achievementTypes', () => strings(scope, 'achievementTypes')),
  })
}

/** An empty array would be a scope without anything in it: nobody means that. */
function strings(scope: JsonObject, property: string): string[] {
  const values = scope[property]
  const areTexts =
    Array.isArray(values) &&
    values.length > 0 &&
    values.every((value) => typeof value === 'string' && value.trim() !== '')
  if (!areTexts) throw new WrongValue(`scope.${property}`, 'an array of texts', false)
  return values as string[]
}
