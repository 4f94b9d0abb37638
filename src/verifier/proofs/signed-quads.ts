import { hashText, type ReadTexts } from './signed-texts'

/**
 * What an RDF suite signs: the canonical N-Quads of the document, and those of the proof options, which
 * are read with the contexts of the document.
 * Data Integrity EdDSA Cryptosuites 1.0, sections 3.2.3 (transformation) and 3.2.5 (configuration).
 */
export const signedQuads: ReadTexts = async ({ document, proof }, canonicalize, digest) => {
  const { proofValue: _, ...options } = proof
  const context = document['@context'] ?? []
  const canonicalDocument = await canonicalize(document, digest)
  const isRead = typeof canonicalDocument === 'string'
  // Another thread hashes the document while the options are read.
  const documentHash = isRead ? hashText(canonicalDocument, digest) : undefined
  const canonicalOptions = await canonicalize({ ...options, '@context': context }, digest)
  if (typeof canonicalOptions !== 'string') return canonicalOptions
  if (!isRead) return canonicalDocument
  return { document: canonicalDocument, options: canonicalOptions, documentHash }
}
