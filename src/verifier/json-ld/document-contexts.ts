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

/**
 * Processed contexts that are kept for later documents; each takes about 150 kB. `jsonld` begins every
 * document with one and the same initial context, from which all of them are reached: none of them
 * would ever be let go of.
 */
export const CONTEXTS_KEPT = 200

/** Contexts by URL or by their JSON, and how many times they were processed. */
interface Store {
  contexts: Map<string, ResolvedContext>
  processed: number
}

/** What a context was processed to, under each active context, while its store has room. */
class KnownContext implements ResolvedContext {
  private readonly processed = new WeakMap<ActiveContext, ProcessedContext>()

  constructor(
    readonly document: JsonObject | null,
    private readonly store: Store,
  ) {}

  getProcessed(active: ActiveContext): ProcessedContext | undefined {
    return this.processed.get(active)
  }

  setProcessed(active: ActiveContext, processed: ProcessedContext): void {
    if (this.store.processed >= CONTEXTS_KEPT || this.processed.has(active)) return
    this.processed.set(active, processed)
    this.store.processed++
  }
}

/** Bundled contexts, and those scoped to their terms; nothing of a document but their order. */
let kept = newStore()

function newStore(): Store {
  return { contexts: new Map(), processed: 0 }
}

/** For tests: how many processed contexts are kept for later documents. */
export function contextsKept(): number {
  return kept.processed
}

/**
 * The contexts of one document while the library processes it (`with-library.ts`); what is read directly
 * has the scopes of `document-scopes.ts`. Replaces the resolver of `jsonld`, which keeps every context
 * that it ever met, by its text, for all later documents.
 */
export class DocumentContexts implements ContextResolver {
  private readonly own = newStore()
  private readonly kept: Store
  private count = 0

  constructor(private readonly load: ContextLoader) {
    // Filled up, the store is thrown away whole: documents in the wild use far fewer.
    if (kept.processed >= CONTEXTS_KEPT) kept = newStore()
    this.kept = kept
  }

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
      if (item === null) return [new KnownContext(null, this.own)]
      if (typeof item === 'string') return this.byUrl(item)
      if (isObject(item)) return [this.byText(item)]
      throw new JsonLdRefusal('invalid local context')
    })
  }

  private byUrl(url: string): ResolvedContext[] {
    const document = this.load(url) as JsonObject
    const body = document['@context'] ?? {}
    if (!isObject(body)) return this.resolveAll(body)
    return [remember(BUNDLED_CONTEXTS.get(url) === document ? this.kept : this.own, url, body)]
  }

  /** A context scoped to a term: the document itself has none that is written out. */
  private byText(context: JsonObject): ResolvedContext {
    const text = JSON.stringify(context)
    return remember(bundledScopedContexts().has(text) ? this.kept : this.own, text, context)
  }
}

function remember(store: Store, key: string, context: JsonObject): ResolvedContext {
  const found = store.contexts.get(key) ?? new KnownContext(context, store)
  store.contexts.set(key, found)
  return found
}
