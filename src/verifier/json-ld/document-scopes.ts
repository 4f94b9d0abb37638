import { isObject } from '../reading/json-values'
import type { JsonObject, JsonValue } from '../verification'
import type { ContextLoader } from './loader'
import { leaveToLibrary } from './outside-subset'
import { Scope, type Entry } from './scope'
import { contextsIn, NO_TERMS, withContext } from './terms'

export const SCOPE_LIMITS = {
  /** Scopes of one document, whether they are known already or not; a credential has about 20. */
  ofDocument: 150,
  /** Scopes that are kept for later documents; each takes 5 to 50 kB. */
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
  return { root: new Scope(NO_TERMS, undefined), size: 0 }
}

/** For tests: how many scopes are kept for later documents. */
export function scopesKept(): number {
  return kept.size
}

/**
 * The scopes of one document while it is read directly (`read-directly.ts`); the library has a cache of
 * its own, in `document-contexts.ts`.
 */
export class DocumentScopes {
  private readonly tree: ScopeTree
  private readonly used = new Set<Scope>()

  /** @param onlyBundled whether `load` gives nothing but bundled contexts, so that scopes may be kept */
  constructor(
    private readonly load: ContextLoader,
    onlyBundled: boolean,
  ) {
    // Filled up, the tree is thrown away whole: documents in the wild use far fewer scopes.
    if (onlyBundled && kept.size >= SCOPE_LIMITS.kept) kept = newTree()
    this.tree = onlyBundled ? kept : newTree()
  }

  get root(): Scope {
    return this.tree.root
  }

  /** @param context of the document, or scoped to a term of a context */
  enter(from: Scope, entry: Entry, context: JsonValue): Scope {
    const entered = from.entered[entry]
    const key = keyOf(entry, context)
    const scope = entered.get(key) ?? this.scopeOf(from, entry, context)
    if (!entered.has(key)) {
      entered.set(key, scope)
      this.tree.size++
    }
    if (this.used.add(scope).size > SCOPE_LIMITS.ofDocument) leaveToLibrary()
    return scope
  }

  private scopeOf(from: Scope, entry: Entry, context: JsonValue): Scope {
    const isScoped = entry !== 'embedded'
    const contexts = isScoped ? [contextWritten(context)] : contextsIn(context, this.load)
    let { terms } = from
    for (const each of contexts) terms = withContext(terms, each, entry === 'property')
    // What the context of a type defines ends with the node.
    return new Scope(terms, from.previous ?? (entry === 'type' ? from : undefined))
  }
}

/** Bundled contexts refer to no other one from a term. */
function contextWritten(context: JsonValue): JsonObject {
  return isObject(context) ? context : leaveToLibrary()
}

/** Those of documents are told apart by what is in them, scoped ones by which they are. */
function keyOf(entry: Entry, context: JsonValue): JsonValue {
  return entry === 'embedded' ? JSON.stringify(context) : context
}
