import type { VerificationReport } from '../verifier/report'
import { dataHealth } from './data'
import { descriptorsHealth } from './descriptors'
import { endHealth } from './end'
import type { HealthCode, HealthFinding } from './health'
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
  const findings = [
    verifiesHealth(report),
    dataHealth(report, isPicture),
    hostedHealth(report),
    pictureHealth(report),
    endHealth(report, now),
    descriptorsHealth(report),
  ]
  if (!isSettled(report)) return findings
  const final = report.authenticity === 'holds' ? UNCHECKED : [...UNCHECKED, ...NOT_REACHED]
  return findings.map((finding) =>
    final.includes(finding.code) ? { ...finding, isFinal: true } : finding,
  )
}

/**
 * It was read, nobody was asked and there is nobody to ask: a proof or a context that is not known stays so. What is
 * malformed and yet undecided is so for now: the beginning of a proof that is to come.
 */
function isSettled({ source, requests, needs, checks }: VerificationReport): boolean {
  const waits = checks.some(
    ({ outcome, reasons }) =>
      outcome === 'unknown' && reasons.some(({ code }) => code === 'proof-malformed'),
  )
  return source.text !== undefined && requests.length === 0 && needs.length === 0 && !waits
}

/** What follows from what could not be checked. */
const UNCHECKED: readonly HealthCode[] = [
  'not-checkable',
  'data-unproven',
  'end-unproven',
  'descriptors-unproven',
]

/** What is looked at once authenticity holds. */
const NOT_REACHED: readonly HealthCode[] = ['hosted-unknown', 'picture-not-compared']
