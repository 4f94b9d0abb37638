import type { WorkloadUnit } from '../verifier/alignments/workload'
import type { Claimed } from './achievements'
import { groupedBy, sortedOnce } from './ordering'
import type { Contradiction, Overlap, ProfileCredit, Span } from './profile-summary'
import { stackedGroups } from './stacked'

/** All that is said of one achievement, by however many badges. */
interface Counting {
  badges: string[]
  claims: Claimed[]
  ects?: Span
  hours?: Span
  /** What would have been added if every badge counted. */
  allEcts: Span
}

/**
 * Credit of a profile: each achievement once, and of achievements that their issuers call related the largest.
 * Of two numbers about one achievement the lower counts.
 */
export function profileCredit(achievements: readonly Claimed[]): ProfileCredit {
  const once = countedOnce(achievements)
  const groups = stackedGroups(once)
  const [withCredits, without] = [
    groups.filter((group) => group.some(({ ects }) => ects)),
    groups.filter((group) => !group.some(({ ects }) => ects)),
  ]
  const ects = sumOf(withCredits.flatMap((group) => largest(group, 'ects') ?? []))
  const hours = sumOf(without.flatMap((group) => largest(group, 'hours') ?? []))
  const all = sortedOnce(achievements.map(({ badge }) => badge))
  const stating = (units: WorkloadUnit[]) => badgesStating(achievements, units)
  const said = new Set(stating(['ects', 'hours', 'credits', 'other']))
  return {
    ...(ects && { ects }),
    ...(hours && { hours }),
    overlaps: [
      ...once.flatMap((counting) => overlapOf('same-achievement', [counting])),
      ...withCredits.flatMap((group) => overlapOf('related', group)),
    ],
    otherCredits: stating(['credits']),
    none: all.filter((badge) => !said.has(badge)),
  }
}

/** Workloads that cannot be: two of one achievement, in one badge or in two, and impossible numbers. */
export function creditContradictions(
  achievements: readonly Claimed[],
  /** Badges whose own statements cannot all hold, hours beside credits included. */
  contradictory: readonly string[],
): Contradiction[] {
  const differing = groupedBy(achievements, ({ key }) => key).flatMap(([, same]) => {
    const perBadge = same.flatMap((claim) => lowest([claim], 'ects') ?? [])
    const isSame = perBadge.every(
      ({ from, to }) => from === perBadge[0]?.from && to === perBadge[0].to,
    )
    return isSame ? [] : [badgesStating(same, ['ects'])]
  })
  const outside = achievements.filter(({ workload }) =>
    workload.some(({ outOfRange }) => outOfRange),
  )
  const badges = sortedOnce(outside.map(({ badge }) => badge))
  return [
    ...[...differing, ...sortedOnce(contradictory).map((badge) => [badge])].map((said) => ({
      code: 'workloads-differ' as const,
      badges: said,
    })),
    ...(badges.length > 0 ? [{ code: 'workload-out-of-range' as const, badges }] : []),
  ]
}

function countedOnce(achievements: readonly Claimed[]): Counting[] {
  return groupedBy(achievements, ({ key }) => key).map(([, claims]) => {
    const [ects, hours] = [lowest(claims, 'ects'), lowest(claims, 'hours')]
    const perBadge = claims.flatMap((claim) => lowest([claim], 'ects') ?? [])
    return {
      badges: badgesStating(claims, ['ects']),
      claims,
      ...(ects && { ects }),
      ...(hours && { hours }),
      allEcts: sumOf(perBadge) ?? NOTHING,
    }
  })
}

const NOTHING: Span = { from: 0, to: 0 }

/** The lowest of what is stated; numbers that are none were never read as amounts, and are refused again. */
function lowest(claims: readonly Claimed[], unit: WorkloadUnit): Span | undefined {
  const amounts = claims
    .flatMap(({ workload }) => workload)
    .flatMap(({ unit: stated, amount }) => (stated === unit && amount ? amount : []))
    .filter(({ from, to }) => from > 0 && to >= from && Number.isFinite(to))
  if (amounts.length === 0) return undefined
  return {
    from: Math.min(...amounts.map(({ from }) => from)),
    to: Math.min(...amounts.map(({ to }) => to)),
  }
}

function largest(group: readonly Counting[], unit: 'ects' | 'hours'): Span | undefined {
  const spans = group.flatMap((counting) => counting[unit] ?? [])
  if (spans.length === 0) return undefined
  return {
    from: Math.max(...spans.map(({ from }) => from)),
    to: Math.max(...spans.map(({ to }) => to)),
  }
}

/** Nothing where every credit was added. */
function overlapOf(kind: Overlap['kind'], group: readonly Counting[]): Overlap[] {
  const counted = largest(group, 'ects')
  const members = group.filter(({ ects }) => ects)
  const all =
    kind === 'related'
      ? members.map(({ ects = NOTHING }) => ects)
      : members.map(({ allEcts }) => allEcts)
  const sum = sumOf(all)
  if (counted === undefined || sum === undefined || sum.to <= counted.to) return []
  const badges = sortedOnce(members.flatMap(({ badges }) => badges))
  return [{ kind, badges, counted, notCounted: difference(sum, counted) }]
}

/** Thousandths, as whole numbers: a sum of fractions would depend on the order of its parts. */
const THOUSANDTHS = 1_000

function sumOf(spans: readonly Span[]): Span | undefined {
  if (spans.length === 0) return undefined
  const sum = (amounts: number[]): number =>
    amounts.reduce((total, amount) => total + Math.round(amount * THOUSANDTHS), 0) / THOUSANDTHS
  return { from: sum(spans.map(({ from }) => from)), to: sum(spans.map(({ to }) => to)) }
}

function difference(whole: Span, part: Span): Span {
  const minus = (one: number, other: number): number =>
    Math.round((one - other) * THOUSANDTHS) / THOUSANDTHS
  return { from: minus(whole.from, part.from), to: minus(whole.to, part.to) }
}

function badgesStating(claims: readonly Claimed[], units: readonly WorkloadUnit[]): string[] {
  const stating = claims.filter(({ workload }) =>
    workload.some(({ unit, outOfRange }) => units.includes(unit) && outOfRange !== true),
  )
  return sortedOnce(stating.map(({ badge }) => badge))
}
