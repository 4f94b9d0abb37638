import { verifyDataIntegrity } from '../../../../src/verifier/proofs/data-integrity'
import type { JsonObject } from '../../../../src/verifier/verification'
import { fakeVerification, type FakeAnswer } from '../fake-verification'

/** What `verifyDataIntegrity` finds, each check as its outcome and the codes of its reasons. */
export async function judgeDocument(
  document: JsonObject,
  issuerId: string,
  answers: Record<string, FakeAnswer> = {},
) {
  const verification = fakeVerification(answers)
  const finding = await verifyDataIntegrity(document, issuerId, verification)
  const [proof, keyCheck] = finding.checks
  return {
    authenticity: finding.authenticity,
    questionable: finding.questionable,
    proof: [proof.outcome, ...proof.reasons.map(({ code }) => code)].join(' '),
    key: [keyCheck.outcome, ...keyCheck.reasons.map(({ code }) => code)].join(' '),
    params: proof.reasons[0]?.params,
    asked: verification.asked.map(({ url }) => url),
  }
}
