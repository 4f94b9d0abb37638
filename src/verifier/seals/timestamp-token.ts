/** Time-stamp tokens (RFC 3161): CMS SignedData (RFC 5652) around a TSTInfo. */
import { CMSVersion, SignedData, type SignerInfo } from '@peculiar/asn1-cms'
import { AsnConvert } from '@peculiar/asn1-schema'
import { TSTInfo } from '@peculiar/asn1-tsp'
import { digestHex, hexOf } from '../digest'
import { isInForce, readCertificate, type Certificate } from './certificate'
import { childrenOf, DER, readElement, type DerElement } from './der'
import { hashIn, hashOf, holdsUnder, schemeOf } from './signature-scheme'

export interface Timestamp {
  /** Milliseconds since 1970. */
  at: number
  /** The certificate that signed the token. */
  authority: Certificate
  /** Certificates in the token. */
  certificates: Certificate[]
}

const SIGNED_DATA = '2a864886f70d010702'
const TST_INFO = '1.2.840.113549.1.9.16.1.4'
const TST_INFO_IN_DER = '2a864886f70d0109100104'
const TIME_STAMPING = '1.3.6.1.5.5.7.3.8'

/** Attributes of a signer (RFC 5652, section 11; RFC 5035): content octets of their object identifiers. */
const ATTRIBUTES = {
  contentType: '2a864886f70d010903',
  messageDigest: '2a864886f70d010904',
  signingCertificate: '2a864886f70d010910020c',
  signingCertificateV2: '2a864886f70d010910022f',
}

const MOST_CERTIFICATES = 8

/**
 * Reads a token and checks everything about it but whom its authority may be believed by.
 *
 * @param input what it should be a timestamp of
 * @param pool where the authority's certificate may be, if not in the token
 * @returns the authority alone where the token is about something else, or does not hold; `{}` where not
 * even that can be read
 */
export async function readTimestamp(
  der: Uint8Array<ArrayBuffer>,
  input: Uint8Array<ArrayBuffer>,
  pool: Certificate[],
): Promise<Timestamp | { broken: true; authority?: Certificate }> {
  try {
    const token = await openToken(der)
    const authority = [...token.certificates, ...pool].find((item) => isSigner(item, token.signer))
    if (authority === undefined) return { broken: true }
    const holds = (await isAbout(token, input)) && (await isSignedBy(token, authority))
    if (!holds) return { broken: true, authority }
    return { at: token.info.genTime.getTime(), authority, certificates: token.certificates }
  } catch {
    return { broken: true }
  }
}

interface OpenToken {
  info: TSTInfo
  content: ArrayBuffer
  signer: SignerInfo
  /** As in the token, to be hashed as they were signed. */
  attributes: DerElement
  certificates: Certificate[]
}

/** Throws where the bytes are no token. */
async function openToken(der: Uint8Array<ArrayBuffer>): Promise<OpenToken> {
  const [type, wrapped] = childrenOf(readElement(der), DER.sequence)
  const [data] = childrenOf(wrapped, DER.context(0))
  const isSignedData = type?.tag === DER.objectIdentifier && hexOf(type.content) === SIGNED_DATA
  if (data === undefined || !isSignedData) throw new TypeError('expected SignedData')
  const { version, digestAlgorithms, encapContentInfo, signerInfos } = AsnConvert.parse(
    data.whole,
    SignedData,
  )
  const content = encapContentInfo.eContent?.single?.buffer
  const [signer, ...others] = signerInfos
  const members = childrenOf(data, DER.sequence)
  const attributes = childrenOf(childrenOf(members.at(-1), DER.set)[0], DER.sequence).find(
    ({ tag }) => tag === DER.context(0),
  )
  // RFC 3161, section 2.4.2: "The time-stamp token MUST NOT contain any signatures other than the signature
  // of the TSA."
  if (!content || !signer || others.length > 0 || !attributes)
    throw new TypeError('expected content and one signer with attributes')
  // RFC 5652, section 5.1: of other content than data the version is at least 3.
  if (encapContentInfo.eContentType !== TST_INFO || version < CMSVersion.v3)
    throw new TypeError('expected a TSTInfo')
  // RFC 5652, section 5.1: "the collection is intended to list the message digest algorithms employed".
  if (!digestAlgorithms.some(({ algorithm }) => algorithm === signer.digestAlgorithm.algorithm))
    throw new TypeError('expected the digest of the signer among those of the token')
  const bag = members.find(({ tag }) => tag === DER.context(0))
  const certificates = await Promise.all(
    childrenOf(bag, DER.context(0))
      .slice(0, MOST_CERTIFICATES)
      .map(({ whole }) => readCertificate(whole)),
  )
  return {
    info: AsnConvert.parse(content, TSTInfo),
    content,
    signer,
    attributes,
    certificates: certificates.filter((certificate) => certificate !== undefined),
  }
}

