/**
 * Strict base64url (RFC 4648, section 5) as JOSE and Multibase use it: no padding, no white space,
 * and the unused bits of the last character zero, so that every byte string has exactly one spelling
 * (RFC 7515, section 2 and appendix C).
 *
 * @returns the bytes, or `undefined` where the text is not strict base64url
 */
export function decodeBase64url(text: string): Uint8Array<ArrayBuffer> | undefined {
  if (!/^[A-Za-z0-9_-]*$/.test(text) || text.length % 4 === 1) return undefined
  const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'))
  const bytes = Uint8Array.from(binary, (character) => character.charCodeAt(0))
  return hasStrayBits(text) ? undefined : bytes
}

/** Two characters carry 12 bits for one byte, three carry 18 for two: 4 or 2 bits stay unused. */
function hasStrayBits(text: string): boolean {
  const rest = text.length % 4
  if (rest === 0) return false
  const last = ALPHABET.indexOf(text.charAt(text.length - 1))
  return (last & (rest === 2 ? 0b1111 : 0b11)) !== 0
}

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

/** Base64url without padding (RFC 4648, section 5). */
export function encodeBase64url(bytes: Uint8Array): string {
  const binary = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
}
