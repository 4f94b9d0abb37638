import type { LevelClaim } from '../verifier/alignments/eqf'
import type { WorkloadStatement, WorkloadUnit } from '../verifier/alignments/workload'
import type { Achievement } from '../verifier/credential'
import type { SourcePath } from '../verifier/descriptors/source-path'
import type { VerificationReport } from '../verifier/report'
import type { Award } from './awards'
import { oneOf } from './shown-text'

/**
 * What an achievement is known by. Its id counts only under the issuer that was verified: the same id in
 * another's badge is another's word. Without id and name it is like no other.
 */
export function achievementKey({ issuer, source }: VerificationReport, item: Achievement): string {
  const name = item.id === undefined ? oneOf(item.name) : undefined
  const own = item.id === undefined && name === undefined ? source.sha256 : ''
  return JSON.stringify([issuer.id, item.id ?? '', name ?? '', own])
}

/** One achievement of one badge, with what is said of it alone. */
export interface Claimed {
  key: string
  badge: string
  /** Its own id, and those of achievements that are related by the issuer's word. */
  id?: string
  related: string[]
  levels: LevelClaim[]
  workload: WorkloadStatement[]
}

/** The achievements of a badge; where it has several, what is said of them as a whole stands last. */
export function achievementsOf(award: Omit<Award, 'shown'>): Claimed[] {
  const { badge, report, credential, levels, workload } = award
  const { achievements } = credential
  const claimed = achievements.map((item, index): Claimed => {
    const isMeant = (at: SourcePath) => ordinalOf(at) === (achievements.length > 1 ? index + 1 : 0)
    return {
      key: achievementKey(report, item),
      badge,
      ...(item.id !== undefined && { id: item.id }),
      related: (item.related ?? []).map(({ id }) => id),
      levels: levels.claims.filter(({ at }) => isMeant(at)),
      workload: workload.statements.filter(({ at }) => isMeant(at)),
    }
  })
  return achievements.length === 1 ? claimed : [...claimed, wholeOf(award, claimed)]
}

/** Something that the achievements are a part of, so that its credits are not added to theirs. */
function wholeOf(
  { badge, report, credential, levels, workload }: Omit<Award, 'shown'>,
  parts: Claimed[],
): Claimed {
  const ofWhole = ({ at }: { at: SourcePath }) => ordinalOf(at) === 0
  const said = workload.statements.filter(ofWhole)
  const { issuer, source } = report
  const keys = parts.map(({ key }) => key)
  const whole = {
    key: JSON.stringify(['whole', issuer.id, credential.id ?? source.sha256, keys]),
    badge,
    levels: levels.claims.filter(ofWhole),
  }
  const isInCredits = parts.some((part) => states(part.workload, 'ects'))
  // Hours beside the credits of the parts are the same work in other words.
  if (!states(said, 'ects') && isInCredits)
    return { ...whole, related: [], workload: said.filter(({ unit }) => unit !== 'hours') }
  const isAmount = states(said, 'ects') || states(said, 'hours')
  return { ...whole, related: isAmount ? parts.flatMap(({ id = [] }) => id) : [], workload: said }
}

function states(statements: readonly WorkloadStatement[], wanted: WorkloadUnit): boolean {
  return statements.some(({ unit, amount }) => unit === wanted && amount !== undefined)
}

/** From 1; 0: of the badge as a whole. */
function ordinalOf(at: SourcePath): number {
  return 'achievement' in at ? (at.achievement ?? 0) : 0
}
