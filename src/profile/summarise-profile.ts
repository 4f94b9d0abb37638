import { achievementsOf } from './achievements'
import { countedAwards, type Award, type ProfileSource } from './awards'
import { creditContradictions, profileCredit } from './credit'
import { issuerContradictions, profileCountries, profileIssuers } from './issuers'
import { levelContradictions, profileLevels } from './levels'
import { byText } from './ordering'
import type {
  Contradiction,
  ProfileBadge,
  ProfilePart,
  ProfileSummary,
  Standing,
} from './profile-summary'
import { profileRecipients, recipientContradictions } from './recipients'
import { oneOf } from './shown-text'
import { profileSkills } from './skills'
import { profileTimeLine } from './time-line'

/**
 * What the badges of a page come to together. Sums and levels are from what is `trusted`; what is
 * `authentic` is summed apart; all else is only counted. Asks nobody.
 *
 * @param sources every badge with a report, in any order: it changes nothing
 * @param notChecked badges of the page without one
 */
export async function summariseProfile(
  sources: readonly ProfileSource[],
  notChecked = 0,
): Promise<ProfileSummary> {
  const { awards, leftOut, notAwards } = countedAwards(sources)
  const recipients = await profileRecipients(awards)
  const { comparison, groups } = recipients
  return {
    schema: 1,
    trusted: partOf(awards, 'trusted'),
    authentic: partOf(awards, 'authentic'),
    leftOut,
    notAwards,
    notChecked,
    recipients: { comparison, groups },
    contradictions: [...recipientContradictions(recipients), ...contradictionsOf(awards)],
  }
}

function partOf(all: readonly Award[], standing: Standing): ProfilePart {
  const awards = all.filter((award) => award.standing === standing)
  const achievements = awards.flatMap(achievementsOf)
  return {
    badges: awards.map(badgeOf).toSorted((one, other) => byText(one.id, other.id)),
    issuers: profileIssuers(awards),
    ...profileCountries(awards),
    levels: profileLevels(achievements),
    credit: profileCredit(achievements),
    skills: profileSkills(awards),
    timeLine: profileTimeLine(awards),
  }
}

function badgeOf({ badge, report, credential, shown }: Award): ProfileBadge {
  const name = oneOf(credential.achievements[0]?.name) ?? oneOf(credential.name)
  return {
    id: badge,
    ...(name !== undefined && { name }),
    sha256: report.source.sha256,
    issuer: report.issuer.id,
    shown,
  }
}

/** Of all that holds: a contradiction between two badges is one whoever vouches for them. */
function contradictionsOf(awards: readonly Award[]): Contradiction[] {
  const achievements = awards.flatMap(achievementsOf)
  const contradictory = awards.filter(({ workload }) => workload.contradictory)
  return [
    ...issuerContradictions(awards),
    ...levelContradictions(achievements),
    ...creditContradictions(
      achievements,
      contradictory.map(({ badge }) => badge),
    ),
  ]
}
