import type { JsonObject } from '../verification'
import { canonicalForm } from './canonical-form'
import type { LineOrder } from './canonical-order'
import { DocumentScopes } from './document-scopes'
import type { ContextLoader } from './loader'
import { Reading } from './reading'
import { JsonLdRefusal } from './refusal'
import type { Statements } from './statements'
import type { BlankNodeDigest } from './with-library'

export interface DirectOptions {
  load: ContextLoader
  /** Whether `load` gives nothing but bundled contexts. */
  onlyBundled: boolean
  /** Of blank nodes (RDFC-1.0, section 4). */
  digest: BlankNodeDigest
  order?: LineOrder
}

/**
 * The canonical N-Quads of a document, read without the general algorithms of `jsonld`. They copy the
 * active context at every node that has a type, which takes ten times as long as all else together;
 * here a scope (`scope.ts`) is made once and kept.
 *
 * Reads nodes, value objects with a language, sets, and terms that hold literals, IRIs or terms: what
 * credentials are made of. Everything else, everything that would be dropped, and whatever has to be
 * refused is left to the library, so that there is one place that says why. Only the faults of a context
 * that concern no term of the document are not seen: for contexts that are known to have none.
 *
 * Throws `JsonLdRefusal` where too many blank nodes are alike.
 *
 * @returns `undefined` where the library has to read the document
 */
export function readDirectly(document: JsonObject, options: DirectOptions): string | undefined {
  try {
    const statements = readStatements(document, options)
    return canonicalForm(statements, options.digest, options.order) || undefined
  } catch (error) {
    // What takes too long here takes longer there.
    if (error instanceof JsonLdRefusal) throw error
    // Of whatever kind: the library meets the cause as well, and names it.
    return undefined
  }
}

/** The statements alone. Throws where the library has to read the document. */
export function readStatements(
  document: JsonObject,
  { load, onlyBundled }: DirectOptions,
): Statements {
  const reading = new Reading(new DocumentScopes(load, onlyBundled))
  reading.root(document)
  return reading.statements
}
