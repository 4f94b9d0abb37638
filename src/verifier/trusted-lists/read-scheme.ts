import { TSL } from './open-list'
import { XmlProblem } from './xml/read-xml'
import { onlyChild, textOf, type XmlElement } from './xml/xml-element'

/** What every list says of itself (ETSI TS 119 612, section 5.3). */
export interface ListScheme {
  /** SchemeTerritory. */
  country: string
  sequenceNumber: number
  /** ISO 8601. */
  issued: string
  /** Absent: the list is closed, and there will be no other (section 5.3.15). */
  nextUpdate?: string
  isListOfLists: boolean
}

const LIST_OF_LISTS = 'http://uri.etsi.org/TrstSvc/TrustedList/TSLType/EUlistofthelists'

/** @throws XmlProblem where something of it is missing */
export function readScheme(scheme: XmlElement): ListScheme {
  const text = (name: string): string => textOf(onlyChild(scheme, TSL, name))
  const country = text('SchemeTerritory').toUpperCase()
  const sequence = text('TSLSequenceNumber')
  const issued = readDate(text('ListIssueDateTime'))
  if (!/^[A-Z]{2}$/.test(country)) throw new XmlProblem('expected a SchemeTerritory')
  if (!/^\d{1,9}$/.test(sequence)) throw new XmlProblem('expected a TSLSequenceNumber')
  if (issued === undefined) throw new XmlProblem('expected a ListIssueDateTime')
  return {
    country,
    sequenceNumber: Number(sequence),
    issued,
    ...nextUpdateOf(scheme),
    isListOfLists: text('TSLType') === LIST_OF_LISTS,
  }
}

function nextUpdateOf(scheme: XmlElement): { nextUpdate?: string } {
  const element = onlyChild(scheme, TSL, 'NextUpdate')
  if (!element) throw new XmlProblem('expected a NextUpdate')
  const text = textOf(onlyChild(element, TSL, 'dateTime'))
  if (text === '') return {}
  const nextUpdate = readDate(text)
  if (nextUpdate === undefined) throw new XmlProblem('expected a date in NextUpdate')
  return { nextUpdate }
}

/** An xs:dateTime with its zone (section 5.1.1: always UTC), as ISO 8601 in UTC. */
export function readDate(text: string): string | undefined {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?(Z|[+-]\d\d:\d\d)$/.test(text)) return undefined
  const date = new Date(text)
  return Number.isNaN(date.getTime()) ? undefined : date.toISOString()
}
