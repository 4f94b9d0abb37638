/**
 * Does the issuer offer a newer copy? VC data model 2.0, section 5.4 (refreshing); Open Badges 3.0,
 * section 9.5 (refresh service), whose service gives the credential as it is now to a GET.
 */
import type { Answer } from '../http/guarded-fetch'
import { asDate, asId, asObjects, asSet, asString, typesOf } from '../reading/json-values'
import { reason, type Check, type Reason } from '../report'
import { readSecured, type SecuredCredential } from '../status/list-document'
import { readMoment } from '../status/moment'
import type { JsonObject, ProofFinding, Verification } from '../verification'
import { stable } from './compare-copies'

const SERVICE = '1EdTechCredentialRefresh'
const SPEC = 'https://www.imsglobal.org/spec/ob/v3p0/#refreshservice'
const ACCEPT = 'application/vc+ld+json, application/vc, application/json, text/plain'

export interface RefreshContext {
  /** DID or URL of the credential's issuer, whose proof is known to hold. */
  issuerId: string
  verification: Verification
  /** Verifies the proof of a copy against this issuer. */
  prove: (copy: SecuredCredential, issuerId: string) => Promise<ProofFinding>
}

/**
 * Asks the first service that is known, once. A newer copy is believed only where it has the same id
 * and issuer, is not older, and its own proof holds; nothing that it offers itself is followed.
 *
 * @returns one check, or none where the credential names no service
 */
export async function judgeRefresh(json: JsonObject, context: RefreshContext): Promise<Check[]> {
  const services = asSet(json.refreshService)
  if (services.length === 0) return []
  const known = asObjects(services).find((service) => typesOf(service).includes(SERVICE))
  const url = asId(known)
  if (url === undefined) return [check('unknown', [notSupported(asObjects(services))])]
  const { http, limits } = context.verification
  const options = { accept: ACCEPT, maxBytes: limits.jsonBytes }
  const answer = await http.get({ url, purpose: 'status' }, options)
  if (!answer.ok) return [notObtained(url, answer.reason)]
  return [await judgeAnswer(answer, json, context)]
}

async function judgeAnswer(
  answer: Answer,
  json: JsonObject,
  { issuerId, verification, prove }: RefreshContext,
): Promise<Check> {
  const { url, status } = answer
  const { host } = new URL(url)
  if (status === 410) return check('warned', [reason('refresh-gone', { host })])
  if (status !== 200) return notObtained(url, reason('http-status', { host, status }))
  const copy = readSecured(textOf(answer), verification.limits)
  if (copy === undefined) return notObtained(url, reason('answer-not-readable', { host }))
  if (saysTheSame(copy.json, json)) return check('passed', [reason('refresh-same', { host })])
  if (!isLaterCopy(copy.json, json)) return notObtained(url)
  const { authenticity, checks } = await prove(copy, issuerId)
  if (authenticity === 'holds') return check('warned', [reason('refresh-newer', { host })])
  const trouble = checks.find(({ outcome }) => outcome === 'failed' || outcome === 'unknown')
  return notObtained(url, trouble?.reasons[0])
}

/** A byte order mark and space around it are not part of a credential. */
function textOf({ bytes }: Answer): string {
  return new TextDecoder().decode(bytes).trim()
}

/** When it was made and how it is secured may change without a change in what it says. */
const NOT_COMPARED = [
  ...['proof', 'validFrom', 'issuanceDate'],
  ...['iss', 'sub', 'jti', 'nbf', 'exp', 'iat'],
]

function saysTheSame(copy: JsonObject, json: JsonObject): boolean {
  const [one, other] = [copy, json].map((each) =>
    stable(
      Object.fromEntries(Object.entries(each).filter(([name]) => !NOT_COMPARED.includes(name))),
    ),
  )
  return one === other
}

function isLaterCopy(copy: JsonObject, json: JsonObject): boolean {
  const id = asString(json.id)
  const isOfSame =
    id !== undefined && asString(copy.id) === id && asId(copy.issuer) === asId(json.issuer)
  return isOfSame && startOf(copy) >= startOf(json)
}

function startOf({ validFrom, issuanceDate }: JsonObject): number {
  return readMoment(asDate(validFrom ?? issuanceDate) ?? '')?.first ?? 0
}

function notSupported([service = {}]: JsonObject[]): Reason {
  return reason('refresh-not-supported', { type: (typesOf(service)[0] ?? '').slice(0, 100) })
}

function notObtained(url: string, why?: Reason): Check {
  if (why?.code === 'permission-needed') return check('unknown', [why])
  const host = URL.canParse(url) ? new URL(url).hostname : url.slice(0, 100)
  return check('unknown', [reason('refresh-not-obtained', { host }), ...(why ? [why] : [])])
}

function check(outcome: Check['outcome'], reasons: Reason[]): Check {
  return { id: 'refresh', outcome, reasons, spec: SPEC }
}
