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

/** The statements of a document, each once. */
export class Statements {
  private readonly bySerialisation = new Map<string, JsonValue>()
  readonly all: Statement[] = []
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
    const statement = { subject, predicate, object, graph: this.graph }
    const serialised = serialise(statement)
    const known = this.bySerialisation.get(serialised)
    if (known === undefined) {
      this.bySerialisation.set(serialised, source)
      this.all.push(statement)
      // `jsonld` keeps both of two unlike values that look the same, as `true` and "true" may.
    } else if (known !== source) leaveToLibrary()
  }

  /** Adds one whether it is there already or not. */
  addAsIs(statement: Statement): void {
    this.all.push(statement)
  }

  /** For a document without blank nodes, its canonical lines. */
  get lines(): string[] | undefined {
    const isWhole = this.bySerialisation.size === this.all.length
    return isWhole && this.blankNodes === 0 ? [...this.bySerialisation.keys()] : undefined
  }
}

export function serialise(
  { subject, predicate, object, graph }: Statement,
  name: (blankNode: number) => string = String,
): string {
  const text = (node: Node): string => (typeof node === 'number' ? `_:${name(node)}` : node)
  const end = graph === undefined ? ' .\n' : ` ${text(graph)} .\n`
  return `${text(subject)} ${predicate} ${text(object)}${end}`
}
