import { sameAddress } from '../http/address'
import { readText } from '../http/json'
import { typesOf } from '../reading/json-values'
import { reason, type Reason } from '../report'
import type { JsonObject, ProofFinding } from '../verification'
import { expandList } from './encoded-list'
import {
  readListCredential,
  readSecured,
  type ListCredential,
  type SecuredCredential,
} from './list-document'
import { readMoment } from './moment'
import { freshFor, LONGEST_FRESHNESS, notObtained, type StatusContext } from './status-method'
import { judgeDates } from './validity-period'

/** A status list whose own proof holds and whose issuer is the credential's. */
export interface StatusList {
  host: string
  purposes: string[]
  bits: Uint8Array
  /** ISO 8601. */
  freshUntil: string
}

export type ListRead = { list: StatusList } | { reasons: Reason[] }

const ACCEPT =
  'application/vc, application/vc+jwt, application/vc+ld+json, application/ld+json, application/json'

/**
 * Each list is asked for and proven once for a badge, however many entries of however many credentials
 * inside it point into it: they share the way to the network, which is the key. What proves a list to one
 * of them need not prove it to another.
 */
const listsOf = new WeakMap<object, Map<string, Promise<ListRead>>>()

/** @param type of the list, without `Credential` */
export function readStatusList(
  url: string,
  type: string,
  context: StatusContext,
): Promise<ListRead> {
  const { get } = context.verification.http
  const lists = listsOf.get(get) ?? new Map<string, Promise<ListRead>>()
  listsOf.set(get, lists)
  const key = JSON.stringify([url, type, context.issuerId, context.provenBy])
  const known = lists.get(key) ?? readAnew(url, type, context)
  lists.set(key, known)
  return known
}

/** Bitstring Status List 1.0, section 3.2, "Validate Algorithm", steps 3 to 6. */
async function readAnew(url: string, type: string, context: StatusContext): Promise<ListRead> {
  const { http, limits } = context.verification
  const options = { accept: ACCEPT, maxBytes: limits.jsonBytes }
  const answer = await http.get({ url, purpose: 'status' }, options)
  if (!answer.ok) return { reasons: notObtained(url, answer.reason) }
  const host = new URL(answer.url).hostname
  const silent = (why: Reason): ListRead => ({
    reasons: [reason('status-not-obtained', { host }), why],
  })
  if (answer.status < 200 || answer.status > 299)
    return silent(reason('http-status', { host, status: answer.status }))
  const read = readText(answer)
  if ('reason' in read) return silent(read.reason)
  const secured = readSecured(read.text.trim(), limits)
  if (!secured) return silent(reason('answer-not-readable', { host }))
  const credential = readListCredential(secured.json, type)
  if (!credential) return { reasons: [wrongType(secured.json, host)] }
  const { id } = credential
  if (id !== undefined && !sameAddress(id, url))
    return { reasons: [reason('status-list-differs', { host, found: id.slice(0, LONGEST_SHOWN) })] }
  return judgeCredential(credential, secured, host, context)
}

const LONGEST_SHOWN = 200

function wrongType(json: JsonObject, host: string): Reason {
  const type = typesOf(json).at(-1) ?? 'JSON'
  return reason('status-list-wrong-type', { host, type: type.slice(0, LONGEST_SHOWN) })
}

async function judgeCredential(
  credential: ListCredential,
  secured: SecuredCredential,
  host: string,
  context: StatusContext,
): Promise<ListRead> {
  const { issuerId, verification } = context
  const { issuer: listIssuer, encodedList, purposes } = credential
  if (listIssuer === undefined) return malformed(host, 'issuer', 'URL or object')
  // Whoever seals a list proves to be the sealer, and nothing of what it calls its issuer.
  if (secured.sealed === undefined && !sameAddress(listIssuer, issuerId))
    return { reasons: [reason('status-list-foreign', { host, issuer: issuerId, listIssuer })] }
  const proof = await context.proveListCredential(secured, issuerId)
  if (proof.authenticity !== 'holds' || proof.questionable)
    return { reasons: [reason('status-list-unproven', { host }), ...proofProblems(proof)] }
  const { currency, check } = judgeDates(credential, verification.now)
  if (currency !== 'current') return { reasons: check.reasons.map((why) => ofList(why, host)) }
  const bits = await expandList(encodedList ?? '', verification.limits.statusListBytes)
  if (!bits) return malformed(host, 'encodedList', 'gzip, base64url')
  const freshUntil = freshness(credential, proof, verification.now)
  return { list: { host, purposes, bits, freshUntil } }
}

/** What dates say of a list is not said of the credential. */
function ofList(why: Reason, host: string): Reason {
  switch (why.code) {
    case 'expired':
      return reason('status-list-expired', { host, date: why.params.date })
    case 'not-yet-valid':
      return reason('status-list-not-yet-valid', { host, date: why.params.date })
    case 'property-invalid':
      return reason('status-list-malformed', { host, ...why.params })
    default:
      return why
  }
}

function malformed(host: string, property: string, expected: string): ListRead {
  return { reasons: [reason('status-list-malformed', { host, property, expected })] }
}

function proofProblems({ checks }: ProofFinding): Reason[] {
  return checks.filter(({ outcome }) => outcome !== 'passed').flatMap(({ reasons }) => reasons)
}

/** `ttl` is in milliseconds (section 3.1); no answer outlives the list itself, its proof or the key of that. */
function freshness(
  { ttl = LONGEST_FRESHNESS, validUntil }: ListCredential,
  { proofUntil, keyEnds }: ProofFinding,
  now: Date,
): string {
  const momentsOf = (...ends: (string | undefined)[]) =>
    ends.flatMap((end) => (end === undefined ? [] : (readMoment(end) ?? [])))
  const ends = [
    ...momentsOf(validUntil).map(({ last }) => last),
    ...momentsOf(proofUntil, keyEnds?.expires, keyEnds?.revoked).map(({ first }) => first),
  ]
  return freshFor(Math.min(ttl, ...ends.map((end) => end - now.getTime())), now)
}
