/**
 * Signed verification. Open Badges 2.0, "Verification" → "Signed": a compact JWS whose key the
 * issuer's own Profile lists in `publicKey` and whose `owner` is the issuer.
 */
import { sameAddress } from '../http/address'
import { importPem } from '../keys/public-key'
import { fetchBadgeDocument } from '../normalising/fetch-badge-document'
import { asArray, asDate, asId, asObject, asString, isObject } from '../reading/json-values'
import { reason, type Check, type Reason } from '../report'
import { readMoment } from '../status/moment'
import type { JsonObject, JsonValue, ProofFinding, Verification } from '../verification'
import { readAwardDocuments, type AwardDocuments } from './issuer-of-award'
import { verifyJws, type ParsedJws } from './jws'

const SPEC =
  'https://www.imsglobal.org/sites/default/files/Badges/OBv2p0Final/index.html#SignedBadge'

export interface SignedFinding extends ProofFinding {
  documents: AwardDocuments
}

export interface SignedAward {
  jws: ParsedJws
  assertion: JsonObject
  /** As its own address answers. */
  issuer: JsonObject
  issuerId: string
}

/** Where a generation of Open Badges says which key signed, and who the issuer is. */
export interface SigningTerms {
  documents: (assertion: JsonObject, verification: Verification) => Promise<AwardDocuments>
  findKey: (award: SignedAward, verification: Verification) => Promise<Key>
}

export async function verifySigned(
  jws: ParsedJws,
  assertion: JsonObject,
  verification: Verification,
  { documents: read, findKey }: SigningTerms = {
    documents: readAwardDocuments,
    findKey: listedKey,
  },
): Promise<SignedFinding> {
  const { algorithm } = jws
  const documents = await read(assertion, verification)
  if (documents.issuer === undefined)
    return { documents, ...undecided(documents.problem ?? noIssuer(documents.issuerId)) }
  const { issuer, issuerId } = documents
  const key = await findKey({ jws, assertion, issuer, issuerId }, verification)
  if ('foreign' in key) return { documents, ...foreign(key.foreign) }
  if ('problem' in key) return { documents, ...undecided(key.problem) }
  return { documents, ...(await judgeSignature(jws, key, algorithm, issuerId)) }
}

/** A key that speaks for the issuer, why there is none, or that it is somebody else's. */
export type Key =
  { method: string; pem: string; until?: string } | { problem: Reason } | { foreign: Reason }

/**
 * The key that the assertion names must be one that the issuer's own document lists; a key that is
 * merely named, or embedded in the assertion, proves nothing.
 */
async function listedKey(
  { jws, assertion, issuer, issuerId }: SignedAward,
  verification: Verification,
): Promise<Key> {
  const listed = asArray(issuer.publicKey)
  const declared = asObject(assertion.verification)
  const named = asId(declared?.creator) ?? asString(jws.header.kid)
  const onlyKey = listed.length === 1 ? asId(listed[0]) : undefined
  const method = named ?? onlyKey
  if (method === undefined)
    return {
      problem: reason('property-missing', { property: 'verification.creator', expected: 'URL' }),
    }
  const entry = listed.find((item) => sameAddress(asId(item) ?? '', method))
  if (entry === undefined)
    return { foreign: reason('key-not-issuers', { issuer: issuerId, method }) }
  if (isObject(entry) && typeof entry.publicKeyPem === 'string')
    return ownedKey(entry, method, issuerId, verification.now)
  const fetched = await fetchBadgeDocument(method, 'key', verification)
  if (!fetched.ok) return { problem: fetched.reason }
  return ownedKey(fetched.json, method, issuerId, verification.now)
}

function ownedKey(key: JsonObject, method: string, issuerId: string, now: Date): Key {
  const owners = asArray(key.owner).map((owner) => asId(owner) ?? '')
  const isIssuers = owners.length === 0 || owners.some((owner) => sameAddress(owner, issuerId))
  const id = asId(key)
  if (!isIssuers || (id !== undefined && !sameAddress(id, method)))
    return { foreign: reason('key-not-issuers', { issuer: issuerId, method }) }
  if (hasEnded(key.revoked, now) || hasEnded(key.expires, now))
    return { foreign: reason('key-revoked', { issuer: issuerId, method, date: endOf(key) }) }
  const pem = asString(key.publicKeyPem)
  const until = endOf(key)
  if (pem !== undefined) return { method, pem, ...(until !== '' && { until }) }
  return { problem: reason('property-missing', { property: 'publicKeyPem', expected: 'PEM' }) }
}

/** An end that cannot be read counts as having come: the issuer meant to end the key. */
function hasEnded(value: JsonValue | undefined, now: Date): boolean {
  if (value === false) return false
  const date = asDate(value)
  const moment = date === undefined ? undefined : readMoment(date)
  return date !== undefined && (moment === undefined || moment.first <= now.getTime())
}

function endOf({ revoked, expires }: JsonObject): string {
  return asString(revoked) ?? asString(expires) ?? ''
}

async function judgeSignature(
  jws: ParsedJws,
  { method, pem, until }: Extract<Key, { pem: string }>,
  suite: string,
  issuer: string,
): Promise<ProofFinding> {
  const key = await importPem(pem)
  if ('reason' in key) return undecided(key.reason)
  const listed = check('key', 'passed', reason('key-listed-by-issuer', { issuer, method }))
  if (await verifyJws(jws, key)) {
    const proof = check('proof', 'passed', reason('signature-holds', { suite, method }))
    const keyUntil = until === undefined ? {} : { keyUntil: until }
    return { authenticity: 'holds', questionable: false, checks: [proof, listed], ...keyUntil }
  }
  return refused(reason('altered', { suite }))
}

function undecided(problem: Reason): ProofFinding {
  const proof = check('proof', 'unknown', problem)
  const key = check('key', 'unknown', problem)
  return { authenticity: 'unknown', questionable: false, checks: [proof, key] }
}

function refused(problem: Reason): ProofFinding {
  const key = check('key', 'not-applicable', reason('not-reached'))
  return {
    authenticity: 'fails',
    questionable: false,
    checks: [check('proof', 'failed', problem), key],
  }
}

function foreign(problem: Reason): ProofFinding {
  const proof = check('proof', 'not-applicable', reason('not-reached'))
  return {
    authenticity: 'fails',
    questionable: false,
    checks: [proof, check('key', 'failed', problem)],
  }
}

function noIssuer(issuerId: string): Reason {
  return reason('issuer-document-unreadable', { host: issuerId })
}

function check(id: 'proof' | 'key', outcome: Check['outcome'], why: Reason): Check {
  return { id, outcome, reasons: [why], spec: SPEC }
}
