import { fetchDocument } from '../http/fetch-document'
import { asId, asString } from '../reading/json-values'
import { reason, type Reason } from '../report'
import type { JsonObject, Verification } from '../verification'
import { judgeRevocationList } from './revocation-list'
import {
  freshFor,
  LONGEST_FRESHNESS,
  notObtained,
  statusCheck,
  type StatusFinding,
} from './status-method'

/** Open Badges 1.0, "IssuerOrganization": `revocationList`. */
const SPEC =
  'https://github.com/mozilla/openbadges-specification/blob/master/Assertion/latest.md#issuerorganization'

/**
 * Judges a signed Open Badges 1.0 or 1.1 assertion by its issuer's `revocationList`: an object whose
 * member names are the `uid`s of what was revoked and whose values are the reasons. Issuers that have
 * moved on serve the list of 2.0 there, which is read as such.
 */
export async function judgeRevokedUids(
  url: string,
  assertion: JsonObject,
  issuerId: string,
  verification: Verification,
): Promise<StatusFinding> {
  const unknown = (reasons: Reason[]): StatusFinding => ({
    currency: 'unknown',
    check: statusCheck('unknown', reasons, { subject: url, spec: SPEC }),
  })
  const uid = asString(assertion.uid)
  if (uid === undefined)
    return unknown([reason('property-missing', { property: 'uid', expected: 'text' })])
  const fetched = await fetchDocument(url, 'status', verification)
  if (!fetched.ok) return unknown(notObtained(url, fetched.reason))
  const { json } = fetched
  if (Object.hasOwn(json, 'revokedAssertions'))
    return judgeRevocationList(url, { id: asId(assertion), uid }, issuerId, verification)

  const host = new URL(fetched.url).hostname
  const about = { subject: url, spec: SPEC }
  const freshUntil = freshFor(LONGEST_FRESHNESS, verification.now)
  if (Object.hasOwn(json, uid)) {
    const why = asString(json[uid])?.slice(0, LONGEST_REASON)
    const revoked = reason('revoked', { host, ...(why !== undefined && { reason: why }) })
    return { currency: 'revoked', check: statusCheck('failed', [revoked], about), freshUntil }
  }
  if (!isList(json))
    return unknown([
      reason('status-not-obtained', { host }),
      reason('answer-not-readable', { host }),
    ])
  const check = statusCheck('passed', [reason('not-revoked', { host })], about)
  return { currency: 'current', check, freshUntil }
}

const LONGEST_REASON = 500

/** What a server says when it has no list to give; nobody calls a badge so. */
const APOLOGY = /^(errors?|message|status|detail|code)$/i

/** Any JSON object lacks our badge: what does not look like a list says nothing. */
function isList(json: JsonObject): boolean {
  return Object.entries(json).every(([name, why]) => typeof why === 'string' && !APOLOGY.test(name))
}
