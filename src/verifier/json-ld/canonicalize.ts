import type { Reason } from '../report'
import type { JsonObject, Verification } from '../verification'
import { refuseHiding } from './document-shape'
import { contextLoader } from './loader'
import { readDirectly } from './read-directly'
import { canonicalizeWithLibrary, refusalOf, type BlankNodeDigest } from './with-library'

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
 * @param digest tells blank nodes apart; their labels depend on it (RDFC-1.0, section 4)
 */
export async function canonicalize(
  document: JsonObject,
  verification: Verification,
  digest: BlankNodeDigest = 'SHA-256',
): Promise<string | { reason: Reason }> {
  try {
    refuseHiding(document)
  } catch (error) {
    return { reason: refusalOf(error) }
  }
  const { contexts } = verification.environment
  const quads = await readDirectly(document, {
    load: contextLoader(contexts),
    onlyBundled: contexts === undefined,
    digest,
  })
  return quads ?? canonicalizeWithLibrary(document, verification, digest)
}
