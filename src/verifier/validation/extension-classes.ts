/**
 * Extensions of Open Badges 2.0 that are known here: those of the standard's own registry ("Open Badges
 * Extensions" of 1EdTech) and those of SURF edubadges. What their published JSON schemas demand.
 */
import { must, mustSome, one, some, type DataModel } from './class-table'

/** Names are those of the types, in lower case and without `Extension` at the end: both occur. */
export const EXTENSION_CLASSES: ReadonlyMap<string, string> = new Map([
  ['applylink', 'ApplyLink'],
  ['originalcreator', 'OriginalCreator'],
  ['accessibility', 'Accessibility'],
  ['geocoordinates', 'GeoCoordinates'],
  ['issueraccreditation', 'IssuerAccreditation'],
  ['assessment', 'Assessment'],
  ['eqf', 'EQF'],
  ['ects', 'ECTS'],
  ['studyload', 'StudyLoad'],
  ['timeinvestment', 'TimeInvestment'],
  ['language', 'Language'],
  ['learningoutcome', 'LearningOutcome'],
  ['educationprogramidentifier', 'EducationProgramIdentifier'],
  ['institutionname', 'InstitutionName'],
  ['institutionidentifier', 'InstitutionIdentifier'],
  ['institutioncountry', 'InstitutionCountry'],
  ['gradingtable', 'GradingTable'],
])

const changed = { lastChangeDateTime: one('dateTime'), caseUri: one('iri') }

export const EXTENSIONS = {
  ApplyLink: { properties: { url: must('url') } },
  OriginalCreator: { properties: { url: must('url') } },
  Accessibility: {
    properties: {
      url: must('url'),
      accessibilityFeature: mustSome('string'),
      accessibilityAPI: some('string'),
      accessibilityControl: some('string'),
      accessibilityHazard: some('string'),
    },
  },
  GeoCoordinates: {
    properties: { name: one('text'), description: must('text'), geo: must('Coordinates') },
  },
  Coordinates: { properties: { latitude: must('number'), longitude: must('number') } },
  IssuerAccreditation: {
    properties: {
      name: must('text'),
      contactInstructions: must('text'),
      url: must('url'),
      address: must('Address'),
      email: one('email'),
      description: one('text'),
      logo: one('iri'),
      parentOrganization: one('ParentOrganization'),
      areaServed: one('string'),
      accreditationDate: one('dateTime'),
      educationalSector: one('string'),
    },
  },
  ParentOrganization: {
    properties: { name: one('text'), url: one('url'), address: one('Address') },
  },
  Address: {
    properties: {
      streetAddress: one('string'),
      addressLocality: one('string'),
      addressRegion: one('string'),
      addressCountry: one('string'),
      postalCode: one('string'),
    },
  },
  Assessment: {
    properties: { description: must('text'), assessments: mustSome('AssessmentObject') },
  },
  AssessmentObject: {
    properties: {
      description: must('text'),
      type: { of: ['type'], required: true, values: ['Exam', 'Performance', 'Artifact'] },
      assessmentOutput: must('string'),
      hasGroupParticipation: must('boolean'),
      hasGroupEvaluation: must('boolean'),
      evaluationMethod: must('string'),
      assessmentExample: one('iri'),
      scoringMethodExampleDescription: one('string'),
      assessmentEvaluation: one('iri'),
      rubrics: some('Rubric'),
      sections: some('Section'),
    },
  },
  Rubric: {
    properties: {
      ...changed,
      identifier: must('uuid'),
      title: must('text'),
      rubricCriteria: mustSome('RubricCriterion'),
    },
  },
  RubricCriterion: {
    properties: {
      ...changed,
      identifier: must('uuid'),
      category: one('string'),
      description: one('text'),
      weight: one('number'),
      position: one('number'),
      criterionLevels: some('RubricCriterionLevel'),
    },
  },
  RubricCriterionLevel: {
    properties: {
      ...changed,
      identifier: must('uuid'),
      description: must('text'),
      quality: one('string'),
      score: one('number'),
      position: one('number'),
      feedback: one('string'),
    },
  },
  Section: {
    properties: {
      questions: some('Question'),
      title: one('text'),
      description: one('text'),
      rubricId: one('string'),
      url: one('iri'),
      required: one('boolean'),
    },
  },
  Question: {
    properties: {
      type: {
        of: ['type'],
        required: true,
        values: ['ExternalQuestion', 'FileQuestion', 'TextQuestion'],
      },
      text: must('text'),
      rubricId: one('string'),
      url: one('iri'),
      required: one('boolean'),
      wordLimit: one('number'),
      characterLimit: one('number'),
    },
  },
  EQF: { properties: { EQF: must('number') } },
  ECTS: { properties: { ECTS: must('number') } },
  StudyLoad: { properties: { StudyLoad: must('number') } },
  TimeInvestment: { properties: { TimeInvestment: must('number') } },
  Language: { properties: { Language: must('language') } },
  LearningOutcome: { properties: { LearningOutcome: must('text') } },
  EducationProgramIdentifier: {
    properties: { EducationProgramIdentifier: mustSome('number', 'string') },
  },
  InstitutionName: { properties: { InstitutionName: must('string') } },
  InstitutionIdentifier: { properties: { InstitutionIdentifier: must('string') } },
  InstitutionCountry: { properties: { InstitutionCountry: must('string') } },
  GradingTable: { properties: { GradingTableURL: must('url') } },
} as const satisfies DataModel
