import { iriText, stringInLanguage, typed } from './n-quads'
import type { RdfQuad, RdfTerm } from './processor'
import { Statements, type Node } from './statements'

/** The statements of an RDF dataset as `jsonld` makes it. What it says twice is kept twice, as signers do. */
export function statementsOf(dataset: readonly RdfQuad[]): Statements {
  const statements = new Statements()
  const blankNodes = new Map<string, number>()
  const blankNode = (name: string): number => {
    const number = blankNodes.get(name) ?? statements.blankNode()
    blankNodes.set(name, number)
    return number
  }
  const node = (term: RdfTerm): Node =>
    term.termType === 'BlankNode' ? blankNode(term.value) : textOf(term)
  for (const { subject, predicate, object, graph } of dataset)
    statements.addAsIs({
      subject: node(subject),
      predicate: textOf(predicate),
      object: node(object),
      graph: graph.termType === 'DefaultGraph' ? undefined : node(graph),
    })
  return statements
}

function textOf({ termType, value, datatype, language }: RdfTerm): string {
  if (termType !== 'Literal') return iriText(value)
  return language === undefined
    ? typed(value, datatype?.value ?? '')
    : stringInLanguage(value, language)
}
