import type { VerificationReport } from '../../verifier/report'
import { issuerIdentity } from './names'
import { sentencesIn } from './sentences'
import type { Translate } from './translate'

export type IssuerFacts = Pick<VerificationReport, 'verdict' | 'reasons' | 'issuer'>

/**
 * Who issued it, in one line of a list: the registered name where somebody vouches for it, else the
 * domain or key. Where authenticity does not hold, it is only what the badge says.
 */
export function issuerLine(facts: IssuerFacts, translate: Translate, locale: string): string {
  const s = sentencesIn(translate, locale)
  const { issuer, verdict } = facts
  const identity = issuerIdentity(issuer.id)
  if (identity === '') return ''
  const { seal } = issuer
  if (verdict === 'invalid' || verdict === 'unverifiable')
    return s.text('issuerNamed', seal?.sealer ?? identity)
  for (const reason of facts.reasons) {
    if (reason.code === 'issuer-listed' || reason.code === 'issuer-sealed')
      return s.text('plainText', reason.params.name)
    if (reason.code === 'issuer-vetted')
      return s.text('issuerVetted', reason.params.name, reason.params.platform)
  }
  if (seal?.level === 'qualified' || seal?.level === 'advanced-qualified-certificate')
    return s.text('plainText', seal.sealer)
  if (seal !== undefined) return s.text('issuerSealClaims', seal.sealer)
  const unknown = facts.reasons.find((reason) => reason.code === 'issuer-unknown')
  const known = unknown?.code === 'issuer-unknown' ? unknown.params.issuer : issuer.id
  return issuer.claimedName === undefined
    ? s.text('plainText', issuerIdentity(known))
    : s.text('issuerClaims', issuerIdentity(known), issuer.claimedName)
}
