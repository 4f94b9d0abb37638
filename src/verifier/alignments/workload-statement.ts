import type { SourcePath } from '../descriptors/source-path'

/**
 * `ects`: credits of the European Credit Transfer System; `hours`; `credits`: of a system that is not
 * named; `other`: a workload that is no sum of hours, e.g. "P6W" or "4 hours a week".
 */
export type WorkloadUnit = 'ects' | 'hours' | 'credits' | 'other'

/** One place where a credential says how much work it stands for. */
export interface WorkloadStatement {
  unit: WorkloadUnit
  /** Both the same unless a range is stated; absent for `other`, and where `outOfRange`. */
  amount?: Range
  /** What the credential says, at most 100 characters. */
  asWritten: string
  /** A number that no learning takes: negative, nothing, or beyond any programme. */
  outOfRange?: true
  at: SourcePath
}

export interface Range {
  from: number
  to: number
}

/** Far more than a doctorate, and less than what makes sums meaningless. */
const MOST = { ects: 1_000, hours: 30_000, credits: 10_000, other: 0 }
const SHOWN_LENGTH = 100

/** A number as texts have it, for patterns. */
export const NUMBER = String.raw`(\d{1,6}(?:[.,]\d{1,3})?)`
/** A comma before three digits parts thousands, before fewer a fraction. */
export function asNumber(digits: string): number {
  return Number(/,\d{3}$/.test(digits) ? digits.replace(',', '') : digits.replace(',', '.'))
}

/** @param amounts none: the unit has no amount, or none could be read */
export function stated(
  unit: WorkloadUnit,
  amounts: number[],
  written: string,
  at: SourcePath,
): WorkloadStatement {
  const asWritten = written.trim().slice(0, SHOWN_LENGTH)
  if (unit === 'other') return { unit, asWritten, at }
  const isPlausible = amounts.every((amount) => amount > 0 && amount <= MOST[unit])
  if (!isPlausible || amounts.length === 0) return { unit, asWritten, outOfRange: true, at }
  return { unit, amount: { from: Math.min(...amounts), to: Math.max(...amounts) }, asWritten, at }
}
