import { asArray, asString, isObject } from '../reading/json-values'
import { reason, type Reason } from '../report'
import type { JsonObject } from '../verification'

/**
 * Proofs under one, and proofs of a document that continue others. Each secures another document, and so
 * costs a canonicalisation of its own; nobody signs a badge more often in turn.
 */
const MOST_LINKS = 3

/**
 * The proofs that a proof continues, in the order in which its `previousProof` names them.
 * They are part of what it signs. Verifiable Credentials Data Integrity 1.0, sections 2.1.2 (proof
 * chains) and 4.5 (verify proof sets and chains).
 *
 * @returns all of them, or why the chain is broken
 */
export function previousProofs(
  proof: JsonObject,
  all: readonly JsonObject[],
): JsonObject[] | { reason: Reason } {
  const names = asArray(proof.previousProof)
  if (names.length === 0) return []
  const continuing = all.filter(({ previousProof }) => previousProof !== undefined)
  if (continuing.indexOf(proof) >= MOST_LINKS) return tooLong()
  const named = names.flatMap((name) => all.filter(({ id }) => id === name))
  const found = [...new Set(named)].filter((candidate) => candidate !== proof)
  const isWhole = names.every(
    (name) => asString(name) !== undefined && found.some(({ id }) => id === name),
  )
  return isWhole ? found : broken()
}

/** The chain of proofs under one, each once; a chain that leads back to itself is broken. */
export function chainUnder(
  proof: JsonObject,
  all: readonly JsonObject[],
): JsonObject[] | { reason: Reason } {
  const chain = new Set<JsonObject>()
  const pending = [proof]
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const previous = previousProofs(next, all)
    if ('reason' in previous) return previous
    if (previous.includes(proof)) return broken()
    pending.push(...previous.filter((link) => !chain.has(link)))
    for (const link of previous) chain.add(link)
    if (chain.size > MOST_LINKS) return tooLong()
  }
  return [...chain]
}

/** What a proof secures: the document without proofs, or with those that the proof continues. */
export function securedBy(unsecured: JsonObject, previous: JsonObject[]): JsonObject {
  return previous.length === 0 ? unsecured : { ...unsecured, proof: previous }
}

/** The proofs of a document; `undefined` where one of them is not an object. */
export function proofsOf(document: JsonObject): JsonObject[] | undefined {
  const proofs = asArray(document.proof)
  return proofs.every(isObject) ? proofs : undefined
}

function broken(): { reason: Reason } {
  const expected = 'the id of another proof'
  return { reason: reason('proof-malformed', { property: 'previousProof', expected }) }
}

function tooLong(): { reason: Reason } {
  const expected = `at most ${MOST_LINKS} proofs`
  return { reason: reason('proof-malformed', { property: 'previousProof', expected }) }
}
