/**
 * Public keys in PEM (RFC 7468), as the `publicKeyPem` of a CryptographicKey holds them: usually a
 * SubjectPublicKeyInfo, at times the bare RSA key of PKCS #1.
 */
import { decodeBase64 } from './base64'

/**
 * @returns the DER of a SubjectPublicKeyInfo, or the label of what it is instead ('' where the text is
 * not PEM at all)
 */
export function readPem(pem: string): { spki: Uint8Array<ArrayBuffer> } | { label: string } {
  const match = /-----BEGIN ([A-Z0-9 ]+)-----([A-Za-z0-9+/=\s]+)-----END \1-----/.exec(pem)
  const [, label = '', base64 = ''] = match ?? []
  const der = decodeBase64(base64)
  if (der === undefined) return { label: '' }
  if (label === 'PUBLIC KEY') return { spki: der }
  if (label === 'RSA PUBLIC KEY') return { spki: wrapRsaKey(der) }
  return { label }
}

/** AlgorithmIdentifier of rsaEncryption, 1.2.840.113549.1.1.1, with NULL (RFC 3279, section 2.3.1). */
const RSA_ALGORITHM = [
  0x30, 0x0d, 0x06, 0x09, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x01, 0x01, 0x05, 0x00,
]

/** An RSAPublicKey (RFC 8017, appendix A.1.1) becomes a SubjectPublicKeyInfo (RFC 5280, 4.1.2.7). */
function wrapRsaKey(key: Uint8Array): Uint8Array<ArrayBuffer> {
  const bits = element(0x03, [0, ...key])
  return Uint8Array.from(element(0x30, [...RSA_ALGORITHM, ...bits]))
}

/** DER: tag, length, content (X.690, section 8.1). */
function element(tag: number, content: number[]): number[] {
  const { length } = content
  if (length < 0x80) return [tag, length, ...content]
  const octets = length < 0x100 ? [length] : [length >> 8, length & 0xff]
  return [tag, 0x80 | octets.length, ...octets, ...content]
}

const OBJECT_IDENTIFIERS = {
  RSA: [0x06, 0x09, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x01, 0x01],
  'P-256': [0x06, 0x08, 0x2a, 0x86, 0x48, 0xce, 0x3d, 0x03, 0x01, 0x07],
  'P-384': [0x06, 0x05, 0x2b, 0x81, 0x04, 0x00, 0x22],
  'P-521': [0x06, 0x05, 0x2b, 0x81, 0x04, 0x00, 0x23],
  Ed25519: [0x06, 0x03, 0x2b, 0x65, 0x70],
} as const

export type SpkiKeyType = keyof typeof OBJECT_IDENTIFIERS

/** The type of key that the AlgorithmIdentifier at the front of a SubjectPublicKeyInfo names. */
export function keyTypeOfSpki(spki: Uint8Array): SpkiKeyType | undefined {
  const front = spki.subarray(0, 32).join()
  const names = Object.keys(OBJECT_IDENTIFIERS) as SpkiKeyType[]
  return names.find((name) => front.includes(OBJECT_IDENTIFIERS[name].join()))
}
