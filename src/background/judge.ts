import type { Content } from '../platform/database'
import {
  verifyBadge,
  type BadgeSource,
  type Need,
  type EscoLookup,
  type TrustList,
  type VerificationReport,
} from '../verifier'
import { isOfLater } from '../verifier/judge-again'
import { withoutListVersions } from '../verifier/issuers/trust-lists'
import { sha256 } from '../verifier/digest'
import type { TrustedLists } from '../verifier/trusted-lists/trusted-lists'
import type { Spent } from '../verifier/http/spent'
import { usedLists } from '../verifier/trusted-lists/used-lists'
import type { ShownPicture } from '../verifier/environment'
import type { BadgeEntry } from './badge-entry'
import { decodePicture } from './decode-picture'

/** What a check may do beyond looking at the bytes. */
export interface Reach {
  fetch: typeof globalThis.fetch
  ask(need: Need): Promise<boolean>
  signal: AbortSignal
  /** Lists that the user trusts. */
  trustLists: TrustList[]
  /** Where ESCO is looked up; absent: nowhere. */
  esco?: EscoLookup | undefined
  /** Where EU trusted lists are looked up; absent: nowhere. */
  trustedLists?: TrustedLists | undefined
  /** What was asked for the same badge before. */
  spent?: Spent
}

/** Judges what the bytes alone can tell. Nobody is asked. */
export function judgeOffline(
  content: Content,
  url: string,
  { signal, trustLists, esco, trustedLists }: Omit<Reach, 'fetch' | 'ask'>,
): Promise<VerificationReport> {
  return judgeContent(content, url, {
    fetch: () => Promise.reject(new TypeError('Offline: nobody may be asked')),
    ask: () => Promise.resolve(false),
    ...{ signal, trustLists, esco, trustedLists },
  })
}

/** Whether nothing that could be asked would make a difference. What ESCO would say changes no verdict. */
export function isDecided({ kind, needs, verdict }: VerificationReport): boolean {
  const isOpen = needs.some(({ purpose }) => purpose !== 'esco')
  return !isOpen || (verdict === 'invalid' && kind !== 'presentation')
}

/** Without ESCO, a trusted list and the issuer's picture there is still a whole verdict. */
export function isVital({ purpose }: Need): boolean {
  return purpose !== 'esco' && purpose !== 'artwork' && purpose !== 'list'
}

/**
 * Judges with everything that the hosts asked have to say. `shown`: the picture that people see, where it
 * is not the one that the content is.
 */
export async function judgeContent(
  content: Content,
  url: string,
  reach: Reach,
  shown: ShownPicture | undefined = content.shown && { bytes: content.shown },
): Promise<VerificationReport> {
  const { original } = content
  const source = sourceOf(content, original?.url ?? url)
  const report = await judge({ ...source, ...(shown && { shown }) }, reach)
  return original ? { ...report, trail: original.trail } : report
}

/** Judges the file at an address. */
export function judgeAddress(url: string, reach: Reach): Promise<VerificationReport> {
  return judge({ url }, reach)
}

async function judge(source: BadgeSource, reach: Reach): Promise<VerificationReport> {
  const { esco, trustedLists, ...rest } = reach
  const used = trustedLists && usedLists(trustedLists)
  const lookups = { ...(esco && { esco }), ...(used && { trustedLists: used.lists }) }
  const world = { ...rest, ...lookups, decodePicture }
  const report = await verifyBadge(source, { ...world, now: () => new Date() })
  return { ...report, versions: { ...report.versions, ...used?.versions() } }
}

/**
 * The address goes along only where the worker itself read the bytes from it. A page could otherwise
 * hand over a document of its own as the one that a famous host publishes.
 */
function sourceOf({ bytes, complete, fromPage }: Content, url: string): BadgeSource {
  return { bytes, incomplete: !complete, ...(fromPage !== true && { url }) }
}

/**
 * Names a report: `CREDENTIAL` or `CREDENTIAL.IMAGE`. The first part stands for the credential, how
 * the file carried it and in which picture, which tomorrow may be another, and the versions of what it was
 * judged with (but for lists: who vouches for an issuer is judged again whenever it is shown); where there
 * was no credential to read, or it was searched out for a picture, it stands for that one image or file too. The
 * second part is the hash of the image, which is not kept.
 */
export async function reportKey(report: VerificationReport, entry: BadgeEntry): Promise<string> {
  const { source, versions, credential, checks } = report
  // What ESCO says belongs to each finding, with its own version.
  const { esco: _ofFindings, ...judgedWith } = withoutListVersions(versions)
  const isShared = credential !== undefined && report.trail === undefined
  const parts = [
    source.sha256,
    source.carrier,
    source.imageSha256,
    checks.filter(({ id }) => id === 'carrier'),
    Object.entries(judgedWith).toSorted(([a], [b]) => (a < b ? -1 : 1)),
    isShared ? '' : [entry.contentHash ?? entry.url, entry.shownHash],
  ]
  const key = await sha256(new TextEncoder().encode(JSON.stringify(parts)))
  return source.imageSha256 === undefined ? key : `${key}.${source.imageSha256}`
}

/** Until when an answer stands that does not say so itself, e.g. an issuer's key: a day. */
const DEFAULT_FRESHNESS_MS = 24 * 60 * 60 * 1000

/** An endorsement that could not be checked is not counted, and not worth asking again each time. */
function nested({ parts }: VerificationReport): VerificationReport[] {
  return parts.filter(({ place }) => place?.role !== 'endorsement')
}

/** Whether a kept report may stand for the present without asking anybody again. */
export function isFresh(report: VerificationReport, now: Date): boolean {
  const { verdict, currency, needs, checkedAt, freshUntil } = report
  // "Could not check" is worth another try, and is nothing to build on.
  if (verdict === 'unverifiable' || verdict === 'none') return false
  if (currency === 'unknown' || needs.some(isVital) || isOfLater(report, now)) return false
  if (!nested(report).every((part) => isFresh(part, now))) return false
  const until = freshUntil ?? new Date(checkedAt).getTime() + DEFAULT_FRESHNESS_MS
  return now < new Date(until)
}
