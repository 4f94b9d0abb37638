import { subjectOf, type Subject } from '../verifier/descriptors/subject'
import type { VerificationReport } from '../verifier/report'
import { achievementKey } from './achievements'
import { claimKey } from './claim-key'
import { byText, groupedBy } from './ordering'
import type { ProfileSummary, Standing } from './profile-summary'
import { recipientKey } from './recipient-key'

/** One badge of a page. */
export interface ProfileSource {
  /** Unique in the page. */
  id: string
  /** Judged for now. */
  report: VerificationReport
}

/** A credential that holds, once, however often the page shows it. */
export interface Award extends Subject {
  badge: string
  standing: Standing
  report: VerificationReport
  shown: number
}

type Found = Omit<Award, 'shown'>

/** What counts, and how many do not. */
export interface Counted extends Pick<ProfileSummary, 'leftOut' | 'notAwards'> {
  awards: Award[]
}

/**
 * What holds, and nothing else. A collection is no award of its own: what it holds counts, each by its own
 * verdict, and only where the whole holds as well, since a person should look at it before.
 */
export function countedAwards(sources: readonly ProfileSource[]): Counted {
  const found = sources.flatMap(({ id, report }) => awardsIn(id, report))
  const leftOut: Counted['leftOut'] = {}
  for (const { report } of sources) {
    const { verdict } = report
    if (!isStanding(verdict) && verdict !== 'none') leftOut[verdict] = (leftOut[verdict] ?? 0) + 1
  }
  const holding = sources.filter(({ report }) => isStanding(report.verdict))
  const notAwards = holding.filter(({ report }) => !KINDS.includes(report.kind)).length
  return { awards: onceEach(found), leftOut, notAwards }
}

const COLLECTIONS: readonly string[] = ['clr', 'presentation']
const KINDS: readonly string[] = ['credential', ...COLLECTIONS]

function isStanding(verdict: string): verdict is Standing {
  return verdict === 'trusted' || verdict === 'authentic'
}

/** Parts are named by their place in the whole. */
function awardsIn(badge: string, report: VerificationReport): Found[] {
  const { verdict: standing, kind, credential, parts } = report
  if (!isStanding(standing)) return []
  if (COLLECTIONS.includes(kind))
    return parts.flatMap((part, index) =>
      part.place?.role === 'endorsement' ? [] : awardsIn(`${badge}/${index + 1}`, part),
    )
  return kind === 'credential' && credential
    ? [{ badge, standing, report, ...subjectOf(credential) }]
    : []
}

/** The same credential of the same issuer, saying the same of the same; of copies the best stands for all. */
function onceEach(found: Found[]): Award[] {
  return groupedBy(found, credentialKey).map(([, copies]) => {
    const [first] = copies.toSorted(byStanding) as [Found, ...Found[]]
    return { ...first, shown: copies.length }
  })
}

/**
 * An id alone would not do: anybody can write the id of another's badge into an own one, and some issuers
 * write the same into all of theirs. What differs in whom or what it is about has to be seen beside the other.
 */
function credentialKey(found: Found): string {
  const { report, credential } = found
  const { issuer, source } = report
  const achievements = credential.achievements.map((item) => achievementKey(report, item))
  return JSON.stringify([
    ...[issuer.id, credential.id ?? source.sha256, achievements],
    ...[recipientKey(credential.recipient), claimKey(found)],
  ])
}

function byStanding(one: Found, other: Found): number {
  if (one.standing !== other.standing) return one.standing === 'trusted' ? -1 : 1
  // A table has a row for the badge by itself, and none for what a collection holds.
  const [isInside, isOtherInside] = [isPart(one), isPart(other)]
  if (isInside !== isOtherInside) return isInside ? 1 : -1
  return (
    byText(one.report.source.sha256, other.report.source.sha256) || byText(one.badge, other.badge)
  )
}

function isPart({ badge }: Found): boolean {
  return badge.includes('/')
}
