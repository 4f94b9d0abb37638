/** Digests, as reports, old badges and certificates write them: lower-case hexadecimal. */
import { bytesToHex } from '@noble/hashes/utils.js'

export type HashName = 'SHA-1' | 'SHA-256' | 'SHA-384' | 'SHA-512'

export function hexOf(bytes: Uint8Array | ArrayBuffer): string {
  return bytesToHex(bytes instanceof Uint8Array ? bytes : new Uint8Array(bytes))
}

/** SHA-1 only where a protocol names what it means by it (RFC 6960, CertID), or an issuer hashed an identity. */
export async function digestHex(hash: HashName, bytes: BufferSource): Promise<string> {
  return hexOf(await crypto.subtle.digest(hash, bytes))
}

export function sha256(bytes: Uint8Array): Promise<string> {
  return digestHex('SHA-256', bytes as Uint8Array<ArrayBuffer>)
}
