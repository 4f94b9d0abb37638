import type { JsonValue } from '../verification'
import { leaveToLibrary } from './outside-subset'

/** An IRI or literal as in N-Quads, or the number of a blank node. */
export type Node = string | number

export interface Statement {
  subject: Node
  predicate: string
  object: Node
  /** `undefined`: the default graph. */
  graph: Node | undefined
}

/** A statement, and the value of its literal; of one without a literal the same for all. */
interface Read extends Statement {
  source: JsonValue
}

/** The statements of a document, each once. */
export class Statements {
  readonly all: Statement[] = []
  private readonly bySubject = new Map<Node, OfSubject>()
  private blankNodes = 0
  private graph: Node | undefined

  blankNode(): number {
    return this.blankNodes++
  }

  /** What is read meanwhile is said in a graph of its own. */
  inGraph<Value>(read: () => Value): { graph: Node; value: Value } {
    const around = this.graph
    const graph = this.blankNode()
    this.graph = graph
    const value = read()
    this.graph = around
    return { graph, value }
  }

  /** @param source the value of a literal; for others the same for all */
  add(subject: Node, predicate: string, object: Node, source: JsonValue = null): void {
    const statement = { subject, predicate, object, graph: this.graph, source }
    const known = this.ofSubject(subject).keep(statement)
    if (known === undefined) this.all.push(statement)
    // `jsonld` keeps both of two unlike values that look the same, as `true` and "true" may.
    else if (known.source !== source) leaveToLibrary()
  }

  /** Adds one whether it is there already or not. */
  addAsIs(statement: Statement): void {
    this.all.push(statement)
  }

  private ofSubject(subject: Node): OfSubject {
    const known = this.bySubject.get(subject)
    if (known !== undefined) return known
    const added = new OfSubject()
    this.bySubject.set(subject, added)
    return added
  }
}

/** Up to so many, comparing with each takes less time than a table of long texts. */
const FEW = 16

/** What is said of one subject, each statement once. */
class OfSubject {
  private readonly few: Read[] = []
  private byText: Map<string, Read> | undefined

  /** @returns the same statement, where it is there already */
  keep(statement: Read): Read | undefined {
    if (this.byText !== undefined) return keepIn(this.byText, statement)
    const known = this.few.find((other) => isSame(other, statement))
    if (known !== undefined) return known
    this.few.push(statement)
    if (this.few.length <= FEW) return undefined
    this.byText = new Map(this.few.map((each) => [serialise(each), each]))
    return undefined
  }
}

function keepIn(byText: Map<string, Read>, statement: Read): Read | undefined {
  const text = serialise(statement)
  const known = byText.get(text)
  if (known === undefined) byText.set(text, statement)
  return known
}

/** Of one subject. */
function isSame(one: Statement, other: Statement): boolean {
  return (
    one.predicate === other.predicate && one.object === other.object && one.graph === other.graph
  )
}

export function serialise(
  { subject, predicate, object, graph }: Statement,
  name: (blankNode: number) => string = String,
): string {
  const text = (node: Node): string => (typeof node === 'number' ? `_:${name(node)}` : node)
  const end = graph === undefined ? ' .\n' : ` ${text(graph)} .\n`
  return `${text(subject)} ${predicate} ${text(object)}${end}`
}
