/**
 * The part of `jsonld` that is used here, typed as it behaves in version 9. The published types leave
 * out `eventHandler`, `contextResolver` and the options of the canonicalisation.
 */
import jsonld from 'jsonld'
import contexts from 'jsonld/lib/context.js'
import type { JsonObject, JsonValue } from '../verification'

/** What a context makes of a term. */
export interface TermMapping {
  /** `null`: the term is taken out of use. */
  '@id': string | null
  '@type'?: string
  '@container'?: string[]
  '@context'?: ScopedContext
  reverse: boolean
  /** May shorten an IRI, as `sec` in `sec:proof`. */
  _prefix?: boolean
}

/** A context scoped to a term or type, as its context document has it. */
export type ScopedContext = JsonValue

/** A context after processing. */
export interface ActiveContext {
  mappings: Map<string, TermMapping>
  protected: Record<string, true>
  /** What holds again below the node whose type brought this context. */
  previousContext?: ActiveContext
  '@vocab'?: string
  '@base'?: string | null
  '@language'?: string
  '@direction'?: string
  inverse: null
  getInverse: unknown
  clone: () => ActiveContext
  revertToPreviousContext: () => ActiveContext
}

/** What `jsonld` keeps of a processed context. */
export interface ProcessedContext {
  context: ActiveContext
  events: JsonLdEvent[]
}

/** A local context on its way through `jsonld`, with room for what it was processed to. */
export interface ResolvedContext {
  document: JsonObject | null
  getProcessed(active: ActiveContext): ProcessedContext | undefined
  setProcessed(active: ActiveContext, processed: ProcessedContext): void
}

/** Stands between `jsonld` and every `@context` that it meets, of the document or scoped to a term. */
export interface ContextResolver {
  resolve(request: { context: JsonValue }): Promise<ResolvedContext[]>
}

/** Something that does not reach the canonical form, or that reaches it changed. */
export interface JsonLdEvent {
  code: string
  level: string
  details: Record<string, unknown>
}

export interface ProcessingOptions {
  contextResolver: ContextResolver
  eventHandler(occurrence: { event: JsonLdEvent; next(): void }): void
  /** `null`: relative references stay relative, and are then reported. */
  base: null
  safe: false
}

/** A term of RDF, as the RDF/JS data model has it. */
export interface RdfTerm {
  termType: 'NamedNode' | 'BlankNode' | 'Literal' | 'DefaultGraph'
  value: string
  /** Of a literal. */
  datatype?: { value: string }
  /** Of a string in a language. */
  language?: string
}

export interface RdfQuad {
  subject: RdfTerm
  predicate: RdfTerm
  object: RdfTerm
  graph: RdfTerm
}

export const processor = jsonld as unknown as {
  expand(document: JsonObject, options: ProcessingOptions): Promise<JsonObject[]>
  toRDF(
    expanded: JsonObject[],
    options: ProcessingOptions & { skipExpansion: true },
  ): Promise<RdfQuad[]>
}

/** The processing of contexts, which the entry of `jsonld` does not hand on with all its flags. */
export const contextProcessor = contexts as {
  getInitialContext(options: object): ActiveContext
  process(processing: {
    activeCtx: ActiveContext
    localCtx: JsonValue
    /** `false`: what is defined ends with the node, as for a context scoped to a type. */
    propagate: boolean
    /** Of a context scoped to a property. */
    overrideProtected: boolean
    options: Pick<ProcessingOptions, 'contextResolver' | 'eventHandler' | 'base'>
  }): Promise<ActiveContext>
}
