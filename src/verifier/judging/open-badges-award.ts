/**
 * How an award of Open Badges 0.5 to 2.1 is judged: hosted by its issuer, or signed as a compact JWS.
 * The generations differ in where things stand; what has to be true is the same.
 */
import {
  verifyHosted,
  type AwardTerms,
  type HostedFinding,
  type ReadAssertion,
} from '../proofs/hosted'
import type { AwardDocuments } from '../proofs/issuer-of-award'
import type { ParsedJws } from '../proofs/jws'
import type { SignedFinding } from '../proofs/signed-assertion'
import { normalise } from '../normalising/normalise'
import { asArray, asId, asObject } from '../reading/json-values'
import { readCredential2, validityOfAssertion } from '../reading/open-badges-2'
import { reason, type Check, type Reason } from '../report'
import { combineStatus, MOST_ENTRIES, type StatusJudgement } from '../status'
import { judgeOwnWord } from '../status/own-word'
import type { StatusFinding } from '../status/status-method'
import { judgeDates } from '../status/validity-period'
import type { JsonObject, Verification } from '../verification'
import { compareCopies } from './compare-copies'
import { decidedBy, notReached, type Document, type Judgement } from './judgement'

/** Where a generation of Open Badges says what is asked here. */
export interface Generation extends AwardTerms {
  /** Why no host can be asked for this assertion; `undefined` where its `id` is an address. */
  obstacle(assertion: JsonObject): Reason | undefined
  /** The check `format`, where the documents are not as their generation demands; `warned` decides. */
  deviations(assertion: ReadAssertion, documents: AwardDocuments): Check | undefined
  verifySigned(
    jws: ParsedJws,
    assertion: ReadAssertion,
    verification: Verification,
  ): Promise<SignedFinding>
  /** Looks for the assertion in a list that the issuer's own document names. */
  judgeRevocationList(
    url: string,
    assertion: JsonObject,
    issuerId: string,
    verification: Verification,
  ): Promise<StatusFinding>
}

export async function judgeAward(
  { json, jws, locatedAt }: Document,
  format: string,
  generation: Generation,
  verification: Verification,
): Promise<Judgement> {
  const normal = await normalise(json)
  if ('reason' in normal)
    return decidedBy({ id: 'format', outcome: 'unknown', reasons: [normal.reason] }, 'credential')
  const read = generation.assertion(normal.json, locatedAt)
  const award = { assertion: read.json, format, generation, verification }
  if (jws !== undefined) return judgeSigned(jws, read, award)
  return judgeHosted(locatedAt === undefined ? read.json : undefined, award)
}

interface Award {
  assertion: JsonObject
  format: string
  generation: Generation
  verification: Verification
}

async function judgeHosted(baked: JsonObject | undefined, award: Award): Promise<Judgement> {
  const { assertion, format, generation, verification } = award
  const obstacle = generation.obstacle(assertion)
  if (obstacle) return undecidable(assertion, format, obstacle)
  const finding = await verifyHosted(asId(assertion) ?? '', verification, generation)
  switch (finding.outcome) {
    case 'revoked':
      return revokedByHost(assertion, format, finding)
    case 'unknown':
      return {
        ...claims(finding.assertion ?? assertion, format, finding.documents),
        checks: rest(finding.checks),
      }
    case 'outside-scope':
      return {
        ...claims(finding.assertion, format, finding.documents),
        authenticity: 'fails',
        checks: rest(finding.checks),
      }
    case 'served':
      return judgeServed(baked, finding, award)
  }
}

/** What follows once the issuer's own site has returned the assertion. */
function judgeServed(
  baked: JsonObject | undefined,
  { assertion: read, text, documents, checks }: Extract<HostedFinding, { outcome: 'served' }>,
  { format, generation, verification: { now } }: Award,
): Judgement {
  const { json: assertion } = read
  const { badge, issuerId } = documents
  const copy =
    baked &&
    compareCopies(baked, { ...assertion, badge: { id: asId(assertion.badge) ?? '', ...badge } })
  const shape = generation.deviations(read, documents)
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
    conformity:
      copy?.outcome === 'warned' || shape?.outcome === 'warned' ? 'questionable' : 'conforms',
    checks: [...(shape ? [shape] : []), ...checks, ...(copy ? [copy] : []), dates.check, status],
    freshUntil: new Date(now.getTime() + DAY_MS).toISOString(),
    servedText: text,
  }
}

/** A hosted assertion may be withdrawn at any time; a day is what we let an answer stand for. */
const DAY_MS = 86_400_000

async function judgeSigned(jws: ParsedJws, read: ReadAssertion, award: Award): Promise<Judgement> {
  const { assertion, format, generation, verification } = award
  const { documents, ...proof } = await generation.verifySigned(jws, read, verification)
  const base = claims(assertion, format, documents)
  if (proof.authenticity !== 'holds')
    return { ...base, authenticity: proof.authenticity, checks: rest(proof.checks) }
  const dates = judgeDates(validityOfAssertion(assertion), verification.now)
  const { shapes: ofLists, ...status } = await judgeRevocation(award, documents)
  const own = generation.deviations(read, documents)
  const shapes = [...(own ? [own] : []), ...ofLists].toSorted(decisiveFirst)
  const isMisshapen = shapes[0]?.outcome === 'warned'
  return {
    ...base,
    authenticity: 'holds',
    currency: status.currency === 'current' ? dates.currency : status.currency,
    conformity: proof.questionable || isMisshapen ? 'questionable' : 'conforms',
    checks: [...shapes, ...proof.checks, dates.check, ...status.checks],
    ...(status.freshUntil !== undefined && { freshUntil: status.freshUntil }),
    ...(proof.keyEnds && { keyEnds: proof.keyEnds }),
  }
}

function decisiveFirst(one: Check, other: Check): number {
  return Number(other.outcome === 'warned') - Number(one.outcome === 'warned')
}

/**
 * What the assertion says of itself, and what the list says that the issuer's own document names; where
 * it names none nothing is published. `shapes`: the checks `format` of the lists that were read.
 */
async function judgeRevocation(
  { assertion, generation, verification }: Award,
  { issuer, issuerId }: AwardDocuments,
): Promise<StatusJudgement & { shapes: Check[] }> {
  const lists = asArray(issuer?.revocationList).map((list) => asId(list) ?? '')
  // The last of them stands for all that are not looked at: its address is none, so it is unknown.
  if (lists.length > MOST_ENTRIES) lists.splice(MOST_ENTRIES - 1, lists.length, '')
  const host = URL.canParse(issuerId) ? new URL(issuerId).host : ''
  const findings = judgeOwnWord(assertion, host)
  for (const url of lists)
    findings.push(await generation.judgeRevocationList(url, assertion, issuerId, verification))
  return { ...combineStatus(findings), shapes: findings.flatMap(({ shape }) => shape ?? []) }
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
    ...(documents?.originOnly && { originOnly: true }),
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
