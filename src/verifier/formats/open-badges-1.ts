import { badgeClassElsewhere } from '../judging/badge-class-place'
import type { CredentialFormat } from '../judging/judgement'
import { judgeAward, type Generation } from '../judging/open-badges-award'
import { missingProperties } from '../judging/required-properties'
import { OPEN_BADGES_1_CONTEXT, OPEN_BADGES_2_CONTEXT } from '../normalising/vocabulary'
import type { ReadAssertion } from '../proofs/hosted'
import { readAwardDocuments, type AwardDocuments } from '../proofs/issuer-of-award'
import { keyAtAddress } from '../proofs/key-at-address'
import { verifySigned } from '../proofs/signed-assertion'
import { asId, asObject, asString, contextUrls, typesOf } from '../reading/json-values'
import { saysNoEnd } from '../reading/dates'
import {
  assertionOf05,
  assertionOf1,
  badgeClassOf1,
  isSignedType,
  isVersion05,
  issuerOf1,
} from '../reading/open-badges-1'
import { reason, type Check, type Reason } from '../report'
import { judgeRevokedUids } from '../status/revoked-uids'
import type { JsonObject } from '../verification'

/** Mozilla's Open Badges 0.5 and 1.0, and 1.1, which is 1.0 with a JSON-LD context. */
export const openBadges1: CredentialFormat = {
  title: 'Open Badges 0.5, 1.0, 1.1',
  signedAsIs: true,

  recognise({ json, jws, locatedAt }) {
    if (contextUrls(json).some((url) => OPEN_BADGES_1_CONTEXT.test(url)))
      return typesOf(json).includes('Assertion') || hasVerify(json) ? 'OpenBadges/1.1' : undefined
    if (json['@context'] !== undefined) return undefined
    if (isVersion10(json)) return 'OpenBadges/1.0'
    if (jws === undefined && isVersion05(json)) return 'OpenBadges/0.5'
    return locatedAt !== undefined && isWithdrawal(json) ? 'OpenBadges/1.0' : undefined
  },

  judge(document, format, verification) {
    return judgeAward(document, format, GENERATION, verification)
  },
}

/** An object, or a list of it: one of several is a document of Open Badges still, and is refused as such. */
function hasVerify({ verify }: JsonObject): boolean {
  return asObject(verify) !== undefined
}

/** `verify` is its word for what 2.0 calls `verification`; alone, it only says where the assertion is. */
function isVersion10(json: JsonObject): boolean {
  return hasVerify(json) && (json.badge !== undefined || Object.keys(json).length === 1)
}

/** What 1.0 leaves at the address of an assertion that was withdrawn: `{"revoked": true}`. */
function isWithdrawal(json: JsonObject): boolean {
  const allowed = ['revoked', 'reason', 'revocationReason', 'uid', 'id']
  return json.revoked === true && Object.keys(json).every((name) => allowed.includes(name))
}

/** Each document says itself of which generation it is: hosts serve old assertions in newer terms. */
const GENERATION: Generation = {
  assertion(json, address) {
    if (isVersion2(json)) return { json, generation: '2' }
    if (hasVerify(json)) {
      const remarks = [...emptyEnd(json), ...recipientAsText(json)]
      return { json: assertionOf1(json), generation: '1', remarks }
    }
    if (isVersion05(json))
      return { json: assertionOf05(json, address), generation: '0.5', remarks: emptyEnd(json) }
    const withdrawn = isWithdrawal(json) && address !== undefined ? { id: address } : {}
    return { json: withdrawn, generation: '1' }
  },

  obstacle(assertion) {
    const type = asString(asObject(assertion.verification)?.type) ?? ''
    if (isSignedType(type)) return reason('no-proof')
    if (type !== '' && !/^hosted/i.test(type))
      return reason('proof-not-supported', { suite: type.slice(0, 40) })
    return asId(assertion) === undefined
      ? reason('property-missing', { property: 'verify.url', expected: 'https URL' })
      : undefined
  },

  documents({ json: assertion, generation }, verification) {
    if (generation === '0.5') return Promise.resolve(documentsOf05(assertion))
    return readAwardDocuments(assertion, verification, {
      badge: (json, address) => (isVersion2(json) ? json : badgeClassOf1(json, address)),
      issuer: (json, address) => (isVersion2(json) ? json : issuerOf1(json, address)),
      contextOptional: true,
    })
  },

  deviations,

  verifySigned(jws, assertion, verification) {
    return verifySigned(jws, assertion.json, verification, {
      documents: () => GENERATION.documents(assertion, verification),
      findKey: keyAtAddress,
    })
  },

  judgeRevocationList: judgeRevokedUids,
}

function isVersion2(json: JsonObject): boolean {
  return contextUrls(json).some((url) => OPEN_BADGES_2_CONTEXT.test(url))
}

/**
 * 0.5 has no document of the issuer: its `origin` is all that it is known by, and that the assertion
 * was read there is what proves it.
 */
function documentsOf05(assertion: JsonObject): AwardDocuments {
  const badge = asObject(assertion.badge) ?? {}
  const claimedIssuer = asObject(badge.issuer) ?? {}
  const issuerId = asId(claimedIssuer)
  const known = { badge, claimedIssuer, originOnly: true as const }
  if (issuerId !== undefined) return { ...known, issuerId, issuer: claimedIssuer }
  const problem = reason('property-invalid', { property: 'issuer.origin', expected: 'origin' })
  return { ...known, issuerId: '', problem }
}

const REQUIRED = { recipient: 'IdentityObject', badge: 'URL', issuedOn: 'date' }
/** 0.5 lets an assertion leave its date out. */
const REQUIRED_05 = { recipient: 'text', badge: 'object' }

function emptyEnd({ expires }: JsonObject): Reason[] {
  return saysNoEnd(expires) ? [invalid('expires', 'date')] : []
}

/** As in 0.5, which had no objects for it. */
function recipientAsText({ recipient }: JsonObject): Reason[] {
  return asString(recipient) === undefined ? [] : [invalid('recipient', REQUIRED.recipient)]
}

function unreadableRecipient({ recipient }: JsonObject): Reason[] {
  const isUnread = recipient !== undefined && recipient !== null && !asObject(recipient)
  return isUnread ? [invalid('recipient', REQUIRED.recipient)] : []
}

function invalid(property: string, expected: string): Reason {
  return reason('property-invalid', { property, expected })
}

/** What a person should look at: what is missing, and a description that the issuer does not keep. */
function deviations(
  { json, generation, remarks = [] }: ReadAssertion,
  documents: AwardDocuments,
): Check | undefined {
  const missing = missingProperties(json, generation === '0.5' ? REQUIRED_05 : REQUIRED)
  const decisive = [
    ...(missing?.reasons ?? []),
    ...unreadableRecipient(json),
    ...badgeClassElsewhere(documents),
  ]
  const reasons = [...decisive, ...remarks]
  if (reasons.length === 0) return undefined
  return { id: 'format', outcome: decisive.length > 0 ? 'warned' : 'passed', reasons }
}
