import type { ProfileReport } from '../../platform/messages'
import type { VerificationReport } from '../../verifier/report'
import { SOFTWARE } from './software'

/** Shapes and their versions: docs/report-format.md. A change that breaks a reader is a new number. */
const BADGE = 'touchstone:verification-report/1'
const PROFILE = 'touchstone:profile-report/1'

export interface ExportFacts {
  /** ISO 8601 */
  exportedAt: string
  /** Host of the page that showed it, where the user wants it said. */
  foundOn?: string | undefined
}

/** One report, with what a second person needs to come to the same. */
export function reportFile(report: VerificationReport, facts: ExportFacts) {
  return { type: BADGE, ...head(facts), report }
}

/**
 * A profile and the reports that it is made of.
 *
 * @param reports whole reports by the ids of the profile's entries; those that are no longer kept are counted
 *   as missing
 */
export function profileFile(
  { judgedAt, summary, entries, missing }: ProfileReport,
  reports: ReadonlyMap<string, VerificationReport>,
  facts: ExportFacts,
) {
  const whole = entries.flatMap(({ id }) => {
    const report = reports.get(id)
    return report === undefined ? [] : [{ id, report }]
  })
  return {
    ...{ type: PROFILE, ...head(facts), judgedAt, summary },
    missing: missing + entries.length - whole.length,
    entries: whole,
  }
}

function head({ exportedAt, foundOn }: ExportFacts) {
  return { exportedAt, software: SOFTWARE, ...(foundOn !== undefined && { foundOn }) }
}
