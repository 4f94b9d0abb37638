import { compareCopies } from '../judging/compare-copies'
import {
  notReached,
  type CredentialFormat,
  type Document,
  type Judgement,
} from '../judging/judgement'
import { missingProperties } from '../judging/required-properties'
import { declaresSigned, verifyHosted, type HostedFinding } from '../proofs/hosted'
import type { AwardDocuments } from '../proofs/issuer-of-award'
import { verifySigned } from '../proofs/signed-assertion'
import {
  asArray,
  asId,
  asObject,
  asString,
  contextUrls,
  isObject,
  typesOf,
} from '../reading/json-values'
import { readCredential2, validityOfAssertion } from '../reading/open-badges-2'
import { reason, type Check, type Reason } from '../report'
import { combineStatus, MOST_ENTRIES, type StatusJudgement } from '../status'
import { judgeRevocationList } from '../status/revocation-list'
import type { StatusFinding } from '../status/status-method'
import { judgeDates } from '../status/validity-period'
import type { JsonObject, Verification } from '../verification'

const CONTEXT =
  /^https?:\/\/(w3id\.org\/openbadges\/v2|openbadgespec\.org\/v2\/context\.json|purl\.imsglobal\.org\/spec\/ob\/v2p[01].*)$/

/** Open Badges 2.0 and 2.1: hosted, or signed as a compact JWS. */
export const openBadges2: CredentialFormat = {
  title: 'Open Badges 2.0, 2.1',
  signedAsIs: true,

  recognise({ json }) {
    if (!typesOf(json).includes('Assertion') && !isObject(json.verification)) return undefined
    const context = contextUrls(json).find((url) => CONTEXT.test(url))
    if (context === undefined) return undefined
    return context.includes('v2p1') ? 'OpenBadges/2.1' : 'OpenBadges/2.0'
  },

  judge(document, format, verification) {
    return document.jws === undefined
      ? judgeHosted(document, format, verification)
      : judgeSigned(document, format, verification)
  },
}

/** Open Badges 2.0, "Assertion": the properties without which it says nothing to anybody. */
const REQUIRED = { recipient: 'IdentityObject', badge: 'URL or BadgeClass', issuedOn: 'date' }

async function judgeHosted(
  { json, locatedAt }: Document,
  format: string,
  verification: Verification,
): Promise<Judgement> {
  const id = asId(json)
  if (declaresSigned(json)) return undecidable(json, format, reason('no-proof'))
  if (id === undefined)
    return undecidable(
      json,
      format,
      reason('property-missing', { property: 'id', expected: 'https URL' }),
    )
  const finding = await verifyHosted(id, verification)
  switch (finding.outcome) {
    case 'revoked':
      return revokedByHost(json, format, finding)
    case 'unknown':
      return {
        ...claims(finding.assertion ?? json, format, finding.documents),
        checks: rest(finding.checks),
      }
    case 'outside-scope':
      return {
        ...claims(finding.assertion, format, finding.documents),
        authenticity: 'fails',
        checks: rest(finding.checks),
      }
    case 'served':
      return judgeServed(locatedAt === undefined ? json : undefined, finding, format, verification)
  }
}

/** What follows once the issuer's own site has returned the assertion. */
function judgeServed(
  baked: JsonObject | undefined,
  { assertion, documents, checks }: Extract<HostedFinding, { outcome: 'served' }>,
  format: string,
  { now }: Verification,
): Judgement {
  const { badge, issuerId } = documents
  const copy =
    baked &&
    compareCopies(baked, { ...assertion, badge: { id: asId(assertion.badge) ?? '', ...badge } })
  const shape = missingProperties(assertion, REQUIRED)
  const dates = judgeDates(validityOfAssertion(assertion), now)
  const host = new URL(asId(assertion) ?? issuerId).host
  const status: Check = {
    id: 'status',
    outcome: 'passed',
    reasons: [reason('not-revoked', { host })],
  }
  return {
    ...claims(assertion, format, documents),
    authenticity: 'holds',
    currency: dates.currency,
    conformity: copy?.outcome === 'warned' || shape !== undefined ? 'questionable' : 'conforms',
    checks: [...(shape ? [shape] : []), ...checks, ...(copy ? [copy] : []), dates.check, status],
    freshUntil: new Date(now.getTime() + DAY_MS).toISOString(),
  }
}

