/**
 * The classes of Open Badges 3.0 and CLR 2.0 that describe a part of a credential: Open Badges
 * Specification v3.0, section B.1.
 */
import { must, mustTerm, mustType, one, oneTerm, some, type DataModel } from './class-table'
import { IDENTIFIER_TYPES, RESULT_STATUS, RESULT_TYPES, TARGET_TYPES } from './enumerations'

export const PARTS = {
  Alignment: {
    properties: {
      type: mustType('Alignment'),
      targetName: must('text'),
      targetUrl: must('iri'),
      targetCode: one('string'),
      targetDescription: one('text'),
      targetFramework: one('string'),
      targetType: oneTerm(...TARGET_TYPES),
    },
  },
  Criteria: { properties: { id: one('iri'), narrative: one('text') } },
  Evidence: {
    properties: {
      id: one('iri'),
      type: mustType('Evidence'),
      name: one('text'),
      narrative: one('text'),
      description: one('text'),
      genre: one('string'),
      audience: one('string'),
    },
  },
  IdentityObject: {
    properties: {
      type: mustType('IdentityObject'),
      hashed: must('boolean'),
      identityHash: must('string'),
      identityType: mustTerm(...IDENTIFIER_TYPES),
      salt: one('string'),
    },
  },
  IdentifierEntry: {
    properties: {
      type: mustType('IdentifierEntry'),
      identifier: must('string'),
      identifierType: mustTerm(...IDENTIFIER_TYPES),
    },
  },
  Image: { properties: { id: must('iri'), type: mustType('Image'), caption: one('text') } },
  Related: {
    properties: {
      id: must('iri'),
      type: mustType('Related'),
      inLanguage: one('language'),
      version: one('string'),
    },
  },
  Result: {
    properties: {
      type: mustType('Result'),
      achievedLevel: one('iri'),
      alignment: some('Alignment'),
      resultDescription: one('iri'),
      status: { of: ['string'], values: RESULT_STATUS },
      value: one('string'),
    },
  },
  ResultDescription: {
    properties: {
      id: must('iri'),
      type: mustType('ResultDescription'),
      name: must('text'),
      resultType: mustTerm(...RESULT_TYPES),
      alignment: some('Alignment'),
      allowedValue: some('string'),
      requiredLevel: one('iri'),
      requiredValue: one('string'),
      rubricCriterionLevel: some('RubricCriterionLevel'),
      valueMax: one('string'),
      valueMin: one('string'),
    },
  },
  RubricCriterionLevel: {
    properties: {
      id: must('iri'),
      type: mustType('RubricCriterionLevel'),
      name: must('text'),
      alignment: some('Alignment'),
      description: one('text'),
      level: one('string'),
      points: one('string'),
    },
  },
  Address: {
    properties: {
      type: mustType('Address'),
      addressCountry: one('string'),
      addressCountryCode: one('string'),
      addressRegion: one('string'),
      addressLocality: one('string'),
      streetAddress: one('string'),
      postOfficeBoxNumber: one('string'),
      postalCode: one('string'),
      geo: one('GeoCoordinates'),
    },
  },
  GeoCoordinates: {
    properties: {
      type: mustType('GeoCoordinates'),
      latitude: must('number'),
      longitude: must('number'),
    },
  },
  CredentialSchema: { properties: { id: must('iri'), type: must('string') } },
  CredentialStatus: { properties: { id: one('iri'), type: must('string') } },
  RefreshService: { properties: { id: must('iri'), type: must('string') } },
  TermsOfUse: { properties: { id: one('iri'), type: must('string') } },
  Proof: {
    properties: { type: must('string'), created: one('dateTime'), proofPurpose: one('string') },
  },
} as const satisfies DataModel
