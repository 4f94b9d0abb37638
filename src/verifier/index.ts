/** The only door of the verifier: credential bytes in, report out. */
import { withAlignments } from './alignments/with-alignments'
import { withArtwork } from './artwork/judge-artwork'
import { assembleReport } from './assemble-report'
import { sha256 } from './digest'
import type { BadgeSource, VerifierEnvironment } from './environment'
import { FORMATS } from './formats'
import { createGuardedFetch } from './http/guarded-fetch'
import { LIMITS } from './http/limits'
import { decidedBy, notReached, type Document, type Judgement } from './judging/judgement'
import { openEmbedded, openSource, type OpenedSource } from './open-source'
import { formatCheck, notSupported, readDocument } from './read-document'
import { reason, type ReportKind, type VerificationReport } from './report'
import type { Verification } from './verification'

export type { EscoLookup } from './alignments/esco-lookup'
export type { BadgeSource, TrustList, VerifierEnvironment } from './environment'
export type { ListProblem, NamedRegistry, ReadList } from './issuers/list-format'
export { MOST_LIST_TEXT, readTrustList } from './issuers/read-list'
export type * from './report'
export type * from './credential'
export { compareRecipient, judgeAgain } from './judge-again'
export { personIdentities } from './recipients/person'
export { VERIFIER_VERSION } from './version'

/**
 * Verifies one badge. Bad input is a report, never an exception; the only things thrown are the
 * reason of `environment.signal` when it aborts, and programming errors.
 */
export async function verifyBadge(
  source: BadgeSource,
  environment: VerifierEnvironment,
): Promise<VerificationReport> {
  const verification = begin(environment)
  const opened = await openSource(source, verification)
  environment.onProgress?.(opened.check)
  const report = await reportOn(opened, verification)
  for (const check of report.checks.slice(1)) environment.onProgress?.(check)
  return withAlignments(report, verification)
}

function begin(environment: VerifierEnvironment): Verification {
  const limits = { ...LIMITS, ...environment.limits }
  const http = createGuardedFetch(environment, limits)
  const now = environment.now?.() ?? new Date()
  return withParts({ environment, now, limits, http })
}

async function reportOn(
  opened: OpenedSource,
  verification: Verification,
): Promise<VerificationReport> {
  const { judgement: judged, format } = await judge(opened, verification)
  const isWhole = opened.carrier !== 'embedded'
  const judgement = isWhole ? await withArtwork(judged, opened.shown, verification) : judged
  const text = opened.text ?? ''
  const { servedText: served } = judgement
  const source = {
    sha256: await sha256(new TextEncoder().encode(text)),
    ...(opened.imageSha256 !== undefined && { imageSha256: opened.imageSha256 }),
    carrier: opened.carrier,
    ...(opened.text !== undefined && { text }),
    ...(isWhole && served !== undefined && served !== opened.text && { servedText: served }),
  }
  return assembleReport(judgement, format, opened, source, verification)
}

/** Lets what is judged judge what stands inside it, through the same guarded fetch and the same limits. */
function withParts(
  base: Omit<Verification, 'judgePart'>,
  seen = { count: 0 },
  depth = 0,
): Verification {
  const { partDepth, parts } = base.limits
  const judgePart: Verification['judgePart'] = async (part) => {
    if (depth >= partDepth || seen.count >= parts) return undefined
    seen.count++
    // What a part asks for is listed once, in the outermost report.
    const http = { get: base.http.get, needs: [], requests: [] }
    const text = typeof part === 'string' ? part : JSON.stringify(part)
    return reportOn(openEmbedded(text), withParts({ ...base, http }, seen, depth + 1))
  }
  return { ...base, judgePart }
}

interface Judged {
  judgement: Judgement
  format?: string
}

async function judge(opened: OpenedSource, verification: Verification): Promise<Judged> {
  if (opened.text === undefined) return { judgement: withoutText(opened) }
  const document = readDocument(opened.text, verification.limits)
  if ('check' in document) {
    const [why] = document.check.reasons
    // A list is about something else as well, unless it holds what could be credentials.
    const isOther = why?.code === 'not-a-credential' && !OF_CREDENTIALS.test(opened.text)
    return { judgement: decidedBy(document.check, isOther ? kindOfOther(opened) : 'credential') }
  }
  const located = opened.locatedAt === undefined ? {} : { locatedAt: opened.locatedAt }
  const judged = await judgeDocument({ ...document, ...located }, verification)
  // A file of JSON about something else is no badge; baked into an image it is a broken one.
  return (
    judged ?? {
      judgement: decidedBy(formatCheck(reason('not-a-credential')), kindOfOther(opened)),
    }
  )
}

/** In a list: JSON-LD, an assertion of Open Badges 1, or a JWT. */
const OF_CREDENTIALS = /"@context"|"recipient"|"eyJ/

/** Carriers that may hold anything. */
const FILES: OpenedSource['carrier'][] = ['json', 'url', 'pdf']

function kindOfOther({ carrier }: OpenedSource): ReportKind {
  return FILES.includes(carrier) ? 'none' : 'credential'
}

async function judgeDocument(
  document: Document,
  verification: Verification,
): Promise<Judged | undefined> {
  for (const candidate of FORMATS) {
    const format = candidate.recognise(document)
    if (format === undefined) continue
    // Other formats would judge the payload by what stands in it, as if nobody had sealed it.
    if (document.sealed && !candidate.judgesSeals)
      return { judgement: decidedBy(notSupported('JAdES'), 'credential'), format }
    const judgement = await candidate.judge(document, format, verification)
    verification.environment.signal?.throwIfAborted()
    return { judgement, format }
  }
  return undefined
}

/** No credential text: nothing was found, or it could not be obtained. 410 is the host's "withdrawn". */
function withoutText({ check, empty }: OpenedSource): Judgement {
  const gone = check.reasons[0]?.code === 'gone'
  return {
    kind: empty === true ? 'none' : 'credential',
    issuerId: '',
    authenticity: 'unknown',
    currency: gone ? 'revoked' : 'unknown',
    conformity: 'conforms',
    checks: (['format', 'proof', 'key', 'dates', 'status'] as const).map(notReached),
  }
}
