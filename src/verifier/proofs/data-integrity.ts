import type { JsonObject, ProofFinding, Verification } from '../verification'

/** Verifies the Data Integrity proofs of a document and whose keys made them. */
export function verifyDataIntegrity(
  _document: JsonObject,
  _issuerId: string,
  _verification: Verification,
): Promise<ProofFinding> {
  return Promise.reject(new Error('not yet built'))
}
