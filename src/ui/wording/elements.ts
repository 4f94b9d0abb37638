/** Names of what the tables of descriptors are made of. */
import type {
  DescriptorGroup,
  DescriptorId,
  DescriptorNote,
  DescriptorRow,
  DescriptorTable,
  Explanation,
  ExplanationId,
  SourcePath,
} from '../../verifier/report'
import type { Sentences } from './sentences'
import type { MessageKey } from './translate'

const ELEMENTS: Record<DescriptorId, MessageKey> = {
  'learner-identification': 'elementLearner',
  title: 'elementTitle',
  'issuer-country': 'elementCountry',
  'awarding-body': 'elementAwardingBody',
  'date-of-issuing': 'elementDate',
  description: 'elementDescription',
  'learning-outcomes': 'elementOutcomes',
  workload: 'elementWorkload',
  level: 'elementLevel',
  'assessment-type': 'elementAssessment',
  'participation-form': 'elementParticipation',
  'quality-assurance': 'elementQuality',
  credit: 'elementCredit',
  language: 'elementLanguage',
  certification: 'elementCertification',
  prerequisites: 'elementPrerequisites',
  supervision: 'elementSupervision',
  grade: 'elementGrade',
  stackability: 'elementStackability',
  'further-information': 'elementFurther',
  'outcomes-listed': 'elementOutcomesListed',
  'skills-framework': 'elementSkillsFramework',
  evidence: 'elementEvidence',
  'credit-system': 'elementCreditSystem',
  'machine-readable': 'elementMachineReadable',
}

export function elementName(id: DescriptorId, { text }: Sentences): string {
  return text(ELEMENTS[id])
}

const FRAMEWORKS: Partial<Record<string, MessageKey>> = {
  'eu-annex-1': 'frameworkEu',
  'jv-campus': 'frameworkJvCampus',
  'quality-criteria': 'frameworkQuality',
}

type Named = { framework: Pick<DescriptorTable['framework'], 'id' | 'document'> }

/** A framework that has no name here yet is called by its document. */
export function frameworkName({ framework }: Named, { text }: Sentences): string {
  const key = FRAMEWORKS[framework.id]
  return key === undefined ? framework.document : text(key)
}

/** "9 of 11 mandatory" */
export function completenessOf({ completeness }: DescriptorTable, { text }: Sentences): string {
  const { present, of, obligation } = completeness
  const key = obligation === 'mandatory' ? 'elementsMandatory' : 'elementsRecommended'
  return text(key, present, of)
}

const GROUPS: Record<DescriptorGroup, MessageKey> = {
  descriptive: 'groupDescriptive',
  structural: 'groupStructural',
  administrative: 'groupAdministrative',
}

export function groupName(group: DescriptorGroup, { text }: Sentences): string {
  return text(GROUPS[group])
}

/** What has to be said beside the values, or instead of them; nothing where they stand for themselves. */
export function elementState(
  { state, obligation }: DescriptorRow,
  { text }: Sentences,
): string | undefined {
  if (state === 'present') return undefined
  if (state === 'empty') return text('elementEmpty')
  if (state === 'contradictory') return text('elementContradictory')
  if (obligation === 'mandatory') return text('elementMissing')
  return text(obligation === 'mandatory-if-applicable' ? 'elementIfApplicable' : 'elementNotStated')
}

const NOTES: Record<DescriptorNote, MessageKey> = {
  'out-of-range': 'noteOutOfRange',
  'names-differ': 'noteNamesDiffer',
  'uri-in-description': 'noteUriInDescription',
  'criteria-not-read': 'noteCriteriaNotRead',
  'criteria-unstructured': 'noteCriteriaUnstructured',
  'issuer-not-read': 'noteIssuerNotRead',
  'of-awards': 'noteOfAwards',
  'more-values': 'noteMoreValues',
}

export function elementNote(note: DescriptorNote, { text }: Sentences): string {
  return text(NOTES[note])
}

const EXPLANATIONS: Record<ExplanationId, MessageKey> = {
  'names-lead-criteria': 'explanationNamesLead',
  'micro-credential-on-image': 'explanationOnImage',
  'conformity-noted': 'explanationConformity',
  'issuer-trust-uri': 'explanationTrustUri',
  'description-without-uri': 'explanationDescription',
}

const SEEN: Record<Explanation['state'], MessageKey> = {
  seen: 'explanationSeen',
  'not-seen': 'explanationNotSeen',
  'not-applicable': 'explanationNotApplicable',
}

export function explanationName({ id }: Explanation, { text }: Sentences): string {
  return text(EXPLANATIONS[id])
}

export function explanationState({ state }: Explanation, { text }: Sentences): string {
  return text(SEEN[state])
}

/** "criteria, part 3", "alignment 2"; a field by its name in the data, which has no translation. */
export function sourceName(source: SourcePath, s: Sentences): string {
  const place = placeName(source, s)
  const number = 'achievement' in source ? source.achievement : undefined
  return number === undefined ? place : s.text('sourceOfAchievement', { composed: place }, number)
}

function placeName(source: SourcePath, { text }: Sentences): string {
  switch (source.place) {
    case 'criteria':
      return source.section === undefined
        ? text('sourceCriteria')
        : text('sourceCriteriaPart', source.section)
    case 'alignment':
      return text('sourceAlignment', source.index)
    case 'extension':
      return text('sourceExtension', source.type)
    case 'result':
      return text('sourceResult', source.index)
    case 'result-description':
      return text('sourceResultDescription', source.index)
    case 'evidence':
      return text('sourceEvidence', source.index)
    case 'field':
      return source.path
  }
}
