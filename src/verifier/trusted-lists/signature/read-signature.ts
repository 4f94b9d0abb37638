import { DSIG, type OpenedList } from '../open-list'
import { canonicalBytes } from '../xml/exclusive-canonical'
import { attributeOf, childrenOf, elementsOf, onlyChild, textOf } from '../xml/xml-element'
import type { XmlElement } from '../xml/xml-element'
import { decodeBase64 } from '../../keys/base64'

const EXCLUSIVE = 'http://www.w3.org/2001/10/xml-exc-c14n#'
const ENVELOPED = 'http://www.w3.org/2000/09/xmldsig#enveloped-signature'
const XADES = 'http://uri.etsi.org/01903/v1.3.2#'
const SIGNED_PROPERTIES = 'http://uri.etsi.org/01903#SignedProperties'

/** Bytes, and what the signature says that their digest is. */
export interface DigestedPart {
  bytes: Uint8Array<ArrayBuffer>
  /** DigestMethod, a URI. */
  method: string
  digest: Uint8Array
}

/** The signature of a list, nothing of it verified. Its KeyInfo is not read: the signer is known, or nobody. */
export interface ListSignature {
  /** SignatureMethod, a URI. */
  method: string
  signedInfo: Uint8Array<ArrayBuffer>
  value: Uint8Array<ArrayBuffer>
  /** The list without its signature, and the signed properties. */
  parts: [DigestedPart, DigestedPart]
}

/**
 * Reads the one signature of a list in the one form that it may have (ETSI TS 119 612, section 5.7.1 and
 * annex B): enveloped, over the whole list and over the signed properties of XAdES, exclusive
 * canonicalization, no other transforms. What a reference is about is found by its place, never by looking
 * an id up, so that a list wrapped around the signed one is not taken for it.
 *
 * @returns undefined for every other form
 */
export function readSignature(list: OpenedList): ListSignature | undefined {
  const [signature, other] = list.signatures
  if (!signature || other) return undefined
  const info = onlyChild(signature, DSIG, 'SignedInfo')
  const value = decodeBase64(textOf(onlyChild(signature, DSIG, 'SignatureValue')))
  const method = plainAlgorithm(onlyChild(info, DSIG, 'SignatureMethod'))
  if (!info || !value || method === undefined) return undefined
  if (plainAlgorithm(onlyChild(info, DSIG, 'CanonicalizationMethod')) !== EXCLUSIVE)
    return undefined
  const references = childrenOf(info, DSIG, 'Reference')
  const isProperties = (reference: XmlElement) =>
    attributeOf(reference, 'Type') === SIGNED_PROPERTIES
  const whole = references.filter((reference) => !isProperties(reference))
  const properties = references.filter(isProperties)
  if (whole.length !== 1 || properties.length !== 1) return undefined
  const parts = [partOfList(whole[0], list), partOfProperties(properties[0], signature)] as const
  if (!parts[0] || !parts[1]) return undefined
  return { method, signedInfo: canonicalBytes(info), value, parts: [parts[0], parts[1]] }
}

function partOfList(
  reference: XmlElement | undefined,
  { id, canonical, hasInstructionsOutside }: OpenedList,
): DigestedPart | undefined {
  const uri = reference && attributeOf(reference, 'URI')
  const isRoot = id !== undefined && id !== '' && uri === `#${id}` && !hasInstructionsOutside
  if (uri !== '' && !isRoot) return undefined
  return partOf(reference, [ENVELOPED, EXCLUSIVE], () => canonical)
}

function partOfProperties(
  reference: XmlElement | undefined,
  signature: XmlElement,
): DigestedPart | undefined {
  const found = childrenOf(signature, DSIG, 'Object')
    .flatMap((object) => childrenOf(object, XADES, 'QualifyingProperties'))
    .flatMap((qualifying) => childrenOf(qualifying, XADES, 'SignedProperties'))
  const [properties, other] = found
  const id = properties && attributeOf(properties, 'Id')
  if (!properties || other || id === undefined || id === '') return undefined
  if (reference === undefined || attributeOf(reference, 'URI') !== `#${id}`) return undefined
  return partOf(reference, [EXCLUSIVE], () => canonicalBytes(properties))
}

function partOf(
  reference: XmlElement | undefined,
  transforms: string[],
  bytes: () => Uint8Array<ArrayBuffer>,
): DigestedPart | undefined {
  const given = onlyChild(reference, DSIG, 'Transforms')
  const named = given ? elementsOf(given).map(plainAlgorithm) : []
  const isExpected =
    named.length === transforms.length && named.every((name, index) => name === transforms[index])
  const method = plainAlgorithm(onlyChild(reference, DSIG, 'DigestMethod'))
  const digest = decodeBase64(textOf(onlyChild(reference, DSIG, 'DigestValue')))
  if (!isExpected || method === undefined || !digest) return undefined
  return { bytes: bytes(), method, digest }
}

/** The `Algorithm` of an element without parameters, which would change what the algorithm does. */
function plainAlgorithm(element: XmlElement | undefined): string | undefined {
  if (element?.uri !== DSIG || elementsOf(element).length > 0) return undefined
  return attributeOf(element, 'Algorithm')
}
