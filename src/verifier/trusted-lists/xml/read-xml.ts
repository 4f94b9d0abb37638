import { SaxesParser, type SaxesTagNS, type XMLDecl } from 'saxes'
import type { XmlTag } from './xml-element'

/** What a document comes to, in its order. */
export interface XmlEvents {
  open(tag: XmlTag): void
  /** Inside the root element alone. */
  text(text: string): void
  close(): void
  /** A processing instruction, before, in or after the root element. */
  instruction(target: string, body: string): void
}

/** The text is not the XML that is read here; `message` says what was expected, for experts. */
export class XmlProblem extends Error {}

/** A trusted list has 16 levels. */
const MOST_LEVELS = 48
const MOST_ATTRIBUTES = 64
/** Of the whole document: a list of 16 MB that is no trick has half of it. */
const MOST_ELEMENTS = 1_000_000

const DECLARATION = 'http://www.w3.org/2000/xmlns/'

/**
 * Reads XML 1.0 that a stranger wrote, in one pass. There is no DOCTYPE (ETSI TS 119 612 needs none), and
 * so there are no entities but the five that XML knows: nothing can be made to grow, or be fetched.
 * Its methods throw an XmlProblem, and whatever `events` throw.
 */
export class XmlReader {
  readonly #parser = new SaxesParser({ xmlns: true })
  #level = 0
  #elements = 0

  constructor(events: XmlEvents) {
    const parser = this.#parser
    parser.on('xmldecl', refuseOthers)
    parser.on('doctype', () => {
      throw new XmlProblem('expected no DOCTYPE')
    })
    parser.on('opentag', (tag) => {
      if (++this.#level > MOST_LEVELS)
        throw new XmlProblem(`expected at most ${MOST_LEVELS} levels`)
      if (++this.#elements > MOST_ELEMENTS)
        throw new XmlProblem(`expected at most ${MOST_ELEMENTS} elements`)
      events.open(tagOf(tag))
    })
    parser.on('closetag', () => {
      this.#level--
      events.close()
    })
    const inside = (part: string): void => {
      if (this.#level > 0) events.text(part)
    }
    parser.on('text', inside)
    parser.on('cdata', inside)
    parser.on('processinginstruction', ({ target, body }) => {
      events.instruction(target, body)
    })
    parser.on('error', ({ message }) => {
      throw new XmlProblem(`expected well-formed XML: ${message.slice(0, 100)}`)
    })
  }

  /** The next part of the document, wherever it was cut. */
  write(part: string): void {
    this.#parser.write(part)
  }

  end(): void {
    this.#parser.close()
  }
}

function refuseOthers({ version, encoding }: XMLDecl): void {
  // XML 1.1 ends lines at other characters, which the signature would not see.
  if (version !== '1.0') throw new XmlProblem('expected XML 1.0')
  if (encoding !== undefined && !/^utf-8$/i.test(encoding)) throw new XmlProblem('expected UTF-8')
}

function tagOf({ prefix, local, uri, attributes }: SaxesTagNS): XmlTag {
  const all = Object.values(attributes)
  if (all.length > MOST_ATTRIBUTES)
    throw new XmlProblem(`expected at most ${MOST_ATTRIBUTES} attributes`)
  return {
    prefix,
    local,
    uri,
    attributes: all.filter((attribute) => attribute.uri !== DECLARATION),
  }
}
