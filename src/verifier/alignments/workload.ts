import type { Credential } from '../credential'
import { aboutSame } from './place'
import type { SearchedPart } from './searched-criteria'
import { workloadInPart } from './workload-in-text'
import { workloadInData } from './workload-in-data'
import type { Range, WorkloadStatement } from './workload-statement'

export type { Range, WorkloadStatement, WorkloadUnit } from './workload-statement'

export interface Workload {
  statements: WorkloadStatement[]
  /** Hours that the stated ECTS credits stand for, as a range; absent where there are none. */
  ectsHours?: Range
  /** Two statements about one achievement that cannot both hold. */
  contradictory: boolean
  outOfRange: boolean
}

/**
 * ECTS Users' Guide 2015, section 2: "one credit corresponds to 25 to 30 hours of work". Hours are never
 * made into credits nor credits into hours; the range is shown beside them.
 */
const HOURS_PER_ECTS: Range = { from: 25, to: 30 }

/** Credits and hours are both rounded by those who state them: a tenth beyond the range still agrees. */
export const TOLERANCE = 0.1

const MOST_STATEMENTS = 50

/**
 * All that a credential says about workload and credit, side by side.
 *
 * @param criteria of the credential's achievements
 */
export function workloadOf(credential: Credential, criteria: SearchedPart[]): Workload {
  const statements = [...workloadInData(credential), ...criteria.flatMap(workloadInPart)].slice(
    0,
    MOST_STATEMENTS,
  )
  const ectsHours = hoursOf(statements)
  return {
    statements,
    ...(ectsHours && { ectsHours }),
    contradictory: isContradictory(statements),
    outOfRange: statements.some(({ outOfRange }) => outOfRange === true),
  }
}

// ── agreement ───────────────────────────────────────────────────────────────────────────────────

/** Of the first achievement that states ECTS credits: those of several are never added up here. */
function hoursOf(statements: WorkloadStatement[]): Range | undefined {
  const amount = statements.find(({ unit, amount }) => unit === 'ects' && amount)?.amount
  return amount && inHours(amount)
}

function inHours({ from, to }: Range): Range {
  return { from: from * HOURS_PER_ECTS.from, to: to * HOURS_PER_ECTS.to }
}

function isContradictory(statements: WorkloadStatement[]): boolean {
  return statements.some((one, index) =>
    statements
      .slice(index + 1)
      .some((other) => aboutSame(one.at, other.at) && contradict(one, other)),
  )
}

/** Credits of a system that is not named say nothing about hours, nor about ECTS. */
function contradict(one: WorkloadStatement, other: WorkloadStatement): boolean {
  if (!one.amount || !other.amount) return false
  if (one.unit === 'ects' && other.unit === 'ects') return isApart(one.amount, other.amount, 0)
  const [a, b] = [comparable(one), comparable(other)]
  return a !== undefined && b !== undefined && isApart(a, b, TOLERANCE)
}

function comparable({ unit, amount }: WorkloadStatement): Range | undefined {
  if (unit === 'hours') return amount
  return unit === 'ects' && amount ? inHours(amount) : undefined
}

/** Whether there is a gap between two ranges, each widened by its share of the tolerance. */
function isApart(a: Range, b: Range, tolerance: number): boolean {
  const [low, high] = a.from <= b.from ? [a, b] : [b, a]
  return low.to * (1 + tolerance) < high.from - ROUNDING
}

/** Binary fractions: 3 × 0.1 is not 0.3. */
const ROUNDING = 1e-6
