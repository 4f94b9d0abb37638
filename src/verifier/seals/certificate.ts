/** X.509 certificates (RFC 5280), as facts: nothing here says whether one may be believed. */
import { AsnConvert } from '@peculiar/asn1-schema'
import {
  AuthorityKeyIdentifier,
  BasicConstraints,
  Certificate as X509Certificate,
  CertificatePolicies,
  ExtendedKeyUsage,
  id_ce_authorityKeyIdentifier,
  id_ce_basicConstraints,
  id_ce_certificatePolicies,
  id_ce_extKeyUsage,
  id_ce_keyUsage,
  id_ce_subjectKeyIdentifier,
  KeyUsage,
  SubjectKeyIdentifier,
  type Extension,
} from '@peculiar/asn1-x509'
import { digestHex, hexOf } from '../digest'
import { readCertificateKey, type CertificateKey } from './certificate-key'
import { childrenOf, DER, readElement, wholeBits } from './der'
import { namedParty, namesTests } from './named-party'
import { QC_STATEMENTS, qualifiedStatements } from './qualified-statements'
import type { NamedParty, QualifiedStatements, SealCertificate } from './seal'
import { schemeOf, type SignatureScheme } from './signature-scheme'

export interface Certificate {
  der: Uint8Array<ArrayBuffer>
  /** Hex SHA-256 of the DER. */
  sha256: string
  subject: NamedParty
  issuer: NamedParty
  /** The subject's name in DER. */
  subjectDer: Uint8Array<ArrayBuffer>
  /** Hex of the names in DER, to be compared (RFC 5280, section 7.1, in its simplest form). */
  subjectName: string
  issuerName: string
  /** Hex, as in the certificate. */
  serialNumber: string
  /** Milliseconds since 1970. */
  notBefore: number
  notAfter: number
  key: CertificateKey
  /** Bits of `KeyUsageFlags`; absent: the certificate does not limit what its key is for. */
  keyUsage?: number
  extendedKeyUsage?: string[]
  /** Object identifiers. */
  policies?: string[]
  /** Hex: by which its key, and that of its issuer, is told among several of one name. */
  keyId?: string
  issuerKeyId?: string
  isAuthority: boolean
  pathLength?: number
  statements: QualifiedStatements
  callsItselfTest: boolean
  issuerCallsItselfTest: boolean
  /** A critical extension that is not understood: RFC 5280, section 4.2, demands to reject it. */
  unknownCritical?: string
  /** How its issuer signed it; absent: by an algorithm that is not supported here. */
  scheme?: SignatureScheme
  signed: Uint8Array<ArrayBuffer>
  signature: Uint8Array<ArrayBuffer>
}

/**
 * Critical extensions that are read here, or that limit what nobody relies on here: policies. The names that
 * an authority may certify (`2.5.29.30`) are neither. Object identifiers of RFC 5280, section 4.2.1.
 */
const KNOWN_CRITICAL = new Set([
  id_ce_basicConstraints,
  id_ce_keyUsage,
  id_ce_extKeyUsage,
  QC_STATEMENTS,
  '2.5.29.17',
  '2.5.29.32',
  '2.5.29.33',
  '2.5.29.36',
  '2.5.29.54',
])

/** @returns `undefined` where these bytes are no certificate */
export async function readCertificate(
  der: Uint8Array<ArrayBuffer>,
): Promise<Certificate | undefined> {
  try {
    return readElement(der) && (await certificateOf(der))
  } catch {
    return undefined
  }
}

async function certificateOf(der: Uint8Array<ArrayBuffer>): Promise<Certificate | undefined> {
  const [signed, , bits] = childrenOf(readElement(der), DER.sequence)
  const signature = wholeBits(bits)
  const { tbsCertificate, signatureAlgorithm } = AsnConvert.parse(der, X509Certificate)
  const { subject, issuer, validity } = tbsCertificate
  const extensions = tbsCertificate.extensions ? [...tbsCertificate.extensions] : []
  // RFC 5280, section 4.1.1.2: the algorithm outside what is signed "MUST" be the one inside it.
  if (!signatureAlgorithm.isEqual(tbsCertificate.signature)) return undefined
  if (!signed || !signature || hasRepeated(extensions)) return undefined
  const scheme = schemeOf(signatureAlgorithm)
  const subjectDer = new Uint8Array(AsnConvert.serialize(subject))
  return {
    der,
    subjectDer,
    sha256: await digestHex('SHA-256', der),
    subject: namedParty(subject),
    issuer: namedParty(issuer),
    subjectName: hexOf(subjectDer),
    issuerName: hexOf(AsnConvert.serialize(issuer)),
    serialNumber: hexOf(tbsCertificate.serialNumber),
    notBefore: validity.notBefore.getTime().getTime(),
    notAfter: validity.notAfter.getTime().getTime(),
    key: await readCertificateKey(tbsCertificate.subjectPublicKeyInfo),
    ...limits(extensions),
    ...keyIds(extensions),
    statements: qualifiedStatements(valueOf(extensions, QC_STATEMENTS)),
    callsItselfTest: namesTests(subject),
    issuerCallsItselfTest: namesTests(issuer),
    ...(scheme && { scheme }),
    signed: signed.whole,
    signature,
  }
}

