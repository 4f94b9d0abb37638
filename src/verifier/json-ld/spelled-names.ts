import { asArray } from '../reading/json-values'
import type { JsonObject, JsonValue } from '../verification'
import { bundledTerms, looksLikeType } from './bundled-terms'
import { JsonLdRefusal } from './refusal'

/**
 * Refuses an object that says what it says under another name.
 *
 * The signature covers IRIs and not the names that the JSON gives them. Whoever holds a signed
 * credential could write `https://www.w3.org/2018/credentials#credentialStatus` for `credentialStatus`,
 * and the signature would still hold while no reader of the JSON saw a status any more. So a property
 * has the name that its context gives it, a type that a bundled context knows has its short name, and
 * an id is not shortened. (Verifiable Credentials Data Integrity 1.0, section 2.4.1, "Validating
 * Contexts".) The bundled contexts have no two names for one property, which a test watches; but Open
 * Badges 3.0 gives the type `Criteria` and the property `criteria` one IRI.
 */
export function refuseSpelledNames(object: JsonObject): void {
  for (const key of Object.keys(object))
    if (key.includes(':') || (looksLikeType(key) && bundledTerms().typesLikeProperties.has(key)))
      refuse(key)
  refuseId(object.id)
  for (const type of asArray(object.type)) refuseType(type)
}

/** A blank node is a name within the document: it says nothing, and lets one node stand in two places. */
function refuseId(id: JsonValue | undefined): void {
  if (typeof id !== 'string') return
  if (id.startsWith('_:')) throw new JsonLdRefusal('a blank node as id')
  if (hasBundledPrefix(id)) throw new JsonLdRefusal(`a shortened id: ${id.slice(0, 100)}`)
}

function refuseType(type: JsonValue): void {
  if (typeof type !== 'string' || !type.includes(':')) return
  if (bundledTerms().all.has(type) || hasBundledPrefix(type)) refuse(type)
}

/** Schemes of ids that no bundled context takes for a prefix, and that need not be looked up. */
export const PLAIN_SCHEMES: readonly string[] = ['https', 'http', 'did', 'urn', 'mailto', 'data']

function hasBundledPrefix(iri: string): boolean {
  const colon = iri.indexOf(':')
  const prefix = iri.slice(0, Math.max(0, colon))
  return prefix !== '' && !PLAIN_SCHEMES.includes(prefix) && bundledTerms().prefixes.has(prefix)
}

function refuse(term: string): never {
  throw new JsonLdRefusal(`another name for a term: ${term.slice(0, 100)}`)
}
