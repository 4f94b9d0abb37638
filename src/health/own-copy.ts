/**
 * Which requests of a report, and which open needs, are about the badge's own copy: at the address that the badge
 * itself names, and where that sent on to.
 */
import { sameAddress } from '../verifier/http/address'
import type { Carrier, Need, RequestRecord, VerificationReport } from '../verifier/report'

/** Where nothing at all was read yet, whatever would lead to the badge may be its copy. */
export function openNeed(report: VerificationReport, own: RequestRecord[]): Need | undefined {
  const isUnread = own.length === 0 && !report.credential
  return report.needs
    .filter(isAssertion)
    .find((need) => isUnread || isNamed(need, report) || own.some((each) => leadsTo(each, need)))
}

/** What was asked at the badge's own address, and where that sent on to. */
export function ownRequests(report: VerificationReport): RequestRecord[] {
  const own: RequestRecord[] = []
  for (const each of report.requests.filter(isAssertion)) {
    const isOwn = report.credential ? isNamed(each, report) : isBakedAddress(each, report)
    if (isOwn || own.some((before) => leadsTo(before, each))) own.push(each)
  }
  return own
}

function leadsTo(before: RequestRecord, { url, from }: Need): boolean {
  return before.url === url || before.url === from
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

function isAssertion({ purpose }: Need): boolean {
  return purpose === 'assertion'
}

/** The host that a reason names. */
export function hostIn(params: object): { host?: string } {
  return 'host' in params && typeof params.host === 'string' ? { host: params.host } : {}
}
