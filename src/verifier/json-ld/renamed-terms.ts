import type { JsonObject, JsonValue } from '../verification'
import { bundledTerms, definitionKey } from './bundled-terms'
import type { ActiveContext } from './processor'
import { JsonLdRefusal } from './refusal'

/**
 * Watches that a document cannot hide what it says behind another name.
 *
 * The signature covers IRIs and not the names that the JSON gives them. Whoever holds a signed
 * credential could rename `credentialStatus` to `note`, add a context that says
 * `{"note": "https://www.w3.org/2018/credentials#credentialStatus"}`, and the signature would still hold
 * while no reader of the JSON saw a status any more. The same works with a full IRI, a prefix or a
 * vocabulary. So an IRI that a bundled context has a term for may be said by that term only.
 * (Verifiable Credentials Data Integrity 1.0, section 2.4.1, "Validating Contexts".) Nor may a type stand
 * for a property: Open Badges 3.0 gives the type `Criteria` and the property `criteria` one IRI.
 */
export class RenamedTerms {
  private readonly prefixes = new Map<string, Set<string>>()
  private readonly vocabularies = new Set<string>()

  /** To be called for every context that the document itself brings, once it is processed. */
  watch(context: JsonObject, { mappings, '@vocab': vocabulary }: ActiveContext): void {
    if (vocabulary !== undefined) this.vocabularies.add(vocabulary)
    for (const [term, definition] of Object.entries(context)) {
      const iri = mappings.get(term)?.['@id']
      if (term.startsWith('@') || iri === undefined) continue
      if (isAnotherName(term, iri) || isRedefined(term, iri, definition)) refuse(term)
      this.prefixes.set(term, (this.prefixes.get(term) ?? new Set()).add(iri))
    }
  }

  /** To be called with all keys of the document, once all of its contexts were watched. */
  check(keys: Iterable<string>): void {
    for (const key of keys) {
      if (bundledTerms().typesLikeProperties.has(key)) refuse(key)
      if (this.meanings(key).some((iri) => isAnotherName(key, iri))) refuse(key)
    }
  }

  /** What a key may stand for, beside what a term of this name is defined to be. */
  private meanings(key: string): string[] {
    const inVocabulary = [...this.vocabularies].map((vocabulary) => vocabulary + key)
    const colon = key.indexOf(':')
    if (colon < 0) return inVocabulary
    const prefix = key.slice(0, colon)
    const bases = [...(this.prefixes.get(prefix) ?? []), ...(bundledTerms().iris.get(prefix) ?? [])]
    return [key, ...bases.map((base) => base + key.slice(colon + 1)), ...inVocabulary]
  }
}

/** `id` and `type` are what every reader of credentials takes for the keywords. */
function isAnotherName(term: string, iri: string): boolean {
  if (iri.startsWith('@')) return iri !== `@${term}` || (term !== 'id' && term !== 'type')
  const { all, iris } = bundledTerms()
  return all.has(iri) && !iris.get(term)?.has(iri)
}

/** The right name, but another shape: a map for an array, a scoped context, another type. */
function isRedefined(term: string, iri: string, definition: JsonValue): boolean {
  const { all, definitions } = bundledTerms()
  return all.has(iri) && !definitions.get(term)?.has(definitionKey(definition))
}

function refuse(term: string): never {
  throw new JsonLdRefusal(`another name for a known term: ${term.slice(0, 100)}`)
}
