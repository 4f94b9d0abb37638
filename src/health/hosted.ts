import { sameAddress } from '../verifier/http/address'
import type { Carrier, Check, Need, RequestRecord, VerificationReport } from '../verifier/report'
import type { HealthFinding } from './health'

/**
 * Whether the issuer's own copy is still where the badge says. A badge that is signed needs none: what was asked
 * for in the search for it is no copy that anybody relies on.
 */
export function hostedHealth(report: VerificationReport): HealthFinding {
  const { authenticity, checks } = report
  const topic = 'hosted'
  const reasons = checks.flatMap((check) => check.reasons)
  const gone = reasons.find(({ code }) => code === 'gone')
  if (gone) return { topic, state: 'look', code: 'hosted-gone', ...hostIn(gone.params) }
  const differs = checks.find(({ id, outcome }) => id === 'copy' && outcome === 'warned')
  if (differs) {
    const [reason] = differs.reasons
    return { topic, state: 'look', code: 'hosted-differs', ...(reason && { reason }) }
  }
  const read = reasons.find(({ code }) => code === 'hosted-copy-read')
  if (authenticity === 'holds')
    return read
      ? { topic, state: 'ok', code: 'hosted-reachable', ...hostIn(read.params) }
      : isSigned(report)
        ? { topic, state: 'ok', code: 'hosted-not-needed' }
        : { topic, state: 'unknown', code: 'hosted-unknown' }
  return unprovenCopy(report)
}

/**
 * Only what the badge itself names as its address is its issuer's copy: a link in a page may lead to a file
 * of the learner's. What answers there proves nothing by itself, and what is signed needs it not.
 */
function unprovenCopy(report: VerificationReport): HealthFinding {
  const topic = 'hosted'
  const own = ownRequests(report)
  const open = openNeed(report, own)
  if (open) return { topic, state: 'unknown', code: 'hosted-not-asked', host: open.host }
  const last = own.at(-1)
  if (last === undefined) return { topic, state: 'unknown', code: 'hosted-unknown' }
  const { host, status } = last
  if (isRevoked(report.checks)) return { topic, state: 'look', code: 'hosted-revoked', host }
  if (status === 404 || status === 410) return { topic, state: 'look', code: 'hosted-gone', host }
  return status !== undefined && status < FIRST_ERROR
    ? { topic, state: 'unknown', code: 'hosted-unknown' }
    : { topic, state: 'unknown', code: 'hosted-no-answer', host }
}

/** HTTP statuses from the first on send elsewhere; from the second on they are no answer (RFC 9110, section 15). */
const FIRST_REDIRECT = 300
const FIRST_ERROR = 400

/** Where nothing at all was read yet, whatever would lead to the badge may be its copy. */
function openNeed(report: VerificationReport, own: RequestRecord[]): Need | undefined {
  const { credential, needs } = report
  const last = own.at(-1)
  return needs.filter(isAssertion).find((need) => {
    if (last === undefined && !credential) return true
    // What a redirect that the browser hid led to is known only once it was asked.
    if (isNamed(need, report) || own.some(({ url }) => url === need.url)) return true
    return last !== undefined && isRedirect(last) && !isOfPart(need, report)
  })
}

/** What was asked at the badge's own address, and where it sent on to: that stands right behind it in the record. */
function ownRequests(report: VerificationReport): RequestRecord[] {
  const own: RequestRecord[] = []
  const asked = report.requests.filter(isAssertion)
  for (const [index, each] of asked.entries()) {
    const isNext = own.length > 0 && own.at(-1) === asked[index - 1]
    if (isOwnRequest(each, report) || (isNext && isHop(own, each) && !isOfPart(each, report)))
      own.push(each)
  }
  return own
}

function isOwnRequest(each: RequestRecord, report: VerificationReport): boolean {
  return report.credential ? isNamed(each, report) : isBakedAddress(each, report)
}

/** What is asked is an address without its fragment. */
function isNamed({ url }: Need, { credential }: VerificationReport): boolean {
  const [id] = credential?.id?.split('#', 1) ?? []
  return id !== undefined && sameAddress(url, id)
}

/**
 * Of a picture that holds no more than an address, only what came of asking there is kept. The picture itself, and
 * what a search for the badge asked, are in the record as well.
 */
function isBakedAddress(
  { host, status }: RequestRecord,
  { source, checks }: VerificationReport,
): boolean {
  if (!isPicture(source.carrier) || source.text !== undefined) return false
  const [why] = checks.find(({ id }) => id === 'carrier')?.reasons ?? []
  if (why === undefined || hostIn(why.params).host !== host) return false
  return why.code === 'http-status' ? why.params.status === status : true
}

function isPicture(carrier: Carrier): boolean {
  return carrier === 'svg' || carrier.startsWith('png')
}

/** A browser hides where it was sent on to: then the end alone is recorded, with the answer that came from there. */
function isHop(before: RequestRecord[], { host, status, ms }: RequestRecord): boolean {
  const [hidden, last] = before.slice(-2)
  if (isRedirect(before.at(-1))) return true
  const isHidden = hidden?.status === undefined && hidden?.url === last?.url
  return (
    isHidden && status !== undefined && status === last?.status && ms === 0 && host !== last.host
  )
}

function isRedirect(request: RequestRecord | undefined): boolean {
  const { status = 0 } = request ?? {}
  return status >= FIRST_REDIRECT && status < FIRST_ERROR
}

/** A credential inside this one has an address of its own. */
function isOfPart(need: Need, { parts }: VerificationReport): boolean {
  return parts.some((part) => isNamed(need, part) || isOfPart(need, part))
}

function isAssertion({ purpose }: Need): boolean {
  return purpose === 'assertion'
}

function isRevoked(checks: Check[]): boolean {
  return checks.some(
    ({ id, reasons }) => id === 'status' && reasons.some(({ code }) => code === 'revoked'),
  )
}

function isSigned({ checks }: VerificationReport): boolean {
  return checks.some(
    ({ id, outcome, reasons }) =>
      id === 'proof' &&
      outcome === 'passed' &&
      reasons.some(({ code }) => code === 'signature-holds' || code === 'seal-holds'),
  )
}

function hostIn(params: object): { host?: string } {
  return 'host' in params && typeof params.host === 'string' ? { host: params.host } : {}
}
