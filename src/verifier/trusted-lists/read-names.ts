import { TSL } from './open-list'
import { childrenOf, textOf, type XmlElement } from './xml/xml-element'

const XML = 'http://www.w3.org/XML/1998/namespace'
const LONGEST = 300

/** The English one of several names (ETSI TS 119 612, section 5.1.4: there is one), else the first. */
export function nameIn(names: XmlElement | undefined): string {
  const all = names ? childrenOf(names, TSL, 'Name') : []
  const english = all.find((name) => /^en\b/i.test(languageOf(name)))
  return textOf(english ?? all[0])
    .replace(/\s+/g, ' ')
    .slice(0, LONGEST)
}

function languageOf({ attributes }: XmlElement): string {
  return attributes.find(({ local, uri }) => local === 'lang' && uri === XML)?.value ?? ''
}
