import type { Reason } from '../report'
import type { Canonicalize, DigestName, Secured } from './cryptosuite'

/** What a suite signs: two canonical texts, each hashed by itself. */
export interface SignedTexts {
  document: string
  /** The proof without its value. */
  options: string
}

/** Brings what a proof secures into the canonical form of a suite. */
export type ReadTexts = (
  secured: Secured,
  canonicalize: Canonicalize,
  digest: DigestName,
) => Promise<SignedTexts | { reason: Reason }>

/**
 * Hash of the options, then hash of the document.
 * Data Integrity EdDSA Cryptosuites 1.0, section 3.2.4; ECDSA Cryptosuites 1.0, section 3.2.4.
 */
export async function hashTexts(
  { document, options }: SignedTexts,
  digest: DigestName,
): Promise<Uint8Array<ArrayBuffer>> {
  const hashes = await Promise.all([options, document].map((text) => hashText(text, digest)))
  return concatenate(...hashes)
}

export async function hashText(text: string, digest: DigestName): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await crypto.subtle.digest(digest, new TextEncoder().encode(text)))
}

export function concatenate(...parts: Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}
