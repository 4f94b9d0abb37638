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
  /** Names of types whose IRI a property has as well, as `Criteria` and `criteria` in Open Badges. */
  typesLikeProperties: ReadonlySet<string>
}

let known: BundledTerms | undefined

/** Read when it is first asked for, which ordinary credentials never do: it takes some milliseconds. */
export function bundledTerms(): BundledTerms {
  known ??= collect()
  return known
}

/** A term is a prefix where its IRI ends like this (JSON-LD 1.1, section 4.1.5, RFC 3986 gen-delim). */
const DELIMITER = /[:/?#[\]@]$/

/** Contexts scoped to a term or type of a bundled context, as JSON. */
export function bundledScopedContexts(): ReadonlySet<string> {
  if (knownScoped !== undefined) return knownScoped
  const scoped = new Set<string>()
  forEachContext((context) => {
    for (const definition of Object.values(context)) {
      const inner = isObject(definition) ? definition['@context'] : undefined
      if (inner !== undefined) scoped.add(JSON.stringify(inner))
    }
  })
  return (knownScoped = scoped)
}

let knownScoped: ReadonlySet<string> | undefined

/** @param visit is told each context, and those that it stands in, the nearest first */
function forEachContext(visit: (context: JsonObject, outer: readonly JsonObject[]) => void): void {
  const read = (context: JsonValue | undefined, outer: readonly JsonObject[]): void => {
    for (const item of Array.isArray(context) ? context : [context]) {
      if (!isObject(item)) continue
      visit(item, outer)
      const around = [item, ...outer]
      for (const definition of Object.values(item))
        if (isObject(definition)) read(definition['@context'], around)
    }
  }
  for (const document of new Set(BUNDLED_CONTEXTS.values()))
    read((document as JsonObject)['@context'], [])
}

function collect(): BundledTerms {
  const iris = new Map<string, Set<string>>()
  forEachContext((context, outer) => {
    const scope = [context, ...outer]
    for (const [term, definition] of Object.entries(context)) {
      if (term.startsWith('@')) continue
      const iri = iriOf(definition, scope)
      if (iri !== undefined && !iri.startsWith('@')) addTo(iris, term, iri)
    }
  })
  const all = new Set([...iris.values()].flatMap((own) => [...own]))
  const prefixes = new Set(
    [...iris]
      .filter(([, own]) => [...own].some((iri) => DELIMITER.test(iri)))
      .map(([term]) => term),
  )
  return { iris, all, prefixes, typesLikeProperties: typesLikeProperties(iris) }
}

/** All types of the bundled contexts do, and hardly a property. */
export function looksLikeType(term: string): boolean {
  const first = term.charAt(0)
  return first >= 'A' && first <= 'Z'
}

function typesLikeProperties(iris: Map<string, Set<string>>): Set<string> {
  const properties = [...iris].filter(([term]) => !looksLikeType(term))
  const ofProperties = new Set(properties.flatMap(([, own]) => [...own]))
  const types = [...iris.keys()].filter(looksLikeType)
  return new Set(
    types.filter((term) => [...(iris.get(term) ?? [])].some((iri) => ofProperties.has(iri))),
  )
}

/** The IRI of a definition; terms and prefixes are looked up in the context and in those around it. */
function iriOf(definition: JsonValue, scope: readonly JsonObject[]): string | undefined {
  const written = isObject(definition) ? definition['@id'] : definition
  if (typeof written !== 'string') return undefined
  const colon = written.indexOf(':')
  const term = colon < 0 ? definitionOf(written, scope) : undefined
  if (term !== undefined) return iriOf(term, [])
  const prefix = colon < 0 ? undefined : definitionOf(written.slice(0, colon), scope)
  const base = prefix === undefined ? undefined : iriOf(prefix, [])
  return base === undefined ? written : base + written.slice(colon + 1)
}

function definitionOf(term: string, scope: readonly JsonObject[]): JsonValue | undefined {
  return scope.find((context) => Object.hasOwn(context, term))?.[term]
}

function addTo(map: Map<string, Set<string>>, key: string, value: string): void {
  const values = map.get(key) ?? new Set()
  map.set(key, values.add(value))
}
