import { decodeBase58 } from './base58'
import { decodeBase64url } from './base64url'

/**
 * Multibase (Controlled Identifiers 1.0, section 2.4): `z` is base58btc, `u` base64url without
 * padding. No other base may stand for a key or a signature.
 *
 * @returns the bytes, or `undefined` where the text is not in one of these two
 */
export function decodeMultibase(text: string): Uint8Array<ArrayBuffer> | undefined {
  if (text.startsWith('z')) return decodeBase58(text.slice(1))
  if (text.startsWith('u')) return decodeBase64url(text.slice(1))
  return undefined
}
