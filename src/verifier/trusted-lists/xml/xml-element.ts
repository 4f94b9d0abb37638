/** Elements of an XML document with namespaces (Namespaces in XML 1.0), as little of them as lists take. */

export interface XmlAttribute {
  /** '' without one. */
  prefix: string
  local: string
  /** The namespace that the prefix stands for; '' for none. */
  uri: string
  value: string
}

/** A start tag. The declarations of namespaces are not among the attributes: every name is resolved. */
export interface XmlTag {
  prefix: string
  local: string
  uri: string
  attributes: XmlAttribute[]
}

export interface XmlElement extends XmlTag {
  /** Comments are gone, and what they parted is one text. */
  children: (XmlElement | string)[]
}

export function elementsOf({ children }: XmlElement): XmlElement[] {
  return children.filter((child) => typeof child !== 'string')
}

/** All children of that name, in their order. */
export function childrenOf(element: XmlElement, uri: string, local: string): XmlElement[] {
  return elementsOf(element).filter((child) => child.local === local && child.uri === uri)
}

/** The child of that name; undefined where there is none, and where there are several. */
export function onlyChild(
  element: XmlElement | undefined,
  uri: string,
  local: string,
): XmlElement | undefined {
  const found = element ? childrenOf(element, uri, local) : []
  return found.length === 1 ? found[0] : undefined
}

/** Its own text without white space around it; '' where there are elements inside. */
export function textOf(element: XmlElement | undefined): string {
  const { children = [] } = element ?? {}
  return children.every((child) => typeof child === 'string') ? children.join('').trim() : ''
}

/** An attribute without a namespace. */
export function attributeOf({ attributes }: XmlTag, name: string): string | undefined {
  return attributes.find(({ local, uri }) => local === name && uri === '')?.value
}
