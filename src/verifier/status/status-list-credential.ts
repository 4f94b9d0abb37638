import { sameAddress } from '../http/address'
import { parseJson, readText } from '../http/json'
import type { Limits } from '../http/limits'
import { parseCompactJws } from '../proofs/jws'
import {
  asId,
  asNumber,
  asObjects,
  asString,
  asStrings,
  isObject,
  typesOf,
} from '../reading/json-values'
import { reason, type Reason } from '../report'
import type { JsonObject, ProofFinding } from '../verification'
import { expandList } from './encoded-list'
import { freshFor, LONGEST_FRESHNESS, notObtained, type StatusContext } from './status-method'
import { judgeDates } from './validity-period'
import { readMoment } from './moment'

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

/** Each list is asked for and proven once for a badge, however many entries point into it. */
const listsOf = new WeakMap<StatusContext, Map<string, Promise<ListRead>>>()

export function readStatusList(url: string, context: StatusContext): Promise<ListRead> {
  const lists = listsOf.get(context) ?? new Map<string, Promise<ListRead>>()
  listsOf.set(context, lists)
  const known = lists.get(url) ?? readAnew(url, context)
  lists.set(url, known)
  return known
}

/** Bitstring Status List 1.0, section 3.2, "Validate Algorithm", steps 3 to 6. */
async function readAnew(url: string, context: StatusContext): Promise<ListRead> {
  const { http, limits } = context.verification
  const options = { accept: ACCEPT, maxBytes: limits.jsonBytes }
  const answer = await http.get({ url, purpose: 'status' }, options)
  if (!answer.ok) return { reasons: notObtained(url, answer.reason) }
  const host = new URL(answer.url).hostname
  const unusable = (why: Reason): ListRead => ({
    reasons: [reason('status-not-obtained', { host }), why],
  })
  if (answer.status < 200 || answer.status > 299) {
    return unusable(reason('http-status', { host, status: answer.status }))
  }
  const read = readText(answer)
  if ('reason' in read) return unusable(read.reason)
  const credential = readCredential(read.text.trim(), context)
  if (!credential) return unusable(reason('answer-not-readable', { host }))
  if (credential.id !== undefined && !sameAddress(credential.id, url)) {
    return unusable(reason('property-invalid', { property: 'id', expected: url }))
  }
  return judgeCredential(credential, read.text.trim(), host, context)
}

async function judgeCredential(
  credential: ListCredential,
  text: string,
  host: string,
  context: StatusContext,
): Promise<ListRead> {
  const { issuerId, verification } = context
  if (!sameAddress(credential.issuer, issuerId)) {
    const listIssuer = credential.issuer
    return { reasons: [reason('status-list-foreign', { host, issuer: issuerId, listIssuer })] }
  }
  const proof = await context.proveListCredential(text, issuerId)
  if (proof.authenticity !== 'holds' || proof.questionable) {
    return { reasons: [reason('status-list-unproven', { host }), ...proofProblems(proof)] }
  }
  const { currency, check } = judgeDates(credential, verification.now)
  if (currency !== 'current') return { reasons: outOfDate(host, check.reasons) }
  const bits = await expandList(credential.encodedList, verification.limits.statusListBytes)
  if (!bits) {
    const why = reason('property-invalid', { property: 'encodedList', expected: 'gzip, base64url' })
    return { reasons: [reason('status-not-obtained', { host }), why] }
  }
  const { purposes } = credential
  return { list: { host, purposes, bits, freshUntil: freshness(credential, verification.now) } }
}

/** An expired list is named as such; the other dates keep their own reason. */
function outOfDate(host: string, reasons: Reason[]): Reason[] {
  const expired = reasons.find(({ code }) => code === 'expired')
  if (expired?.code === 'expired') {
    return [reason('status-list-expired', { host, date: expired.params.date })]
  }
  return [reason('status-not-obtained', { host }), ...reasons]
}

function proofProblems({ checks }: ProofFinding): Reason[] {
  return checks.filter(({ outcome }) => outcome !== 'passed').flatMap(({ reasons }) => reasons)
}

/** `ttl` is in milliseconds (section 3.1); no answer outlives the list itself. */
function freshness({ ttl, validUntil }: ListCredential, now: Date): string {
  const until = validUntil === undefined ? undefined : readMoment(validUntil)
  const left = until ? until.last - now.getTime() : LONGEST_FRESHNESS
  return freshFor(Math.min(ttl ?? LONGEST_FRESHNESS, left), now)
}

interface ListCredential {
  id: string | undefined
  issuer: string
  purposes: string[]
  encodedList: string
  ttl: number | undefined
  validFrom: string | undefined
  validUntil: string | undefined
}

/** Reads the very text that is proven: JSON, or the payload of a VC-JWT (VC 1.1 under `vc`). */
function readCredential(text: string, { verification }: StatusContext): ListCredential | undefined {
  const claims = readDocument(text, verification.limits)
  if (!claims) return undefined
  const document = isObject(claims.vc) ? claims.vc : claims
  const subject = asObjects(document.credentialSubject).find((candidate) =>
    typesOf(candidate).includes('BitstringStatusList'),
  )
  const issuer = asId(document.issuer) ?? asString(claims.iss)
  const encodedList = asString(subject?.encodedList)
  if (!subject || issuer === undefined || encodedList === undefined) return undefined
  return {
    id: asId(document),
    issuer,
    purposes: asStrings(subject.statusPurpose),
    encodedList,
    ttl: asNumber(subject.ttl),
    validFrom: dateOf(document, ['validFrom', 'issuanceDate']) ?? unixDate(claims.nbf),
    validUntil: dateOf(document, ['validUntil', 'expirationDate']) ?? unixDate(claims.exp),
  }
}

function readDocument(text: string, limits: Limits): JsonObject | undefined {
  if (!text.startsWith('{')) {
    const jws = parseCompactJws(text)
    return 'reason' in jws ? undefined : jws.payload
  }
  const parsed = parseJson(text, limits)
  return 'value' in parsed && isObject(parsed.value) ? parsed.value : undefined
}

/** A date of the wrong type stays a date that cannot be read. */
function dateOf(document: JsonObject, names: string[]): string | undefined {
  const name = names.find((candidate) => Object.hasOwn(document, candidate))
  if (name === undefined) return undefined
  const value = document[name]
  return typeof value === 'string' ? value : JSON.stringify(value)
}

function unixDate(value: JsonObject[string] | undefined): string | undefined {
  if (value === undefined) return undefined
  const date = new Date(typeof value === 'number' ? value * 1000 : NaN)
  return Number.isNaN(date.getTime()) ? JSON.stringify(value) : date.toISOString()
}
