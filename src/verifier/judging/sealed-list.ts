import { verifyDataIntegrity } from '../proofs/data-integrity'
import { verifyVcJwt } from '../proofs/vc-jwt'
import { reason, type Check } from '../report'
import { judgeSeal } from '../seals/judge-seal'
import type { SealFinding } from '../seals/seal-finding'
import type { SecuredCredential } from '../status/list-document'
import type { ProofFinding, Verification } from '../verification'
import { notReached } from './judgement'

/**
 * The proof of a status list of a sealed credential. A list in a seal counts where it was sealed with the
 * same certificate, or with another one that a trusted list qualifies for the same organisation: certificates
 * are renewed. What the list calls its issuer counts for nothing, since no seal proves that.
 *
 * @param found what the seal of the credential came to; it holds
 */
export async function proveSealedList(
  { json, jws, sealed }: SecuredCredential,
  listIssuer: string,
  found: SealFinding,
  verification: Verification,
): Promise<ProofFinding> {
  if (sealed === undefined) {
    if (jws !== undefined) return verifyVcJwt(jws, json, listIssuer, verification)
    if (json.proof !== undefined) return verifyDataIntegrity(json, listIssuer, verification)
    return finding('unknown', [{ id: 'proof', outcome: 'unknown', reasons: [reason('no-proof')] }])
  }
  const parties = { issuer: { names: [], identifiers: [] }, awardingBodies: [] }
  const list = await judgeSeal(sealed, parties, verification)
  const proofs = list.checks.filter(({ id }) => id === 'proof')
  if (list.authenticity !== 'holds') return finding(list.authenticity, proofs)
  return finding(isSameSealer(found, list) ? 'holds' : 'unknown', proofs)
}

function isSameSealer(one: SealFinding, other: SealFinding): boolean {
  if (one.issuerId !== '' && one.issuerId === other.issuerId) return true
  const [a, b] = [qualifiedIdentifier(one), qualifiedIdentifier(other)]
  return a !== undefined && a === b
}

/** Of a certificate that nobody qualifies anybody may have written every word. */
function qualifiedIdentifier({ seal }: SealFinding): string | undefined {
  const isQualified =
    seal?.level === 'qualified' || seal?.level === 'advanced-qualified-certificate'
  return isQualified ? seal.certificate.subject.identifier : undefined
}

function finding(
  authenticity: ProofFinding['authenticity'],
  [proof = notReached('proof')]: Check[],
): ProofFinding {
  return { authenticity, questionable: false, checks: [proof, notReached('key')] }
}
