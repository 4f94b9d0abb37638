import type { Cryptosuite } from './cryptosuite'
import { hashQuads, signatureOf, signedQuads } from './signed-quads'

/** Bytes of an Ed25519 signature (RFC 8032, section 5.1.6). */
const SIGNATURE_BYTES = 64

/**
 * Ed25519 over the SHA-256 of canonical options and document: what `eddsa-rdfc-2022` and
 * `Ed25519Signature2020` have in common. WebCrypto refuses an S that is not reduced (RFC 8032, section
 * 5.1.7), so there is one signature only for each of them.
 */
export const prepareEd25519Quads: Cryptosuite['prepare'] = async (secured, canonicalize) => {
  const signature = signatureOf(secured.proof, SIGNATURE_BYTES)
  if ('reason' in signature) return signature
  const quads = await signedQuads(secured, canonicalize)
  if ('reason' in quads) return quads
  const hash = await hashQuads(quads, 'SHA-256')
  return {
    holdsUnder: ({ cryptoKey }) =>
      crypto.subtle.verify({ name: 'Ed25519' }, cryptoKey, signature, hash),
  }
}
