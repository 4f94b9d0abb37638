import { sameAddress } from '../http/address'
import { fetchDocument, type FetchedDocument } from '../http/fetch-document'
import { fetchBadgeDocument } from '../normalising/fetch-badge-document'
import { asArray, asId, asString, asStrings, isObject, typesOf } from '../reading/json-values'
import { reason, type Check, type Reason } from '../report'
import { validateRevocationList } from '../validation/award'
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
    {
      url,
      members: ['revokedAssertions'],
      names,
      issuerId,
      issuerRequired: false,
      spec: SPEC,
      read: fetchBadgeDocument,
      shapeOf: validateRevocationList,
    },
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
  /** Reads the list; as plain JSON where it is absent. */
  read?: typeof fetchDocument
  /** The check `format` of the list, where it is not as it should be. */
  shapeOf?: (list: JsonObject) => Check | undefined
}

/** Asks for a revocation list and looks for the credential in it. */
export async function judgeList(
  question: ListQuestion,
  verification: Verification,
): Promise<StatusFinding> {
  const { url, spec, names, read = fetchDocument } = question
  const unknown = (reasons: Reason[]): StatusFinding => ({
    currency: 'unknown',
    check: statusCheck('unknown', reasons, { subject: url, spec }),
  })
  if (names.length === 0) {
    return unknown([reason('property-missing', { property: 'id', expected: 'URI' })])
  }
  const fetched = await read(url, 'status', verification)
  if (!fetched.ok) return unknown(notObtained(url, fetched.reason))
  const host = new URL(fetched.url).hostname
  const problem = listProblem(fetched, question, host)
  if (problem) return unknown([problem])
  const foreign = foreignList(fetched.json, question, host)
  if (foreign) return unknown([foreign])

  const shape = question.shapeOf?.(fetched.json)
  const about = {
    freshUntil: freshFor(LONGEST_FRESHNESS, verification.now),
    ...(shape && { shape }),
  }
  const entries = question.members.flatMap((member) => asArray(fetched.json[member]))
  const entry = entries.find((candidate) => names.some((name) => revokes(candidate, name)))
  const unnamed = entries.some((candidate) => namesOf(candidate).length === 0)
  if (entry === undefined && unnamed)
    return unknown([malformed(host, 'revoked entry', 'id or uid')])
  if (entry === undefined) {
    const check = statusCheck('passed', [reason('not-revoked', { host })], { subject: url, spec })
    return { currency: 'current', check, ...about }
  }
  const why = asString(isObject(entry) ? entry.revocationReason : undefined)?.slice(
    0,
    LONGEST_REASON,
  )
  const revoked = reason('revoked', { host, ...(why !== undefined && { reason: why }) })
  return {
    currency: 'revoked',
    check: statusCheck('failed', [revoked], { subject: url, spec }),
    ...about,
  }
}

const LONGEST_REASON = 500

/** Any JSON object lacks our credential: what does not look like this revocation list says nothing. */
function listProblem(
  { json: list, url: answered }: FetchedDocument,
  { url: asked, members, issuerRequired }: ListQuestion,
  host: string,
): Reason | undefined {
  const present = members.filter((member) => Object.hasOwn(list, member))
  const types = typesOf(list)
  if (present.length === 0 && !types.some((type) => type.endsWith('RevocationList')))
    return reason('status-list-wrong-type', { host, type: (types[0] ?? 'JSON').slice(0, 200) })
  const id = asId(list)
  if (id !== undefined && ![asked, answered].some((address) => sameAddress(id, address)))
    return reason('status-list-differs', { host, found: id.slice(0, 200) })
  if (issuerRequired && asId(list.issuer) === undefined) return malformed(host, 'issuer', 'URI')
  const wrong = present.find((member) => !Array.isArray(list[member]))
  return wrong === undefined ? undefined : malformed(host, wrong, 'array')
}

function malformed(host: string, property: string, expected: string): Reason {
  return reason('status-list-malformed', { host, property, expected })
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
