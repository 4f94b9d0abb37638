/**
 * The documents behind an Open Badges assertion: its BadgeClass and the issuer's Profile.
 *
 * What is embedded in an assertion was written by whoever wrote the assertion. The issuer's own
 * word (its keys, its scope, its revocation list) is only what its `id` answers.
 */
import { sameAddress } from '../http/address'
import { fetchDocument } from '../http/fetch-document'
import { fetchBadgeDocument } from '../normalising/fetch-badge-document'
import { normalise } from '../normalising/normalise'
import { badgeContext } from '../normalising/vocabulary'
import { asId, asObject, contextUrls } from '../reading/json-values'
import { reason, type Reason } from '../report'
import type { JsonObject, JsonValue, Verification } from '../verification'
import { unreadableScope } from './hosted-scope'

export interface AwardDocuments {
  badge: JsonObject
  /** The address that answered with the BadgeClass; absent where it stands in the assertion. */
  badgeAddress?: string
  issuerId: string
  /** Nothing of the issuer is known but the origin that the assertion was read from (0.5). */
  originOnly?: true
  /** As read from the issuer's `id`; `undefined` with a reason where it could not be read. */
  issuer?: JsonObject
  /** What the assertion itself says of its issuer; shown as a claim where nothing better is there. */
  claimedIssuer: JsonObject
  problem?: Reason
  /** The CryptographicKey that signed, where there is one. */
  key?: JsonObject
}

/** Reads documents of another generation in the terms of 2.0. `address`: what was asked for them. */
export interface DocumentTerms {
  badge(json: JsonObject, address: string): JsonObject
  issuer(json: JsonObject, address: string): JsonObject
  /** Whether a document of this generation may leave its `@context` out. */
  contextOptional: boolean
}

const AS_WRITTEN: DocumentTerms = {
  badge: (json) => json,
  issuer: (json) => json,
  contextOptional: false,
}

export async function readAwardDocuments(
  assertion: JsonObject,
  verification: Verification,
  terms = AS_WRITTEN,
): Promise<AwardDocuments> {
  const badge = await readBadgeClass(assertion.badge, terms, verification)
  if ('problem' in badge) return unknownIssuer({}, badge.problem)
  const claimedIssuer = asObject(badge.json.issuer) ?? {}
  const issuerId = asId(badge.json.issuer)
  if (issuerId === undefined) return unknownIssuer(badge.json, missing('issuer'))
  const { address } = badge
  const known = {
    badge: badge.json,
    ...(address !== undefined && { badgeAddress: address }),
    issuerId,
    claimedIssuer,
  }
  const issuer = await readOwnDocument(issuerId, terms, verification)
  return 'problem' in issuer ? { ...known, ...issuer } : { ...known, issuer: issuer.json }
}

type Linked = { json: JsonObject; address?: string } | { problem: Reason }

function unknownIssuer(badge: JsonObject, problem: Reason): AwardDocuments {
  return { badge, issuerId: '', claimedIssuer: {}, problem }
}

async function readBadgeClass(
  value: JsonValue | undefined,
  terms: DocumentTerms,
  verification: Verification,
): Promise<Linked> {
  const embedded = asObject(value)
  if (embedded !== undefined && !isReference(embedded)) return { json: embedded }
  const url = asId(value)
  if (url === undefined) return { problem: missing('badge') }
  const fetched = await fetchBadgeDocument(url, 'assertion', verification)
  if (!fetched.ok) return { problem: fetched.reason }
  return { json: terms.badge(fetched.json, url), address: fetched.url }
}

/** An object with nothing but its `id` says in JSON-LD what the `id` alone says. */
function isReference(value: JsonObject): boolean {
  return typeof value.id === 'string' && Object.keys(value).length === 1
}

/**
 * The issuer's document, from its own address: it must answer there and name itself so. A redirect
 * to another host is not the issuer's word, since an open redirect would lend its name to anybody.
 */
async function readOwnDocument(
  issuerId: string,
  terms: DocumentTerms,
  verification: Verification,
): Promise<Linked> {
  if (!/^https?:\/\//i.test(issuerId))
    return { problem: reason('property-invalid', { property: 'issuer', expected: 'https URL' }) }
  const fetched = await fetchDocument(issuerId, 'issuer', verification)
  if (!fetched.ok) return { problem: fetched.reason }
  const { host } = new URL(fetched.url)
  if (new URL(issuerId).host !== host)
    return { problem: reason('redirect-refused', { host: new URL(issuerId).host }) }
  if (!isOfBadges(fetched.json, terms))
    return { problem: reason('issuer-document-unreadable', { host }) }
  const normal = await normalise(fetched.json)
  if ('reason' in normal) return { problem: normal.reason }
  const json = terms.issuer(normal.json, issuerId)
  const id = asId(json)
  if (id === undefined || !sameAddress(id, issuerId))
    return { problem: reason('issuer-document-unreadable', { host }) }
  const odd = unreadableScope(json)
  return odd ? { problem: odd } : { json }
}

/**
 * An issuer of a later standard speaks by its keys alone, and never said that what lies on its site is
 * its word: only a document of Open Badges 1 or 2 says so. Asked of the document as it came.
 */
function isOfBadges(document: JsonObject, { contextOptional }: DocumentTerms): boolean {
  if (document['@context'] !== undefined)
    return contextUrls(document).some((url) => badgeContext(url) !== undefined)
  return contextOptional && LATER_KEYS.every((name) => document[name] === undefined)
}

/** Where issuers of Open Badges 3.0 keep their keys; `publicKey` is of 2.0 as well. */
const LATER_KEYS = ['verificationMethod', 'assertionMethod', 'jwks', 'jwks_uri']

function missing(property: string): Reason {
  return reason('property-missing', { property, expected: 'URL or object' })
}