/** A hosted assertion may be withdrawn at any time; a day is what we let an answer stand for. */
const DAY_MS = 86_400_000

async function judgeSigned(
  { json, jws }: Document,
  format: string,
  verification: Verification,
): Promise<Judgement> {
  if (jws === undefined) throw new TypeError('expected a JWS, got a bare document')
  const { documents, ...proof } = await verifySigned(jws, json, verification)
  const base = claims(json, format, documents)
  if (proof.authenticity !== 'holds')
    return { ...base, authenticity: proof.authenticity, checks: rest(proof.checks) }
  const shape = missingProperties(json, REQUIRED)
  const dates = judgeDates(validityOfAssertion(json), verification.now)
  const status = await judgeRevocation(json, documents, verification)
  return {
    ...base,
    authenticity: 'holds',
    currency: status.currency === 'current' ? dates.currency : status.currency,
    conformity: proof.questionable || shape !== undefined ? 'questionable' : 'conforms',
    checks: [...(shape ? [shape] : []), ...proof.checks, dates.check, ...status.checks],
    ...(status.freshUntil !== undefined && { freshUntil: status.freshUntil }),
  }
}

/** The issuer's own document says where its revocation list is; without one nothing is published. */
async function judgeRevocation(
  assertion: JsonObject,
  { issuer, issuerId }: AwardDocuments,
  verification: Verification,
): Promise<StatusJudgement> {
  const names = { id: asId(assertion), uid: asString(assertion.uid) }
  const lists = asArray(issuer?.revocationList).map((list) => asId(list) ?? '')
  // The last of them stands for all that are not looked at: its address is none, so it is unknown.
  if (lists.length > MOST_ENTRIES) lists.splice(MOST_ENTRIES - 1, lists.length, '')
  const findings: StatusFinding[] = []
  for (const url of lists)
    findings.push(await judgeRevocationList(url, names, issuerId, verification))
  return combineStatus(findings)
}

/** Nothing decided yet: the credential as the document claims it to be. */
function claims(assertion: JsonObject, format: string, documents?: AwardDocuments): Judgement {
  const embedded = asObject(assertion.badge) ?? {}
  const badge =
    documents !== undefined && Object.keys(documents.badge).length > 0 ? documents.badge : embedded
  const claimed = documents?.issuer ?? documents?.claimedIssuer ?? asObject(badge.issuer) ?? {}
  const known = documents?.issuerId === '' ? undefined : documents?.issuerId
  const issuerId = known ?? asId(badge.issuer) ?? asId(assertion) ?? ''
  return {
    kind: 'credential',
    credential: readCredential2({ assertion, badge, issuer: { ...claimed, id: issuerId } }, format),
    issuerId,
    authenticity: 'unknown',
    currency: 'unknown',
    conformity: 'conforms',
    checks: [],
  }
}

function revokedByHost(
  baked: JsonObject,
  format: string,
  finding: Extract<HostedFinding, { outcome: 'revoked' }>,
): Judgement {
  const status: Check = { id: 'status', outcome: 'failed', reasons: [finding.reason] }
  return {
    ...claims(baked, format),
    currency: 'revoked',
    checks: [notReached('proof'), notReached('key'), notReached('dates'), status],
  }
}

function undecidable(assertion: JsonObject, format: string, why: Reason): Judgement {
  const proof: Check = { id: 'proof', outcome: 'unknown', reasons: [why] }
  return { ...claims(assertion, format), checks: rest([proof, notReached('key')]) }
}

function rest(checks: Check[]): Check[] {
  return [...checks, notReached('dates'), notReached('status')]
}
