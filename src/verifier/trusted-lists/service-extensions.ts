import { TSL, TSL_ADDITIONAL } from './open-list'
import { QUALIFICATIONS, readCriteria } from './read-criteria'
import type { ListException, ServiceState } from './trusted-lists'
import {
  attributeOf,
  childrenOf,
  elementsOf,
  onlyChild,
  textOf,
  type XmlElement,
} from './xml/xml-element'

const FOR_SEALS = 'http://uri.etsi.org/TrstSvc/TrustedList/SvcInfoExt/ForeSeals'
const QUALIFIER = 'http://uri.etsi.org/TrstSvc/TrustedList/SvcInfoExt/'

/**
 * Qualifiers that take something from certificates (section 5.5.9.2.3). Those that add something are not
 * read: what a certificate does not say of itself is not assumed.
 */
const TAKING = ['NotQualified', 'QCForESig', 'QCForWSA', 'QCNoQSCD', 'QCNoSSCD']

/** An extension that must be understood (section 5.5.9: Critical) and is not: it may be about any certificate. */
const NOT_UNDERSTOOD: ListException = { takes: 'critical-extension', from: 'unread' }

/** What the extensions of one state say; undefined where there are two sets of them. */
export function extensionsOf(
  information: XmlElement,
): Pick<ServiceState, 'forSeals' | 'exceptions'> | undefined {
  const sets = childrenOf(information, TSL, 'ServiceInformationExtensions')
  if (sets.length > 1) return undefined
  const extensions = sets.flatMap((set) => childrenOf(set, TSL, 'Extension'))
  const exceptions = extensions.flatMap(exceptionsIn)
  return {
    forSeals: extensions.some(isForSeals),
    ...(exceptions.length > 0 && { exceptions }),
  }
}

/** AdditionalServiceInformation (section 5.5.9.4). */
function isForSeals(extension: XmlElement): boolean {
  return childrenOf(extension, TSL, 'AdditionalServiceInformation').some(
    (information) => textOf(onlyChild(information, TSL, 'URI')) === FOR_SEALS,
  )
}

function exceptionsIn(extension: XmlElement): ListException[] {
  const isCritical = /^(true|1)$/.test(attributeOf(extension, 'Critical')?.trim() ?? '')
  return elementsOf(extension).flatMap((content) => {
    if (content.uri === QUALIFICATIONS && content.local === 'Qualifications')
      return childrenOf(content, QUALIFICATIONS, 'QualificationElement').flatMap(exceptionsOf)
    return isCritical && !isUnderstood(content) ? [NOT_UNDERSTOOD] : []
  })
}

function exceptionsOf(qualification: XmlElement): ListException[] {
  const from = readCriteria(onlyChild(qualification, QUALIFICATIONS, 'CriteriaList'))
  return childrenOf(qualification, QUALIFICATIONS, 'Qualifiers')
    .flatMap((qualifiers) => childrenOf(qualifiers, QUALIFICATIONS, 'Qualifier'))
    .map((qualifier) => attributeOf(qualifier, 'uri')?.trim() ?? '')
    .map((uri) => (uri.startsWith(QUALIFIER) ? uri.slice(QUALIFIER.length) : ''))
    .filter((name) => TAKING.includes(name))
    .map((takes) => ({ takes, from }))
}

/** What it says of the past of the service changes nothing of its certificates. */
function isUnderstood({ uri, local }: XmlElement): boolean {
  if (uri === TSL_ADDITIONAL) return local === 'TakenOverBy'
  return (
    uri === TSL &&
    (local === 'AdditionalServiceInformation' || local === 'ExpiredCertsRevocationInfo')
  )
}
