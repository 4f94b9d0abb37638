/** Other spellings of a JSON-LD document, as fast-check draws them, with the same RDF. */
import type { GeneratorValue } from 'fast-check'
import fc from 'fast-check'
import { isObject } from '../../../../src/verifier/reading/json-values'
import type { JsonObject, JsonValue } from '../../../../src/verifier/verification'

/** Terms whose numbers have a datatype of their own, which a text has as well. */
const NUMBERS = ['creditsEarned', 'creditsAvailable']

/** Terms that hold a node, which may be only named. */
const NODES = ['image', 'evidence']

/** What is refused in a list, is none in JSON-LD, or has to be alone in it. */
const NEVER_LISTED = ['id', '@value', '@language', 'validFrom', 'validUntil', 'hashed']
const ALONE = ['type', 'credentialSubject']

const KEYWORDS: Record<string, string> = { id: '@id', type: '@type' }

export interface Rarity {
  /** One place in so many is written otherwise. */
  other: number
  /** One in so many in a way that is refused or not green; never with 0. */
  refused: number
}

export function rewrite(document: JsonObject, draw: GeneratorValue, rarity: Rarity): JsonObject {
  const oneIn = (most: number): boolean => most > 0 && draw(fc.nat, { max: most - 1 }) === 0
  const isRefused = (): boolean => oneIn(rarity.refused)
  const isOther = (): boolean => oneIn(rarity.other)

  const object = (value: JsonObject): JsonObject => {
    const entries = Object.entries(value).map(([name, member]): [string, JsonValue] => {
      if (name === '@context') return [name, member]
      const keyword = KEYWORDS[name]
      const key = keyword !== undefined && isRefused() ? keyword : name
      return [key, listed(name, member)]
    })
    return Object.fromEntries(shuffled(entries))
  }

  const listed = (name: string, value: JsonValue): JsonValue => {
    const items = Array.isArray(value) ? value : [value]
    const inside = items.map((item) => respelled(name, isObject(item) ? object(item) : item))
    if (NEVER_LISTED.includes(name) && !isRefused()) return inside[0]!
    if (!ALONE.includes(name) && isOther()) inside.push(null)
    if (!isObject(items[0]) && isOther()) inside.push(inside[0]!)
    const isList = inside.length > 1 || (Array.isArray(value) ? !isOther() : isOther())
    const result = isList ? shuffled(inside) : inside[0]!
    return isRefused() ? [result] : result
  }

  const respelled = (name: string, value: JsonValue): JsonValue => {
    if (NUMBERS.includes(name) && isOther()) return otherNumber(value)
    if (name === 'hashed' && isRefused()) return JSON.stringify(value)
    const isBare = isObject(value) && Object.keys(value).join() === 'id'
    if (!NODES.includes(name) || !isOther()) return value
    return isBare ? value.id! : typeof value === 'string' ? { id: value } : value
  }

  const shuffled = <Item>(items: Item[]): Item[] =>
    isOther() ? draw(fc.shuffledSubarray<Item>, items, { minLength: items.length }) : items

  return object(document)
}

/** As RDF writes it: JSON-LD 1.1 API, section 8.2.2. */
function otherNumber(value: JsonValue): JsonValue {
  if (typeof value === 'string') return Number(value)
  return Number.isInteger(value)
    ? JSON.stringify(value)
    : Number(value)
        .toExponential(15)
        .replace(/(\d)0*e\+?/, '$1E')
}
