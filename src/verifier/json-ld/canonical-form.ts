import { sha256, sha384 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import { leaveToLibrary } from './outside-subset'
import { serialise, type Node, type Statement, type Statements } from './statements'
import type { BlankNodeDigest } from './with-library'

/**
 * The canonical N-Quads of statements in which no two blank nodes are alike at first sight, which is the
 * usual case. RDF Dataset Canonicalization (RDFC-1.0), section 4.4, up to step 4; alike ones are left to
 * the library.
 */
export function canonicalForm(statements: Statements, digest: BlankNodeDigest): string {
  const lines = statements.lines ?? linesWithLabels(statements.all, digest)
  return lines.sort().join('')
}

function linesWithLabels(statements: readonly Statement[], digest: BlankNodeDigest): string[] {
  const labels = canonicalLabels(mentionsOf(statements), HASHES[digest])
  const label = (node: number): string => labels.get(node) ?? leaveToLibrary()
  return statements.map(({ subject, predicate, object }) =>
    serialise(subject, predicate, object, label),
  )
}

/** For each blank node the statements that it stands in. */
function mentionsOf(statements: readonly Statement[]): Map<number, Statement[]> {
  const mentions = new Map<number, Statement[]>()
  const add = (node: Node, statement: Statement): void => {
    if (typeof node !== 'number') return
    const known = mentions.get(node)
    if (known === undefined) mentions.set(node, [statement])
    else known.push(statement)
  }
  for (const statement of statements) {
    add(statement.subject, statement)
    add(statement.object, statement)
  }
  return mentions
}

type Hash = (bytes: Uint8Array) => Uint8Array

const HASHES: Record<BlankNodeDigest, Hash> = { 'SHA-256': sha256, 'SHA-384': sha384 }

function canonicalLabels(
  mentions: ReadonlyMap<number, Statement[]>,
  hash: Hash,
): Map<number, string> {
  const [only] = mentions.keys()
  if (only !== undefined && mentions.size === 1) return new Map([[only, 'c14n0']])
  const byHash = new Map<string, number>()
  for (const [node, statements] of mentions)
    byHash.set(bytesToHex(hash(firstDegree(node, statements))), node)
  if (byHash.size < mentions.size) leaveToLibrary()
  const inOrder = [...byHash].sort(([one], [other]) => (one < other ? -1 : 1))
  return new Map(inOrder.map(([, node], at) => [node, `c14n${at}`]))
}

/** What tells a blank node apart: RDFC-1.0, section 4.6 (hash first degree quads). */
function firstDegree(node: number, statements: readonly Statement[]): Uint8Array {
  const name = (other: number): string => (other === node ? 'a' : 'z')
  const lines = statements.map(({ subject, predicate, object }) =>
    serialise(subject, predicate, object, name),
  )
  return utf8ToBytes(lines.sort().join(''))
}
