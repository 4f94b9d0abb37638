/**
 * The one model that every format is read into. Plain data, still untrusted: every string in it
 * was written by whoever made the badge and may only ever be shown as text.
 */

/** Text by BCP 47 language tag; `und` where the credential does not say the language. */
export type Text = Record<string, string>

/** Reference to an image: an https or data URL. Never loaded without consent. */
export interface ImageReference {
  url: string
  caption?: Text
}

export interface Alignment {
  targetName?: Text
  targetUrl?: string
  targetDescription?: Text
  targetCode?: string
  targetFramework?: string
  targetType?: string
}

export interface Criteria {
  /** A page that states the criteria; never fetched without being asked. */
  url?: string
  /** Markdown, as written. */
  narrative?: Text
}

/** What an extension of Open Badges adds, where its schema is known. */
export interface Extension {
  /** Without prefix and without `Extension` at the end: `EQF`, `ECTS`, `ApplyLink` … */
  type: string
  /** The property that it stands under. */
  name?: string
  /** By the names of its schema, as JSON, and only what is as the schema says: `{ EQF: 6 }`. */
  values: Record<string, unknown>
}

/** A level of the rubric that a result is judged by (RubricCriterionLevel). */
export interface RubricLevel {
  id?: string
  name?: Text
  level?: string
  points?: string
  description?: Text
}

export interface ResultDescription {
  id?: string
  name?: Text
  resultType?: string
  requiredValue?: string
  /** Ordered from low to high. */
  allowedValues?: string[]
  valueMin?: string
  valueMax?: string
  /** The id of the level that must be reached. */
  requiredLevel?: string
  levels?: RubricLevel[]
}

/** Another version or language of the achievement, or one that it is a part of: the issuer's own word. */
export interface RelatedAchievement {
  id: string
  language?: string
  version?: string
}

/** What somebody knows or can do afterwards (ELM 3, LearningOutcome). */
export interface LearningOutcome {
  id?: string
  title?: Text
  description?: Text
}

/** How it was found out what somebody has learnt (ELM 3, LearningAssessment or its specification). */
export interface Assessment {
  id?: string
  title?: Text
  /** What kind of assessment it is. */
  types: Text[]
  grade?: Text
  /** Supervision and verification of the learner's identity. */
  idVerification?: Text
  /** ISO 8601 as written. */
  date?: string
}

/** What somebody did in order to learn (ELM 3, LearningActivity or its specification). */
export interface LearningActivity {
  id?: string
  title?: Text
  description?: Text
  types: Text[]
  modes: Text[]
  /** ISO 8601 durations, as written. */
  workload: string[]
}

/** Who vouches for the quality, in the credential's own word (ELM 3, Accreditation). */
export interface Accreditation {
  id?: string
  title?: Text
  type?: Text
  /** Who gave it. */
  body?: Text
  /** ISO 8601 as written. */
  validUntil?: string
}

/** What the European Learning Model states of an achievement and badges have no word for. */
export interface Learning {
  awardedBy: IssuerProfile[]
  outcomes: LearningOutcome[]
  /** ISO 8601 durations, as written: "PT60H". */
  workload: string[]
  /** Forms of participation. */
  modes: Text[]
  assessments: Assessment[]
  activities: LearningActivity[]
  /** What it gives a right to. */
  entitlements: Text[]
  accreditations: Accreditation[]
  entryRequirements: Text[]
  /** Titles of what it consists of, and of what it is a part of. */
  parts: Text[]
  notes: Text[]
}

export interface Achievement {
  id?: string
  types: string[]
  name?: Text
  description?: Text
  achievementType?: string
  criteria?: Criteria
  image?: ImageReference
  alignments: Alignment[]
  tags: string[]
  /** Academic credit that the achievement carries, in the unit that `creditUnit` or the issuer names. */
  creditsAvailable?: number
  fieldOfStudy?: string
  humanCode?: string
  specialization?: string
  language?: string
  creator?: IssuerProfile
  version?: string
  resultDescriptions: ResultDescription[]
  related?: RelatedAchievement[]
  extensions?: Extension[]
  /** Of European Digital Credentials. */
  learning?: Learning
}

/** Issuer profile: what the badge says of its issuer. A claim, not a finding. */
export interface IssuerProfile {
  /** DID or URL. */
  id: string
  types: string[]
  name?: Text
  url?: string
  email?: string
  telephone?: string
  description?: Text
  image?: ImageReference
  /** ISO 3166-1 alpha-2, where the profile has an address with one. */
  country?: string
  /** By which others know the issuer, e.g. a register's number: `otherIdentifier` of Open Badges 3.0. */
  identifiers?: { type?: string; value: string }[]
  extensions?: Extension[]
}

/** One statement about who the recipient is (OB 2.0 IdentityObject, OB 3.0 IdentityObject, ELM 3 Person). */
export interface RecipientIdentity {
  /** `email`, `url`, `telephone`, `did`, `emailAddress`, `name`, `dateOfBirth` … as the credential spells it. */
  type: string
  /** Plain, or `algorithm$hex` where `hashed`. */
  value: string
  hashed: boolean
  salt?: string
  /** There is a salt in a form that cannot be used: a hash with it cannot be compared. */
  saltUnusable?: true
}

export interface Recipient {
  /** credentialSubject.id in OB 3.0. */
  id?: string
  identities: RecipientIdentity[]
}

export interface Evidence {
  id?: string
  url?: string
  name?: Text
  narrative?: Text
  description?: Text
  genre?: string
  audience?: string
}

export interface Result {
  resultDescription?: string
  value?: string
  status?: string
  achievedLevel?: string
  alignments: Alignment[]
}

/** When the credential is in force: ISO 8601 as written, or what stood there instead. */
export interface Validity {
  validFrom?: string
  validUntil?: string
}

export interface Credential extends Validity {
  id?: string
  /** 'OpenBadges/2.0', 'OpenBadges/3.0', … */
  format: string
  types: string[]
  /** The credential's own name, where it has one beside the achievement's. */
  name?: Text
  description?: Text
  issuer: IssuerProfile
  /** One in Open Badges; several in formats that bundle. The first is the main one. */
  achievements: Achievement[]
  recipient: Recipient
  /** A badge class given alone, as its provider drafts it: it is awarded to nobody. */
  notAwarded?: true
  issuedOn?: string
  evidence: Evidence[]
  narrative?: Text
  image?: ImageReference
  results: Result[]
  extensions?: Extension[]
  /** Of its issuer, and in its evidence; those of an achievement stand there. */
  accreditations?: Accreditation[]
  /** Credits that this person earned. */
  creditsEarned?: number
  activityStart?: string
  activityEnd?: string
  licenseNumber?: string
  role?: string
  term?: string
  /** Number of embedded endorsements, verified or not. */
  endorsementCount: number
  /** Of an endorsement: the id of what it endorses, and what it says of it. */
  endorses?: { id?: string; comment?: Text }
}
