import { checkAccreditation } from '../judging/accreditation'
import { notReached, type CredentialFormat, type Judgement } from '../judging/judgement'
import { judgeSealedCredential } from '../judging/sealed-credential'
import { judgeVerifiableCredential } from '../judging/verifiable-credential'
import { readElm3 } from '../reading/elm-3'
import { isObject, typesOf } from '../reading/json-values'
import { reason, type Check, type Reason } from '../report'
import type { JsonObject } from '../verification'
import { checkProfile } from '../validation/elm-3-profile'

/**
 * European Digital Credentials for Learning: the European Learning Model 3 on the VC data model 1.1 or 2.0, in
 * a JAdES seal. Those that are secured as other Verifiable Credentials are, are judged as such. What is not
 * sealed at all anybody can have written.
 */
export const elm3: CredentialFormat = {
  title: 'European Digital Credentials (ELM 3)',
  judgesSeals: true,

  recognise({ json }) {
    return isEuropean(json) || uploadedIn(json) !== undefined ? 'ELM/3' : undefined
  },

  async judge(document, format, verification) {
    const { json, jws, sealed } = document
    const upload = uploadedIn(json)
    if (upload !== undefined) return unsealed(upload, format, reason('not-issued-yet'))
    if (sealed) return judgeSealedCredential(sealed, readElm3(json, format), verification)
    if (jws === undefined && json.proof === undefined)
      return unsealed(json, format, reason('not-sealed'))
    const judged = await judgeVerifiableCredential(document, format, readElm3, verification)
    return withProfile(judged, json, verification.now)
  },
}

function isEuropean(json: JsonObject): boolean {
  return typesOf(json).includes('EuropeanDigitalCredential')
}

/** What an issuer uploads to have it sealed and delivered: a credential and where to send it. */
function uploadedIn(json: JsonObject): JsonObject | undefined {
  const { credential, deliveryDetails } = json
  if (isEuropean(json) || deliveryDetails === undefined) return undefined
  return isObject(credential) ? credential : undefined
}

/** What it says is read, and what it lacks is said: an issuer may be about to have it sealed. */
function unsealed(json: JsonObject, format: string, why: Reason): Judgement {
  const proof: Check = { id: 'proof', outcome: 'unknown', reasons: [why] }
  const rest = (['dates', 'status', 'accreditation'] as const).map(notReached)
  return {
    kind: 'unsealed',
    credential: readElm3(json, format),
    issuerId: '',
    authenticity: 'unknown',
    currency: 'unknown',
    conformity: 'conforms',
    checks: [checkProfile(json), proof, ...rest],
  }
}

function withProfile(judged: Judgement, json: JsonObject, now: Date): Judgement {
  if (judged.authenticity !== 'holds' || judged.credential === undefined) return judged
  const accreditation = checkAccreditation(judged.credential, now)
  return {
    ...judged,
    ...(accreditation.outcome === 'warned' && { conformity: 'questionable' }),
    checks: [...judged.checks, checkProfile(json), accreditation],
  }
}
