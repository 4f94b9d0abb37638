/** The only door of the verifier: credential bytes in, report out. */
import { withAlignments } from './alignments/with-alignments'
import { withArtwork } from './artwork/judge-artwork'
import { assembleReport } from './assemble-report'
import type { BadgeSource, VerifierEnvironment } from './environment'
import { FORMATS } from './formats'
import { createGuardedFetch } from './http/guarded-fetch'
import { parseJson } from './http/json'
import { LIMITS } from './http/limits'
import { decidedBy, notReached, type Document, type Judgement } from './judging/judgement'
import { openEmbedded, openSource, sha256, type OpenedSource } from './open-source'
import { unwrapEnvelope } from './proofs/enveloped'
import { isJsonJws, parseSealedDocument } from './proofs/jades'
import { parseCompactJws } from './proofs/jws'
import { hasRepeatedName } from './proofs/jws-header'
import { credentialOfJwt } from './proofs/vc-jwt'
import { isObject } from './reading/json-values'
import { reason, type Check, type Reason, type ReportKind, type VerificationReport } from './report'
import { sniffText } from './unbake/sniff'
import type { JsonObject, Verification } from './verification'

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
  const source = {
    sha256: await sha256(new TextEncoder().encode(text)),
    ...(opened.imageSha256 !== undefined && { imageSha256: opened.imageSha256 }),
    carrier: opened.carrier,
    ...(opened.text !== undefined && { text }),
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
  const document = readDocument(opened.text, verification)
  if ('check' in document) return { judgement: decidedBy(document.check, 'credential') }
  const located = opened.locatedAt === undefined ? {} : { locatedAt: opened.locatedAt }
  const judged = await judgeDocument({ ...document, ...located }, verification)
  // A file of JSON about something else is no badge; baked into an image it is a broken one.
  return (
    judged ?? {
      judgement: decidedBy(formatCheck(reason('not-a-credential')), kindOfOther(opened)),
    }
  )
}

function kindOfOther({ carrier }: OpenedSource): ReportKind {
  return carrier === 'json' || carrier === 'url' ? 'none' : 'credential'
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

function readDocument(text: string, { limits }: Verification): Document | { check: Check } {
  switch (sniffText(text)) {
    case 'jws':
      return readJws(text)
    case 'sd-jwt':
      return { check: notSupported('SD-JWT') }
    case 'cose':
      return { check: notSupported('COSE') }
    case 'elm-2':
      return { check: notSupported('ELM/2') }
    default: {
      const parsed = parseJson(text, limits)
      if ('reason' in parsed) return { check: formatCheck(parsed.reason) }
      const { value } = parsed
      if (isObject(value)) return isJsonJws(value) ? readSealed(text, value) : openEnvelope(value)
      return { check: formatCheck(reason('not-a-credential')) }
    }
  }
}

/** RFC 8259, section 4: what repeats a name is read one way here, and another way elsewhere. */
function readSealed(text: string, json: JsonObject): Document | { check: Check } {
  const sealed = parseSealedDocument(json)
  if ('reason' in sealed) return { check: signatureCheck(sealed.reason) }
  if (!hasRepeatedName(text) && !hasRepeatedName(sealed.payloadText))
    return { json: sealed.payload, sealed }
  const twice = { property: 'payload', expected: 'each name once' }
  return { check: signatureCheck(reason('proof-malformed', twice)) }
}

function openEnvelope(json: JsonObject): Document | { check: Check } {
  const inside = unwrapEnvelope(json)
  if (inside === undefined) return { json }
  return 'reason' in inside ? { check: formatCheck(inside.reason) } : readJws(inside.text)
}

/** The payload decides what it is: an Open Badges 2.0 assertion as it stands, or a VC-JWT. */
function readJws(text: string): Document | { check: Check } {
  const jws = parseCompactJws(text.trim())
  if ('reason' in jws) return { check: signatureCheck(jws.reason) }
  const bare: Document = { json: jws.payload, jws }
  const isBare = FORMATS.some((format) => format.signedAsIs && format.recognise(bare) !== undefined)
  if (isBare) return bare
  const wrapped = credentialOfJwt(jws)
  return 'reason' in wrapped
    ? { check: formatCheck(wrapped.reason) }
    : { json: wrapped.credential, jws }
}

function notSupported(format: string): Check {
  return formatCheck(reason('format-not-supported', { format }))
}

function formatCheck(why: Reason): Check {
  return { id: 'format', outcome: 'unknown', reasons: [why] }
}

/** `none` and shared-secret algorithms protect nothing against anybody; others are merely unknown. */
function signatureCheck(why: Reason): Check {
  const worthless = why.code === 'algorithm-refused' && /^(none|HS\d*)$/i.test(why.params.algorithm)
  return { id: 'proof', outcome: worthless ? 'failed' : 'unknown', reasons: [why] }
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
