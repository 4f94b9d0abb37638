/**
 * The classes that Open Badges 3.0 and CLR 2.0 share: Open Badges Specification v3.0, section B.1
 * (credential data models). What a class does not have is allowed in all of them.
 */
import {
  must,
  mustSome,
  mustTerm,
  mustType,
  one,
  oneTerm,
  some,
  type DataModel,
} from './class-table'
import {
  ACHIEVEMENT_TYPES,
  IDENTIFIER_TYPES,
  RESULT_STATUS,
  RESULT_TYPES,
  TARGET_TYPES,
} from './enumerations'

/** What every credential has. `validFrom` is `issuanceDate` in VC data model 1.1. */
const credential = {
  '@context': mustSome('iri', 'object'),
  id: must('iri'),
  name: one('text'),
  description: one('text'),
  issuer: must('iri', 'Profile'),
  validFrom: one('dateTime'),
  validUntil: one('dateTime'),
  issuanceDate: one('dateTime'),
  expirationDate: one('dateTime'),
  awardedDate: one('dateTime'),
  credentialSchema: some('CredentialSchema'),
  credentialStatus: some('CredentialStatus'),
  refreshService: some('RefreshService'),
  termsOfUse: some('TermsOfUse'),
  proof: some('Proof'),
  evidence: some('Evidence'),
}
const begins = [['validFrom', 'issuanceDate']]
const endorsed = { endorsement: some('EndorsementCredential'), endorsementJwt: some('jws') }

export const OPEN_BADGES_3 = {
  AchievementCredential: {
    properties: {
      ...credential,
      ...endorsed,
      type: mustType('AchievementCredential', 'OpenBadgeCredential'),
      image: one('Image'),
      credentialSubject: must('AchievementSubject'),
    },
    oneOf: begins,
  },
  AchievementSubject: {
    properties: {
      id: one('iri'),
      type: mustType('AchievementSubject'),
      achievement: must('Achievement'),
      identifier: some('IdentityObject'),
      activityStartDate: one('dateTime'),
      activityEndDate: one('dateTime'),
      creditsEarned: one('number'),
      image: one('Image'),
      licenseNumber: one('string'),
      narrative: one('text'),
      result: some('Result'),
      role: one('string'),
      source: one('Profile'),
      term: one('string'),
    },
    oneOf: [['id', 'identifier']],
  },
  Achievement: {
    properties: {
      ...endorsed,
      id: must('iri'),
      type: mustType('Achievement'),
      name: must('text'),
      description: must('text'),
      criteria: must('Criteria'),
      achievementType: oneTerm(...ACHIEVEMENT_TYPES),
      alignment: some('Alignment'),
      creator: one('Profile'),
      creditsAvailable: one('number'),
      fieldOfStudy: one('string'),
      humanCode: one('string'),
      image: one('Image'),
      inLanguage: one('language'),
      otherIdentifier: some('IdentifierEntry'),
      related: some('Related'),
      resultDescription: some('ResultDescription'),
      specialization: one('string'),
      tag: some('string'),
      version: one('string'),
    },
  },
  Profile: {
    properties: {
      ...endorsed,
      id: must('iri'),
      type: mustType('Profile'),
      name: one('text'),
      url: one('iri'),
      phone: one('string'),
      description: one('text'),
      image: one('Image'),
      email: one('email'),
      address: one('Address'),
      otherIdentifier: some('IdentifierEntry'),
      official: one('string'),
      parentOrg: one('Profile'),
      dateOfBirth: one('dateTime'),
    },
  },
  EndorsementCredential: {
    properties: {
      ...credential,
      type: mustType('EndorsementCredential'),
      name: must('text'),
      credentialSubject: must('EndorsementSubject'),
    },
    oneOf: begins,
  },
  EndorsementSubject: {
    properties: {
      id: must('iri'),
      type: mustType('EndorsementSubject'),
      endorsementComment: one('text'),
    },
  },
  ClrCredential: {
    properties: {
      ...credential,
      ...endorsed,
      type: mustType('ClrCredential'),
      name: must('text'),
      partial: one('boolean'),
      image: one('Image'),
      credentialSubject: must('ClrSubject'),
    },
    oneOf: begins,
  },
  ClrSubject: {
    properties: {
      id: one('iri'),
      type: mustType('ClrSubject'),
      identifier: some('IdentityObject'),
      achievement: some('Achievement'),
      verifiableCredential: mustSome('VerifiableCredential', 'jws'),
      association: some('Association'),
    },
  },
  Association: {
    properties: {
      type: mustType('Association'),
      associationType: must('string'),
      sourceId: must('iri'),
      targetId: must('iri'),
    },
  },
  VerifiableCredential: {
    properties: {
      type: mustType('VerifiableCredential', 'EnvelopedVerifiableCredential'),
      id: one('iri'),
    },
  },
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
