import { isObject } from '../reading/json-values'
import type { JsonObject, JsonValue } from '../verification'
import { initialContext } from './initial-context'
import type { ContextLoader } from './loader'
import { leaveToLibrary } from './outside-subset'
import {
  contextProcessor,
  type ContextResolver,
  type ResolvedContext,
  type ScopedContext,
} from './processor'
import { Scope, type Entry } from './scope'

export const SCOPE_LIMITS = {
  /** Scopes of one document, whether they are known already or not; a credential has about 20. */
  ofDocument: 150,
  /** Scopes that are kept for later documents; each takes about 20 kB. */
  kept: 400,
}

/** A tree of scopes below the one without any context. */
interface ScopeTree {
  root: Scope
  size: number
}

/** Scopes that bundled contexts alone have made. */
let kept = newTree()

function newTree(): ScopeTree {
  return { root: new Scope(initialContext(), undefined), size: 0 }
}

/** For tests: how many scopes are kept for later documents. */
export function scopesKept(): number {
  return kept.size
}

/** An entry into a scope that no document has entered before. */
interface Unknown {
  from: Scope
  entry: Entry
  context: ScopedContext
}

/**
 * The scopes of one document while it is read directly (`read-directly.ts`); the library has a cache of
 * its own, in `document-contexts.ts`.
 */
export class DocumentScopes {
  private readonly tree: ScopeTree
  private readonly used = new Set<Scope>()
  private readonly unknown: Unknown[] = []

  /** @param onlyBundled whether `load` gives nothing but bundled contexts, so that scopes may be kept */
  constructor(
    private readonly load: ContextLoader,
    private readonly onlyBundled: boolean,
  ) {
    // Filled up, the tree is thrown away whole: documents in the wild use far fewer scopes.
    if (onlyBundled && kept.size >= SCOPE_LIMITS.kept) kept = newTree()
    this.tree = onlyBundled ? kept : newTree()
  }

  get root(): Scope {
    return this.tree.root
  }

  /** @returns `undefined` where the context has not been processed yet; `process` then does */
  enter(from: Scope, entry: Entry, context: ScopedContext): Scope | undefined {
    const scope = from.entered[entry].get(keyOf(entry, context))
    if (scope === undefined) this.unknown.push({ from, entry, context })
    else if (this.used.add(scope).size > SCOPE_LIMITS.ofDocument) leaveToLibrary()
    return scope
  }

  /**
   * Processes what was entered and not known. Fails as `jsonld` does.
   *
   * @returns whether there was anything
   */
  async process(): Promise<boolean> {
    const found = this.unknown.splice(0, SCOPE_LIMITS.ofDocument)
    this.unknown.length = 0
    for (const { from, entry, context } of found) {
      const key = keyOf(entry, context)
      if (from.entered[entry].has(key)) continue
      const scope = await this.scopeOf({ from, entry, context })
      // Another document may have been faster.
      if (from.entered[entry].has(key)) continue
      from.entered[entry].set(key, scope)
      this.tree.size++
    }
    return found.length > 0
  }

  private async scopeOf({ from, entry, context }: Unknown): Promise<Scope> {
    const active = await contextProcessor.process({
      activeCtx: from.active,
      localCtx: context,
      propagate: entry !== 'type',
      overrideProtected: entry === 'property',
      options: { contextResolver: this.resolver(), eventHandler: leaveToLibrary, base: null },
    })
    if (active.previousContext === undefined) return new Scope(active, undefined)
    if (active.previousContext === from.active) return new Scope(active, from)
    if (active.previousContext === from.active.previousContext)
      return new Scope(active, from.previous)
    return leaveToLibrary()
  }

  /**
   * For one context. `jsonld` processes all contexts that are scoped to its terms as well, only to refuse
   * bad ones, and that takes most of the time of a first verification. Of bundled contexts a test does so,
   * once and for all; those that a document enters are processed when it does.
   */
  private resolver(): ContextResolver {
    let isScoped = false
    return {
      // eslint-disable-next-line @typescript-eslint/require-await -- what is thrown must be a rejection
      resolve: async ({ context }) => {
        if (isScoped) return [PASSED]
        isScoped = this.onlyBundled
        return this.resolve(context)
      },
    }
  }

  private resolve(context: JsonValue): ResolvedContext[] {
    return (Array.isArray(context) ? context : [context]).flatMap((item) => {
      if (typeof item === 'string')
        return this.resolve((this.load(item) as JsonObject)['@context'] ?? {})
      return item === null || isObject(item) ? [unprocessed(item)] : leaveToLibrary()
    })
  }
}

/** Those of documents are told apart by what is in them, bundled ones by which they are. */
function keyOf(entry: Entry, context: ScopedContext): ScopedContext {
  return entry === 'embedded' ? JSON.stringify(context) : context
}

/** A context that leaves what holds as it is. */
const PASSED: ResolvedContext = {
  document: {},
  getProcessed: (context) => ({ context, events: [] }),
  setProcessed: () => undefined,
}

/** What it was processed to is kept in scopes, which know how it was entered; `jsonld` does not. */
function unprocessed(document: JsonObject | null): ResolvedContext {
  return { document, getProcessed: () => undefined, setProcessed: () => undefined }
}
