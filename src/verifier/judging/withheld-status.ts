import { reason, type Check } from '../report'

/**
 * The checks of the status, where the holder chose what to show: that no status is there does not mean
 * that the issuer publishes none.
 *
 * @param proof the checks of the proof, which say what may have been left out
 */
export function unlessWithheld(status: Check[], proof: Check[]): Check[] {
  const isWithheld = proof
    .flatMap(({ reasons }) => reasons)
    .some(
      (item) =>
        item.code === 'perhaps-withheld' && item.params.properties.includes('credentialStatus'),
    )
  return status.map((check) => {
    const isNone = check.reasons.some(({ code }) => code === 'no-status-published')
    if (!isWithheld || !isNone) return check
    const reasons = [reason('perhaps-withheld', { properties: ['credentialStatus'] })]
    return { ...check, outcome: 'unknown', reasons }
  })
}
