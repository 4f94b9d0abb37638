import { sameAddress } from '../http/address'
import { embeddedEndorsements } from '../reading/embedded-endorsements'
import type { PartPlace, VerificationReport } from '../report'
import type { JsonObject, Verification } from '../verification'
import type { Judgement } from './judgement'
import { asPart } from './parts'

/**
 * Judges the endorsements that stand in a credential of Open Badges 3.0 or CLR 2.0, each by itself, and
 * whether each is about the object that it stands in. What was altered is not looked into, and neither is
 * what holds terms that are not signed: `endorsementJwt` is such a term in JSON-LD, where no context of
 * Open Badges defines it, so that anybody could have put one in.
 */
export async function withEndorsements(
  judgement: Judgement,
  document: JsonObject,
  verification: Verification,
): Promise<Judgement> {
  if (judgement.authenticity === 'fails' || hasUnsignedTerms(judgement)) return judgement
  const judged = await Promise.all(
    embeddedEndorsements(document).map(async ({ value, about }) => {
      const report = await verification.judgePart(asPart(value))
      return report && { ...report, place: placeOf(report, about, judgement.issuerId) }
    }),
  )
  const endorsements: VerificationReport[] = judged.filter((report) => report !== undefined)
  return { ...judgement, parts: [...(judgement.parts ?? []), ...endorsements] }
}

function hasUnsignedTerms({ checks }: Judgement): boolean {
  return checks.some(({ reasons }) => reasons.some(({ code }) => code === 'terms-not-signed'))
}

function placeOf(
  { credential, issuer }: VerificationReport,
  about: string | undefined,
  issuerId: string,
): PartPlace {
  const endorsed = credential?.endorses?.id
  const subject =
    endorsed === undefined || about === undefined
      ? 'unknown'
      : sameAddress(endorsed, about)
        ? 'same'
        : 'differs'
  return {
    role: 'endorsement',
    subject,
    ...(sameAddress(issuer.id, issuerId) && { byIssuer: true as const }),
  }
}
