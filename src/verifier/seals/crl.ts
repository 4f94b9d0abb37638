import { KeyUsageFlags, CertificateList, type TBSCertList } from '@peculiar/asn1-x509'
import { AsnConvert } from '@peculiar/asn1-schema'
import { mayBeUsedFor, type Certificate } from './certificate'
import { childrenOf, DER, hexOf, readElement, wholeBits } from './der'
import type { RevocationStatement } from './revocation-values'
import { holdsUnder, schemeOf } from './signature-scheme'

/**
 * What a certificate revocation list says of a certificate (RFC 5280, section 5).
 *
 * @returns `other`: it is the list of another authority; `unproven`: its signature does not hold, or it is of
 * a kind that says only part (section 5.2: of a critical extension that is not understood "the application
 * MUST NOT use that CRL to determine the status of certificates")
 */
export async function crlStatement(
  der: Uint8Array<ArrayBuffer>,
  certificate: Certificate,
  issuer: Certificate,
): Promise<RevocationStatement | 'other' | 'unproven'> {
  try {
    const { tbsCertList, signatureAlgorithm } = AsnConvert.parse(der, CertificateList)
    if (hexOf(AsnConvert.serialize(tbsCertList.issuer)) !== issuer.subjectName) return 'other'
    const [signed, , bits] = childrenOf(readElement(der), DER.sequence)
    const signature = wholeBits(bits)
    const scheme = schemeOf(signatureAlgorithm)
    const mayList = mayBeUsedFor(issuer, KeyUsageFlags.cRLSign)
    if (!signed || !signature || !scheme || !mayList || saysOnlyPart(tbsCertList)) return 'unproven'
    const holds = await holdsUnder(issuer.key, scheme, signature, signed.whole)
    return holds ? statement(tbsCertList, certificate, issuer) : 'unproven'
  } catch {
    return 'unproven'
  }
}

function saysOnlyPart({ crlExtensions = [] }: TBSCertList): boolean {
  return crlExtensions.some(({ critical }) => critical)
}

function statement(
  { revokedCertificates = [], thisUpdate, nextUpdate }: TBSCertList,
  { serialNumber }: Certificate,
  authority: Certificate,
): RevocationStatement {
  const entry = revokedCertificates.find((item) => hexOf(item.userCertificate) === serialNumber)
  return {
    ...(entry && { revokedAt: entry.revocationDate.getTime().getTime() }),
    thisUpdate: thisUpdate.getTime().getTime(),
    ...(nextUpdate && { nextUpdate: nextUpdate.getTime().getTime() }),
    authority,
  }
}
