/**
 * The classes that Open Badges 3.0 and CLR 2.0 share: Open Badges Specification v3.0, section B.1
 * (credential data models). What a class does not have is allowed in all of them.
 */
import { must, mustSome, mustType, one, oneTerm, some, type DataModel } from './class-table'
import { ACHIEVEMENT_TYPES } from './enumerations'
import { PARTS } from './open-badges-3-parts'

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
  /** Any Verifiable Credential. */
  Credential: { properties: credential },
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
  ...PARTS,
} as const satisfies DataModel
