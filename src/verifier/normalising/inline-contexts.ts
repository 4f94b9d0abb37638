import { isObject } from '../reading/json-values'
import { reason } from '../report'
import type { JsonObject, JsonValue } from '../verification'
import { NormalisingRefusal, refuse, refuseComplex } from './refusal'
import { STANDARD_TERMS } from './vocabulary'

/**
 * Characters of all contexts that one document writes out itself. A name can become as long as they are
 * together, when each prefix stands for the one before it and some more.
 */
export const MOST_CHARACTERS = 2_000

/** What a definition may say; no scoped contexts, no `@reverse`, no `@nest`. */
const MEMBERS = new Set(['@id', '@type', '@container', '@language', '@prefix', '@protected'])
const CONTAINERS: readonly JsonValue[] = ['@set', '@list', '@language']
const PLAIN_VALUED = new Set(['@language', '@vocab', '@base'])
const KEYWORD_ALIASES = new Set(['@id', '@type'])

/**
 * The contexts that a document writes out itself may shorten IRIs and give further names to terms. They
 * may not give a term of the standard another meaning: whoever reads the plain names would be told
 * something else than whoever processes the JSON-LD.
 */
export class InlineContexts {
  private characters = 0

  /**
   * Throws `NormalisingRefusal`: `term-redefined`, `document-too-complex`, or `json-ld-invalid` with what
   * is refused.
   */
  accept(context: JsonObject): void {
    this.characters += JSON.stringify(context).length
    if (this.characters > MOST_CHARACTERS) refuseComplex('characters', MOST_CHARACTERS)
    for (const [term, definition] of Object.entries(context)) {
      if (term.startsWith('@')) acceptKeyword(term, definition)
      else if (STANDARD_TERMS.has(term)) acceptStandard(term, definition, context)
      else acceptOwn(definition)
    }
  }
}

/** Only the language of strings: nothing is renamed. */
export function saysLanguageOnly(context: JsonObject): boolean {
  return Object.entries(context).every(
    ([name, value]) => name === '@language' && typeof value === 'string',
  )
}

function acceptKeyword(keyword: string, value: JsonValue): void {
  const plain = typeof value === 'string' || value === null
  // A relative one would go on from `@base`, or from the one before it.
  const relative = keyword === '@vocab' && typeof value === 'string' && !value.includes(':')
  if (keyword === '@version' || (PLAIN_VALUED.has(keyword) && plain && !relative)) return
  refuse(keyword)
}

function acceptStandard(term: string, definition: JsonValue, context: JsonObject): void {
  const members = isObject(definition) ? Object.keys(definition) : []
  const same = resolve(idOf(definition), context) === STANDARD_TERMS.get(term)
  if (same && members.every((name) => name === '@id' || name === '@type')) {
    acceptOwn(definition)
    return
  }
  throw new NormalisingRefusal(reason('term-redefined', { term }))
}

function acceptOwn(definition: JsonValue): void {
  const id = idOf(definition)
  if (id?.startsWith('@') === true && !KEYWORD_ALIASES.has(id)) refuse(id)
  if (!isObject(definition)) {
    if (typeof definition !== 'string' && definition !== null) refuse('invalid term definition')
    return
  }
  const foreign = Object.keys(definition).find((name) => !MEMBERS.has(name))
  if (foreign !== undefined) refuse(foreign)
  const container = definition['@container'] ?? '@set'
  if (!CONTAINERS.includes(container)) refuse('@container')
  if (definition['@type'] === '@json') refuse('@json')
}

function idOf(definition: JsonValue): string | undefined {
  const id = isObject(definition) ? definition['@id'] : definition
  return typeof id === 'string' ? id : undefined
}

/** The IRI of a name that is a keyword, an IRI, a shortened IRI or a term; one step of each is enough. */
function resolve(written: string | undefined, context: JsonObject): string | undefined {
  if (written === undefined || written.startsWith('@')) return written
  const colon = written.indexOf(':')
  if (colon < 0) return STANDARD_TERMS.get(written)
  const prefix = written.slice(0, colon)
  const own = Object.hasOwn(context, prefix) ? idOf(context[prefix] ?? null) : undefined
  const base = own ?? STANDARD_TERMS.get(prefix)
  return base === undefined ? written : base + written.slice(colon + 1)
}
