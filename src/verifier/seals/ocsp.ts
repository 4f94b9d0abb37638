import {
  BasicOCSPResponse,
  id_pkix_ocsp_basic,
  OCSPResponse,
  OCSPResponseStatus,
  type CertID,
  type SingleResponse,
} from '@peculiar/asn1-ocsp'
import { AsnConvert } from '@peculiar/asn1-schema'
import { digestHex, hexOf } from '../digest'
import { isInForce, readCertificate, type Certificate } from './certificate'
import { isSignedBy } from './chain'
import { childrenOf, DER, readElement, wholeBits } from './der'
import type { RevocationStatement } from './revocation-values'
import { hashOf, holdsUnder, schemeOf } from './signature-scheme'

const OCSP_SIGNING = '1.3.6.1.5.5.7.3.9'
/** Answers in one response, and certificates that may have signed it, that are looked at. */
const MOST_ANSWERS = 32
const MOST_RESPONDERS = 8

/** An OCSPResponse, read once for all certificates that it may be about. Nothing of it is verified. */
export interface OcspAnswer {
  /** The basic response, DER. */
  basic: Uint8Array<ArrayBuffer>
  response: BasicOCSPResponse
  /** Certificates in it. */
  enclosed: Certificate[]
}

/** @returns `undefined` where these bytes are none, or do not answer */
export async function readOcsp(der: Uint8Array<ArrayBuffer>): Promise<OcspAnswer | undefined> {
  try {
    const basic = basicResponse(der)
    const response = AsnConvert.parse(basic, BasicOCSPResponse)
    return { basic, response, enclosed: await enclosedIn(basic) }
  } catch {
    return undefined
  }
}

async function enclosedIn(basic: Uint8Array<ArrayBuffer>): Promise<Certificate[]> {
  const members = childrenOf(readElement(basic), DER.sequence)
  const bag = members.find(({ tag }) => tag === DER.context(0))
  const enclosed = childrenOf(childrenOf(bag, DER.context(0))[0], DER.sequence)
  const read = enclosed.slice(0, MOST_RESPONDERS).map(({ whole }) => readCertificate(whole))
  return (await Promise.all(read)).filter((certificate) => certificate !== undefined)
}

/**
 * What an answer says of a certificate (RFC 6960).
 *
 * @returns `other`: it is about other certificates; `unproven`: who signed it may not say it, or it says that
 * it does not know
 */
export async function ocspStatement(
  answer: OcspAnswer | undefined,
  certificate: Certificate,
  issuer: Certificate,
  pool: Certificate[],
): Promise<RevocationStatement | 'other' | 'unproven'> {
  if (answer === undefined) return 'unproven'
  try {
    const { responses } = answer.response.tbsResponseData
    const single = await about(responses, certificate, issuer)
    if (single === undefined) return 'other'
    const authority = await signerOf(answer, issuer, pool)
    return authority ? statement(single, authority) : 'unproven'
  } catch {
    return 'unproven'
  }
}

/** Throws where it is none: some embed the basic response without its wrapping. */
function basicResponse(der: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const [first] = childrenOf(readElement(der), DER.sequence)
  if (first?.tag === DER.sequence) return der
  const { responseStatus, responseBytes } = AsnConvert.parse(der, OCSPResponse)
  if (responseStatus !== OCSPResponseStatus.successful || responseBytes === undefined)
    throw new TypeError('expected a successful answer')
  if (responseBytes.responseType !== id_pkix_ocsp_basic)
    throw new TypeError('expected a basic response')
  return new Uint8Array(responseBytes.response.buffer)
}

async function about(
  responses: SingleResponse[],
  certificate: Certificate,
  issuer: Certificate,
): Promise<SingleResponse | undefined> {
  for (const response of responses.slice(0, MOST_ANSWERS))
    if (await isIdOf(response.certID, certificate, issuer)) return response
  return undefined
}

/** RFC 6960, section 4.1.1: the hash of the issuer's name and of its key, and the serial number. */
async function isIdOf(
  { hashAlgorithm, issuerNameHash, issuerKeyHash, serialNumber }: CertID,
  certificate: Certificate,
  issuer: Certificate,
): Promise<boolean> {
  const hash = hashOf(hashAlgorithm)
  if (hash === undefined || hexOf(serialNumber) !== certificate.serialNumber) return false
  return (
    hexOf(issuerNameHash.buffer) === (await digestHex(hash, issuer.subjectDer)) &&
    hexOf(issuerKeyHash.buffer) === (await digestHex(hash, issuer.key.publicBits))
  )
}

/**
 * RFC 6960, section 4.2.2.2: the issuer itself, or one whose certificate it "issued directly" with
 * id-kp-OCSPSigning. "Systems or applications that rely on OCSP responses MUST be capable of detecting and
 * enforcing the use of" that; without it every certificate of the authority could speak for it.
 */
async function signerOf(
  { basic, response, enclosed }: OcspAnswer,
  issuer: Certificate,
  pool: Certificate[],
): Promise<Certificate | undefined> {
  const [signed, , bits] = childrenOf(readElement(basic), DER.sequence)
  const signature = wholeBits(bits)
  const scheme = schemeOf(response.signatureAlgorithm)
  if (!signed || !signature || !scheme) return undefined
  const producedAt = response.tbsResponseData.producedAt.getTime()
  const delegates = [...enclosed, ...pool]
    .filter((item) => mayAnswerFor(item, issuer, producedAt))
    .slice(0, MOST_RESPONDERS)
  for (const candidate of [issuer, ...delegates]) {
    const isAppointed = candidate === issuer || (await isSignedBy(candidate, issuer))
    if (isAppointed && (await holdsUnder(candidate.key, scheme, signature, signed.whole)))
      return candidate
  }
  return undefined
}

function mayAnswerFor(
  { extendedKeyUsage = [], issuerName, ...candidate }: Certificate,
  issuer: Certificate,
  at: number,
): boolean {
  const isDelegate = extendedKeyUsage.includes(OCSP_SIGNING) && issuerName === issuer.subjectName
  return isDelegate && isInForce(candidate, at) && candidate.unknownCritical === undefined
}

function statement(
  { certStatus, thisUpdate, nextUpdate }: SingleResponse,
  authority: Certificate,
): RevocationStatement | 'unproven' {
  const { revoked } = certStatus
  if (revoked === undefined && certStatus.good === undefined) return 'unproven'
  return {
    ...(revoked && { revokedAt: revoked.revocationTime.getTime() }),
    thisUpdate: thisUpdate.getTime(),
    ...(nextUpdate && { nextUpdate: nextUpdate.getTime() }),
    authority,
  }
}
