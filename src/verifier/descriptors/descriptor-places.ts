/**
 * Where each descriptor is found, by generation of the data model. Places are names of readers
 * (`place-readers.ts`), in the order in which their values are shown.
 *
 * The column of ELM 3 is written as paths of the European Learning Model, where `C` is the claim
 * (`credentialSubject.hasClaim`) and `S` its specification (`C.specifiedBy`). No reader uses it yet.
 */
import type { DescriptorId } from './descriptor-ids'
import type { DescriptorGroup } from './descriptor-table'

export type Place =
  /** The part of the criteria that the descriptor's name leads. */
  | 'criteria'
  | 'criteria-page'
  | 'recipient'
  | 'name'
  | 'description'
  | 'issuer'
  | 'creator'
  | 'institution-name'
  | 'issuer-address'
  | 'institution-country'
  | 'date'
  | 'learning-outcome-extension'
  | 'outcome-alignments'
  | 'outcome-results'
  | 'workload-statements'
  | 'credit-statements'
  | 'ects-statements'
  | 'level-claims'
  | 'assessment-extension'
  | 'issuer-accreditation'
  | 'quality-alignments'
  | 'endorsements'
  | 'language'
  | 'language-extension'
  | 'results'
  | 'grading-table'
  | 'related'
  | 'education-program'
  | 'listed-outcomes'
  | 'skills-alignments'
  | 'evidence'
  | 'structured-data'

export interface DescriptorPlaces {
  group: DescriptorGroup
  /** Open Badges 0.5 to 2.1. */
  openBadges2: readonly Place[]
  openBadges3: readonly Place[]
  clr: readonly Place[]
  elm: readonly string[]
}

function placed(
  group: DescriptorGroup,
  openBadges2: readonly Place[],
  openBadges3: readonly Place[],
  elm: readonly string[],
): DescriptorPlaces {
  // CLR 2.0 describes an achievement by the classes of Open Badges 3.0.
  return { group, openBadges2, openBadges3, clr: openBadges3, elm }
}

export const PLACES: Readonly<Record<DescriptorId, DescriptorPlaces>> = {
  'learner-identification': placed(
    'administrative',
    ['recipient'],
    ['recipient'],
    ['credentialSubject'],
  ),
  title: placed(
    'descriptive',
    ['name', 'criteria'],
    ['name', 'criteria'],
    ['displayParameter.title', 'C.title'],
  ),
  'issuer-country': placed(
    'administrative',
    ['issuer-address', 'institution-country', 'criteria'],
    ['issuer-address', 'institution-country', 'criteria'],
    ['issuer.location.address.countryCode'],
  ),
  'awarding-body': placed(
    'administrative',
    ['issuer', 'institution-name', 'criteria'],
    ['issuer', 'creator', 'institution-name', 'criteria'],
    ['C.awardedBy.awardingBody'],
  ),
  'date-of-issuing': placed(
    'administrative',
    ['date', 'criteria'],
    ['date', 'criteria'],
    ['issued', 'issuanceDate'],
  ),
  description: placed(
    'descriptive',
    ['description', 'criteria'],
    ['description', 'criteria'],
    ['C.description'],
  ),
  'learning-outcomes': placed(
    'descriptive',
    ['criteria', 'learning-outcome-extension', 'outcome-alignments'],
    ['criteria', 'outcome-alignments', 'outcome-results', 'learning-outcome-extension'],
    ['S.learningOutcome'],
  ),
  workload: placed(
    'descriptive',
    ['criteria', 'workload-statements'],
    ['workload-statements', 'criteria'],
    ['S.creditPoint', 'S.volumeOfLearning'],
  ),
  level: placed(
    'structural',
    ['level-claims', 'criteria'],
    ['level-claims', 'criteria'],
    ['S.eqfLevel', 'S.nqfLevel'],
  ),
  'assessment-type': placed(
    'descriptive',
    ['criteria', 'assessment-extension'],
    ['criteria', 'assessment-extension'],
    ['C.provenBy.specifiedBy.dcType'],
  ),
  'participation-form': placed(
    'descriptive',
    ['criteria'],
    ['criteria'],
    ['S.mode', 'C.influencedBy.specifiedBy.mode'],
  ),
  'quality-assurance': placed(
    'administrative',
    ['criteria', 'issuer-accreditation', 'quality-alignments', 'endorsements'],
    ['criteria', 'quality-alignments', 'issuer-accreditation', 'endorsements'],
    ['S.accreditation', 'C.awardedBy.awardingBody.accreditation'],
  ),
  credit: placed(
    'structural',
    ['criteria', 'credit-statements'],
    ['credit-statements', 'criteria'],
    ['S.creditPoint'],
  ),
  language: placed(
    'descriptive',
    ['language-extension', 'criteria', 'language'],
    ['language', 'criteria', 'language-extension'],
    ['S.language'],
  ),
  certification: placed('administrative', ['criteria'], ['criteria'], []),
  prerequisites: placed('structural', ['criteria'], ['criteria'], ['S.entryRequirement']),
  supervision: placed('administrative', ['criteria'], ['criteria'], ['C.provenBy.idVerification']),
  grade: placed(
    'descriptive',
    ['results', 'criteria', 'grading-table'],
    ['results', 'criteria', 'grading-table'],
    ['C.provenBy.grade'],
  ),
  stackability: placed(
    'structural',
    ['criteria', 'related', 'education-program'],
    ['related', 'criteria', 'education-program'],
    ['C.hasPart', 'C.isPartOf'],
  ),
  'further-information': placed(
    'descriptive',
    ['criteria', 'criteria-page'],
    ['criteria', 'criteria-page'],
    ['C.additionalNote'],
  ),
  'outcomes-listed': placed(
    'descriptive',
    ['listed-outcomes'],
    ['listed-outcomes'],
    ['S.learningOutcome'],
  ),
  'skills-framework': placed(
    'structural',
    ['skills-alignments'],
    ['skills-alignments'],
    ['S.learningOutcome.relatedESCOSkill', 'S.learningOutcome.relatedSkill'],
  ),
  evidence: placed('administrative', ['evidence'], ['evidence'], ['C.provenBy']),
  'credit-system': placed(
    'structural',
    ['ects-statements'],
    ['ects-statements'],
    ['S.creditPoint.framework'],
  ),
  'machine-readable': placed('structural', ['structured-data'], ['structured-data'], []),
}

/** A generation of the data model that has a column. */
export type Generation = 'openBadges2' | 'openBadges3' | 'clr'

/** @param format as in `Credential.format`; one without a column is read as Open Badges 3.0 */
export function generationOf(format: string): Generation {
  if (/^OpenBadges\/[012]/.test(format)) return 'openBadges2'
  return format.startsWith('CLR/') ? 'clr' : 'openBadges3'
}
