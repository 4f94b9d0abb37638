import { AsnConvert } from '@peculiar/asn1-schema'
import { Certificate } from '@peculiar/asn1-x509'
import { sha256 } from '../open-source'
import { decodeBase64 } from './base64'

/** The public key of a certificate. Lists name certificates, and what they mean is their keys. */
export interface CertificateKey {
  /** SubjectPublicKeyInfo, DER. */
  spki: Uint8Array<ArrayBuffer>
  /** Hex SHA-256 of it. */
  sha256: string
}

/** @param base64 an X509Certificate element's text; undefined where that is no certificate */
export async function keyOfCertificate(base64: string): Promise<CertificateKey | undefined> {
  const der = decodeBase64(base64)
  if (!der) return undefined
  try {
    const { tbsCertificate } = AsnConvert.parse(der, Certificate)
    const spki = new Uint8Array(AsnConvert.serialize(tbsCertificate.subjectPublicKeyInfo))
    return { spki, sha256: await sha256(spki) }
  } catch {
    return undefined
  }
}

/** The keys of several certificates, each once. */
export async function keysOfCertificates(certificates: string[]): Promise<CertificateKey[]> {
  const keys = await Promise.all(certificates.map(keyOfCertificate))
  const byHash = new Map(keys.flatMap((key) => (key ? [[key.sha256, key] as const] : [])))
  return [...byHash.values()]
}
