import type { VerifierEnvironment } from './environment'
import type { GuardedFetch } from './http/guarded-fetch'
import type { Limits } from './http/limits'
import type { Authenticity, Check } from './report'

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
}

/** What a proof and the binding of its key to the issuer came to. */
export interface ProofFinding {
  authenticity: Authenticity
  /** The proof holds, but a person should look (e.g. key not listed for assertions). */
  questionable: boolean
  /** The check `proof`, then the check `key`; both always present. */
  checks: [proof: Check, key: Check]
}
