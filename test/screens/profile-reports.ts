/** Profiles with the reports that they are made of: a few badges of every verdict, and as many as people have. */
import { figuresOf } from '../../src/background/badge-figures'
import type { ProfileEntry, ProfileReport } from '../../src/platform/messages'
import type { ProfilePart, ProfileSummary, Standing } from '../../src/profile/profile-summary'
import type { VerificationReport } from '../../src/verifier/report'
import { EMPTY_PART, PROFILES } from './profiles'
import { ALTERED, AUTHENTIC, EXPIRED, HOSTILE, TRUSTED, UNVERIFIABLE } from './reports'

function entry(id: string, report: VerificationReport, name?: string): ProfileEntry {
  const figures = figuresOf(report)
  const named = name === undefined ? report : withName(report, name)
  return { id, reportId: id, ...(figures && { figures }), report: named }
}

function withName(report: VerificationReport, name: string): VerificationReport {
  const { credential } = report
  if (credential === undefined) return report
  const achievements = credential.achievements.map((each) => ({ ...each, name: { und: name } }))
  return { ...report, credential: { ...credential, achievements } }
}

/** The badges of the scenes, with the summary of `profiles.ts`. */
export function profileReportOf(
  id: keyof typeof PROFILES = 'mixed',
  more: Partial<ProfileReport> = {},
): ProfileReport {
  const hostile = HOSTILE.credential?.achievements[0]?.name
  return {
    ...PROFILES[id],
    entries: [
      entry('trusted', TRUSTED),
      entry('japanese', TRUSTED, '食品安全マネジメント基礎'),
      entry('long', TRUSTED),
      entry('authentic', AUTHENTIC),
      entry('expired', EXPIRED),
      entry('altered', id === 'hostile' ? { ...ALTERED, ...HOSTILE } : ALTERED),
      entry('unverifiable', UNVERIFIABLE),
      ...(id === 'hostile' && hostile !== undefined ? [entry('hostile', HOSTILE)] : []),
    ],
    missing: 0,
    ...more,
  }
}

const MANY = 60
const MANY_SKILLS = 100
const SUBJECTS = ['Data Analysis', 'Welding', 'Project Management', 'First Aid', 'Food Safety']
const VERDICTS = [TRUSTED, TRUSTED, TRUSTED, AUTHENTIC, EXPIRED, ALTERED]

/** 60 badges with 100 skills. */
export function manyBadges(): ProfileReport {
  const entries = Array.from({ length: MANY }, (_, index) => {
    const name = `${SUBJECTS[index % SUBJECTS.length] ?? ''} ${index + 1}`
    return entry(`b${index}`, VERDICTS[index % VERDICTS.length] ?? TRUSTED, name)
  })
  const { summary } = PROFILES.mixed
  const many: ProfileSummary = {
    ...summary,
    trusted: part(entries, 'trusted'),
    authentic: part(entries, 'authentic'),
    leftOut: { attention: 10, invalid: 10 },
    recipients: { comparison: 'same', groups: [] },
  }
  return { ...PROFILES.mixed, summary: many, entries, missing: 2 }
}

function part(all: readonly ProfileEntry[], standing: Standing): ProfilePart {
  const entries = all.filter(({ report }) => report.verdict === standing)
  const ids = entries.map(({ id }) => id)
  const every = (step: number, first: number) => ids.filter((_, index) => index % step === first)
  return {
    ...EMPTY_PART,
    badges: entries.map(({ id, report }) => ({
      ...{ id, sha256: '9f86d081884c7d65', issuer: report.issuer.id, shown: 1 },
      name: Object.values(report.credential?.achievements[0]?.name ?? {})[0] ?? '',
    })),
    levels: {
      ...{ lowest: 3, highest: standing === 'trusted' ? 7 : 8 },
      byLevel: [3, 4, 5, 6, standing === 'trusted' ? 7 : 8].map((level, index) => ({
        ...{ level, badges: every(5, index) },
      })),
      none: [],
    },
    skills: {
      ...EMPTY_PART.skills,
      found: Array.from({ length: MANY_SKILLS }, (_, index) => ({
        uri: `http://data.europa.eu/esco/skill/${index}`,
        label:
          index % 7 === 0 ? `lead interdisciplinary teams in phase ${index}` : `skill ${index}`,
        badges: every((index % 9) + 1, 0),
      })),
    },
    timeLine: {
      dated: ids.map((badge, index) => ({
        date: `${2016 + (index % 10)}-0${(index % 9) + 1}-11T00:00:00.000Z`,
        ...(index % 3 > 0 && { until: `${2024 + (index % 6)}-05-31T23:59:59.999Z` }),
        badge,
      })),
      undated: [],
    },
  }
}
