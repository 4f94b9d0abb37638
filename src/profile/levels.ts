import type { Claimed } from './achievements'
import { ascendingOnce, groupedBy, sortedOnce } from './ordering'
import type { Contradiction, ProfileLevels } from './profile-summary'

/** The levels of a profile: each achievement has one, the lowest that is said of it. */
export function profileLevels(achievements: readonly Claimed[]): ProfileLevels {
  const levels = groupedBy(achievements, ({ key }) => key).flatMap(([, same]) => {
    const [level] = levelsSaid(same)
    return level === undefined ? [] : [{ level, badges: saying(same) }]
  })
  const byLevel = groupedBy(levels, ({ level }) => String(level)).map(([level, items]) => ({
    level: Number(level),
    badges: sortedOnce(items.flatMap(({ badges }) => badges)),
  }))
  const [lowest, highest] = [byLevel[0]?.level, byLevel.at(-1)?.level]
  const stating = new Set(byLevel.flatMap(({ badges }) => badges))
  const all = sortedOnce(achievements.map(({ badge }) => badge))
  return {
    ...(lowest !== undefined && { lowest }),
    ...(highest !== undefined && { highest }),
    byLevel,
    none: all.filter((badge) => !stating.has(badge)),
  }
}

/** Levels that cannot be: two of one achievement, in one badge or in two, and those that no scale has. */
export function levelContradictions(achievements: readonly Claimed[]): Contradiction[] {
  const differing = groupedBy(achievements, ({ key }) => key).flatMap(([, same]) => {
    const levels = levelsSaid(same)
    if (levels.length < 2) return []
    return [{ code: 'levels-differ' as const, levels, badges: saying(same) }]
  })
  const outside = achievements.filter(({ levels }) => levels.some(({ outOfRange }) => outOfRange))
  const badges = sortedOnce(outside.map(({ badge }) => badge))
  return badges.length === 0 ? differing : [...differing, { code: 'level-out-of-range', badges }]
}

function levelsSaid(same: readonly Claimed[]): number[] {
  return ascendingOnce(same.flatMap(({ levels }) => levels.flatMap(({ level = [] }) => level)))
}

function saying(same: readonly Claimed[]): string[] {
  const stating = same.filter(({ levels }) => levels.some(({ level }) => level !== undefined))
  return sortedOnce(stating.map(({ badge }) => badge))
}
