import { TSL } from './open-list'
import { readDate } from './read-scheme'
import { nameIn } from './read-names'
import { extensionsOf } from './service-extensions'
import type { ServiceState, TrustedService } from './trusted-lists'
import { childrenOf, onlyChild, textOf, type XmlElement } from './xml/xml-element'

/** A service whose certificates (base64) are not read yet. */
export interface ListedService extends Omit<TrustedService, 'keys'> {
  certificates: string[]
}

/** Service type identifiers (ETSI TS 119 612, section 5.5.1). */
const TYPES: Record<string, TrustedService['type']> = {
  'http://uri.etsi.org/TrstSvc/Svctype/CA/QC': 'CA/QC',
  'http://uri.etsi.org/TrstSvc/Svctype/TSA/QTST': 'TSA/QTST',
}

/** Of the Regulation, and of the Directive before it (section 5.5.4 and annex J). */
const STATUS =
  /^http:\/\/uri\.etsi\.org\/TrstSvc\/(?:TrustedList|eSigDir-1999-93-EC-TrustedList)\/Svcstatus\/([a-z]{1,40})$/

/**
 * The services of one TrustServiceProvider that seals are judged by. One of which something cannot be read
 * is left out as a whole: without its newest state an older `granted` would seem to hold.
 */
export function servicesOf(provider: XmlElement): ListedService[] {
  const name = nameIn(onlyChild(onlyChild(provider, TSL, 'TSPInformation'), TSL, 'TSPName'))
  return childrenOf(provider, TSL, 'TSPServices')
    .flatMap((services) => childrenOf(services, TSL, 'TSPService'))
    .flatMap((service) => serviceOf(service, name) ?? [])
}

function serviceOf(service: XmlElement, provider: string): ListedService | undefined {
  const information = onlyChild(service, TSL, 'ServiceInformation')
  const type = information && typeOf(information)
  if (!information || type === undefined) return undefined
  const earlier = childrenOf(service, TSL, 'ServiceHistory').flatMap((history) =>
    childrenOf(history, TSL, 'ServiceHistoryInstance'),
  )
  const states: ServiceState[] = []
  for (const one of [information, ...earlier]) {
    const state = stateOf(one, type)
    if (!state) return undefined
    states.push(state)
  }
  return {
    type,
    name: nameIn(onlyChild(information, TSL, 'ServiceName')),
    provider,
    certificates: certificatesIn(onlyChild(information, TSL, 'ServiceDigitalIdentity')),
    // Of two of one moment the current state, which stands first, stays first.
    states: states.toSorted((a, b) => Date.parse(b.from) - Date.parse(a.from)),
  }
}

function typeOf(information: XmlElement): TrustedService['type'] | undefined {
  const uri = textOf(onlyChild(information, TSL, 'ServiceTypeIdentifier'))
  return Object.hasOwn(TYPES, uri) ? TYPES[uri] : undefined
}

function stateOf(information: XmlElement, type: TrustedService['type']): ServiceState | undefined {
  const from = readDate(textOf(onlyChild(information, TSL, 'StatusStartingTime')))
  const uri = textOf(onlyChild(information, TSL, 'ServiceStatus'))
  const status = STATUS.exec(uri)?.[1]
  const extensions = extensionsOf(information)
  if (from === undefined || status === undefined || !extensions) return undefined
  const isOther = typeOf(information) !== type
  return { from, status: isOther ? OTHER_TYPE : status, ...extensions }
}

/** In the past it was a service of another type, and its status was about that. */
const OTHER_TYPE = 'other-type'

/** @param identity ServiceDigitalIdentity: names and key identifiers without a certificate are no key */
export function certificatesIn(identity: XmlElement | undefined): string[] {
  const ids = identity ? childrenOf(identity, TSL, 'DigitalId') : []
  return ids
    .flatMap((id) => childrenOf(id, TSL, 'X509Certificate'))
    .map(textOf)
    .filter((text) => text !== '')
}
