import { sameAddress } from '../http/address'
import { fetchDocument } from '../http/fetch-document'
import { asArray, asId, asString, asStrings, isObject, typesOf } from '../reading/json-values'
import { reason, type Reason } from '../report'
import type { JsonObject, JsonValue, Verification } from '../verification'
import {
  freshFor,
  LONGEST_FRESHNESS,
  notObtained,
  statusCheck,
  type StatusFinding,
} from './status-method'

const SPEC =
  'https://www.imsglobal.org/sites/default/files/Badges/OBv2p0Final/index.html#RevocationList'

/**
 * Judges a signed Open Badges 2.0 assertion by the `revocationList` of its issuer's Profile
 * (Open Badges 2.0, "RevocationList").
 *
 * @param url the issuer's `revocationList`
 * @param assertion by what the list may name the assertion: its `id`, its `uid`, or both
 */
export async function judgeRevocationList(
  url: string,
  assertion: { id?: string | undefined; uid?: string | undefined },
  issuerId: string,
  verification: Verification,
): Promise<StatusFinding> {
  const names = [assertion.id, assertion.uid].filter((name) => name !== undefined)
  return judgeList(
    { url, members: ['revokedAssertions'], names, issuerId, issuerRequired: false, spec: SPEC },
    verification,
  )
}

/** A plain list of what was revoked, and what is looked for in it. */
export interface ListQuestion {
  url: string
  /** Names that the array of revoked things has. */
  members: string[]
  /** What the credential is called. */
  names: string[]
  issuerId: string
  /** Whether a list that names no issuer can speak; where its address comes from the issuer, it can. */
  issuerRequired: boolean
  spec: string
}

/** Asks for a revocation list and looks for the credential in it. */
export async function judgeList(
  question: ListQuestion,
  verification: Verification,
): Promise<StatusFinding> {
  const { url, spec, names } = question
  const unknown = (reasons: Reason[]): StatusFinding => ({
    currency: 'unknown',
    check: statusCheck('unknown', reasons, { subject: url, spec }),
  })
  if (names.length === 0) {
    return unknown([reason('property-missing', { property: 'id', expected: 'URI' })])
  }
  const fetched = await fetchDocument(url, 'status', verification)
  if (!fetched.ok) return unknown(notObtained(url, fetched.reason))
  const host = new URL(fetched.url).hostname
  const problem = listProblem(fetched.json, question, host)
  if (problem) return unknown([reason('status-not-obtained', { host }), problem])
  const foreign = foreignList(fetched.json, question, host)
  if (foreign) return unknown([foreign])

  const entries = question.members.flatMap((member) => asArray(fetched.json[member]))
  const entry = entries.find((candidate) => names.some((name) => revokes(candidate, name)))
  const freshUntil = freshFor(LONGEST_FRESHNESS, verification.now)
  const unnamed = entries.some((candidate) => namesOf(candidate).length === 0)
  if (entry === undefined && unnamed) {
    const invalid = reason('property-invalid', { property: 'revoked entry', expected: 'id or uid' })
    return unknown([reason('status-not-obtained', { host }), invalid])
  }
  if (entry === undefined) {
    const check = statusCheck('passed', [reason('not-revoked', { host })], { subject: url, spec })
    return { currency: 'current', check, freshUntil }
  }
  const why = asString(isObject(entry) ? entry.revocationReason : undefined)
  const revoked = reason('revoked', { host, ...(why !== undefined && { reason: why }) })
  return {
    currency: 'revoked',
    check: statusCheck('failed', [revoked], { subject: url, spec }),
    freshUntil,
  }
}

/** Any JSON object lacks our credential: what does not look like a revocation list says nothing. */
function listProblem(list: JsonObject, { members, issuerRequired }: ListQuestion, host: string) {
  if (issuerRequired && asId(list.issuer) === undefined) {
    return reason('property-missing', { property: 'issuer', expected: 'URI' })
  }
  const present = members.filter((member) => Object.hasOwn(list, member))
  const declared = typesOf(list).some((type) => type.endsWith('RevocationList'))
  if (present.length === 0 && !declared) return reason('answer-not-readable', { host })
  const wrong = present.find((member) => !Array.isArray(list[member]))
  return wrong && reason('property-invalid', { property: wrong, expected: 'array' })
}

function foreignList(list: JsonObject, { issuerId }: ListQuestion, host: string) {
  const listIssuer = asId(list.issuer)
  if (listIssuer === undefined || sameAddress(listIssuer, issuerId)) return undefined
  return reason('status-list-foreign', { host, issuer: issuerId, listIssuer })
}

/** `revoked: false` takes an entry back. */
function revokes(entry: JsonValue, name: string): boolean {
  if (isObject(entry) && entry.revoked === false) return false
  return namesOf(entry).some((id) => sameAddress(id, name))
}

/** Entries are ids, or objects with `id` or `uid`; none where it cannot be told what is revoked. */
function namesOf(entry: JsonValue): string[] {
  if (typeof entry === 'string') return [entry]
  if (!isObject(entry)) return []
  return [entry.id, entry['@id'], entry.uid].flatMap(asStrings)
}
