/**
 * The part of `jsonld` that is used here, typed as it behaves in version 9. The published types leave
 * out `eventHandler`, `contextResolver` and the options of the canonicalisation.
 */
import jsonld from 'jsonld'
import type { JsonObject, JsonValue } from '../verification'

/** A context after processing; only told from others. */
export interface ActiveContext {
  mappings: Map<string, unknown>
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

interface CanonizeOptions extends ProcessingOptions {
  skipExpansion: true
  /** `maxWorkFactor` 1: at most as many deep comparisons as there are alike blank nodes. */
  canonizeOptions: { algorithm: 'RDFC-1.0'; maxWorkFactor: number; signal?: AbortSignal }
}

export const processor = jsonld as unknown as {
  expand(document: JsonObject, options: ProcessingOptions): Promise<JsonObject[]>
  canonize(expanded: JsonObject[], options: CanonizeOptions): Promise<string>
}