function isSigner(certificate: Certificate, { sid }: SignerInfo): boolean {
  const { issuerAndSerialNumber: named, subjectKeyIdentifier: keyId } = sid
  if (keyId) return certificate.keyId === hexOf(keyId.buffer)
  return (
    named !== undefined &&
    hexOf(AsnConvert.serialize(named.issuer)) === certificate.issuerName &&
    hexOf(named.serialNumber) === certificate.serialNumber
  )
}

/** The imprint; SHA-1 does not bind a timestamp to one text any more. */
async function isAbout(
  { info: { messageImprint } }: OpenToken,
  input: Uint8Array<ArrayBuffer>,
): Promise<boolean> {
  const hash = hashOf(messageImprint.hashAlgorithm)
  if (hash === undefined || hash === 'SHA-1') return false
  return (await digestHex(hash, input)) === hexOf(messageImprint.hashedMessage.buffer)
}

/** RFC 5652, section 5.4 and 5.6; RFC 3161, sections 2.3 and 2.4.2. */
async function isSignedBy(token: OpenToken, authority: Certificate): Promise<boolean> {
  const { signer, attributes, content, info } = token
  const digest = hashOf(signer.digestAlgorithm)
  const scheme = digest && schemeOf(signer.signatureAlgorithm, digest)
  if (digest === undefined || scheme === undefined || digest === 'SHA-1') return false
  const found = attributesIn(attributes)
  const contentType = found.get(ATTRIBUTES.contentType)
  const messageDigest = found.get(ATTRIBUTES.messageDigest)
  const agrees =
    contentType?.tag === DER.objectIdentifier &&
    hexOf(contentType.content) === TST_INFO_IN_DER &&
    messageDigest?.tag === DER.octetString &&
    hexOf(messageDigest.content) === (await digestHex(digest, content))
  // Section 2.3: "The corresponding certificate MUST contain only one instance of the extended key usage".
  const isForTime = authority.extendedKeyUsage?.join() === TIME_STAMPING
  const inForce = isInForce(authority, info.genTime.getTime())
  if (!agrees || !isForTime || !inForce || !(await namesSigner(found, authority))) return false
  // Section 5.4: the IMPLICIT [0] tag is not signed; "an EXPLICIT SET OF tag is used" instead.
  const signed = Uint8Array.from(attributes.whole)
  signed[0] = DER.set
  return holdsUnder(authority.key, scheme, new Uint8Array(signer.signature.buffer), signed)
}

/** The one value of each attribute; of one that is there twice none counts (RFC 5652, section 5.3). */
function attributesIn(attributes: DerElement): Map<string, DerElement> {
  const found = new Map<string, DerElement>()
  const seen = new Set<string>()
  for (const attribute of childrenOf(attributes, DER.context(0))) {
    const [type, values] = childrenOf(attribute, DER.sequence)
    const name = hexOf(type?.content ?? new Uint8Array())
    const [value, ...others] = childrenOf(values, DER.set)
    if (value && others.length === 0 && !seen.has(name)) found.set(name, value)
    else found.delete(name)
    seen.add(name)
  }
  return found
}

/**
 * Which certificate the signature is by is signed, too: another may have the same key (RFC 5816, section 2).
 * `ESSCertIDv2` is by SHA-256 unless it says otherwise, `ESSCertID` by SHA-1.
 */
async function namesSigner(
  attributes: Map<string, DerElement>,
  { der }: Certificate,
): Promise<boolean> {
  const second = attributes.get(ATTRIBUTES.signingCertificateV2)
  const value = second ?? attributes.get(ATTRIBUTES.signingCertificate)
  const [first] = childrenOf(childrenOf(value, DER.sequence)[0], DER.sequence)
  const members = childrenOf(first, DER.sequence)
  const named = members.find(({ tag }) => tag === DER.octetString)
  const algorithm = members[0]?.tag === DER.sequence ? hashIn(members[0]) : undefined
  // A named algorithm stands before the hash; a sequence after it is the issuer and serial number.
  const hash = algorithm ?? (members[0] === named ? (second ? 'SHA-256' : 'SHA-1') : undefined)
  if (named === undefined || hash === undefined) return false
  return (await digestHex(hash, der)) === hexOf(named.content)
}
