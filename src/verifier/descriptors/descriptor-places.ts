/**
 * Where each descriptor is found, by generation of the data model. Places are names of readers
 * (`place-readers.ts`), in the order in which their values are shown.
 */
import type { DescriptorId } from './descriptor-ids'
import type { DescriptorGroup } from './descriptor-table'
import type { LearningPlace } from './learning-readers'

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
  | LearningPlace

export interface DescriptorPlaces {
  group: DescriptorGroup
  /** Open Badges 0.5 to 2.1. */
  openBadges2: readonly Place[]
  openBadges3: readonly Place[]
  clr: readonly Place[]
  /** European Learning Model 3, `reading/elm-3.ts`. */
  elm: readonly Place[]
}

function placed(
  group: DescriptorGroup,
  openBadges2: readonly Place[],
  openBadges3: readonly Place[],
  elm: readonly Place[],
): DescriptorPlaces {
  // CLR 2.0 describes an achievement by the classes of Open Badges 3.0.
  return { group, openBadges2, openBadges3, clr: openBadges3, elm }
}

export const PLACES: Readonly<Record<DescriptorId, DescriptorPlaces>> = {
  'learner-identification': placed('administrative', ['recipient'], ['recipient'], ['recipient']),
  title: placed(
    'descriptive',
    ['name', 'criteria'],
    ['name', 'criteria'],
    ['credential-name', 'name'],
  ),
  'issuer-country': placed(
    'administrative',
    ['issuer-address', 'institution-country', 'criteria'],
    ['issuer-address', 'institution-country', 'criteria'],
    ['issuer-address'],
  ),
  'awarding-body': placed(
    'administrative',
    ['issuer', 'institution-name', 'criteria'],
    ['issuer', 'creator', 'institution-name', 'criteria'],
    ['awarding-bodies'],
  ),
  'date-of-issuing': placed('administrative', ['date', 'criteria'], ['date', 'criteria'], ['date']),
  description: placed(
    'descriptive',
    ['description', 'criteria'],
    ['description', 'criteria'],
    ['description'],
  ),
  'learning-outcomes': placed(
    'descriptive',
    ['criteria', 'learning-outcome-extension', 'outcome-alignments'],
    ['criteria', 'outcome-alignments', 'outcome-results', 'learning-outcome-extension'],
    ['outcomes'],
  ),
  workload: placed(
    'descriptive',
    ['criteria', 'workload-statements'],
    ['workload-statements', 'criteria'],
    ['workload-statements', 'activity-workloads'],
  ),
  level: placed(
    'structural',
    ['level-claims', 'criteria'],
    ['level-claims', 'criteria'],
    ['level-claims'],
  ),
  'assessment-type': placed(
    'descriptive',
    ['criteria', 'assessment-extension'],
    ['criteria', 'assessment-extension'],
    ['assessment-types'],
  ),
  'participation-form': placed(
    'descriptive',
    ['criteria'],
    ['criteria'],
    ['modes', 'activity-modes'],
  ),
  'quality-assurance': placed(
    'administrative',
    ['criteria', 'issuer-accreditation', 'quality-alignments', 'endorsements'],
    ['criteria', 'quality-alignments', 'issuer-accreditation', 'endorsements'],
    ['accreditations', 'credential-accreditations'],
  ),
  credit: placed(
    'structural',
    ['criteria', 'credit-statements'],
    ['credit-statements', 'criteria'],
    ['credit-statements'],
  ),
  language: placed(
    'descriptive',
    ['language-extension', 'criteria', 'language'],
    ['language', 'criteria', 'language-extension'],
    ['language'],
  ),
  certification: placed('administrative', ['criteria'], ['criteria'], []),
  prerequisites: placed('structural', ['criteria'], ['criteria'], ['entry-requirements']),
  supervision: placed('administrative', ['criteria'], ['criteria'], ['supervision']),
  grade: placed(
    'descriptive',
    ['results', 'criteria', 'grading-table'],
    ['results', 'criteria', 'grading-table'],
    ['results'],
  ),
  stackability: placed(
    'structural',
    ['criteria', 'related', 'education-program'],
    ['related', 'criteria', 'education-program'],
    ['parts', 'entitlements'],
  ),
  'further-information': placed(
    'descriptive',
    ['criteria', 'criteria-page'],
    ['criteria', 'criteria-page'],
    ['notes'],
  ),
  'outcomes-listed': placed(
    'descriptive',
    ['listed-outcomes'],
    ['listed-outcomes'],
    ['listed-outcomes'],
  ),
  'skills-framework': placed(
    'structural',
    ['skills-alignments'],
    ['skills-alignments'],
    ['skills-alignments'],
  ),
  evidence: placed('administrative', ['evidence'], ['evidence'], ['evidence']),
  'credit-system': placed(
    'structural',
    ['ects-statements'],
    ['ects-statements'],
    ['ects-statements'],
  ),
  'machine-readable': placed(
    'structural',
    ['structured-data'],
    ['structured-data'],
    ['structured-data'],
  ),
}

/** A generation of the data model that has a column. */
export type Generation = 'openBadges2' | 'openBadges3' | 'clr' | 'elm'

/** @param format as in `Credential.format`; one without a column is read as Open Badges 3.0 */
export function generationOf(format: string): Generation {
  if (/^OpenBadges\/[012]/.test(format)) return 'openBadges2'
  if (format.startsWith('ELM/')) return 'elm'
  return format.startsWith('CLR/') ? 'clr' : 'openBadges3'
}
