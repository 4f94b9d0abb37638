import { sha256, sha384 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'
import { AlikeNodes } from './alike-nodes'
import { sortLines, type LineOrder } from './canonical-order'
import { LabelIssuer } from './label-issuer'
import { leaveToLibrary } from './outside-subset'
import { serialise, type Node, type Statement, type Statements } from './statements'
import type { BlankNodeDigest } from './with-library'

/**
 * The canonical N-Quads of statements. RDF Dataset Canonicalization (RDFC-1.0), section 4.4.
 *
 * Throws `JsonLdRefusal` where too many blank nodes are alike (`alike-nodes.ts`).
 */
export function canonicalForm(
  statements: Statements,
  digest: BlankNodeDigest,
  order: LineOrder = 'code-points',
): string {
  const lines = linesWithLabels(statements.all, { digest, order })
  return sortLines(lines, order).join('')
}

interface Form {
  digest: BlankNodeDigest
  order: LineOrder
}

function linesWithLabels(statements: readonly Statement[], form: Form): string[] {
  const labels = canonicalLabels(mentionsOf(statements), form)
  const label = (node: number): string => labels.known(node) ?? leaveToLibrary()
  return statements.map((statement) => serialise(statement, label))
}

/** For each blank node the statements that it stands in. */
function mentionsOf(statements: readonly Statement[]): Map<number, Statement[]> {
  const mentions = new Map<number, Statement[]>()
  const add = (node: Node | undefined, statement: Statement): void => {
    if (typeof node !== 'number') return
    const known = mentions.get(node)
    if (known === undefined) mentions.set(node, [statement])
    else if (known.at(-1) !== statement) known.push(statement)
  }
  for (const statement of statements) {
    add(statement.subject, statement)
    add(statement.object, statement)
    add(statement.graph, statement)
  }
  return mentions
}

type Hash = (bytes: Uint8Array) => Uint8Array

/** One for all: making it takes longer than writing a text. */
const UTF8 = new TextEncoder()

const HASHES: Record<BlankNodeDigest, Hash> = { 'SHA-256': sha256, 'SHA-384': sha384 }

function canonicalLabels(
  mentions: ReadonlyMap<number, Statement[]>,
  { digest, order }: Form,
): LabelIssuer {
  const canonical = LabelIssuer.withPrefix('c14n')
  const [only] = mentions.keys()
  if (only !== undefined && mentions.size === 1) canonical.issue(only)
  if (mentions.size <= 1) return canonical
  const hash = (text: string): string => bytesToHex(HASHES[digest](UTF8.encode(text)))
  const firstDegree = new Map<number, string>()
  for (const [node, statements] of mentions)
    firstDegree.set(node, hash(firstDegreeText(node, statements, order)))
  const alike: number[][] = []
  for (const nodes of nodesByHash(firstDegree)) {
    const [node, ...others] = nodes
    if (node !== undefined && others.length === 0) canonical.issue(node)
    else alike.push(nodes)
  }
  const toTellApart = new AlikeNodes({ mentions, firstDegree, hash, canonical })
  for (const nodes of alike) toTellApart.label(nodes)
  return canonical
}

/** Nodes with one hash together, in the order of the hashes. */
function nodesByHash(hashes: ReadonlyMap<number, string>): number[][] {
  const byHash = new Map<string, number[]>()
  for (const [node, hash] of hashes) {
    const known = byHash.get(hash)
    if (known === undefined) byHash.set(hash, [node])
    else known.push(node)
  }
  return [...byHash].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, nodes]) => nodes)
}

/** What tells a blank node apart: RDFC-1.0, section 4.6 (hash first degree quads). */
function firstDegreeText(node: number, statements: readonly Statement[], order: LineOrder): string {
  const name = (other: number): string => (other === node ? 'a' : 'z')
  const lines = statements.map((statement) => serialise(statement, name))
  return sortLines(lines, order).join('')
}
