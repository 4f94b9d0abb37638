import { AsnConvert } from '@peculiar/asn1-schema'
import { SubjectPublicKeyInfo } from '@peculiar/asn1-x509'
import { sha256 } from '../digest'
import { decodeBase64 } from '../keys/base64'
import { readCertificateKey, type CertificateKey } from '../seals/certificate-key'
import { childrenOf, DER, readElement } from '../seals/der'

/** The public key of a certificate in a list. Lists name certificates, and what they mean is their keys. */
export type ListedKey = Pick<CertificateKey, 'spki' | 'sha256'>

/**
 * The keys of several certificates (base64), each once, to verify with. What is no certificate is left out.
 */
export async function keysOfCertificates(certificates: string[]): Promise<ListedKey[]> {
  const keys = await Promise.all(certificates.map(keyOf))
  const byHash = new Map(keys.flatMap((key) => (key ? [[key.sha256, key] as const] : [])))
  return [...byHash.values()]
}

/** Hex SHA-256 of these keys, each once: a list has hundreds of certificates, and nothing else of them counts. */
export async function keyHashesOf(certificates: string[]): Promise<string[]> {
  const infos = certificates.flatMap((certificate) => keyInfoOf(certificate) ?? [])
  return [...new Set(await Promise.all(infos.map(sha256)))]
}

async function keyOf(certificate: string): Promise<ListedKey | undefined> {
  const info = keyInfoOf(certificate)
  if (!info) return undefined
  try {
    const { spki, sha256 } = await readCertificateKey(AsnConvert.parse(info, SubjectPublicKeyInfo))
    return { spki, sha256 }
  } catch {
    return undefined
  }
}

/**
 * SubjectPublicKeyInfo as it stands: the fifth element after the serial number of a TBSCertificate (RFC 5280,
 * section 4.1). Cut out, since parsing a whole certificate takes milliseconds.
 */
function keyInfoOf(certificate: string): Uint8Array<ArrayBuffer> | undefined {
  const der = decodeBase64(certificate)
  const [body] = childrenOf(der && readElement(der), DER.sequence)
  const fields = childrenOf(body, DER.sequence)
  const info = fields[fields.findIndex(({ tag }) => tag === DER.integer) + 5]
  return info?.tag === DER.sequence ? info.whole : undefined
}
