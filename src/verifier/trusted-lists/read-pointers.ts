import { TSL, TSL_ADDITIONAL } from './open-list'
import { certificatesIn } from './read-services'
import { childrenOf, onlyChild, textOf, type XmlElement } from './xml/xml-element'

/** A pointer of the list of lists (ETSI TS 119 612, section 5.3.13) whose certificates are not read yet. */
export interface ListedPointer {
  country: string
  url: string
  certificates: string[]
}

/** Of lists for machines; those for people are PDF. */
const MACHINE_READABLE = 'application/vnd.etsi.tsl+xml'

/** The pointers to lists in XML, the one to the list of lists itself included. */
export function pointersOf(scheme: XmlElement): ListedPointer[] {
  return childrenOf(scheme, TSL, 'PointersToOtherTSL')
    .flatMap((pointers) => childrenOf(pointers, TSL, 'OtherTSLPointer'))
    .flatMap((pointer) => readPointer(pointer) ?? [])
}

function readPointer(pointer: XmlElement): ListedPointer | undefined {
  const information = onlyChild(pointer, TSL, 'AdditionalInformation')
  const said = (uri: string, name: string): string => {
    const all = information ? childrenOf(information, TSL, 'OtherInformation') : []
    return textOf(all.flatMap((one) => onlyChild(one, uri, name) ?? [])[0])
  }
  const country = said(TSL, 'SchemeTerritory').toUpperCase()
  const url = textOf(onlyChild(pointer, TSL, 'TSLLocation'))
  const isReadable = said(TSL_ADDITIONAL, 'MimeType') === MACHINE_READABLE
  if (!isReadable || !/^[A-Z]{2}$/.test(country) || !/^https?:\/\//i.test(url)) return undefined
  const identities = childrenOf(pointer, TSL, 'ServiceDigitalIdentities').flatMap((all) =>
    childrenOf(all, TSL, 'ServiceDigitalIdentity'),
  )
  return { country, url, certificates: identities.flatMap(certificatesIn) }
}
