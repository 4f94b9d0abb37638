/**
 * How a Verifiable Credential is judged, whatever it is about: its proof, the key's issuer, dates,
 * status. Open Badges 3.0 and plain credentials share this.
 */
import { verifyDataIntegrity } from '../proofs/data-integrity'
import { verifyVcJwt } from '../proofs/vc-jwt'
import type { Credential } from '../credential'
import { asArray, asId, asSet, asString, isObject } from '../reading/json-values'
import { validityOf } from '../reading/open-badges-3'
import { reason, type Check, type Reason } from '../report'
import { judgeStatus } from '../status'
import { judgeDates } from '../status/validity-period'
import type { JsonObject, JsonValue, ProofFinding, Verification } from '../verification'
import { judgeSchemas, validateCredential } from '../validation/credential-schema'
import { judgeRefresh } from './refresh'
import { notReached, type Document, type Judgement } from './judgement'
import { missingProperties } from './required-properties'
import { unlessWithheld } from './withheld-status'
import { withoutTerms } from './without-terms'

/** VC data model 2.0, section 4, and 1.1, section 4: what a credential cannot be without. */
const REQUIRED = { type: 'list of types', issuer: 'URL or object', credentialSubject: 'object' }

type Read = (document: JsonObject, format: string) => Credential

export async function judgeVerifiableCredential(
  { json, jws }: Document,
  format: string,
  read: Read,
  verification: Verification,
): Promise<Judgement> {
  const issuerId = asId(json.issuer)
  const lacking = missingProperties(json, REQUIRED) ?? severalSubjects(json)
  if (issuerId === undefined) return malformed(json, format, read, lacking)
  const proof = await prove({ json, ...(jws && { jws }) }, issuerId, verification)
  const disclosure = { partly: proof.disclosure !== undefined }
  const schema = judgeSchemas(json, disclosure)
  const base = {
    kind: 'credential' as const,
    credential: read(withoutTerms(json, proof.unsignedTerms ?? []), format),
    issuerId,
    authenticity: proof.authenticity,
  }
  const dates = judgeDates(validityOf(json), verification.now)
  if (proof.authenticity !== 'holds') {
    await announceStatusHosts(proof, json, issuerId, verification)
    const rest = [notReached('dates'), notReached('status')]
    const checks = [...(lacking ? [lacking] : []), schema, ...proof.checks, ...rest]
    return { ...base, currency: 'unknown', conformity: 'conforms', checks }
  }
  // Of what is proven, and only then: what is missing must not stand before why nothing is proven.
  const shape = lacking ?? validateCredential(json, disclosure)
  const checks = [...(shape ? [shape] : []), schema, ...proof.checks]
  const found = await judgeStatusOf(json, issuerId, verification)
  const status = unlessWithheld(found, proof.disclosure)
  // A status message may say anything: what the issuer has to add, a person should read.
  const refresh = await judgeRefreshOf(json, issuerId, verification)
  const noticed = [schema, ...status.checks, ...refresh].some(({ outcome }) => outcome === 'warned')
  return {
    ...base,
    currency: status.currency === 'current' ? dates.currency : status.currency,
    conformity: proof.questionable || noticed || shape !== undefined ? 'questionable' : 'conforms',
    checks: [...checks, dates.check, ...status.checks, ...refresh],
    ...(status.freshUntil !== undefined && { freshUntil: status.freshUntil }),
    ...(proof.proofUntil !== undefined && { proofUntil: proof.proofUntil }),
    ...(proof.keyEnds && { keyEnds: proof.keyEnds }),
  }
}

/** Lists have no order once they are signed: which of several subjects is shown would be anybody's choice. */
function severalSubjects({ credentialSubject }: JsonObject): Check | undefined {
  if (asArray(credentialSubject).length === 1) return undefined
  const invalid = { property: 'credentialSubject', expected: 'one subject' }
  return { id: 'format', outcome: 'warned', reasons: [reason('property-invalid', invalid)] }
}

async function prove(
  { json, jws }: Document,
  issuerId: string,
  verification: Verification,
): Promise<ProofFinding> {
  if (jws !== undefined) return verifyVcJwt(jws, json, issuerId, verification)
  if (json.proof !== undefined) return verifyDataIntegrity(json, issuerId, verification)
  return unproven(reason('no-proof'))
}

function unproven(why: Reason): ProofFinding {
  const proof: Check = { id: 'proof', outcome: 'unknown', reasons: [why] }
  return { authenticity: 'unknown', questionable: false, checks: [proof, notReached('key')] }
}

function judgeStatusOf(json: JsonObject, issuerId: string, verification: Verification) {
  const credentialId = asString(json.id)
  return judgeStatus(asSet(json.credentialStatus).map(asEntry), {
    verification,
    issuerId,
    ...(credentialId !== undefined && { credentialId }),
    provenBy: 'proof',
    proveListCredential: (list, listIssuer) => prove(list, listIssuer, verification),
  })
}

function judgeRefreshOf(json: JsonObject, issuerId: string, verification: Verification) {
  return judgeRefresh(json, {
    issuerId,
    verification,
    prove: (copy, copyIssuer) => prove(copy, copyIssuer, verification),
  })
}

/** What is no object may still mean "revoked": it is judged as an entry of unknown type. */
function asEntry(value: JsonValue): JsonObject {
  return isObject(value) ? value : { id: value }
}

/**
 * Where the key could not be asked for want of consent, the hosts of the status lists and of
 * newer copies are named as well, so that one question to the user covers the whole chain.
 */
async function announceStatusHosts(
  proof: ProofFinding,
  json: JsonObject,
  issuerId: string,
  verification: Verification,
): Promise<void> {
  const refused = proof.checks.some((check) =>
    check.reasons.some(({ code }) => code === 'permission-needed'),
  )
  if (!refused) return
  await judgeStatusOf(json, issuerId, verification)
  await judgeRefreshOf(json, issuerId, verification)
}

function malformed(
  json: JsonObject,
  format: string,
  read: Read,
  shape: Check | undefined,
): Judgement {
  const why = reason('property-missing', { property: 'issuer', expected: 'URL or object' })
  const proof: Check = { id: 'proof', outcome: 'unknown', reasons: [why] }
  const rest = [notReached('key'), notReached('dates'), notReached('status')]
  return {
    kind: 'credential',
    credential: read(json, format),
    issuerId: '',
    authenticity: 'unknown',
    currency: 'unknown',
    conformity: 'questionable',
    checks: [...(shape ? [shape] : []), proof, ...rest],
  }
}
