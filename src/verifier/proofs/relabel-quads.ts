import { sortLines, type LineOrder } from '../json-ld/canonical-order'

/**
 * Gives the blank nodes of canonical N-Quads other labels, and sorts the statements anew.
 * ECDSA Cryptosuites 1.0, section 3.4.2 (labelReplacementCanonicalizeNQuads).
 *
 * Only whole terms are replaced: text that looks like a label stays as it is.
 *
 * @param quads canonical N-Quads (RDF Dataset Canonicalization, section 5.2)
 * @param labels for each label its new one, both without `_:`
 * @param order of the lines that come out
 * @returns the statements, each with its line end, or `undefined` where the labels are not exactly those
 *   that occur
 */
export function relabelQuads(
  quads: string,
  labels: ReadonlyMap<string, string>,
  order: LineOrder = 'code-points',
): string[] | undefined {
  const used = new Set<string>()
  const replace = (term: string): string => {
    if (!term.startsWith('_:')) return term
    const label = term.slice(2)
    used.add(label)
    return `_:${labels.get(label) ?? ''}`
  }
  const lines = quads.split('\n').slice(0, -1)
  const relabelled = lines.map((line) => `${termsOf(line).map(replace).join(' ')}\n`)
  const isExact = used.size === labels.size && [...used].every((label) => labels.has(label))
  return isExact ? sortLines(relabelled, order) : undefined
}

/** A literal, with its datatype or language; inside of it every quotation mark is escaped. */
const LITERAL = /"[^"\\]*(?:\\.[^"\\]*)*"\S*/y

/** Subject, predicate, object, where there is one the graph, and the full stop: one space apart. */
function termsOf(line: string): string[] {
  const terms: string[] = []
  for (let at = 0; at < line.length; at += (terms.at(-1)?.length ?? 0) + 1) {
    LITERAL.lastIndex = at
    const space = line.indexOf(' ', at)
    const plain = line.slice(at, space < 0 ? line.length : space)
    terms.push(line.charAt(at) === '"' ? (LITERAL.exec(line)?.[0] ?? plain) : plain)
  }
  return terms
}
