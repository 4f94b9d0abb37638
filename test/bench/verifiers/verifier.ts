import type { JsonObject } from '../../../src/verifier/verification'

/** One credential in the forms that verifiers take it in. */
export interface SignedBadge {
  credential: JsonObject
  text: string
  /** DID that made the proof and is the issuer. */
  did: string
}

/** A way to verify it, offline. */
export interface BenchVerifier {
  name: string
  /** Rejects where the credential is not found to be genuine. */
  verify(badge: SignedBadge): Promise<void>
}
