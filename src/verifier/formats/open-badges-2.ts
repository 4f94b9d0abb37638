import type { CredentialFormat } from '../judging/judgement'
import { judgeAward, type Generation } from '../judging/open-badges-award'
import { declaresSigned } from '../proofs/hosted'
import { readAwardDocuments } from '../proofs/issuer-of-award'
import { verifySigned } from '../proofs/signed-assertion'
import { asArray, asId, asString, contextUrls, isObject, typesOf } from '../reading/json-values'
import { reason } from '../report'
import { judgeRevocationList } from '../status/revocation-list'
import { validateAward } from '../validation/award'
import { OPEN_BADGES_2 } from '../validation/open-badges-2-classes'
import type { JsonObject } from '../verification'

/** The context of 2.0 and 2.1, in the forms that occur. */
export const OPEN_BADGES_2_CONTEXT =
  /^https?:\/\/(w3id\.org\/openbadges\/v2|openbadgespec\.org\/v2\/context\.json|purl\.imsglobal\.org\/spec\/ob\/v2p[01].*)$/

/** Open Badges 2.0 and 2.1: hosted, or signed as a compact JWS. */
export const openBadges2: CredentialFormat = {
  title: 'Open Badges 2.0, 2.1',
  signedAsIs: true,

  recognise({ json }) {
    if (!isAssertion(json)) return undefined
    const context = contextUrls(json).find((url) => OPEN_BADGES_2_CONTEXT.test(url))
    if (context === undefined) return undefined
    return context.includes('v2p1') ? 'OpenBadges/2.1' : 'OpenBadges/2.0'
  },

  judge(document, format, verification) {
    return judgeAward(document, format, GENERATION, verification)
  },
}

/** By its type, or by what only an assertion has. Under a name of its own, only by being nothing else. */
function isAssertion(json: JsonObject): boolean {
  const types = typesOf(json).map((type) => type.replace(/^.*[#/]/, ''))
  if (types.includes('Assertion') || isObject(json.verification)) return true
  const named = Object.keys(json).some((name) => name.includes(':') && /[:#]verify$/.test(name))
  const renamed = asArray(json['@context']).some(isObject)
  return (named || renamed) && !types.some((type) => OTHER_CLASSES.has(type))
}

const OTHER_CLASSES: ReadonlySet<string> = new Set(
  Object.keys(OPEN_BADGES_2).filter((name) => name !== 'Assertion'),
)

const GENERATION: Generation = {
  assertion: (json) => json,
  obstacle(assertion) {
    if (declaresSigned(assertion)) return reason('no-proof')
    return asId(assertion) === undefined
      ? reason('property-missing', { property: 'id', expected: 'https URL' })
      : undefined
  },
  documents: (assertion, verification) => readAwardDocuments(assertion, verification),
  deviations: validateAward,
  verifySigned: (jws, assertion, verification) => verifySigned(jws, assertion, verification),
  judgeRevocationList(url, assertion, issuerId, verification) {
    const names = { id: asId(assertion), uid: asString(assertion.uid) }
    return judgeRevocationList(url, names, issuerId, verification)
  },
}
