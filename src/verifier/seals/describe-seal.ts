/** A judged seal as plain data, for the report. */
import { sealCertificate, type Certificate } from './certificate'
import type { Chain } from './chain'
import type { Qualification } from './qualification'
import type { Seal } from './seal'
import type { Judged } from './seal-checks'
import type { TimeFinding } from './seal-time'

/** Without a list a chain is worth what whoever made it is worth; without an end, nothing. */
export function levelOf(qualification: Qualification | undefined, chain: Judged): Seal['level'] {
  if (qualification !== undefined && qualification.level !== 'advanced') return qualification.level
  return chain.check.outcome === 'passed' ? 'advanced' : 'unknown-chain'
}

export function sealOf(
  {
    algorithm,
    leaf,
    chain,
    time,
  }: { algorithm: string; leaf: Certificate; chain: Chain; time: TimeFinding },
  level: Seal['level'],
  sealer: Seal['sealer'],
  trustedList?: Seal['trustedList'],
): Seal {
  return {
    level,
    algorithm,
    certificate: sealCertificate(leaf),
    chain: chain.certificates.map(({ subject }) => subject),
    time: time.time,
    sealer,
    ...(trustedList && { trustedList }),
  }
}
