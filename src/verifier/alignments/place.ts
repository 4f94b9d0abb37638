import type { Achievement } from '../credential'
import type { SourcePath } from '../descriptors/source-path'

/** Which achievement something is about: said only where a credential has several. Counts from 1. */
export interface Ordinal {
  achievement?: number
}

/** @param index from 0 */
export function ofAchievement(index: number, all: readonly Achievement[]): Ordinal {
  return all.length > 1 ? { achievement: index + 1 } : {}
}

/** Whether two places speak of the same achievement, so that what they say must agree. */
export function aboutSame(one: SourcePath, other: SourcePath): boolean {
  return ordinalOf(one) === ordinalOf(other)
}

function ordinalOf(at: SourcePath): number | undefined {
  return 'achievement' in at ? at.achievement : undefined
}