type Limits = Pick<
  Certificate,
  'isAuthority' | 'pathLength' | 'keyUsage' | 'extendedKeyUsage' | 'policies' | 'unknownCritical'
>

function limits(extensions: Extension[]): Limits {
  const constraints = valueOf(extensions, id_ce_basicConstraints)
  const { cA = false, pathLenConstraint } = constraints
    ? AsnConvert.parse(constraints, BasicConstraints)
    : {}
  const usage = valueOf(extensions, id_ce_keyUsage)
  const purposes = valueOf(extensions, id_ce_extKeyUsage)
  const policies = valueOf(extensions, id_ce_certificatePolicies)
  const unknown = extensions.find(({ critical, extnID }) => critical && !KNOWN_CRITICAL.has(extnID))
  return {
    isAuthority: cA,
    ...(pathLenConstraint !== undefined && { pathLength: pathLenConstraint }),
    ...(usage && { keyUsage: AsnConvert.parse(usage, KeyUsage).toNumber() }),
    ...(purposes && { extendedKeyUsage: [...AsnConvert.parse(purposes, ExtendedKeyUsage)] }),
    ...(policies && {
      policies: [...AsnConvert.parse(policies, CertificatePolicies)].map(
        ({ policyIdentifier }) => policyIdentifier,
      ),
    }),
    ...(unknown && { unknownCritical: unknown.extnID }),
  }
}

/** RFC 5280, sections 4.2.1.1 and 4.2.1.2. */
function keyIds(extensions: Extension[]): Pick<Certificate, 'keyId' | 'issuerKeyId'> {
  const own = valueOf(extensions, id_ce_subjectKeyIdentifier)
  const above = valueOf(extensions, id_ce_authorityKeyIdentifier)
  const issuers = above && AsnConvert.parse(above, AuthorityKeyIdentifier).keyIdentifier
  return {
    ...(own && { keyId: hexOf(AsnConvert.parse(own, SubjectKeyIdentifier).buffer) }),
    ...(issuers && { issuerKeyId: hexOf(issuers.buffer) }),
  }
}

function valueOf(extensions: Extension[], id: string): ArrayBuffer | undefined {
  return extensions.find(({ extnID }) => extnID === id)?.extnValue.buffer
}

/** RFC 5280, section 4.2: "A certificate MUST NOT include more than one instance of a particular extension". */
function hasRepeated(extensions: Extension[]): boolean {
  return new Set(extensions.map(({ extnID }) => extnID)).size < extensions.length
}

/** Says the certificate that its key may be used for this? Absent, it is not limited. */
export function mayBeUsedFor({ keyUsage }: Certificate, ...uses: number[]): boolean {
  return keyUsage === undefined || uses.some((use) => (keyUsage & use) !== 0)
}

/** In force at that moment (milliseconds)? RFC 5280, section 4.1.2.5: both ends count. */
export function isInForce(
  { notBefore, notAfter }: Pick<Certificate, 'notBefore' | 'notAfter'>,
  at: number,
): boolean {
  return notBefore <= at && at <= notAfter
}

/** RSA keys that can be broken (NIST SP 800-131A), and a hash under which certificates can be forged. */
const SMALLEST_RSA_BITS = 2048

/** What no longer protects: `RSA 1024`, `SHA-1`. That a root signed itself protects nothing anyway. */
export function weaknessOf(certificate: Certificate): string | undefined {
  const { key, scheme, subjectName, issuerName } = certificate
  if (key.type.startsWith('RSA') && key.bits < SMALLEST_RSA_BITS) return `RSA ${key.bits}`
  return scheme?.hash === 'SHA-1' && subjectName !== issuerName ? 'SHA-1' : undefined
}

/** For the report. */
export function sealCertificate(certificate: Certificate): SealCertificate {
  const { subject, issuer, serialNumber, sha256, statements } = certificate
  return {
    subject,
    issuer,
    serialNumber: serialNumber.toUpperCase(),
    notBefore: new Date(certificate.notBefore).toISOString(),
    notAfter: new Date(certificate.notAfter).toISOString(),
    sha256,
    statements,
    forTests: certificate.callsItselfTest || certificate.issuerCallsItselfTest,
  }
}
