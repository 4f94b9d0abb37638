import type { VerifierEnvironment } from './environment'
import type { GuardedFetch } from './http/guarded-fetch'
import type { Limits } from './http/limits'
import type { Authenticity, Check, KeyEnds, VerificationReport } from './report'

export type JsonValue = null | boolean | number | string | JsonValue[] | JsonObject
export interface JsonObject {
  [name: string]: JsonValue
}

/** What the parts of the verifier share while they judge one badge. */
export interface Verification {
  environment: VerifierEnvironment
  now: Date
  limits: Limits
  http: GuardedFetch
  /**
   * Judges a credential that stands inside the one being judged, by itself: nothing that the outer one
   * says or proves counts for it. Bounded in depth and number over the whole badge.
   *
   * @param part a JSON object, or a compact JWS
   * @returns `undefined` where the bounds are reached
   */
  judgePart(part: JsonObject | string): Promise<VerificationReport | undefined>
}

/** What a proof and the binding of its key to the issuer came to. */
export interface ProofFinding {
  authenticity: Authenticity
  /** The proof holds, but a person should look (e.g. key not listed for assertions). */
  questionable: boolean
  /** The check `proof`, then the check `key`; both always present. */
  checks: [proof: Check, key: Check]
  /** When the key ends by the issuer's own word. */
  keyEnds?: KeyEnds
  /** When the proof ends by its own word, as written. */
  proofUntil?: string
  /**
   * Terms of the document that no context defines, so that the proof does not cover them; they are not
   * shown. Only where the proof does not hold, since it is refused for them.
   */
  unsignedTerms?: readonly string[]
  /** Present where the holder chose what to show of what the proof covers. */
  disclosure?: PartialDisclosure
}

/** What nobody can tell where the holder chose what to show. */
export interface PartialDisclosure {
  /** Properties that could say that it is not in force; not shown, though the issuer may have written them. */
  withheld: readonly string[]
  /** A status is shown that the holder could have left out, as they could another one beside it. */
  hasOptionalStatus: boolean
}
