/** Readers of the places that the European Learning Model has and badges have not. */
import type { Accreditation, Learning, Text } from '../credential'
import type { DescriptorValue } from './descriptor-table'
import { field, ofEach, type PlaceReader } from './place-reader'
import type { FieldPath, SourcePath } from './source-path'
import { valuesOf, valuesOfText } from './values'

export type LearningPlace =
  | 'credential-name'
  | 'awarding-bodies'
  | 'outcomes'
  | 'activity-workloads'
  | 'modes'
  | 'activity-modes'
  | 'assessment-types'
  | 'supervision'
  | 'accreditations'
  | 'credential-accreditations'
  | 'entry-requirements'
  | 'parts'
  | 'entitlements'
  | 'notes'

export const LEARNING_READERS: Readonly<Record<LearningPlace, PlaceReader>> = {
  'credential-name': ({ credential: { name } }) => valuesOfText(name, field('name')),
  'awarding-bodies': texts('achievement.awardedBy', ({ awardedBy }) =>
    awardedBy.map(({ name }) => name),
  ),
  outcomes: texts('achievement.outcomes', ({ outcomes }) =>
    outcomes.map(({ title, description }) => title ?? description),
  ),
  'activity-workloads': ofLearning('achievement.activities', ({ activities }, source) =>
    activities.flatMap(({ workload }) => workload.flatMap((text) => valuesOf(text, source))),
  ),
  modes: texts('achievement.modes', ({ modes }) => modes),
  'activity-modes': texts('achievement.activities', ({ activities }) =>
    activities.flatMap(({ modes }) => modes),
  ),
  'assessment-types': texts('achievement.assessments', ({ assessments }) =>
    assessments.flatMap(({ types }) => types),
  ),
  supervision: texts('achievement.assessments', ({ assessments }) =>
    assessments.map(({ idVerification }) => idVerification),
  ),
  accreditations: texts('achievement.accreditations', ({ accreditations }) =>
    accreditations.map(accreditationName),
  ),
  'credential-accreditations': ({ credential: { accreditations = [] } }) =>
    accreditations.flatMap((one) => valuesOfText(accreditationName(one), field('accreditations'))),
  'entry-requirements': texts(
    'achievement.entryRequirements',
    ({ entryRequirements }) => entryRequirements,
  ),
  parts: texts('achievement.parts', ({ parts }) => parts),
  entitlements: texts('achievement.entitlements', ({ entitlements }) => entitlements),
  notes: texts('achievement.notes', ({ notes }) => notes),
}

/** What an accreditation is called; where it has no name, who gave it. */
function accreditationName({ title, type, body }: Accreditation): Text | undefined {
  return title ?? type ?? body
}

function texts(path: FieldPath, read: (learning: Learning) => (Text | undefined)[]): PlaceReader {
  return ofLearning(path, (learning, source) =>
    read(learning).flatMap((text) => valuesOfText(text, source)),
  )
}

function ofLearning(
  path: FieldPath,
  read: (learning: Learning, source: SourcePath) => DescriptorValue[],
): PlaceReader {
  return ofEach(({ learning }, ordinal) => (learning ? read(learning, field(path, ordinal)) : []))
}
