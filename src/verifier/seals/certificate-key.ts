import { AsnConvert } from '@peculiar/asn1-schema'
import type { SubjectPublicKeyInfo } from '@peculiar/asn1-x509'
import { digestHex, hexOf } from '../digest'
import { childrenOf, DER, readElement } from './der'

/** The public key of a certificate, ready to be imported. */
export interface CertificateKey {
  /** `RSA-PSS`: a key for that alone (RFC 4055, section 1.2). `other`: not supported here. */
  type: 'RSA' | 'RSA-PSS' | 'P-256' | 'P-384' | 'P-521' | 'other'
  bits: number
  /** SubjectPublicKeyInfo, DER; a key for RSA-PSS alone as rsaEncryption, which browsers can import. */
  spki: Uint8Array<ArrayBuffer>
  /** Hex SHA-256 of the SubjectPublicKeyInfo as it stands: how trusted lists know a service. */
  sha256: string
  /** The key's bits alone, without the algorithm. */
  publicBits: Uint8Array<ArrayBuffer>
}

const RSA_ENCRYPTION = '1.2.840.113549.1.1.1'
const RSASSA_PSS = '1.2.840.113549.1.1.10'
const EC_PUBLIC_KEY = '1.2.840.10045.2.1'

/** Content octets of the curves' object identifiers (RFC 5480, section 2.1.1.1). */
const CURVES: Record<string, { type: CertificateKey['type']; bits: number }> = {
  '2a8648ce3d030107': { type: 'P-256', bits: 256 },
  '2b81040022': { type: 'P-384', bits: 384 },
  '2b81040023': { type: 'P-521', bits: 521 },
}

/** Beyond these, checking a signature costs more than any seal is worth. */
const LARGEST_RSA_BITS = 8192
const LONGEST_EXPONENT = 8

/** AlgorithmIdentifier of rsaEncryption with NULL (RFC 3279, section 2.3.1). */
const RSA_ALGORITHM = Uint8Array.from([
  0x30, 0x0d, 0x06, 0x09, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x01, 0x01, 0x05, 0x00,
])

export async function readCertificateKey(info: SubjectPublicKeyInfo): Promise<CertificateKey> {
  const whole = new Uint8Array(AsnConvert.serialize(info))
  const { type, bits } = kindOf(info)
  return {
    type,
    bits,
    spki: type === 'RSA-PSS' ? asPlainRsa(whole) : whole,
    sha256: await digestHex('SHA-256', whole),
    publicBits: new Uint8Array(info.subjectPublicKey),
  }
}

function kindOf({
  algorithm: { algorithm, parameters },
  subjectPublicKey,
}: SubjectPublicKeyInfo): Pick<CertificateKey, 'type' | 'bits'> {
  if (algorithm === EC_PUBLIC_KEY) return curveOf(parameters)
  if (algorithm !== RSA_ENCRYPTION && algorithm !== RSASSA_PSS) return { type: 'other', bits: 0 }
  const numbers = childrenOf(readElement(new Uint8Array(subjectPublicKey)), DER.sequence)
  const [modulus, exponent] = numbers
  if (modulus === undefined || exponent === undefined) return { type: 'other', bits: 0 }
  const digits = modulus.content[0] === 0 ? modulus.content.subarray(1) : modulus.content
  const bits = digits.length * 8 - (Math.clz32(digits[0] ?? 0) - 24)
  const isBounded = bits <= LARGEST_RSA_BITS && exponent.content.length <= LONGEST_EXPONENT
  if (!isBounded) return { type: 'other', bits }
  return { type: algorithm === RSASSA_PSS ? 'RSA-PSS' : 'RSA', bits }
}

function curveOf(
  parameters: ArrayBuffer | null | undefined,
): Pick<CertificateKey, 'type' | 'bits'> {
  const curve = parameters ? readElement(new Uint8Array(parameters)) : undefined
  const name = curve?.tag === DER.objectIdentifier ? hexOf(curve.content) : ''
  return (Object.hasOwn(CURVES, name) ? CURVES[name] : undefined) ?? { type: 'other', bits: 0 }
}

function asPlainRsa(spki: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const [, bits] = childrenOf(readElement(spki), DER.sequence)
  if (bits === undefined) return spki
  const { length } = bits.whole
  const size = RSA_ALGORITHM.length + length
  const front = size < 0x100 ? [0x30, 0x81, size] : [0x30, 0x82, size >> 8, size & 0xff]
  const plain = new Uint8Array(front.length + size)
  plain.set(front)
  plain.set(RSA_ALGORITHM, front.length)
  plain.set(bits.whole, front.length + RSA_ALGORITHM.length)
  return plain
}
