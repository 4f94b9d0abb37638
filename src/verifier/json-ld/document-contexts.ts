import { isObject } from '../reading/json-values'
import type { JsonObject, JsonValue } from '../verification'
import { bundledScopedContexts } from './bundled-terms'
import { BUNDLED_CONTEXTS } from './contexts'
import type { ContextLoader } from './loader'
import type { ActiveContext, ContextResolver, ProcessedContext, ResolvedContext } from './processor'
import { JsonLdRefusal } from './refusal'

/**
 * Contexts that a single document may have processed, those scoped to types and properties included.
 * Each costs up to a millisecond.
 */
const CONTEXTS_PROCESSED = 20_000

/** What a context was processed to, under each active context that is still in use. */
class KnownContext implements ResolvedContext {
  private readonly processed = new WeakMap<ActiveContext, ProcessedContext>()

  constructor(readonly document: JsonObject | null) {}

  getProcessed(active: ActiveContext): ProcessedContext | undefined {
    return this.processed.get(active)
  }

  setProcessed(active: ActiveContext, processed: ProcessedContext): void {
    this.processed.set(active, processed)
  }
}

/** Bundled contexts by URL, and those scoped to their terms by their JSON; nothing of a document. */
const kept = new Map<string, ResolvedContext>()

/**
 * The contexts of one document while it is processed. Replaces the resolver of `jsonld`, which keeps
 * every context that it ever met, by its text, for all later documents.
 */
export class DocumentContexts implements ContextResolver {
  private readonly own = new Map<string, ResolvedContext>()
  private count = 0

  constructor(private readonly load: ContextLoader) {}

  /** Throws `UnknownContextError` for a URL that is not bundled. */
  // eslint-disable-next-line @typescript-eslint/require-await -- what is thrown must be a rejection
  async resolve({ context }: { context: JsonValue }): Promise<ResolvedContext[]> {
    return this.resolveAll(context)
  }

  private resolveAll(context: JsonValue): ResolvedContext[] {
    if (++this.count > CONTEXTS_PROCESSED) throw new JsonLdRefusal('too many contexts')
    const local = isObject(context) ? (context['@context'] ?? context) : context
    const items = Array.isArray(local) ? local : [local]
    return items.flatMap((item) => {
      if (item === null) return [new KnownContext(null)]
      if (typeof item === 'string') return this.byUrl(item)
      if (isObject(item)) return [this.byText(item)]
      throw new JsonLdRefusal('invalid local context')
    })
  }

  private byUrl(url: string): ResolvedContext[] {
    const document = this.load(url) as JsonObject
    const body = document['@context'] ?? {}
    if (!isObject(body)) return this.resolveAll(body)
    return [
      remember(BUNDLED_CONTEXTS.has(url) ? kept : this.own, url, () => new KnownContext(body)),
    ]
  }

  /** A context scoped to a term: the document itself has none that is written out. */
  private byText(context: JsonObject): ResolvedContext {
    const text = JSON.stringify(context)
    const contexts = bundledScopedContexts().has(text) ? kept : this.own
    return remember(contexts, text, () => new KnownContext(context))
  }
}

function remember(
  contexts: Map<string, ResolvedContext>,
  key: string,
  create: () => ResolvedContext,
): ResolvedContext {
  const found = contexts.get(key) ?? create()
  contexts.set(key, found)
  return found
}
