import { XmlProblem } from './read-xml'
import type { XmlElement, XmlTag } from './xml-element'

/** Of one element that is kept whole; the provider with the most services takes some ten thousand. */
const MOST_ELEMENTS = 200_000

/** Builds one element from what comes to it. */
export class ElementBuilder {
  readonly #open: XmlElement[] = []
  #count = 0

  open(tag: XmlTag): void {
    if (++this.#count > MOST_ELEMENTS)
      throw new XmlProblem(`expected at most ${MOST_ELEMENTS} elements in one`)
    const element = { ...tag, children: [] }
    this.#open.at(-1)?.children.push(element)
    this.#open.push(element)
  }

  text(text: string): void {
    const children = this.#open.at(-1)?.children ?? []
    const last = children.at(-1)
    if (typeof last === 'string') children[children.length - 1] = last + text
    else children.push(text)
  }

  /** Gives the element once it is whole. */
  close(): XmlElement | undefined {
    const closed = this.#open.pop()
    return this.#open.length === 0 ? closed : undefined
  }
}
