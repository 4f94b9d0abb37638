/** Badges whose picture carries nothing: found by their link, looked for in vain, and known to be no award. */
import { bareReport } from '../../src/background/bare-report'
import { reason, type TrailStep, type VerificationReport } from '../../src/verifier/report'
import { AUTHENTIC, NONE, UNVERIFIABLE } from './reports'

const CREDLY = 'https://www.credly.com/api/v1/obi/v2/badge_assertions/8dbde4c2'
const image: TrailStep = {
  from: 'image',
  url: 'https://jobs.example/badges/ml.png',
  outcome: 'nothing',
}

export const STRIPPED: VerificationReport = {
  ...AUTHENTIC,
  trail: [
    image,
    { from: 'link', url: CREDLY, outcome: 'credential', platform: 'Credly', status: 200 },
  ],
}

export const NOT_FOUND: VerificationReport = {
  ...UNVERIFIABLE,
  trail: [
    image,
    { from: 'link', url: CREDLY, outcome: 'not-obtained', platform: 'Credly', status: 503 },
    {
      from: 'page',
      url: 'https://badges.a-rather-long-name-of-a-host.example/x',
      outcome: 'not-asked',
    },
  ],
}

export const WITHDRAWN: VerificationReport = {
  ...bareReport(
    reason('gone', { host: 'www.credly.com' }),
    { kind: 'credential', verdict: 'invalid' },
    new Date(UNVERIFIABLE.checkedAt),
  ),
  trail: [
    image,
    { from: 'link', url: CREDLY, outcome: 'not-obtained', platform: 'Credly', status: 410 },
  ],
}

const certificate = reason('platform-certificate', { platform: 'Coursera' })

export const CERTIFICATE: VerificationReport = {
  ...NONE,
  reason: certificate.code,
  reasons: [certificate],
}
