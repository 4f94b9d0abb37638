import { hexOf } from '../../verifier/digest'
import type { IdentityKey } from '../../verifier/recipients/identity-key'

/**
 * OWASP Password Storage Cheat Sheet (2023): "PBKDF2-HMAC-SHA256: 600,000 iterations". An e-mail address is no
 * password: whoever guesses it can find out that it is the one, at some ten thousand guesses a second on one graphics
 * card (docs/SECURITY.md). Rounds make guessing that much slower, and no more.
 */
export const ROUNDS = 600_000

export function newSalt(): Uint8Array<ArrayBuffer> {
  return crypto.getRandomValues(new Uint8Array(16))
}

/** PBKDF2 (RFC 8018) with HMAC-SHA-256 of a key of an identity; 256 bits, hexadecimal. */
export async function hashOfKey(
  { kind, text }: IdentityKey,
  salt: Uint8Array<ArrayBuffer>,
  rounds: number,
): Promise<string> {
  const secret = new TextEncoder().encode(`${kind}\n${text}`)
  const key = await crypto.subtle.importKey('raw', secret, 'PBKDF2', false, ['deriveBits'])
  const way = { name: 'PBKDF2', hash: 'SHA-256', salt, iterations: rounds }
  return hexOf(new Uint8Array(await crypto.subtle.deriveBits(way, key, 256)))
}
