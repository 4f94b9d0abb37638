/**
 * Which requests of a report, and which open needs, are about the badge's own copy: at the address that the badge
 * itself names, and where that sent on to.
 */
import { sameAddress } from '../verifier/http/address'
import type { Carrier, Need, RequestRecord, VerificationReport } from '../verifier/report'

/** HTTP statuses that send elsewhere (RFC 9110, section 15.4). */
const FIRST_REDIRECT = 300
const LAST_REDIRECT = 399

/** Where nothing at all was read yet, whatever would lead to the badge may be its copy. */
export function openNeed(report: VerificationReport, own: RequestRecord[]): Need | undefined {
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
export function ownRequests(report: VerificationReport): RequestRecord[] {
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
  return status >= FIRST_REDIRECT && status <= LAST_REDIRECT
}

/** A credential inside this one has an address of its own. */
function isOfPart(need: Need, { parts }: VerificationReport): boolean {
  return parts.some((part) => isNamed(need, part) || isOfPart(need, part))
}

function isAssertion({ purpose }: Need): boolean {
  return purpose === 'assertion'
}

/** The host that a reason names. */
export function hostIn(params: object): { host?: string } {
  return 'host' in params && typeof params.host === 'string' ? { host: params.host } : {}
}
