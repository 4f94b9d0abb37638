import { sha256, sha384 } from '@noble/hashes/sha2.js'
import type { Reason } from '../report'
import type { Canonicalize, DigestName, Secured } from './cryptosuite'

/** What a suite signs: two canonical texts, each hashed by itself. */
export interface SignedTexts {
  document: string
  /** The proof without its value. */
  options: string
  /** Of the document, where it has been begun. */
  documentHash?: Promise<Uint8Array> | undefined
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
  { document, options, documentHash }: SignedTexts,
  digest: DigestName,
): Promise<Uint8Array<ArrayBuffer>> {
  const ofDocument = documentHash ?? hashText(document, digest)
  return concatenate(await hashText(options, digest), await ofDocument)
}

const HASHES = { 'SHA-256': sha256, 'SHA-384': sha384 } satisfies Record<DigestName, unknown>

/** One for all: making it takes longer than writing a text. */
const UTF8 = new TextEncoder()

/** Below so many bytes WebCrypto takes longer to hand a text to its own thread than to hash it. */
const SHORT = 1_024

export async function hashText(text: string, digest: DigestName): Promise<Uint8Array> {
  const bytes = UTF8.encode(text)
  if (bytes.length < SHORT) return HASHES[digest](bytes)
  return new Uint8Array(await crypto.subtle.digest(digest, bytes))
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
