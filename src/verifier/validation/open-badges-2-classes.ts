import { must, mustType, one, should, some, type DataModel } from './class-table'

/**
 * The classes of Open Badges 2.0 and 2.1, section "Open Badges Vocabulary". BadgeClass and issuer are
 * documents of their own, and are validated as such: an assertion may only refer to them.
 */
export const OPEN_BADGES_2 = {
  Assertion: {
    properties: {
      id: must('iri'),
      type: mustType('Assertion'),
      recipient: must('IdentityObject'),
      badge: must('iri', 'object'),
      verification: must('Verification'),
      issuedOn: { ...must('dateTime'), readable: ['writtenDate'] },
      image: one('iri', 'Image'),
      evidence: some('iri', 'Evidence'),
      narrative: one('text'),
      expires: one('dateTime'),
      revoked: one('boolean'),
      revocationReason: one('text'),
      endorsement: some('iri', 'Endorsement'),
    },
  },
  IdentityObject: {
    properties: {
      type: { of: ['type'], required: true },
      identity: must('string'),
      // What is not said to be hashed is read as it stands.
      hashed: should('boolean'),
      salt: one('string'),
    },
  },
  Verification: {
    properties: { type: { of: ['type'], required: true, many: true }, creator: one('iri') },
  },
  BadgeClass: {
    properties: {
      id: must('iri'),
      type: mustType('BadgeClass'),
      name: must('text'),
      description: should('text'),
      image: should('iri', 'Image'),
      criteria: must('iri', 'Criteria'),
      issuer: must('iri', 'Reference'),
      alignment: some('AlignmentObject'),
      tags: some('string'),
      version: one('string', 'number'),
      endorsement: some('iri', 'Endorsement'),
    },
  },
  Profile: {
    properties: {
      id: must('iri'),
      type: mustType('Issuer', 'Profile'),
      name: must('text'),
      url: should('url'),
      email: should('email'),
      telephone: one('string'),
      description: one('text'),
      image: one('iri', 'Image'),
      verification: one('IssuerVerification'),
      publicKey: some('iri', 'CryptographicKey'),
      revocationList: one('url'),
      endorsement: some('iri', 'Endorsement'),
    },
  },
  IssuerVerification: {
    properties: {
      startsWith: some('url'),
      allowedOrigins: some('string'),
      verificationProperty: one('iri'),
    },
  },
  CryptographicKey: {
    // It is read from where the issuer lists it, and that says which one it is.
    properties: {
      id: should('iri'),
      owner: must('iri', 'Reference'),
      publicKeyPem: must('string'),
    },
  },
  RevocationList: {
    properties: {
      // The issuer's own document names it: that says which one it is, and whose.
      id: should('iri'),
      type: mustType('RevocationList'),
      issuer: should('iri', 'Reference'),
      revokedAssertions: some('iri', 'string', 'RevokedAssertion'),
    },
  },
  RevokedAssertion: {
    properties: { id: one('iri'), uid: one('string'), revocationReason: one('text') },
    oneOf: [['id', 'uid']],
  },
  Criteria: { properties: { id: one('iri'), narrative: one('text') } },
  Evidence: {
    properties: {
      id: one('iri'),
      narrative: one('text'),
      name: one('text'),
      description: one('text'),
      genre: one('string'),
      audience: one('string'),
    },
  },
  Image: { properties: { id: must('iri'), caption: one('text'), author: one('iri', 'object') } },
  AlignmentObject: {
    properties: {
      targetName: must('text'),
      targetUrl: must('url'),
      targetDescription: one('text'),
      targetFramework: one('string'),
      targetCode: one('string'),
    },
  },
  Endorsement: {
    properties: {
      id: must('iri'),
      type: mustType('Endorsement'),
      claim: must('EndorsementClaim'),
      issuer: must('iri', 'Reference'),
      issuedOn: must('dateTime'),
      verification: must('Verification'),
    },
  },
  EndorsementClaim: { properties: { id: must('iri'), endorsementComment: one('text') } },
  Reference: { properties: { id: must('iri') } },
} as const satisfies DataModel
