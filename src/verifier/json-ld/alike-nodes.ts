import { rawIri } from './n-quads'
import { LabelIssuer } from './label-issuer'
import { permutations } from './permutations'
import { JsonLdRefusal } from './refusal'
import type { Statement } from './statements'

/**
 * Steps that telling alike blank nodes apart may take in one document: hashes, orders that are tried, and
 * labels that are given or copied for them. A number and no clock, so that one document has one answer.
 * All of them take about 0.3 s. A node that is alike to others takes five of them as a rule.
 */
export const ALIKE_STEPS = 25_000

/** Labels that are given or copied in the time of one hash. */
const LABELS_IN_A_STEP = 50

/** What is known of the blank nodes of a document before alike ones are told apart. */
export interface KnownNodes {
  mentions: ReadonlyMap<number, readonly Statement[]>
  /** Hash of each by its own statements. */
  firstDegree: ReadonlyMap<number, string>
  hash: (text: string) => string
  /** Those that were told apart have their labels; the others get theirs here. */
  canonical: LabelIssuer
}

/** A hash that tells a blank node apart, and the labels given on the way to it. */
interface DeepHash {
  hash: string
  labels: LabelIssuer
}

/** Another blank node, and in what part of which kind of statement it stands. */
interface Relation {
  related: number
  position: string
}

interface Path {
  text: string
  labels: LabelIssuer
}

/**
 * Tells apart blank nodes that are alike at first sight, by what is around them: RDFC-1.0, section 4.4.3,
 * step 5, with sections 4.7 (hash related blank node) and 4.8 (hash n-degree quads).
 *
 * Throws `JsonLdRefusal` where that takes more than `ALIKE_STEPS`: section 7.1 (dataset poisoning) wants
 * it bounded, since alike nodes are tried in every order.
 */
export class AlikeNodes {
  private steps = 0
  private readonly relations = new Map<number, Relation[]>()

  constructor(private readonly nodes: KnownNodes) {}

  /** @param alike nodes with one hash, which have no label or got one with others that are alike */
  label(alike: readonly number[]): void {
    const { canonical } = this.nodes
    const unlabelled = alike.filter((node) => canonical.known(node) === undefined)
    const found = unlabelled.map((node) => {
      const labels = LabelIssuer.withPrefix('b')
      labels.issue(node)
      return this.deepHash(node, labels)
    })
    found.sort((one, other) => compare(one.hash, other.hash))
    for (const { labels } of found) for (const node of labels.nodes()) canonical.issue(node)
  }

  private deepHash(node: number, issued: LabelIssuer): DeepHash {
    let labels = issued
    let data = ''
    for (const [hash, related] of this.relatedTo(node, issued)) {
      const path = this.smallestPath(related, labels)
      data += hash + path.text
      labels = path.labels
    }
    return { hash: this.hash(data), labels }
  }

  /** The blank nodes around one by the hash of how they are related to it, in the order of the hashes. */
  private relatedTo(node: number, labels: LabelIssuer): [string, number[]][] {
    const byHash = new Map<string, number[]>()
    for (const { related, position } of this.relationsOf(node)) {
      const hash = this.hash(position + this.nameOf(related, labels))
      const known = byHash.get(hash)
      if (known === undefined) byHash.set(hash, [related])
      else known.push(related)
    }
    return [...byHash].sort(([one], [other]) => compare(one, other))
  }

  /** Looked for once, since a node may stand in many statements that no other blank node stands in. */
  private relationsOf(node: number): Relation[] {
    const known = this.relations.get(node) ?? relationsIn(this.nodes.mentions.get(node) ?? [], node)
    this.relations.set(node, known)
    return known
  }

  private nameOf(node: number, labels: LabelIssuer): string {
    const { canonical, firstDegree } = this.nodes
    const label = canonical.known(node) ?? labels.known(node)
    return label === undefined ? (firstDegree.get(node) ?? '') : `_:${label}`
  }

  private smallestPath(related: readonly number[], labels: LabelIssuer): Path {
    let smallest: Path | undefined
    for (const order of permutations(related)) {
      // With one order there is nobody else who could want the labels as they were.
      const own = related.length === 1 ? labels : this.copy(labels)
      const path = this.pathAlong(order, own, smallest?.text)
      if (path !== undefined && (smallest === undefined || path.text < smallest.text))
        smallest = path
    }
    return smallest ?? { text: '', labels }
  }

  /** @returns `undefined` where the path is greater than the bound, in which it need not end */
  private pathAlong(
    order: readonly number[],
    given: LabelIssuer,
    bound: string | undefined,
  ): Path | undefined {
    this.spend(1 + order.length / LABELS_IN_A_STEP)
    const isGreater = (text: string): boolean => bound !== undefined && text > bound
    let [text, labels] = ['', given]
    const unvisited: number[] = []
    for (const node of order) {
      const canonical = this.nodes.canonical.known(node)
      if (canonical === undefined && labels.known(node) === undefined) unvisited.push(node)
      text += `_:${canonical ?? labels.issue(node)}`
    }
    for (const node of unvisited) {
      const found = this.deepHash(node, labels)
      text += `_:${labels.issue(node)}<${found.hash}>`
      labels = found.labels
      if (isGreater(text)) return undefined
    }
    return { text, labels }
  }

  private copy(labels: LabelIssuer): LabelIssuer {
    this.spend(labels.size / LABELS_IN_A_STEP)
    return labels.copy()
  }

  private hash(text: string): string {
    this.spend(1)
    return this.nodes.hash(text)
  }

  private spend(steps: number): void {
    this.steps += steps
    if (this.steps > ALIKE_STEPS) throw new JsonLdRefusal('too many alike blank nodes')
  }
}

function relationsIn(statements: readonly Statement[], node: number): Relation[] {
  return statements.flatMap(({ subject, predicate, object, graph }) =>
    (
      [
        [subject, `s${rawIri(predicate)}`],
        [object, `o${rawIri(predicate)}`],
        [graph, 'g'],
      ] as const
    ).flatMap(([related, position]) =>
      typeof related === 'number' && related !== node ? [{ related, position }] : [],
    ),
  )
}

/** Hashes in hexadecimal, of one length. */
function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0
}
