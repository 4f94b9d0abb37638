/** How a sealed European Digital Credential is judged: its seal, then dates, status and accreditation. */
import type { Credential, IssuerProfile } from '../credential'
import { asId, asSet, asString, isObject } from '../reading/json-values'
import { judgeSeal } from '../seals/judge-seal'
import { isNameOf } from '../seals/judge-sealer'
import type { Seal } from '../seals/seal'
import type { PartyClaim, SealFinding, SealParties } from '../seals/seal-finding'
import { judgeStatus } from '../status'
import { judgeDates } from '../status/validity-period'
import { checkProfile } from '../validation/elm-3-profile'
import type { SealedDocument } from '../proofs/jades'
import type { JsonObject, Verification } from '../verification'
import { checkAccreditation } from './accreditation'
import { notReached, type Judgement } from './judgement'
import { proveSealedList } from './sealed-list'

/** @param credential what `reading/elm-3.ts` made of the payload */
export async function judgeSealedCredential(
  sealed: SealedDocument,
  credential: Credential,
  verification: Verification,
): Promise<Judgement> {
  const found = await judgeSeal(sealed, partiesOf(credential), verification)
  const { authenticity, issuerId, seal } = found
  const base = {
    kind: 'credential' as const,
    credential: underSealersName(credential, seal),
    issuerId,
    authenticity,
    ...(seal && { seal }),
  }
  if (authenticity !== 'holds') {
    const rest = (['profile', 'dates', 'status', 'accreditation'] as const).map(notReached)
    return {
      ...base,
      currency: 'unknown',
      conformity: 'conforms',
      checks: [...found.checks, ...rest],
    }
  }
  const dates = judgeDates(credential, verification.now)
  const accreditation = checkAccreditation(credential, verification.now)
  const status = await judgeStatusOf(sealed.payload, found, verification)
  const noticed = [accreditation, ...status.checks].some(({ outcome }) => outcome === 'warned')
  return {
    ...base,
    currency: status.currency === 'current' ? dates.currency : status.currency,
    conformity: found.questionable || noticed ? 'questionable' : 'conforms',
    checks: [
      checkProfile(sealed.payload),
      ...found.checks,
      dates.check,
      ...status.checks,
      accreditation,
    ],
    ...(status.freshUntil !== undefined && { freshUntil: status.freshUntil }),
  }
}

/** Where the sealer is the issuer, it is called what its certificate calls it, if that is one of its names. */
function underSealersName(credential: Credential, seal: Seal | undefined): Credential {
  if (seal?.sealer !== 'issuer') return credential
  const { issuer } = credential
  const names = Object.entries(issuer.name ?? {}).filter(([, name]) =>
    isNameOf(seal.certificate.subject, name),
  )
  if (names.length === 0) return credential
  return { ...credential, issuer: { ...issuer, name: Object.fromEntries(names) } }
}

/** Whom the credential names, in its own words. */
function partiesOf({ issuer, achievements }: Credential): SealParties {
  const bodies = achievements.flatMap(({ learning }) => learning?.awardedBy ?? []).map(partyOf)
  // One body usually awards all that a credential holds.
  const different = new Map(bodies.map((body) => [JSON.stringify(body), body]))
  return { issuer: partyOf(issuer), awardingBodies: [...different.values()] }
}

function partyOf({ name = {}, identifiers = [] }: IssuerProfile): PartyClaim {
  return {
    names: [...new Set(Object.values(name))],
    identifiers: identifiers
      .filter(({ type }) => type !== undefined && LEGAL.has(type))
      .map(({ value }) => value),
  }
}

/** Numbers of public registers; what an organisation calls its own numbers names it nowhere else. */
const LEGAL: ReadonlySet<string> = new Set([
  'eIDASIdentifier',
  'vatIdentifier',
  'taxIdentifier',
  'registration',
])

/**
 * `credentialStatus`, and `status`, where European Digital Credentials before VC data model 2.0 put it. What
 * is no object under the one may still mean "revoked"; under the other it is the word of another model.
 */
function judgeStatusOf(payload: JsonObject, found: SealFinding, verification: Verification) {
  const entries = [
    ...asSet(payload.credentialStatus).map((one) => (isObject(one) ? one : { id: one })),
    ...asSet(payload.status).filter(isObject),
  ]
  const credentialId = asString(payload.id)
  return judgeStatus(entries, {
    verification,
    issuerId: asId(payload.issuer) ?? '',
    ...(credentialId !== undefined && { credentialId }),
    provenBy: `${found.seal?.level ?? ''} ${found.issuerId}`,
    proveListCredential: (list, listIssuer) =>
      proveSealedList(list, listIssuer, found, verification),
  })
}
