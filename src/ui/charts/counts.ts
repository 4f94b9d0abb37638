import type { ProfileSummary } from '../../profile/profile-summary'

/** How many badges say something: those that somebody vouches for, and apart those that nobody does. */
export interface Counts {
  trusted: number
  authentic: number
}

export interface SkillCount extends Counts {
  uri: string
  label: string
}

export interface LevelCount extends Counts {
  level: number
}

/** Skills by how many verified badges have them; the others only break ties. */
export function skillCounts({ trusted, authentic }: ProfileSummary): SkillCount[] {
  const counts = new Map<string, SkillCount>()
  for (const [standing, { skills }] of Object.entries({ trusted, authentic }))
    for (const { uri, label, badges } of skills.found) {
      const count = counts.get(uri) ?? { uri, label, trusted: 0, authentic: 0 }
      counts.set(uri, { ...count, [standing]: badges.length })
    }
  return [...counts.values()].toSorted(
    (one, other) =>
      other.trusted - one.trusted ||
      other.authentic - one.authentic ||
      (one.label < other.label ? -1 : 1),
  )
}

const LEVELS = [1, 2, 3, 4, 5, 6, 7, 8]

/** All eight levels; empty where no badge that holds states one. */
export function levelCounts({ trusted, authentic }: ProfileSummary): LevelCount[] {
  const counts = LEVELS.map((level) => {
    const at = ({ levels }: ProfileSummary['trusted']) =>
      levels.byLevel.find((each) => each.level === level)?.badges.length ?? 0
    return { level, trusted: at(trusted), authentic: at(authentic) }
  })
  return counts.some((each) => each.trusted + each.authentic > 0) ? counts : []
}

/** The longest bar. */
export function mostOf(counts: readonly Counts[]): number {
  return Math.max(1, ...counts.flatMap(({ trusted, authentic }) => [trusted, authentic]))
}

/** The standings that the chart has bars of. */
export function standingsOf(counts: readonly Counts[]): (keyof Counts)[] {
  return (['trusted', 'authentic'] as const).filter((standing) =>
    counts.some((each) => each[standing] > 0),
  )
}
