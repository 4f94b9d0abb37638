import type { JsonValue } from '../verification'
import { leaveToLibrary } from './outside-subset'

/** An IRI or literal as in N-Quads, or the number of a blank node. */
export type Node = string | number

export interface Statement {
  subject: Node
  predicate: string
  object: Node
}

/** The statements of a document, each once; all in the default graph. */
export class Statements {
  private readonly bySerialisation = new Map<string, JsonValue>()
  readonly all: Statement[] = []
  private blankNodes = 0

  blankNode(): number {
    return this.blankNodes++
  }

  /** @param source the value of a literal; for others the same for all */
  add(subject: Node, predicate: string, object: Node, source: JsonValue = null): void {
    const serialised = serialise(subject, predicate, object)
    const known = this.bySerialisation.get(serialised)
    if (known === undefined) {
      this.bySerialisation.set(serialised, source)
      this.all.push({ subject, predicate, object })
      // `jsonld` keeps both of two unlike values that look the same, as `true` and "true" may.
    } else if (known !== source) leaveToLibrary()
  }

  /** For a document without blank nodes, its canonical lines. */
  get lines(): string[] | undefined {
    return this.blankNodes === 0 ? [...this.bySerialisation.keys()] : undefined
  }
}

export function serialise(
  subject: Node,
  predicate: string,
  object: Node,
  name: (blankNode: number) => string = String,
): string {
  const start = typeof subject === 'number' ? `_:${name(subject)}` : subject
  const end = typeof object === 'number' ? `_:${name(object)}` : object
  return `${start} ${predicate} ${end} .\n`
}
