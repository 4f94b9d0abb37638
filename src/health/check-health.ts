import type { VerificationReport } from '../verifier/report'
import { dataHealth } from './data'
import { descriptorsHealth } from './descriptors'
import { endHealth } from './end'
import type { HealthFinding } from './health'
import { hostedHealth } from './hosted'
import { pictureHealth } from './picture'
import { verifiesHealth } from './verifies'

/**
 * One finding for each topic, in order. Asks nobody.
 *
 * @param report as a stranger has it: judged for `now` without the user's lists and identities
 * @param isPicture the page shows it as a picture, and not as a link to a file
 */
export function checkHealth(
  report: VerificationReport,
  isPicture: boolean,
  now: Date,
): HealthFinding[] {
  return [
    verifiesHealth(report),
    dataHealth(report, isPicture),
    hostedHealth(report),
    pictureHealth(report),
    endHealth(report, now),
    descriptorsHealth(report),
  ]
}
