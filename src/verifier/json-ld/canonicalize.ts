import type { Reason } from '../report'
import type { JsonObject, Verification } from '../verification'
import type { LineOrder } from './canonical-order'
import { refuseHiding, SHAPE_LIMITS } from './document-shape'
import { contextLoader } from './loader'
import { readDirectly } from './read-directly'
import { JsonLdRefusal } from './refusal'
import { scheduleSoon } from './set-immediate'
import { canonicalizeWithLibrary, refusalOf, type BlankNodeDigest } from './with-library'

/** Objects of a document that takes long enough for others to wait: some 20 ms. */
const OBJECTS_IN_A_TURN = 200

/**
 * The canonical N-Quads of a JSON-LD document (RDF Dataset Canonicalization, RDFC-1.0), or why there
 * are none that a signature could stand for:
 *
 * - `terms-not-signed`: terms, types or references that no context defines. JSON-LD drops them without
 *   a word, so the signature would not cover them (JSON-LD "safe mode").
 * - `unknown-context`: a context that is not bundled, with its URL. Nothing is fetched.
 * - `inline-context`: a context that the document writes out itself, at its root or anywhere inside.
 * - `json-ld-invalid`: what the processor refuses, and what is refused here (`document-shape.ts`).
 *
 * - the same for what would take too long: too many objects, contexts or alike blank nodes.
 *
 * @param digest tells blank nodes apart; their labels depend on it (RDFC-1.0, section 4)
 * @param order of the lines; that of the standard unless told otherwise
 */
export async function canonicalize(
  document: JsonObject,
  verification: Verification,
  digest: BlankNodeDigest = 'SHA-256',
  order: LineOrder = 'code-points',
): Promise<string | { reason: Reason }> {
  const { contexts } = verification.environment
  const load = contextLoader(contexts)
  try {
    const { objects } = refuseHiding(document)
    if (objects > OBJECTS_IN_A_TURN) await new Promise<void>(scheduleSoon)
    verification.environment.signal?.throwIfAborted()
    // What tests add may have faults that only the library sees.
    const onlyBundled = contexts === undefined
    const quads = onlyBundled
      ? readDirectly(document, { load, onlyBundled, digest, order })
      : undefined
    if (quads !== undefined) return quads
    if (objects > SHAPE_LIMITS.objectsForLibrary) throw new JsonLdRefusal('too many objects')
    return await canonicalizeWithLibrary(document, verification, digest, order)
  } catch (error) {
    verification.environment.signal?.throwIfAborted()
    return { reason: refusalOf(error) }
  }
}
