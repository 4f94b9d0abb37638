/** From what a format judged to the whole report: who the issuer is, whose badge it is, the verdict. */
import type { TrustList, VerifierEnvironment } from './environment'
import type { Credential, Text } from './credential'
import { decisiveReasons } from './decisive-reasons'
import { descriptorTables } from './descriptors/fill-table'
import { subjectOf } from './descriptors/subject'
import { issuerBySeal } from './issuers/sealed-issuer'
import { listVersions, recogniseIssuer } from './issuers/trust-lists'
import { notReached, type Judgement } from './judging/judgement'
import { standingOfWhole } from './judging/standing-of-part'
import { withPartsSummed, type OpenReport } from './judging/sum-of-parts'
import type { OpenedSource } from './open-source'
import { matchRecipient } from './recipients/match'
import {
  CHECK_ORDER,
  reason,
  type Check,
  type Reason,
  type VerificationReport,
  type Versions,
} from './report'
import type { Seal, SealLevel } from './seals/seal'
import { verdictOf } from './verdict'
import type { Verification } from './verification'
import { VERIFIER_VERSION } from './version'

type Source = VerificationReport['source']

export async function assembleReport(
  judgement: Judgement,
  format: string | undefined,
  opened: OpenedSource,
  source: Source,
  verification: Verification,
): Promise<VerificationReport> {
  const { environment, http, now } = verification
  const issuer = judgeIssuer(judgement, environment.trustLists ?? [], now)
  const holder = await judgeHolder(judgement, environment)
  const checks = [
    opened.check,
    ...formatChecks(judgement, format),
    ...judgement.checks.filter(({ id }) => id !== 'format'),
    // A presentation has no issuer, and no holder but those of its parts.
    ...(judgement.kind === 'presentation' ? [] : [issuer.check, holder.check]),
  ]
  const claimedName = claimedNameOf(judgement.credential)
  const report: OpenReport = {
    schema: 1,
    kind: judgement.kind,
    authenticity: judgement.authenticity,
    currency: judgement.currency,
    conformity: judgement.conformity,
    issuer: {
      standing: issuer.standing,
      id: judgement.issuerId,
      ...(claimedName !== undefined && { claimedName }),
      ...(judgement.originOnly && { originOnly: true }),
      ...(judgement.seal && { seal: sealOf(judgement.seal) }),
    },
    holder: holder.holder,
    ...(format !== undefined && { format }),
    checks,
    ...(judgement.credential && { credential: judgement.credential }),
    ...describe(judgement),
    ...(judgement.artwork && { artwork: judgement.artwork }),
    parts: judgement.parts ?? [],
    ...(judgement.partsTotal !== undefined && { partsTotal: judgement.partsTotal }),
    needs: http.needs,
    requests: http.requests,
    source,
    checkedAt: now.toISOString(),
    ...(judgement.freshUntil !== undefined && { freshUntil: judgement.freshUntil }),
    ...(judgement.proofUntil !== undefined && { proofUntil: judgement.proofUntil }),
    ...(judgement.keyEnds && { keyEnds: judgement.keyEnds }),
    ...(judgement.seal && { seal: judgement.seal }),
    versions: versionsOf(environment),
  }
  return conclude(withPartsSummed(report))
}

/** Adds the verdict and its reasons, which follow from the rest. */
export function conclude(report: OpenReport): VerificationReport {
  const { kind, authenticity, currency, conformity, holder } = report
  const standing = standingOfWhole(report)
  const verdict = verdictOf({ kind, authenticity, currency, conformity, standing, holder })
  const checks = inOrder(report.checks)
  const reasons = decisiveReasons({ ...report, checks, verdict })
  const [first] = reasons
  if (first === undefined) throw new TypeError('expected a report with at least one check')
  return { ...report, checks, verdict, reason: first.code, reasons }
}

function inOrder(checks: Check[]): Check[] {
  return checks.toSorted((a, b) => CHECK_ORDER.indexOf(a.id) - CHECK_ORDER.indexOf(b.id))
}

function formatChecks(judgement: Judgement, format: string | undefined): Check[] {
  const found = judgement.checks.filter(({ id }) => id === 'format')
  const decided = found.some(({ outcome }) => outcome === 'unknown' || outcome === 'failed')
  if (format === undefined || decided) return found
  const recognised: Reason = reason('format-recognised', { format })
  const deviations = found.flatMap(({ reasons }) => reasons)
  // Deviations that are only said leave the check passed, and the conformity as it is.
  const outcome = found.some((check) => check.outcome === 'warned') ? 'warned' : 'passed'
  return [{ id: 'format', outcome, reasons: [...deviations, recognised] }]
}

function judgeIssuer(
  { authenticity, issuerId, originOnly, credential, seal }: Judgement,
  lists: TrustList[],
  now: Date,
) {
  if (authenticity !== 'holds') return { standing: 'unknown' as const, check: notReached('issuer') }
  const sealed = seal && issuerBySeal(seal)
  if (sealed) return sealed
  const { achievements = [] } = credential ?? {}
  const claimedName = claimedNameOf(credential)
  return recogniseIssuer({ id: issuerId, claimedName, originOnly, achievements, now }, lists)
}

async function judgeHolder(
  { kind, authenticity, credential }: Judgement,
  environment: VerifierEnvironment,
) {
  if (authenticity !== 'holds' || credential === undefined)
    return { holder: 'not-asked' as const, check: notReached('recipient') }
  // An endorsement is about a thing, and is nobody's.
  const identities = kind === 'endorsement' ? [] : (environment.recipients ?? [])
  return matchRecipient(credential.recipient, identities)
}

/**
 * Of what awards or describes an achievement, where that could be read: of a badge class that was not
 * obtained nobody can say what is missing.
 */
function describe({
  credential,
}: Judgement): Pick<VerificationReport, 'descriptors' | 'levels' | 'workload'> {
  const isRead = credential?.achievements.some(
    ({ name, description, criteria }) => name ?? description ?? criteria,
  )
  if (credential === undefined || isRead !== true) return {}
  const subject = subjectOf(credential)
  const { levels, workload } = subject
  return { descriptors: descriptorTables(subject), levels, workload }
}

function sealOf({ level, certificate }: Seal): { level: SealLevel; sealer: string } {
  const { organisation, commonName, identifier } = certificate.subject
  return { level, sealer: organisation ?? commonName ?? identifier ?? '' }
}

function claimedNameOf(credential: Credential | undefined): string | undefined {
  return anyText(credential?.issuer.name)
}

function anyText(text: Text | undefined): string | undefined {
  return text && (text.en ?? text.und ?? Object.values(text)[0])
}

function versionsOf({ trustLists = [] }: VerifierEnvironment): Versions {
  return { verifier: VERIFIER_VERSION, ...listVersions(trustLists) }
}
