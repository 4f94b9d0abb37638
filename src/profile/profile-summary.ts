/**
 * What all badges of one page come to together, as plain data: it survives `structuredClone` and JSON, and
 * holds no prose. Badges are named by the id that their page has for them; every list is in an order that
 * does not depend on the order of the badges.
 */
import type { Verdict } from '../verifier/report'

/** The two verdicts that hold. Nothing else counts. */
export type Standing = 'trusted' | 'authentic'

/** Verdicts that count for nothing. */
export type LeftOut = Exclude<Verdict, Standing | 'none'>

export interface ProfileSummary {
  schema: 1
  /** From these alone are the sums and levels of the profile. */
  trusted: ProfilePart
  /** Authentic, but nobody vouches for who the issuer is: never added to the others. */
  authentic: ProfilePart
  /** How many badges count for nothing, by verdict; those that none has are absent. */
  leftOut: Partial<Record<LeftOut, number>>
  /** What holds and is no award: an endorsement, a description of a badge, a profile. */
  notAwards: number
  /** Badges of the page that were not verified. */
  notChecked: number
  recipients: ProfileRecipients
  /** Worst first. */
  contradictions: Contradiction[]
}

/** Badges of one standing, and what they come to. */
export interface ProfilePart {
  badges: ProfileBadge[]
  issuers: ProfileIssuer[]
  /** By what the badges say of their issuers' country. */
  countries: ProfileCountry[]
  /** Badges whose issuer has no country, or something else in its place. */
  countryUnknown: string[]
  levels: ProfileLevels
  credit: ProfileCredit
  skills: ProfileSkills
  timeLine: ProfileTimeLine
}

export interface ProfileBadge {
  id: string
  /** By its issuer, clipped; absent where it has none. */
  name?: string
  /** Hex SHA-256 of its credential text. */
  sha256: string
  issuer: string
  /** How often the page shows it, by whatever files; it counts once. */
  shown: number
}

export interface ProfileIssuer {
  /** As the badges were judged by: DID or URL. */
  id: string
  /** As those call it who vouch for it. */
  registeredName?: string
  /** The domain or key by which it is known where nobody vouches for it. */
  knownAs?: string
  /** As its badges call it. More than one is a contradiction. */
  claimedNames: string[]
  badges: string[]
}

export interface ProfileCountry {
  /** ISO 3166-1 alpha-2 */
  country: string
  badges: string[]
}

/** EQF levels, 1–8. Of two levels in one badge only the lower counts. */
export interface ProfileLevels {
  lowest?: number
  highest?: number
  /** Ascending. */
  byLevel: { level: number; badges: string[] }[]
  /** Badges that state none. */
  none: string[]
}

/** A number that is stated, or the ends of a range that is. */
export interface Span {
  from: number
  to: number
}

/**
 * Workload that was stated, once for each achievement. Hours are never made into ECTS credits: `hours`
 * is the sum of what states hours and no credits.
 */
export interface ProfileCredit {
  ects?: Span
  hours?: Span
  overlaps: Overlap[]
  /** Badges that state credits of a system that they do not name. They are not added up. */
  otherCredits: string[]
  /** Badges that state no workload. */
  none: string[]
}

/**
 * ECTS credits that were not added again. `same-achievement`: awarded twice. `related`: the issuer names one
 * as related to the other, which may be a part of it, a version or a translation; the larger counts.
 */
export interface Overlap {
  kind: 'same-achievement' | 'related'
  badges: string[]
  counted: Span
  notCounted: Span
}

/** Only what ESCO was found to have; never what a badge merely calls a skill. */
export interface ProfileSkills {
  found: ProfileSkill[]
  /** How many different references to ESCO came to nothing, or were not looked up. */
  obsolete: number
  notFound: number
  unchecked: number
}

export interface ProfileSkill {
  uri: string
  /** ESCO's own, clipped. */
  label: string
  concept?: 'skill' | 'knowledge'
  /** At least one badge calls it something else. */
  labelDiffers?: true
  /** No badge has its URI; its name is that of this skill. */
  labelOnly?: true
  badges: string[]
}

export interface ProfileTimeLine {
  /** Oldest first; `date` and the end of its validity, where it states one, in ISO 8601, UTC. */
  dated: { date: string; until?: string; badge: string }[]
  /** Badges without a date that can be read. */
  undated: string[]
}

/**
 * `same`: all badges that hold name one recipient. `differ`: at least two name different ones. `unknown`:
 * some cannot be compared, e.g. hashes with different salts. `one`: there is nothing to compare.
 */
export interface ProfileRecipients {
  comparison: 'same' | 'differ' | 'unknown' | 'one'
  /** Badges that are known to name the same recipient stand together. */
  groups: RecipientGroup[]
}

export interface RecipientGroup {
  /** In plain, as the badges say it, clipped; no hashes. */
  identities: { type: string; value: string }[]
  /** There are only hashes. */
  hashedOnly?: true
  badges: string[]
}

/** What cannot all be so, or no scale has. `badges` are those that say it. */
export type Contradiction =
  | { code: 'recipients-differ'; badges: string[] }
  | { code: 'issuer-names-differ'; issuer: string; names: string[]; badges: string[] }
  | { code: 'issuer-countries-differ'; issuer: string; countries: string[]; badges: string[] }
  /** Different EQF levels of one achievement. */
  | { code: 'levels-differ'; levels: number[]; badges: string[] }
  | { code: 'level-out-of-range'; badges: string[] }
  /** Different workloads of one achievement. */
  | { code: 'workloads-differ'; badges: string[] }
  | { code: 'workload-out-of-range'; badges: string[] }

export type ContradictionCode = Contradiction['code']
