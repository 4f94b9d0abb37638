import type { TrustList } from '../environment'
import { reason, type Check, type IssuerStanding, type Reason } from '../report'
import { issuerDisplay } from './identity'

export interface IssuerFinding {
  standing: IssuerStanding
  check: Check
}

/**
 * Does a list that the user trusts vouch for this issuer? Only by exactly this id: neither the name
 * that the issuer gives itself, nor its host, nor a path below a listed one makes it listed.
 *
 * @param issuerId DID or URL whose control over the credential has been proven
 * @param claimedName what the credential calls its issuer; only ever passed on
 */
export function recogniseIssuer(
  issuerId: string,
  claimedName: string | undefined,
  trustLists: TrustList[],
): IssuerFinding {
  const id = normalised(issuerId)
  const vouching = id === '' ? [] : trustLists.flatMap((list) => vouchFor(id, list))
  if (vouching.length > 0) {
    return { standing: 'listed', check: { id: 'issuer', outcome: 'passed', reasons: vouching } }
  }
  const unknown = reason('issuer-unknown', {
    issuer: issuerDisplay(issuerId),
    ...(claimedName !== undefined && { claimedName }),
  })
  return { standing: 'unknown', check: { id: 'issuer', outcome: 'unknown', reasons: [unknown] } }
}

function vouchFor(id: string, { name: list, updated, issuers }: TrustList): Reason[] {
  const entry = issuers.find((issuer) => normalised(issuer.id) === id)
  if (!entry) return []
  return [
    reason('issuer-listed', { name: entry.name, list, ...(updated !== undefined && { updated }) }),
  ]
}

/** URLs as the URL standard writes them (case of scheme and host, default port); DIDs as they are. */
function normalised(id: string): string {
  const url = URL.canParse(id) ? new URL(id) : undefined
  return url && /^https?:$/.test(url.protocol) ? url.href : id
}
