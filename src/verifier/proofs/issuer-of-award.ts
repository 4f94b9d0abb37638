/**
 * The documents behind an Open Badges 2.0 assertion: its BadgeClass and the issuer's Profile.
 *
 * What is embedded in an assertion was written by whoever wrote the assertion. The issuer's own
 * word (its keys, its scope, its revocation list) is only what its `id` answers.
 */
import { fetchDocument } from '../http/fetch-document'
import { sameAddress } from '../http/address'
import { asId, isObject } from '../reading/json-values'
import { reason, type Reason } from '../report'
import type { JsonObject, JsonValue, Verification } from '../verification'

export interface AwardDocuments {
  badge: JsonObject
  issuerId: string
  /** As read from the issuer's `id`; `undefined` with a reason where it could not be read. */
  issuer?: JsonObject
  /** What the assertion itself says of its issuer; shown as a claim where nothing better is there. */
  claimedIssuer: JsonObject
  problem?: Reason
}

export async function readAwardDocuments(
  assertion: JsonObject,
  verification: Verification,
): Promise<AwardDocuments> {
  const badge = await readLinked(assertion.badge, 'badge', verification)
  if ('problem' in badge) return unknownIssuer({}, badge.problem)
  const claimedIssuer = isObject(badge.json.issuer) ? badge.json.issuer : {}
  const issuerId = asId(badge.json.issuer)
  if (issuerId === undefined) return unknownIssuer(badge.json, missing('issuer'))
  const known = { badge: badge.json, issuerId, claimedIssuer }
  const issuer = await readOwnDocument(issuerId, verification)
  return 'problem' in issuer ? { ...known, ...issuer } : { ...known, issuer: issuer.json }
}

type Linked = { json: JsonObject } | { problem: Reason }

function unknownIssuer(badge: JsonObject, problem: Reason): AwardDocuments {
  return { badge, issuerId: '', claimedIssuer: {}, problem }
}

async function readLinked(
  value: JsonValue | undefined,
  property: string,
  verification: Verification,
): Promise<Linked> {
  if (isObject(value)) return { json: value }
  if (typeof value !== 'string') return { problem: missing(property) }
  const fetched = await fetchDocument(value, 'assertion', verification)
  return fetched.ok ? { json: fetched.json } : { problem: fetched.reason }
}

/**
 * The issuer's document, from its own address: it must answer there and name itself so. A redirect
 * to another host is not the issuer's word, since an open redirect would lend its name to anybody.
 */
async function readOwnDocument(issuerId: string, verification: Verification): Promise<Linked> {
  if (!/^https?:\/\//i.test(issuerId))
    return { problem: reason('property-invalid', { property: 'issuer', expected: 'https URL' }) }
  const fetched = await fetchDocument(issuerId, 'issuer', verification)
  if (!fetched.ok) return { problem: fetched.reason }
  const { host } = new URL(fetched.url)
  if (new URL(issuerId).host !== host)
    return { problem: reason('redirect-refused', { host: new URL(issuerId).host }) }
  const id = asId(fetched.json)
  if (id === undefined || !sameAddress(id, issuerId))
    return { problem: reason('issuer-document-unreadable', { host }) }
  return { json: fetched.json }
}

function missing(property: string): Reason {
  return reason('property-missing', { property, expected: 'URL or object' })
}
