import type { CredentialFormat, Document, Judgement } from '../judging/judgement'
import { judgeParts, subjectUnder } from '../judging/parts'
import { asArray, asId, isObject, typesOf } from '../reading/json-values'
import { reason, type Check, type PartPlace, type VerificationReport } from '../report'
import type { JsonObject, Verification } from '../verification'

/**
 * Credentials that somebody put together to show them. VC data model 2.0, section 4.13; 1.1, section 4.10,
 * as JSON-LD, as a JWT or as the envelope of one, or in a JAdES seal (ELM 3, EuropeanDigitalPresentation).
 *
 * A presentation is made by whoever holds the credentials and makes no claim of its own, so that it is
 * as good as the worst of what it holds. Its own proof answers a challenge of the one to whom it was
 * shown; to anybody else it proves nothing, and anybody can copy it. So it is not judged, and is said.
 */
export const presentation: CredentialFormat = {
  title: 'Verifiable Presentations 1.1, 2.0',
  signedAsIs: true,
  judgesSeals: true,

  recognise(document) {
    return isPresentation(read(document)) ? 'VerifiablePresentation' : undefined
  },

  async judge(document, _format, verification) {
    return judgePresentation(document, read(document), verification)
  },
}

/** A JWT of VC data model 1.1 carries it in `vp`. */
function read({ json, jws }: Document): JsonObject {
  return jws !== undefined && isObject(json.vp) ? json.vp : json
}

function isPresentation(json: JsonObject): boolean {
  const types = typesOf(json)
  return types.includes('VerifiablePresentation') || types.includes('EuropeanDigitalPresentation')
}

async function judgePresentation(
  { json, jws, sealed }: Document,
  shown: JsonObject,
  verification: Verification,
): Promise<Judgement> {
  const holder = asId(shown.holder) ?? (jws === undefined ? undefined : asId(json.iss))
  const values = asArray(shown.verifiableCredential)
  const collected = await judgeParts(values, (part) => subjectFor(holder, part), verification)
  return {
    kind: 'presentation',
    issuerId: '',
    authenticity: 'unknown',
    currency: 'unknown',
    conformity: 'conforms',
    checks: [ownProof((jws ?? sealed ?? shown.proof) !== undefined)],
    ...collected,
  }
}

/** Credentials of another person are worth a word; a name that cannot be compared says nothing. */
async function subjectFor(
  holder: string | undefined,
  part: VerificationReport,
): Promise<PartPlace['subject']> {
  if (holder === undefined) return 'not-asked'
  const subject = await subjectUnder({ id: holder, identities: [] }, part)
  return subject === 'unknown' ? 'not-asked' : subject
}

function ownProof(isSigned: boolean): Check {
  const why = isSigned ? reason('holder-proof-not-judged') : reason('no-proof')
  return { id: 'proof', outcome: 'not-applicable', reasons: [why] }
}
