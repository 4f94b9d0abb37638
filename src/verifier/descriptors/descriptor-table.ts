/**
 * The descriptors of one badge as a framework asks for them: plain data without prose, as all of a report.
 * What is missing says something about quality and nothing about authenticity: no verdict looks at it.
 */
import type { DescriptorId } from './descriptor-ids'
import type { SourcePath } from './source-path'

/** How much a framework wants a descriptor. */
export type Obligation = 'mandatory' | 'mandatory-if-applicable' | 'recommended' | 'optional'

/**
 * What it tells people: what the badge is; what it is a part of and aligned to; who, when and how it was
 * made. (MicroHE)
 */
export type DescriptorGroup = 'descriptive' | 'structural' | 'administrative'

/**
 * `empty`: its name stands there, and nothing behind it. `contradictory`: two places say what cannot both
 * be so.
 */
export type DescriptorState = 'present' | 'missing' | 'empty' | 'contradictory'

/** What a text is, where it is more than words. */
export type ValueKind =
  | 'text'
  /** ISO 8601 as written. */
  | 'date'
  /** ISO 3166-1 alpha-2, or whatever stands in its place. */
  | 'country'
  /** BCP 47, or whatever stands in its place. */
  | 'language'
  | 'url'
  | 'number'
  /** Of the learner; `hashed-identity` has the type (`email` …) as its text, and no hash. */
  | 'identity'
  | 'hashed-identity'
  /** How many there are. */
  | 'count'

export interface DescriptorValue {
  text: string
  kind: ValueKind
  /** BCP 47, where the credential says the language of a text. */
  language?: string
  /** The text goes on. */
  clipped?: true
  source: SourcePath
}

export type DescriptorNote =
  /** Stated in a way that its scale does not have: EQF 9. */
  | 'out-of-range'
  /** Two names for it, which may be of two bodies, or of one. */
  | 'names-differ'
  /** A guideline wants words, and there is an address. */
  | 'uri-in-description'
  /** The criteria are on a page, which was not asked for. */
  | 'criteria-not-read'
  /** Of the issuer nothing but its id was read. */
  | 'issuer-not-read'
  /** Only an award can say it, and this is a badge class alone. */
  | 'of-awards'
  /** The criteria are one text without names: it may be in there. */
  | 'criteria-unstructured'
  /** There are more values than are kept. */
  | 'more-values'

export interface DescriptorRow {
  descriptor: DescriptorId
  obligation: Obligation
  group: DescriptorGroup
  state: DescriptorState
  /** In the order in which the places are looked at; at most `MOST_VALUES`. */
  values: DescriptorValue[]
  notes: DescriptorNote[]
}

/** What a framework explains beyond its list of descriptors. */
export type ExplanationId =
  | 'names-lead-criteria'
  | 'micro-credential-on-image'
  | 'conformity-noted'
  | 'issuer-trust-uri'
  | 'description-without-uri'

/** `not-seen` is not "is not so": an image is not looked at, only its name and its alternative text. */
export interface Explanation {
  id: ExplanationId
  state: 'seen' | 'not-seen' | 'not-applicable'
  /** Where it was seen. */
  source?: SourcePath
}

export interface DescriptorTable {
  framework: {
    id: string
    /** The document that it is taken from, and where in it. */
    document: string
    section: string
    url?: string
  }
  rows: DescriptorRow[]
  explanations: Explanation[]
  /**
   * Of those that the framework wants most, how many are there, without contradiction and within their
   * scale. Those that are wanted only if they apply count where they are there.
   */
  completeness: { present: number; of: number; obligation: 'mandatory' | 'recommended' }
}

/** Of one row. */
export const MOST_VALUES = 12
/** Of one value, in UTF-16 code units. */
export const MOST_CHARACTERS = 2_000
