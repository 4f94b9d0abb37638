import { asId, asString } from '../reading/json-values'
import { reason, type Reason } from '../report'
import { isToCome } from '../status/moment'
import type { JsonObject, JsonValue } from '../verification'

/** What the members of a proof say, once they are of the right form. */
export interface ProofOptions {
  verificationMethod: string
  /** By its own word (`expires`). */
  end?: ProofEnd
  /** Members that are about presenting something to somebody, and say nothing about a credential. */
  ignored: readonly string[]
}

export interface ProofEnd {
  /** As written. */
  date: string
  /** Milliseconds since 1970. */
  at: number
}

/** A proof that continues others ends with the first of them. */
export function firstEnd(proofs: readonly ProofOptions[]): ProofEnd | undefined {
  const [first] = proofs.flatMap(({ end }) => end ?? []).sort((a, b) => a.at - b.at)
  return first
}

/** Whom a presentation is for, and what that party asked to have signed (section 2.1). */
const OF_PRESENTATIONS = ['domain', 'challenge']

/**
 * Reads the options of a proof. Verifiable Credentials Data Integrity 1.0, section 2.1 (proofs).
 *
 * @returns the options, or why the proof cannot count for a credential
 */
export function readProofOptions(
  proof: JsonObject,
  now: Date,
): ProofOptions | { reason: Reason; isWrong: boolean } {
  const { proofPurpose } = proof
  // A proof made to log in, for instance, says nothing about the claims (section 2.5).
  if (proofPurpose !== 'assertionMethod') {
    const purpose = asString(proofPurpose) ?? ''
    return { reason: reason('proof-purpose-wrong', { purpose }), isWrong: true }
  }
  const verificationMethod = asId(proof.verificationMethod)
  if (verificationMethod === undefined || !URL.canParse(verificationMethod))
    return malformed('verificationMethod', 'an absolute URL')
  const created = timeOf(proof.created)
  const expires = timeOf(proof.expires)
  if (Number.isNaN(created) || isToCome(created ?? 0, now))
    return malformed('created', 'a date and time that has come')
  if (Number.isNaN(expires)) return malformed('expires', 'a date and time')
  const ignored = OF_PRESENTATIONS.filter((member) => proof[member] !== undefined)
  if (expires === undefined) return { verificationMethod, ignored }
  const end = { date: asString(proof.expires) ?? '', at: expires }
  return { verificationMethod, end, ignored }
}

/** XML Schema dateTimeStamp; some issuers leave the zone out, which is then UTC. */
const DATE_TIME = /^-?\d{4,}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)?$/

function timeOf(value: JsonValue | undefined): number | undefined {
  if (value === undefined) return undefined
  const [, , zone] = typeof value === 'string' ? (DATE_TIME.exec(value) ?? []) : []
  if (typeof value !== 'string' || !DATE_TIME.test(value)) return NaN
  return Date.parse(zone === undefined ? `${value}Z` : value)
}

function malformed(property: string, expected: string): { reason: Reason; isWrong: boolean } {
  return { reason: reason('proof-malformed', { property, expected }), isWrong: false }
}
