import type { Reason } from '../report'
import type { JsonObject, ProofFinding, Verification } from '../verification'
import type { ParsedJws } from './jws'

/** The credential that a JWT carries, or why it carries none. */
export function credentialOfJwt(jws: ParsedJws): { credential: JsonObject } | { reason: Reason } {
  return { credential: jws.payload }
}

/** Verifies the signature of a VC-JWT and whose key made it. */
export function verifyVcJwt(
  _jws: ParsedJws,
  _credential: JsonObject,
  _issuerId: string,
  _verification: Verification,
): Promise<ProofFinding> {
  return Promise.reject(new Error('not yet built'))
}
