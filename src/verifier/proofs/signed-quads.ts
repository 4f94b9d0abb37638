import { decodeMultibase } from '../keys/multibase'
import { reason, type Reason } from '../report'
import type { JsonObject } from '../verification'
import type { Canonicalize, Secured } from './cryptosuite'

/** What an RDF suite signs: two sets of canonical N-Quads, each hashed by itself. */
export interface SignedQuads {
  document: string
  /** The proof without its value, read with the contexts of the document. */
  options: string
}

/**
 * The canonical document and proof options.
 * Data Integrity EdDSA Cryptosuites 1.0, sections 3.2.3 (transformation) and 3.2.5 (configuration).
 */
export async function signedQuads(
  { document, proof }: Secured,
  canonicalize: Canonicalize,
): Promise<SignedQuads | { reason: Reason }> {
  const { proofValue: _, ...options } = proof
  const context = document['@context'] ?? []
  const canonicalOptions = await canonicalize({ ...options, '@context': context })
  if (typeof canonicalOptions !== 'string') return canonicalOptions
  const canonicalDocument = await canonicalize(document)
  if (typeof canonicalDocument !== 'string') return canonicalDocument
  return { document: canonicalDocument, options: canonicalOptions }
}

/** Hash of the options, then hash of the document (section 3.2.4). */
export async function hashQuads(
  { document, options }: SignedQuads,
  algorithm: 'SHA-256' | 'SHA-384',
): Promise<Uint8Array<ArrayBuffer>> {
  const encoder = new TextEncoder()
  const hashes = await Promise.all(
    [options, document].map((quads) => crypto.subtle.digest(algorithm, encoder.encode(quads))),
  )
  return Uint8Array.from(hashes.flatMap((hash) => [...new Uint8Array(hash)]))
}

/** The signature in `proofValue`: base58btc of exactly so many bytes. */
export function signatureOf(
  { proofValue }: JsonObject,
  bytes: number,
): Uint8Array<ArrayBuffer> | { reason: Reason } {
  const isBase58 = typeof proofValue === 'string' && proofValue.startsWith('z')
  const signature = isBase58 ? decodeMultibase(proofValue) : undefined
  if (signature?.length === bytes) return signature
  const expected = `base58btc of ${bytes} bytes`
  return { reason: reason('proof-malformed', { property: 'proofValue', expected }) }
}
