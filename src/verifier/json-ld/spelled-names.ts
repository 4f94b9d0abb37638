import { asArray } from '../reading/json-values'
import type { JsonObject, JsonValue } from '../verification'
import { bundledTerms } from './bundled-terms'
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
  const { typesLikeProperties } = bundledTerms()
  for (const key of Object.keys(object))
    if (key.includes(':') || typesLikeProperties.has(key)) refuse(key)
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
  if (typeof type !== 'string') return
  if (bundledTerms().all.has(type) || hasBundledPrefix(type)) refuse(type)
}

function hasBundledPrefix(iri: string): boolean {
  const colon = iri.indexOf(':')
  return colon > 0 && bundledTerms().prefixes.has(iri.slice(0, colon))
}

function refuse(term: string): never {
  throw new JsonLdRefusal(`another name for a term: ${term.slice(0, 100)}`)
}
