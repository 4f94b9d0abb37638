import type { Reason, VerificationReport } from '../verifier/report'
import type { HealthFinding } from './health'

/** Whether the picture on this site is the one that the issuer made. */
export function pictureHealth({ checks }: VerificationReport): HealthFinding {
  const topic = 'picture'
  const check = checks.find(({ id }) => id === 'artwork')
  const [reason] = check?.reasons ?? []
  if (check?.outcome === 'passed') return { topic, state: 'ok', code: 'picture-same' }
  if (check?.outcome === 'warned' || check?.outcome === 'failed')
    return { topic, state: 'look', code: 'picture-differs' }
  if (reason?.code === 'artwork-unsure') return { topic, state: 'unknown', code: 'picture-unsure' }
  if (reason?.code === 'artwork-none') return { topic, state: 'unknown', code: 'picture-none' }
  const isFinal = check?.reasons.every(liesInThePictures)
  return {
    ...{ topic, state: 'unknown', code: 'picture-not-compared' },
    ...(isFinal === true && { isFinal }),
  }
}

/** What the pictures are stays as it is, whoever is asked. */
function liesInThePictures({ code, params }: Reason): boolean {
  if (code === 'artwork-not-comparable') return params.why !== 'incomplete'
  return code === 'artwork-not-shown' || code === 'artwork-not-compared'
}
