import { achievementsOf, type Claimed } from './achievements'
import type { Award } from './awards'
import { sortedOnce } from './ordering'

/** The levels and the workload that a badge states, by achievement, wherever in the badge they stand. */
export function claimKey(award: Omit<Award, 'shown'>): string {
  return JSON.stringify(achievementsOf(award).map(stated))
}

function stated({ levels, workload }: Claimed): string[][] {
  return [
    sortedOnce(
      levels.flatMap(({ level, outOfRange, asWritten }) =>
        outOfRange ? asWritten : level === undefined ? [] : String(level),
      ),
    ),
    sortedOnce(
      workload.map(({ unit, amount, asWritten }) => JSON.stringify([unit, amount ?? asWritten])),
    ),
  ]
}
