import { isObject } from '../reading/json-values'
import type { JsonObject, JsonValue } from '../verification'
import { isAbsoluteIri } from './n-quads'
import { leaveToLibrary } from './outside-subset'
import { contextProcessor, type DefiningContext, type TermMapping } from './processor'

/** What names mean: as much of an active context of `jsonld` as reading needs. */
export interface Terms {
  /** `undefined`: no context defines it. */
  mapping: (term: string) => TermMapping | undefined
  vocabulary: string | undefined
  /** How many contexts stand on each other. */
  height: number
}

/** Before any context. */
export const NO_TERMS: Terms = { mapping: () => undefined, vocabulary: undefined, height: 0 }

/**
 * Contexts that may stand on each other; those of a credential in a learner record are a dozen. A name that none
 * of them defines is looked for in each, and a document may have a hundred thousand of such.
 */
export const MOST_CONTEXTS = 30

/** Keywords of a context that are heeded here. */
const HEEDED = new Set(['@version', '@protected', '@vocab'])

/**
 * A context above others. JSON-LD 1.1 API, section 4.1. `jsonld` defines all terms of a context at once, and
 * goes through those scoped to them; a credential uses few, so that here each is defined, by `jsonld`, when
 * it is asked for. Only where a protected term may get another meaning, all are defined at once: what the others
 * are then depends on their order.
 *
 * So a fault of a term that nobody asks for goes unseen. Bundled contexts have none, which a test watches;
 * what only two contexts together can have, another meaning for a protected term, is looked for at once.
 *
 * Throws where the library has to read the document.
 *
 * @param overrideProtected as a context scoped to a property may
 */
export function withContext(below: Terms, context: JsonObject, overrideProtected: boolean): Terms {
  const { '@vocab': vocab, '@version': version = 1.1, '@protected': isProtected } = context
  if (version !== 1.1 || below.height >= MOST_CONTEXTS) leaveToLibrary()
  const layer = new Layer(below, context, {
    vocabulary: vocab === undefined ? below.vocabulary : vocabularyOf(vocab),
    isProtected: isProtected === true,
    overrideProtected,
  })
  for (const key of Object.keys(context)) {
    if (key.startsWith('@') && !HEEDED.has(key)) leaveToLibrary()
    if (overrideProtected || below.mapping(key)?.protected) layer.mapping(key)
  }
  return layer
}

function vocabularyOf(vocab: JsonValue): string {
  const isPlain = typeof vocab === 'string' && vocab.startsWith('https://') && isAbsoluteIri(vocab)
  return isPlain ? vocab : leaveToLibrary()
}

interface LayerOptions {
  vocabulary: string | undefined
  isProtected: boolean
  overrideProtected: boolean
}

class Layer implements Terms {
  readonly vocabulary: string | undefined
  readonly height: number
  private readonly overrideProtected: boolean
  private readonly own = new Map<string, TermMapping>()
  /** Of `jsonld`: terms that are being defined (false), or are (true). */
  private readonly defined: Map<string, boolean>
  private readonly active: DefiningContext
  private hasFailed = false

  constructor(
    private readonly below: Terms,
    private readonly context: JsonObject,
    { vocabulary, isProtected, overrideProtected }: LayerOptions,
  ) {
    this.vocabulary = vocabulary
    this.height = below.height + 1
    this.overrideProtected = overrideProtected
    this.defined = new Map([['@protected', isProtected]])
    this.active = {
      processingMode: 'json-ld-1.1',
      protected: {},
      mappings: {
        get: (term) => this.known(term),
        has: (term) => this.known(term) !== undefined,
        set: (term, mapping) => this.own.set(term, mapping),
        // What is taken away is always set anew.
        delete: (term) => this.own.delete(term),
      },
      ...(vocabulary !== undefined && { '@vocab': vocabulary }),
    }
  }

  mapping(term: string): TermMapping | undefined {
    if (this.hasFailed) leaveToLibrary()
    const isOwn = Object.hasOwn(this.context, term) && !term.startsWith('@')
    if (isOwn && !this.defined.has(term)) this.define(term)
    return this.known(term)
  }

  /** As far as it is defined. */
  private known(term: string): TermMapping | undefined {
    return this.own.get(term) ?? this.below.mapping(term)
  }

  private define(term: string): void {
    try {
      contextProcessor.createTermDefinition({
        activeCtx: this.active,
        localCtx: this.context,
        term,
        defined: this.defined,
        options: { eventHandler: [leaveToLibrary] },
        overrideProtected: this.overrideProtected,
      })
    } catch (error) {
      // What depends on it may be half defined.
      this.hasFailed = true
      throw error
    }
  }
}

/** The contexts that a document names, in their order. */
export function contextsIn(
  context: JsonValue,
  load: (url: string) => object,
): readonly JsonObject[] {
  if (Array.isArray(context)) return context.flatMap((item) => contextsIn(item, load))
  if (typeof context !== 'string') return leaveToLibrary()
  const local = (load(context) as JsonObject)['@context'] ?? {}
  return isObject(local) ? [local] : contextsIn(local, load)
}
