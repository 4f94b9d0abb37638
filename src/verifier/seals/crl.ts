import { AlgorithmIdentifier, KeyUsageFlags, Name, Time } from '@peculiar/asn1-x509'
import { AsnConvert } from '@peculiar/asn1-schema'
import { hexOf } from '../digest'
import { mayBeUsedFor, type Certificate } from './certificate'
import { childrenOf, DER, readElement, wholeBits, type DerElement } from './der'
import type { RevocationStatement } from './revocation-values'
import { holdsUnder, schemeOf } from './signature-scheme'

/**
 * What a certificate revocation list says of a certificate (RFC 5280, section 5). Its entries are cut out, since
 * parsing some thousand of them takes seconds.
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
    const [signed, algorithm, bits] = childrenOf(readElement(der), DER.sequence)
    const list = fieldsOf(signed)
    if (!signed || !algorithm || !list) return 'unproven'
    const name = AsnConvert.serialize(AsnConvert.parse(list.issuer.whole, Name))
    if (hexOf(name) !== issuer.subjectName) return 'other'
    const signature = wholeBits(bits)
    const scheme = schemeOf(AsnConvert.parse(algorithm.whole, AlgorithmIdentifier))
    const mayList = mayBeUsedFor(issuer, KeyUsageFlags.cRLSign)
    if (!signature || !scheme || !mayList || saysOnlyPart(list.extensions)) return 'unproven'
    const holds = await holdsUnder(issuer.key, scheme, signature, signed.whole)
    return holds ? statement(list, certificate, issuer) : 'unproven'
  } catch {
    return 'unproven'
  }
}

/** Fields of a TBSCertList (section 5.1.2). */
interface ListFields {
  issuer: DerElement
  thisUpdate: DerElement
  nextUpdate?: DerElement
  entries: DerElement[]
  extensions: DerElement[]
}

const TIMES = [0x17, 0x18]

function fieldsOf(signed: DerElement | undefined): ListFields | undefined {
  const all = childrenOf(signed, DER.sequence)
  const [, issuer, thisUpdate, ...rest] = all[0]?.tag === DER.integer ? all.slice(1) : all
  if (!issuer || !thisUpdate) return undefined
  const nextUpdate = rest.find(({ tag }) => TIMES.includes(tag))
  const entries = rest.find(({ tag }) => tag === DER.sequence)
  const wrapped = rest.find(({ tag }) => tag === DER.context(0))
  return {
    issuer,
    thisUpdate,
    ...(nextUpdate && { nextUpdate }),
    entries: childrenOf(entries, DER.sequence),
    extensions: childrenOf(childrenOf(wrapped, DER.context(0))[0], DER.sequence),
  }
}

const BOOLEAN = 0x01

/** `critical` is there only where it is true (section 4.1: DEFAULT FALSE). */
function saysOnlyPart(extensions: DerElement[]): boolean {
  return extensions.some((extension) =>
    childrenOf(extension, DER.sequence).some(({ tag }) => tag === BOOLEAN),
  )
}

function statement(
  { entries, thisUpdate, nextUpdate }: ListFields,
  { serialNumber }: Certificate,
  authority: Certificate,
): RevocationStatement {
  const entry = entries
    .map((item) => childrenOf(item, DER.sequence))
    .find(([serial]) => serial !== undefined && hexOf(serial.content) === serialNumber)
  return {
    ...(entry && { revokedAt: timeOf(entry[1]) }),
    thisUpdate: timeOf(thisUpdate),
    ...(nextUpdate && { nextUpdate: timeOf(nextUpdate) }),
    authority,
  }
}

/** Milliseconds since 1970. Throws where it is none. */
function timeOf(element: DerElement | undefined): number {
  if (element === undefined) throw new TypeError('expected a time')
  return AsnConvert.parse(element.whole, Time).getTime().getTime()
}
