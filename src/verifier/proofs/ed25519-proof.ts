import type { Cryptosuite } from './cryptosuite'
import { signatureOf } from './proof-value'
import { hashTexts, type ReadTexts } from './signed-texts'

/** Bytes of an Ed25519 signature (RFC 8032, section 5.1.6). */
const SIGNATURE_BYTES = 64

/**
 * Ed25519 over the SHA-256 of canonical options and document: what the EdDSA suites have in common.
 * WebCrypto refuses an S that is not reduced (RFC 8032, section 5.1.7), so there is one signature only
 * for each of them.
 */
export function ed25519Over(readTexts: ReadTexts): Cryptosuite['prepare'] {
  return async (secured, canonicalize) => {
    const signature = signatureOf(secured.proof, SIGNATURE_BYTES)
    if ('reason' in signature) return signature
    const texts = await readTexts(secured, canonicalize, 'SHA-256')
    if ('reason' in texts) return texts
    // Awaited when the key is there, which is looked for in the meantime.
    const hash = hashTexts(texts, 'SHA-256')
    return {
      holdsUnder: async ({ cryptoKey }) =>
        crypto.subtle.verify({ name: 'Ed25519' }, cryptoKey, signature, await hash),
    }
  }
}
