/** Genuine badges in pictures that their issuers did not make. */
import { reason, type VerificationReport } from '../../src/verifier/report'
import { artwork } from './artwork'
import { AUTHENTIC, TRUSTED } from './reports'

const issuers = {
  url: 'https://tech.example/da.png',
  thumbnail: artwork('#5b6470', '#eef0f2', 'P'),
}
const differs = reason('artwork-differs')
const unsure = reason('artwork-unsure')

export const SWAPPED: VerificationReport = {
  ...TRUSTED,
  verdict: 'attention',
  reason: differs.code,
  reasons: [differs, ...TRUSTED.reasons],
  conformity: 'questionable',
  artwork: issuers,
  checks: [
    ...TRUSTED.checks.slice(0, -3),
    { id: 'artwork', outcome: 'warned', reasons: [differs] },
    ...TRUSTED.checks.slice(-3),
  ],
}

export const RECOLOURED: VerificationReport = {
  ...AUTHENTIC,
  artwork: { thumbnail: artwork('#9a6b1c', '#fff3da', 'DA') },
  checks: [
    ...AUTHENTIC.checks.slice(0, -3),
    { id: 'artwork', outcome: 'unknown', reasons: [unsure] },
    ...AUTHENTIC.checks.slice(-3),
  ],
}
