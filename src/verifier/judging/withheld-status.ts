import { reason, type Check } from '../report'
import type { PartialDisclosure } from '../verification'

/**
 * The checks of the status, where the holder chose what to show: that no status is there does not mean
 * that the issuer publishes none.
 *
 * @param disclosure of the proof that holds; `undefined` where it covers everything
 */
export function unlessWithheld(
  status: Check[],
  disclosure: PartialDisclosure | undefined,
): Check[] {
  const isWithheld = disclosure?.withheld.includes('credentialStatus') === true
  return status.map((check) => {
    const isNone = check.reasons.some(({ code }) => code === 'no-status-published')
    if (!isWithheld || !isNone) return check
    const reasons = [reason('perhaps-withheld', { properties: ['credentialStatus'] })]
    return { ...check, outcome: 'unknown', reasons }
  })
}
