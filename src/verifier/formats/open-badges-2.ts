import { badgeClassElsewhere } from '../judging/badge-class-place'
import type { CredentialFormat } from '../judging/judgement'
import { judgeAward, type Generation } from '../judging/open-badges-award'
import { OPEN_BADGES_2_CONTEXT } from '../normalising/vocabulary'
import { declaresSigned } from '../proofs/declared-kind'
import { readAwardDocuments } from '../proofs/issuer-of-award'
import { verifySigned } from '../proofs/signed-assertion'
import { asArray, asId, asString, contextUrls, isObject, typesOf } from '../reading/json-values'
import { reason } from '../report'
import { judgeRevocationList } from '../status/revocation-list'
import { validateAward } from '../validation/award'
import type { JsonObject } from '../verification'

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
  if (types.includes('Assertion')) return true
  // An issuer's Profile has a `verification` as well.
  if (types.some((type) => OTHER_CLASSES.includes(type))) return false
  const spelled = Object.keys(json).some((name) => /[:#]verify$/.test(name))
  return isObject(json.verification) || spelled || asArray(json['@context']).some(isObject)
}

const OTHER_CLASSES = ['BadgeClass', 'Profile', 'Issuer', 'RevocationList', 'CryptographicKey']

const GENERATION: Generation = {
  assertion: (json) => ({ json, generation: '2' }),
  obstacle(assertion) {
    if (declaresSigned(assertion)) return reason('no-proof')
    return asId(assertion) === undefined
      ? reason('property-missing', { property: 'id', expected: 'https URL' })
      : undefined
  },
  documents: ({ json }, verification) => readAwardDocuments(json, verification),
  deviations({ json }, documents) {
    const found = validateAward(json, documents)
    const elsewhere = badgeClassElsewhere(documents)
    if (elsewhere.length === 0) return found
    return { id: 'format', outcome: 'warned', reasons: [...elsewhere, ...(found?.reasons ?? [])] }
  },
  verifySigned: (jws, { json }, verification) => verifySigned(jws, json, verification),
  judgeRevocationList(url, assertion, issuerId, verification) {
    const names = { id: asId(assertion), uid: asString(assertion.uid) }
    return judgeRevocationList(url, names, issuerId, verification)
  },
}
