import type { XmlAttribute, XmlElement, XmlTag } from './xml-element'

type Namespaces = ReadonlyMap<string, string>
const NONE: Namespaces = new Map()

/**
 * Writes elements as Exclusive XML Canonicalization 1.0 does, without comments and without an
 * InclusiveNamespaces list (W3C Recommendation, 18 July 2002; Canonical XML 1.0 for all but namespaces).
 *
 * A namespace is declared where a name first uses its prefix (section 3): that takes the resolved names
 * alone, and nothing of where the document declared it.
 */
export class ExclusiveCanonical {
  /** What has been declared in the output, for each open element; only changes make a new map. */
  readonly #declared: Namespaces[] = []
  readonly #names: string[] = []
  #hasRoot = false

  constructor(private readonly write: (text: string) => void) {}

  open({ prefix, local, uri, attributes }: XmlTag): void {
    const name = nameOf(prefix, local)
    const declared = this.#declared.at(-1) ?? NONE
    const needed = new Map([[prefix, uri]])
    for (const attribute of attributes)
      if (attribute.prefix !== '') needed.set(attribute.prefix, attribute.uri)
    const fresh = [...needed].filter(
      ([name, value]) => name !== 'xml' && (declared.get(name) ?? '') !== value,
    )
    const declarations = fresh
      .toSorted(([a], [b]) => order(a, b))
      .map(([name, value]) => ` xmlns${name === '' ? '' : `:${name}`}="${escapeValue(value)}"`)
    const values = attributes
      .toSorted((a, b) => order(a.uri, b.uri) || order(a.local, b.local))
      .map(writeAttribute)
    this.#declared.push(fresh.length === 0 ? declared : new Map([...declared, ...fresh]))
    this.#names.push(name)
    this.#hasRoot = true
    this.write(`<${name}${declarations.join('')}${values.join('')}>`)
  }

  text(text: string): void {
    this.write(escapeText(text))
  }

  close(): void {
    this.#declared.pop()
    this.write(`</${this.#names.pop() ?? ''}>`)
  }

  /** Outside the root element each stands on a line of its own (Canonical XML 1.0, section 2.3). */
  instruction(target: string, body: string): void {
    const isOutside = this.#names.length === 0
    const before = isOutside && this.#hasRoot ? '\n' : ''
    const after = isOutside && !this.#hasRoot ? '\n' : ''
    this.write(`${before}<?${target}${body === '' ? '' : ` ${body}`}?>${after}`)
  }

  element(element: XmlElement): void {
    this.open(element)
    for (const child of element.children) {
      if (typeof child === 'string') this.text(child)
      else this.element(child)
    }
    this.close()
  }
}

/** The canonical form of one element, in UTF-8. */
export function canonicalBytes(element: XmlElement): Uint8Array<ArrayBuffer> {
  const parts: string[] = []
  new ExclusiveCanonical((text) => parts.push(text)).element(element)
  return new TextEncoder().encode(parts.join(''))
}

function nameOf(prefix: string, local: string): string {
  return prefix === '' ? local : `${prefix}:${local}`
}

/** By code point, as section 2.2 has it; no name of a list has characters beyond the 16 bits. */
function order(a: string, b: string): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}

function writeAttribute({ prefix, local, value }: XmlAttribute): string {
  return ` ${nameOf(prefix, local)}="${escapeValue(value)}"`
}

const IN_TEXT: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '\r': '&#xD;' }
const IN_VALUE: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '"': '&quot;',
  '\t': '&#x9;',
  '\n': '&#xA;',
  '\r': '&#xD;',
}

function escapeText(text: string): string {
  return text.replace(/[&<>\r]/g, (character) => IN_TEXT[character] ?? character)
}

function escapeValue(text: string): string {
  return text.replace(/[&<"\t\n\r]/g, (character) => IN_VALUE[character] ?? character)
}
