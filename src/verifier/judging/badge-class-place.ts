import { inScope } from '../proofs/hosted-scope'
import type { AwardDocuments } from '../proofs/issuer-of-award'
import { asObject, asStrings } from '../reading/json-values'
import { reason, type Reason } from '../report'

/**
 * Whether the badge class of an award is kept by its issuer. The issuer's site names the address, and
 * nobody but that address answers for what the class says today.
 *
 * The issuer's `allowedOrigins` are its own as well; where its assertions begin says nothing of classes.
 */
export function badgeClassElsewhere({ badgeAddress, issuerId, issuer }: AwardDocuments): Reason[] {
  if (badgeAddress === undefined || issuerId === '') return []
  const allowedOrigins = asStrings(asObject(issuer?.verification)?.allowedOrigins)
  const isIssuers =
    inScope(badgeAddress, issuerId, {}) ||
    (allowedOrigins.length > 0 &&
      inScope(badgeAddress, issuerId, { verification: { allowedOrigins } }))
  if (isIssuers) return []
  const [host, issuerHost] = [new URL(badgeAddress).host, new URL(issuerId).host]
  return [reason('badge-class-elsewhere', { host, issuerHost })]
}
