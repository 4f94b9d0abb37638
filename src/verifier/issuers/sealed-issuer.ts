import { reason } from '../report'
import type { Seal } from '../seals/seal'
import type { IssuerFinding } from './trust-lists'

/**
 * A qualified seal says who made it, on the word of a service that its country has granted (Regulation (EU)
 * No 910/2014, Article 35(2)): "a qualified electronic seal shall enjoy the presumption of integrity of the
 * data and of correctness of the origin of that data". It vouches for an issuer only where the sealer is the
 * issuer, and for no other kind of seal is there such a presumption. Who has the key of a certificate that ended
 * or was revoked can write an earlier date, so that somebody who is vouched for must say when it was sealed. The
 * name is that of the certificate.
 *
 * @returns `undefined` where the seal vouches for nobody
 */
export function issuerBySeal(seal: Seal): IssuerFinding | undefined {
  const isTimed = seal.time.source === 'timestamp'
  if (seal.level !== 'qualified' || seal.sealer !== 'issuer' || !isTimed) return undefined
  const { organisation, commonName, identifier = '' } = seal.certificate.subject
  const sealed = reason('issuer-sealed', { name: organisation ?? commonName ?? identifier })
  return { standing: 'sealed', check: { id: 'issuer', outcome: 'passed', reasons: [sealed] } }
}
