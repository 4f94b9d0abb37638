import type { KeyType, PublicKey } from '../keys/public-key'
import type { Cryptosuite, DigestName } from './cryptosuite'
import { signatureOf } from './proof-value'
import { hashTexts, type ReadTexts } from './signed-texts'

interface Curve {
  keyType: KeyType
  digest: DigestName
  /** Bytes of a signature: both numbers in full length, side by side (IEEE P1363). */
  signatureBytes: number
}

/** Data Integrity ECDSA Cryptosuites 1.0, section 3: each curve has its own hash. */
const P256: Curve = { keyType: 'P-256', digest: 'SHA-256', signatureBytes: 64 }
const P384: Curve = { keyType: 'P-384', digest: 'SHA-384', signatureBytes: 96 }

/** Types of key that the ECDSA suites sign with. */
export const ECDSA_KEY_TYPES: readonly KeyType[] = [P256.keyType, P384.keyType]

/**
 * ECDSA over the hashes of canonical options and document. The size of the signature says on which curve
 * it was made, and with that which hash canonicalises and which signs; a key of the other curve did not
 * make it. A signature with a high `s` holds as well: the standard asks for none of the two.
 */
export function ecdsaOver(readTexts: ReadTexts): Cryptosuite['prepare'] {
  return async (secured, canonicalize) => {
    const signature = signatureOf(secured.proof, P256.signatureBytes, P384.signatureBytes)
    if ('reason' in signature) return signature
    const curve = signature.length === P256.signatureBytes ? P256 : P384
    const texts = await readTexts(secured, canonicalize, curve.digest)
    if ('reason' in texts) return texts
    // Awaited when the key is there, which is looked for in the meantime.
    const hash = hashTexts(texts, curve.digest)
    return { holdsUnder: async (key) => verifyOn(curve, key, signature, await hash) }
  }
}

/** Does a signature over P-256 and SHA-256 hold? */
export function verifyP256(
  key: PublicKey,
  signature: Uint8Array<ArrayBuffer>,
  data: Uint8Array<ArrayBuffer>,
): Promise<boolean> {
  return verifyOn(P256, key, signature, data)
}

async function verifyOn(
  { keyType, digest, signatureBytes }: Curve,
  { type, cryptoKey }: PublicKey,
  signature: Uint8Array<ArrayBuffer>,
  data: Uint8Array<ArrayBuffer>,
): Promise<boolean> {
  if (type !== keyType || signature.length !== signatureBytes) return false
  return crypto.subtle.verify({ name: 'ECDSA', hash: digest }, cryptoKey, signature, data)
}
