/**
 * Where in a credential a value was found, as plain data: the pages make words of it. Numbers count from 1,
 * as people do. `achievement` is there only where a credential has several.
 */
export type SourcePath =
  /** `section`: of the parts that a descriptor's name leads, in reading order; absent: the whole text. */
  | { place: 'criteria'; section?: number; achievement?: number }
  | { place: 'alignment'; index: number; achievement?: number }
  /** `type` as in `Extension.type`: `ECTS`, `EQF` … */
  | { place: 'extension'; type: string; on: ExtensionHolder; achievement?: number }
  | { place: 'result'; index: number }
  | { place: 'result-description'; index: number; achievement?: number }
  | { place: 'evidence'; index: number }
  | { place: 'field'; path: FieldPath; achievement?: number }

/** Whose extension it is. */
export type ExtensionHolder = 'credential' | 'achievement' | 'issuer'

/** Fields of the one model (`credential.ts`) in which a descriptor was found. */
export type FieldPath =
  | 'name'
  | 'accreditations'
  | 'issuedOn'
  | 'validFrom'
  | 'image'
  | 'creditsEarned'
  | 'endorsementCount'
  | 'recipient.id'
  | 'recipient.identities'
  | 'issuer.id'
  | 'issuer.name'
  | 'issuer.country'
  | 'issuer.url'
  | 'issuer.description'
  | 'achievement.name'
  | 'achievement.description'
  | 'achievement.language'
  | 'achievement.image'
  | 'achievement.creator'
  | 'achievement.creditsAvailable'
  | 'achievement.criteria.url'
  | 'achievement.related'
  | 'achievement.awardedBy'
  | 'achievement.outcomes'
  | 'achievement.workload'
  | 'achievement.modes'
  | 'achievement.assessments'
  | 'achievement.activities'
  | 'achievement.accreditations'
  | 'achievement.entryRequirements'
  | 'achievement.parts'
  | 'achievement.entitlements'
  | 'achievement.notes'
