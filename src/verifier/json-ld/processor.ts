/**
 * The part of `jsonld` that is used here, typed as it behaves in version 9. Its algorithms are imported by
 * themselves: its entry brings a way to the network, which nothing here may use and which in Node is more
 * than all the rest, and framing, compaction and canonicalisation.
 */
import contexts from 'jsonld/lib/context.js'
import expansion from 'jsonld/lib/expand.js'
import rdf from 'jsonld/lib/toRdf.js'
import values from 'jsonld/lib/util.js'
import type { JsonObject, JsonValue } from '../verification'

/** What a context makes of a term. */
export interface TermMapping {
  /** `null`: the term is taken out of use. */
  '@id': string | null
  '@type'?: string
  '@container'?: string[]
  '@context'?: ScopedContext
  /** No later context gives it another meaning, unless it is scoped to a property. */
  protected?: boolean
  reverse: boolean
  /** May shorten an IRI, as `sec` in `sec:proof`. */
  _prefix?: boolean
}

/** A context scoped to a term or type, as its context document has it. */
export type ScopedContext = JsonValue

/** A context after processing. */
export type ActiveContext = object

/** A context to which terms are added. */
export interface DefiningContext {
  processingMode: 'json-ld-1.1'
  mappings: {
    get: (term: string) => TermMapping | undefined
    has: (term: string) => boolean
    set: (term: string, mapping: TermMapping) => unknown
    delete: (term: string) => unknown
  }
  /** Names of the terms that are. */
  protected: Record<string, true>
  '@vocab'?: string
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
  eventHandler: (occurrence: { event: JsonLdEvent; next(): void }) => void
  /** `null`: relative references stay relative, and are then reported. */
  base: null
  /** A document whose `@context` holds before those of the document. */
  expandContext?: JsonObject
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

/** Options as the algorithms of `jsonld` take them from its entry. */
type InternalOptions = Omit<ProcessingOptions, 'eventHandler'> & {
  eventHandler: ProcessingOptions['eventHandler'][]
}

const { expand: expandElement } = expansion as {
  expand: (expansion: {
    activeCtx: ActiveContext
    element: JsonObject
    options: InternalOptions
  }) => Promise<JsonObject | JsonObject[] | null>
}

const { toRDF } = rdf as {
  toRDF: (expanded: JsonObject[], options: InternalOptions) => RdfQuad[]
}

const { clone } = values as { clone: <Value>(value: Value) => Value }

function internal(options: ProcessingOptions): InternalOptions {
  return { ...options, eventHandler: [options.eventHandler] }
}

/**
 * JSON-LD 1.1 API, section 9.1.2 (`expand`), as the entry of `jsonld` has it. Rejects with an error that has
 * `details.code` where the document cannot be processed.
 */
export async function expand(
  document: JsonObject,
  options: ProcessingOptions,
): Promise<JsonObject[]> {
  const given = internal(options)
  const element = clone(document)
  const initial = contextProcessor.getInitialContext(given)
  const { expandContext } = options
  const activeCtx =
    expandContext === undefined
      ? initial
      : await contextProcessor.process({
          activeCtx: initial,
          localCtx: clone(expandContext),
          options: given,
        })
  const expanded = await expandElement({ activeCtx, element, options: given })
  if (expanded === null) return []
  const graph = isOnlyGraph(expanded) ? expanded['@graph'] : expanded
  return (Array.isArray(graph) ? graph : [graph]) as JsonObject[]
}

function isOnlyGraph(expanded: JsonObject | JsonObject[]): expanded is JsonObject {
  return '@graph' in expanded && Object.keys(expanded).length === 1
}

/** JSON-LD 1.1 API, section 8.1 (to RDF). */
export function toRdf(expanded: JsonObject[], options: ProcessingOptions): RdfQuad[] {
  return toRDF(expanded, internal(options))
}

/** The processing of contexts. JSON-LD 1.1 API, sections 4.1 and 4.2. */
export const contextProcessor = contexts as {
  getInitialContext(options: object): ActiveContext
  process(processing: {
    activeCtx: ActiveContext
    localCtx: JsonValue
    options: InternalOptions
  }): Promise<ActiveContext>
  createTermDefinition(definition: {
    activeCtx: DefiningContext
    localCtx: JsonObject
    term: string
    /** Terms that are being defined (`false`) or are; whether `@protected` holds for all of them. */
    defined: Map<string, boolean>
    options: Pick<InternalOptions, 'eventHandler'>
    /** Of a context scoped to a property. */
    overrideProtected: boolean
  }): void
}
