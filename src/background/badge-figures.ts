import type { BadgeFigures } from '../platform/messages'
import type { Range, VerificationReport, Workload } from '../verifier/report'

/**
 * What a row of the list can compare at a glance. A figure that the badge contradicts, or that its scale
 * does not have, is none; the detail says so.
 */
export function figuresOf({
  levels,
  workload,
  alignments,
}: VerificationReport): BadgeFigures | undefined {
  const [level, ...others] = levels?.levels ?? []
  const ects = amountOf(workload, 'ects')
  const hours = amountOf(workload, 'hours')
  const skills = (alignments ?? []).filter(({ kind }) => kind === 'esco').length
  const figures: BadgeFigures = {
    ...(level !== undefined && others.length === 0 && levels?.outOfRange === false && { level }),
    ...(ects && { ects }),
    ...(hours && !ects && { hours }),
    ...(skills > 0 && { skills }),
  }
  return Object.keys(figures).length > 0 ? figures : undefined
}

function amountOf(workload: Workload | undefined, unit: 'ects' | 'hours'): Range | undefined {
  if (workload === undefined || workload.contradictory || workload.outOfRange) return undefined
  return workload.statements.find((statement) => statement.unit === unit)?.amount
}
