import { isAbsoluteIri, CONVERTED_DATATYPES, iriText, RDF_TYPE } from './n-quads'
import { leaveToLibrary } from './outside-subset'
import type { ScopedContext, TermMapping } from './processor'
import type { Terms } from './terms'

/** How a context comes to hold: the `@context` of a node, one scoped to a property or to a type. */
export type Entry = 'embedded' | 'property' | 'type'

/** A key of a node: one of the keywords that are read here, or a property. */
export type Term = '@id' | '@type' | '@value' | '@language' | Property

export interface Property {
  /** As in N-Quads. */
  predicate: string
  /** What a string stands for: an IRI, a term or IRI, or a literal. */
  holds: 'iri' | 'vocabulary' | 'literal'
  datatype: string | undefined
  /** Each value is said in a graph of its own, as a proof is. */
  isGraph: boolean
  scoped: ScopedContext | undefined
}

const KEYWORDS: ReadonlySet<string> = new Set(['@id', '@type', '@value', '@language'])

/**
 * The meaning of names at one place of a document: its terms, what is made of each of them once, and the scopes
 * that were entered from it. Holds nothing of a document.
 */
export class Scope {
  private readonly known = new Map<string, Term>()
  private readonly mapped = new Map<string, TermMapping>()
  readonly entered: Readonly<Record<Entry, Map<ScopedContext, Scope>>> = {
    embedded: new Map(),
    property: new Map(),
    type: new Map(),
  }

  /** @param previous the scope that holds again below a node whose type brought this one */
  constructor(
    readonly terms: Terms,
    readonly previous: Scope | undefined,
  ) {}

  /** Kept of terms alone: names that no context defines are the document's choice. */
  private mapping(name: string): TermMapping | undefined {
    const known = this.mapped.get(name)
    if (known !== undefined) return known
    const mapping = this.terms.mapping(name)
    if (mapping !== undefined) this.mapped.set(name, mapping)
    return mapping
  }

  /** The context scoped to a property or type; `undefined` where there is none. */
  scopedTo(name: string): ScopedContext | undefined {
    return this.mapping(name)?.['@context']
  }

  /** Are the values of this property said in graphs of their own? */
  isOfGraphs(key: string): boolean {
    return this.mapping(key)?.['@container']?.includes('@graph') ?? false
  }

  /** Is the key this keyword, or another name of it? */
  names(key: string, keyword: '@id' | '@type' | '@value'): boolean {
    return key === keyword || this.mapping(key)?.['@id'] === keyword
  }

  term(key: string): Term {
    const known = this.known.get(key)
    if (known !== undefined) return known
    if (KEYWORDS.has(key)) return key as Term
    const mapping = key.startsWith('@') ? undefined : this.mapping(key)
    if (mapping === undefined) return propertyOf(this.inVocabulary(key))
    const term = termOf(mapping)
    this.known.set(key, term)
    return term
  }

  property(key: string): Property {
    const term = this.term(key)
    return typeof term === 'string' ? leaveToLibrary() : term
  }

  /** Expands the value of an id or of a property that holds IRIs. JSON-LD 1.1 API, section 5.2. */
  iri(value: string): string {
    if (value.startsWith('@')) leaveToLibrary()
    const colon = value.indexOf(':')
    if (colon <= 0) leaveToLibrary()
    const prefix = value.slice(0, colon)
    const mapping = value.startsWith('//', colon + 1) ? undefined : this.mapping(prefix)
    const iri = mapping?._prefix ? `${mapping['@id'] ?? ''}${value.slice(colon + 1)}` : value
    return isAbsoluteIri(iri) ? iri : leaveToLibrary()
  }

  /** Expands a type, or the value of a property that holds terms. */
  vocabularyIri(value: string): string {
    if (value.startsWith('@')) leaveToLibrary()
    const mapping = this.mapping(value)
    if (mapping !== undefined) return absolute(mapping['@id'])
    return value.includes(':') ? this.iri(value) : this.inVocabulary(value)
  }

  /** A name that no context defines, under the `@vocab` that holds for all of them. */
  private inVocabulary(name: string): string {
    const vocabulary = this.terms.vocabulary
    if (vocabulary === undefined || name.includes(':') || name.startsWith('@')) leaveToLibrary()
    return absolute(vocabulary + name)
  }
}

function absolute(iri: string | null): string {
  return iri !== null && isAbsoluteIri(iri) ? iri : leaveToLibrary()
}

/** Members of a definition that change how values are read, none of which is read here. */
const NOT_READ = ['@language', '@direction', '@nest', '@index']

function termOf(mapping: TermMapping): Term {
  const id = mapping['@id']
  if (id !== null && KEYWORDS.has(id)) return id as Term
  if (mapping.reverse || NOT_READ.some((name) => name in mapping)) leaveToLibrary()
  if (mapping['@container']?.some((kind) => kind !== '@set' && kind !== '@graph')) leaveToLibrary()
  return propertyOf(absolute(id), mapping)
}

function propertyOf(iri: string, mapping?: TermMapping): Property {
  const type = mapping?.['@type']
  if (iri === RDF_TYPE) leaveToLibrary()
  const isGraph = mapping?.['@container']?.includes('@graph') ?? false
  const scoped = mapping?.['@context']
  const property = { predicate: iriText(iri), datatype: undefined, isGraph, scoped }
  if (type === undefined) return { ...property, holds: 'literal' }
  if (type === '@id') return { ...property, holds: 'iri' }
  if (type === '@vocab') return { ...property, holds: 'vocabulary' }
  if (!isAbsoluteIri(type) || CONVERTED_DATATYPES.has(type)) leaveToLibrary()
  return { ...property, holds: 'literal', datatype: type }
}
