import type { Criteria } from './trusted-lists'
import { attributeOf, childrenOf, elementsOf, textOf, type XmlElement } from './xml/xml-element'

/** Namespace of the Qualifications extension (ETSI TS 119 612, section 5.5.9.2 and annex C.2). */
export const QUALIFICATIONS =
  'http://uri.etsi.org/TrstSvc/SvcInfoExt/eSigDir-1999-93-EC-TrustedList/#'
const XADES = 'http://uri.etsi.org/01903/v1.3.2#'

/** Bits of KeyUsage in their order (RFC 5280, section 4.2.1.3), as section 5.5.9.2.2.1 spells them. */
const BITS = [
  ...['digitalSignature', 'nonRepudiation', 'keyEncipherment', 'dataEncipherment'],
  ...['keyAgreement', 'keyCertSign', 'crlSign', 'encipherOnly', 'decipherOnly'],
]

/**
 * A CriteriaList. What is not as the specification has it, or is of another kind (attributes of names, extended
 * key usage), is `unread`: nobody may be said to meet it, or not to.
 */
export function readCriteria(list: XmlElement | undefined): Criteria {
  const parts = list ? elementsOf(list).filter(({ local }) => local !== 'Description') : []
  const criteria = parts.map(readPart)
  if (!list || criteria.length === 0) return 'unread'
  switch (attributeOf(list, 'assert')) {
    case 'all':
      return { all: criteria }
    case 'atLeastOne':
      return { any: criteria }
    case 'none':
      return { none: criteria }
    default:
      return 'unread'
  }
}

function readPart(part: XmlElement): Criteria {
  if (part.uri !== QUALIFICATIONS) return 'unread'
  switch (part.local) {
    case 'CriteriaList':
      return readCriteria(part)
    case 'PolicySet':
      return readPolicies(part)
    case 'KeyUsage':
      return readKeyUsage(part)
    default:
      return 'unread'
  }
}

function readPolicies(set: XmlElement): Criteria {
  const identifiers = childrenOf(set, QUALIFICATIONS, 'PolicyIdentifier')
    .flatMap((identifier) => childrenOf(identifier, XADES, 'Identifier'))
    .map((identifier) => textOf(identifier).replace(/^urn:oid:/i, ''))
  const isWhole = identifiers.length > 0 && identifiers.length === elementsOf(set).length
  const areOids = identifiers.every((identifier) => /^\d+(\.\d+)+$/.test(identifier))
  return isWhole && areOids ? { policies: identifiers } : 'unread'
}

function readKeyUsage(usage: XmlElement): Criteria {
  let set = 0
  let clear = 0
  for (const bit of elementsOf(usage)) {
    const at = BITS.indexOf(attributeOf(bit, 'name') ?? '')
    const value = textOf(bit)
    if (at < 0 || !/^(true|false|1|0)$/.test(value)) return 'unread'
    if (/^(true|1)$/.test(value)) set |= 1 << at
    else clear |= 1 << at
  }
  return { keyUsage: { set, clear } }
}
