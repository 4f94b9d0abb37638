import { sha256, sha384 } from '@noble/hashes/sha2.js'
import { utf8ToBytes } from '@noble/hashes/utils.js'
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
export function hashTexts(
  { document, options }: SignedTexts,
  digest: DigestName,
): Uint8Array<ArrayBuffer> {
  return concatenate(hashText(options, digest), hashText(document, digest))
}

/** Of a few kilobytes: computed sooner than WebCrypto, on a thread of its own, hears of them. */
export function hashText(text: string, digest: DigestName): Uint8Array {
  return HASHES[digest](utf8ToBytes(text))
}

const HASHES = { 'SHA-256': sha256, 'SHA-384': sha384 }

export function concatenate(...parts: Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}
