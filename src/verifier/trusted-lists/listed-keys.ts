import { AsnConvert } from '@peculiar/asn1-schema'
import { Certificate } from '@peculiar/asn1-x509'
import { readCertificateKey, type CertificateKey } from '../seals/certificate-key'
import { decodeBase64 } from './base64'

/** The public key of a certificate in a list. Lists name certificates, and what they mean is their keys. */
export type ListedKey = Pick<CertificateKey, 'spki' | 'sha256'>

/** @param base64 an X509Certificate element's text; undefined where that is no certificate */
async function keyOf(base64: string): Promise<ListedKey | undefined> {
  const der = decodeBase64(base64)
  if (!der) return undefined
  try {
    const { tbsCertificate } = AsnConvert.parse(der, Certificate)
    const { spki, sha256 } = await readCertificateKey(tbsCertificate.subjectPublicKeyInfo)
    return { spki, sha256 }
  } catch {
    return undefined
  }
}

/** The keys of several certificates, each once. */
export async function keysOfCertificates(certificates: string[]): Promise<ListedKey[]> {
  const keys = await Promise.all(certificates.map(keyOf))
  const byHash = new Map(keys.flatMap((key) => (key ? [[key.sha256, key] as const] : [])))
  return [...byHash.values()]
}
