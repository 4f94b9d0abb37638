import { CanonicalCollector } from './xml/canonical-collector'
import { ElementBuilder } from './xml/element-builder'
import { ExclusiveCanonical } from './xml/exclusive-canonical'
import { XmlProblem, XmlReader } from './xml/read-xml'
import { attributeOf, type XmlElement, type XmlTag } from './xml/xml-element'

/** Namespaces of ETSI TS 119 612, annex C, and of XML-Signature. */
export const TSL = 'http://uri.etsi.org/02231/v2#'
export const TSL_ADDITIONAL = 'http://uri.etsi.org/02231/v2/additionaltypes#'
export const DSIG = 'http://www.w3.org/2000/09/xmldsig#'

/** Most bytes of a list's file. The largest national list is a third of it. */
export const MOST_LIST_BYTES = 16_000_000

/** Characters that are read without a pause: whoever else waits for the worker has their turn in between. */
const PART = 262_144

/** A list after one pass: the parts that are read further, and what its signature is about. */
export interface OpenedList {
  /** The root's `Id`. */
  id?: string
  scheme: XmlElement
  /** Signatures that are children of the root; one is as it should be. */
  signatures: XmlElement[]
  /** The document without these signatures, in exclusive canonical form. */
  canonical: Uint8Array<ArrayBuffer>
  /** Instructions stand outside the root: `canonical` is then not that of the root element. */
  hasInstructionsOutside: boolean
}

/**
 * Opens a trusted list, or the list of lists. Whatever is read of it passes through the canonical form that
 * the signature is judged by: there is no second reading of the document that could see other elements.
 *
 * @param bytes the file as it came, UTF-8
 * @param provider called with each TrustServiceProvider (ETSI TS 119 612, section 5.4), which is not kept
 * @throws XmlProblem where it is no list
 */
export async function openList(
  bytes: Uint8Array,
  provider: (element: XmlElement) => void,
): Promise<OpenedList> {
  if (bytes.length > MOST_LIST_BYTES)
    throw new XmlProblem(`expected at most ${MOST_LIST_BYTES} bytes`)
  const pass = new Pass(provider)
  const reader = new XmlReader(pass)
  const text = textOfBytes(bytes)
  for (let at = 0; at < text.length; at += PART) {
    reader.write(text.slice(at, at + PART))
    await new Promise((resolve) => setTimeout(resolve))
  }
  reader.end()
  return pass.result()
}

class Pass {
  readonly #collector = new CanonicalCollector()
  readonly #canonical = new ExclusiveCanonical(this.#collector.write)
  readonly #path: XmlTag[] = []
  readonly #schemes: XmlElement[] = []
  readonly #signatures: XmlElement[] = []
  #builder: ElementBuilder | undefined
  #inSignature = false
  #instructionsOutside = false
  #id: string | undefined

  constructor(private readonly provider: (element: XmlElement) => void) {}

  open(tag: XmlTag): void {
    const level = this.#path.push(tag)
    if (level === 1) this.#root(tag)
    if (level === 2 && isSignature(tag)) this.#inSignature = true
    if (!this.#inSignature) this.#canonical.open(tag)
    if (!this.#builder && this.#isWanted(tag, level)) this.#builder = new ElementBuilder()
    this.#builder?.open(tag)
  }

  text(text: string): void {
    if (!this.#inSignature) this.#canonical.text(text)
    this.#builder?.text(text)
  }

  close(): void {
    if (!this.#inSignature) this.#canonical.close()
    const whole = this.#builder?.close()
    if (whole) this.#built(whole)
    if (this.#path.length === 2) this.#inSignature = false
    this.#path.pop()
  }

  instruction(target: string, body: string): void {
    // Its place in what is signed would be lost on the way to an element.
    if (this.#inSignature) throw new XmlProblem('expected no instructions in the signature')
    if (this.#path.length === 0) this.#instructionsOutside = true
    this.#canonical.instruction(target, body)
  }

  result(): OpenedList {
    const [scheme, other] = this.#schemes
    if (!scheme || other) throw new XmlProblem('expected one SchemeInformation')
    return {
      ...(this.#id !== undefined && { id: this.#id }),
      scheme,
      signatures: this.#signatures,
      canonical: this.#collector.bytes(),
      hasInstructionsOutside: this.#instructionsOutside,
    }
  }

  #root(tag: XmlTag): void {
    if (!isTsl(tag, 'TrustServiceStatusList'))
      throw new XmlProblem('expected a TrustServiceStatusList')
    this.#id = attributeOf(tag, 'Id')
  }

  #isWanted(tag: XmlTag, level: number): boolean {
    if (level === 2) return isSignature(tag) || isTsl(tag, 'SchemeInformation')
    const [, list] = this.#path
    return (
      level === 3 &&
      isTsl(tag, 'TrustServiceProvider') &&
      list !== undefined &&
      isTsl(list, 'TrustServiceProviderList')
    )
  }

  #built(element: XmlElement): void {
    this.#builder = undefined
    if (isSignature(element)) this.#signatures.push(element)
    else if (element.local === 'SchemeInformation') this.#schemes.push(element)
    else this.provider(element)
  }
}

function isSignature({ uri, local }: XmlTag): boolean {
  return uri === DSIG && local === 'Signature'
}

function isTsl({ uri, local }: XmlTag, name: string): boolean {
  return uri === TSL && local === name
}

function textOfBytes(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new XmlProblem('expected text in UTF-8')
  }
}
