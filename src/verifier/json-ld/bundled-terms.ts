import { isObject } from '../reading/json-values'
import type { JsonObject, JsonValue } from '../verification'
import { BUNDLED_CONTEXTS } from './contexts'

/** What the bundled contexts define, over all of them and over all scopes. */
export interface BundledTerms {
  /** For each term the IRIs that it stands for. */
  iris: ReadonlyMap<string, ReadonlySet<string>>
  /** Every IRI that some term stands for. */
  all: ReadonlySet<string>
  /** Terms that shorten an IRI, as `sec` in `sec:proof`: those whose IRI ends in a delimiter. */
  prefixes: ReadonlySet<string>
  /** Contexts scoped to a term or type, as JSON. */
  scoped: ReadonlySet<string>
  /** Names of types whose IRI a property has as well, as `Criteria` and `criteria` in Open Badges. */
  typesLikeProperties: ReadonlySet<string>
}

let known: BundledTerms | undefined

export function bundledTerms(): BundledTerms {
  known ??= collect()
  return known
}

/** A term is a prefix where its IRI ends like this (JSON-LD 1.1, section 4.1.5, RFC 3986 gen-delim). */
const DELIMITER = /[:/?#[\]@]$/

function collect(): BundledTerms {
  const iris = new Map<string, Set<string>>()
  const scoped = new Set<string>()
  const read = (context: JsonValue | undefined, outer: JsonObject): void => {
    for (const item of Array.isArray(context) ? context : [context]) {
      if (!isObject(item)) continue
      const scope = { ...outer, ...item }
      for (const [term, definition] of Object.entries(item)) {
        if (term.startsWith('@')) continue
        const iri = iriOf(definition, scope)
        if (iri !== undefined && !iri.startsWith('@')) addTo(iris, term, iri)
        const inner = isObject(definition) ? definition['@context'] : undefined
        if (inner === undefined) continue
        scoped.add(JSON.stringify(inner))
        read(inner, scope)
      }
    }
  }
  for (const document of BUNDLED_CONTEXTS.values()) read((document as JsonObject)['@context'], {})
  const all = new Set([...iris.values()].flatMap((own) => [...own]))
  const prefixes = new Set(
    [...iris]
      .filter(([, own]) => [...own].some((iri) => DELIMITER.test(iri)))
      .map(([term]) => term),
  )
  return { iris, all, prefixes, scoped, typesLikeProperties: typesLikeProperties(iris) }
}

function typesLikeProperties(iris: Map<string, Set<string>>): Set<string> {
  const isType = (term: string): boolean => /^[A-Z]/.test(term)
  const properties = [...iris].filter(([term]) => !isType(term))
  const ofProperties = new Set(properties.flatMap(([, own]) => [...own]))
  const types = [...iris.keys()].filter(isType)
  return new Set(
    types.filter((term) => [...(iris.get(term) ?? [])].some((iri) => ofProperties.has(iri))),
  )
}

/** The IRI of a definition; terms and prefixes are looked up in the context and in those around it. */
function iriOf(definition: JsonValue, scope: JsonObject): string | undefined {
  const written = isObject(definition) ? definition['@id'] : definition
  if (typeof written !== 'string') return undefined
  const colon = written.indexOf(':')
  const term = colon < 0 ? scope[written] : undefined
  if (term !== undefined) return iriOf(term, {})
  const prefix = colon < 0 ? undefined : scope[written.slice(0, colon)]
  const base = prefix === undefined ? undefined : iriOf(prefix, {})
  return base === undefined ? written : base + written.slice(colon + 1)
}

function addTo(map: Map<string, Set<string>>, key: string, value: string): void {
  const values = map.get(key) ?? new Set()
  map.set(key, values.add(value))
}
