import type { ReadTexts } from './signed-texts'

/**
 * What an RDF suite signs: the canonical N-Quads of the document, and those of the proof options, which
 * are read with the contexts of the document.
 * Data Integrity EdDSA Cryptosuites 1.0, sections 3.2.3 (transformation) and 3.2.5 (configuration).
 */
export const signedQuads: ReadTexts = async ({ document, proof }, canonicalize, digest) => {
  const { proofValue: _, ...options } = proof
  const context = document['@context'] ?? []
  const canonicalOptions = await canonicalize({ ...options, '@context': context }, digest)
  if (typeof canonicalOptions !== 'string') return canonicalOptions
  const canonicalDocument = await canonicalize(document, digest)
  if (typeof canonicalDocument !== 'string') return canonicalDocument
  return { document: canonicalDocument, options: canonicalOptions }
}
