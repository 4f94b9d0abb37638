import { TSL, TSL_ADDITIONAL } from './open-list'
import type { ServiceState } from './trusted-lists'
import {
  attributeOf,
  childrenOf,
  elementsOf,
  onlyChild,
  textOf,
  type XmlElement,
} from './xml/xml-element'

/** Namespace of the Qualifications extension (ETSI TS 119 612, section 5.5.9.2 and annex C.2). */
const QUALIFICATIONS = 'http://uri.etsi.org/TrstSvc/SvcInfoExt/eSigDir-1999-93-EC-TrustedList/#'
const FOR_SEALS = 'http://uri.etsi.org/TrstSvc/TrustedList/SvcInfoExt/ForeSeals'
const QUALIFIER = 'http://uri.etsi.org/TrstSvc/TrustedList/SvcInfoExt/'

/**
 * Qualifiers that take something from the certificates that meet their criteria (section 5.5.9.2.3). The
 * criteria are not evaluated here, so what such a service issued cannot be called what they may take away.
 * Qualifiers that add something are not read: what a certificate does not say of itself is not assumed.
 */
const TAKING = ['NotQualified', 'QCForESig', 'QCForWSA', 'QCNoQSCD', 'QCNoSSCD']

/** An extension that must be understood (section 5.5.9: Critical) and is not. */
const NOT_UNDERSTOOD = 'critical-extension'

/** What the extensions of one state say; undefined where there are two sets of them. */
export function extensionsOf(
  information: XmlElement,
): Pick<ServiceState, 'forSeals' | 'exceptions'> | undefined {
  const sets = childrenOf(information, TSL, 'ServiceInformationExtensions')
  if (sets.length > 1) return undefined
  const extensions = sets.flatMap((set) => childrenOf(set, TSL, 'Extension'))
  const exceptions = new Set(extensions.flatMap(exceptionsIn))
  return {
    forSeals: extensions.some(isForSeals),
    ...(exceptions.size > 0 && { exceptions: [...exceptions] }),
  }
}

/** AdditionalServiceInformation (section 5.5.9.4). */
function isForSeals(extension: XmlElement): boolean {
  return childrenOf(extension, TSL, 'AdditionalServiceInformation').some(
    (information) => textOf(onlyChild(information, TSL, 'URI')) === FOR_SEALS,
  )
}

function exceptionsIn(extension: XmlElement): string[] {
  const isCritical = /^(true|1)$/.test(attributeOf(extension, 'Critical')?.trim() ?? '')
  return elementsOf(extension).flatMap((content) => {
    if (content.uri === QUALIFICATIONS && content.local === 'Qualifications')
      return takingQualifiers(content)
    return isCritical && !isUnderstood(content) ? [NOT_UNDERSTOOD] : []
  })
}

function takingQualifiers(qualifications: XmlElement): string[] {
  return childrenOf(qualifications, QUALIFICATIONS, 'QualificationElement')
    .flatMap((element) => childrenOf(element, QUALIFICATIONS, 'Qualifiers'))
    .flatMap((qualifiers) => childrenOf(qualifiers, QUALIFICATIONS, 'Qualifier'))
    .map((qualifier) => attributeOf(qualifier, 'uri')?.trim() ?? '')
    .map((uri) => (uri.startsWith(QUALIFIER) ? uri.slice(QUALIFIER.length) : ''))
    .filter((name) => TAKING.includes(name))
}

/** What it says of the past of the service changes nothing of its certificates. */
function isUnderstood({ uri, local }: XmlElement): boolean {
  if (uri === TSL_ADDITIONAL) return local === 'TakenOverBy'
  return (
    uri === TSL &&
    (local === 'AdditionalServiceInformation' || local === 'ExpiredCertsRevocationInfo')
  )
}
