/**
 * Hosted verification. Open Badges 2.0, "Verification" → "Hosted": the assertion's own address
 * decides. Baked data only *locates* it; what the host returns is what is judged.
 */
import { sameAddress } from '../http/address'
import type { NoDocument } from '../http/fetch-document'
import { fetchBadgeDocument } from '../normalising/fetch-badge-document'
import { asId, asString } from '../reading/json-values'
import { reason, type Check, type Reason } from '../report'
import { revocationWord, UNCLEAR_REVOCATION } from '../status/own-word'
import type { JsonObject, Verification } from '../verification'
import { declaresSigned } from './declared-kind'
import { inScope } from './hosted-scope'
import type { AwardDocuments } from './issuer-of-award'

export type HostedFinding =
  | {
      outcome: 'served'
      assertion: ReadAssertion
      /** Of the assertion, as it came. */
      text: string
      documents: AwardDocuments
      checks: Checks
    }
  | { outcome: 'outside-scope'; assertion: JsonObject; documents: AwardDocuments; checks: Checks }
  | { outcome: 'revoked'; reason: Reason; assertion?: JsonObject }
  | { outcome: 'unknown'; checks: Checks; assertion?: JsonObject; documents?: AwardDocuments }

/** An assertion in the terms of Open Badges 2.0, and the generation in whose terms it came. */
export interface ReadAssertion {
  /** Its `id` is the address that it calls its own. */
  json: JsonObject
  generation: '0.5' | '1' | '2'
  /** What was not written as it should be and means something plain all the same: only said. */
  remarks?: Reason[]
}

/** Where a generation of Open Badges writes what hosted verification asks for. */
export interface AwardTerms {
  /** @param address what answered with the assertion; absent where it came with an image or a JWS */
  assertion(json: JsonObject, address?: string): ReadAssertion
  /** The BadgeClass and the issuer behind an assertion. */
  documents(assertion: ReadAssertion, verification: Verification): Promise<AwardDocuments>
}

/** The checks `proof` and `key`. */
type Checks = [proof: Check, key: Check]

const SPEC_HOSTED =
  'https://www.imsglobal.org/sites/default/files/Badges/OBv2p0Final/index.html#HostedBadge'
const SPEC_SCOPE =
  'https://www.imsglobal.org/sites/default/files/Badges/OBv2p0Final/index.html#VerificationObject'

/** `id`: the address of the assertion, as the baked or given copy states it. */
export async function verifyHosted(
  id: string,
  verification: Verification,
  terms: AwardTerms,
): Promise<HostedFinding> {
  const served = await readAtOwnAddress(id, verification, terms)
  if (served.outcome !== 'read') return served
  const { assertion, text, finalUrl } = served
  const host = new URL(finalUrl).host
  const documents = await terms.documents(assertion, verification)
  const proof = check('proof', 'passed', reason('hosted-copy-read', { host }), SPEC_HOSTED)
  if (documents.issuer === undefined) {
    const key = check('key', 'unknown', documents.problem ?? noIssuer(host), SPEC_SCOPE)
    return { outcome: 'unknown', checks: [proof, key], assertion: assertion.json, documents }
  }
  const assertionId = asId(assertion.json) ?? id
  const { issuer, issuerId } = documents
  const params = { host: hostOf(assertionId), issuerHost: hostOf(issuerId) }
  if (!inScope(assertionId, issuerId, issuer)) {
    const key = check('key', 'failed', reason('hosted-outside-scope', params), SPEC_SCOPE)
    return { outcome: 'outside-scope', assertion: assertion.json, documents, checks: [proof, key] }
  }
  // An open redirect on the issuer's host must not lend it to anybody. Nor does it show that the badge is
  // forged: the address is the issuer's, and what the issuer says there could not be read.
  if (!inScope(finalUrl, issuerId, issuer)) {
    const problem = reason('redirect-refused', { host: hostOf(assertionId) })
    return { ...unknown(problem), assertion: assertion.json, documents }
  }
  const key = check('key', 'passed', reason('hosted-in-scope', params), SPEC_SCOPE)
  return { outcome: 'served', assertion, text, documents, checks: [proof, key] }
}

type Served =
  | { outcome: 'read'; assertion: ReadAssertion; text: string; finalUrl: string }
  | Extract<HostedFinding, { outcome: 'revoked' | 'unknown' }>

/**
 * Reads the assertion at the address that it names as its own. Where a locator (a page, a mirror)
 * returns an assertion with another `id`, that `id` is asked, once.
 */
async function readAtOwnAddress(
  id: string,
  verification: Verification,
  terms: AwardTerms,
): Promise<Served> {
  const located = await readOnce(id, verification, terms)
  if (located.outcome !== 'read') return located
  const ownId = asId(located.assertion.json)
  if (ownId === undefined || sameAddress(ownId, id)) return named(located, id)
  const own = await readOnce(ownId, verification, terms)
  return own.outcome === 'read' ? named(own, ownId) : own
}

function named(served: Extract<Served, { outcome: 'read' }>, id: string): Served {
  const found = asId(served.assertion.json)
  if (found !== undefined && sameAddress(found, id)) return served
  return unknown(reason('hosted-id-differs', { expected: id, found: found ?? '' }))
}

async function readOnce(
  id: string,
  verification: Verification,
  terms: AwardTerms,
): Promise<Served> {
  if (!/^https?:\/\//i.test(id))
    return unknown(reason('property-invalid', { property: 'id', expected: 'https URL' }))
  const fetched = await fetchBadgeDocument(id, 'assertion', verification)
  if (!fetched.ok) return withoutDocument(id, fetched)
  const word = revocationWord(fetched.json)
  if (word === 'revoked') return revoked(id, fetched.json)
  if (word === 'unclear') return unknown(UNCLEAR_REVOCATION)
  const assertion = terms.assertion(fetched.json, fetched.url)
  // Its issuer revokes it in a list, and says nothing of that where the assertion lies.
  if (declaresSigned(assertion.json)) return unknown(reason('no-proof'))
  return { outcome: 'read', assertion, text: fetched.text, finalUrl: fetched.url }
}

/**
 * "If either the 410 Gone status or a response body declaring revoked true is returned, the
 * Assertion should be treated as revoked" (Open Badges 2.0, "Revoking a Hosted Assertion").
 */
function withoutDocument(id: string, { reason: problem, status, json }: NoDocument): Served {
  if (json !== undefined && revocationWord(json) === 'revoked') return revoked(id, json)
  if (status === 410) return { outcome: 'revoked', reason: reason('gone', { host: hostOf(id) }) }
  return unknown(problem)
}

function revoked(id: string, json: JsonObject): Served {
  const why = asString(json.revocationReason)
  const params = { host: hostOf(id), ...(why !== undefined && { reason: why }) }
  return { outcome: 'revoked', reason: reason('revoked', params), assertion: json }
}

function unknown(problem: Reason): Extract<Served, { outcome: 'unknown' }> {
  const key = check('key', 'not-applicable', reason('not-reached'), SPEC_SCOPE)
  return { outcome: 'unknown', checks: [check('proof', 'unknown', problem, SPEC_HOSTED), key] }
}

function noIssuer(host: string): Reason {
  return reason('issuer-document-unreadable', { host })
}

function hostOf(url: string): string {
  return new URL(url).host
}

function check(id: 'proof' | 'key', outcome: Check['outcome'], why: Reason, spec: string): Check {
  return { id, outcome, reasons: [why], spec }
}
