import { describe, expect, it } from 'vitest'
import { checkProfile } from '../../../../src/verifier/validation/elm-3-profile'
import type { JsonObject } from '../../../../src/verifier/verification'
import {
  achievementClaim,
  AWARDING_BODY,
  europeanCredential,
  person,
} from '../../../fixtures/elm-3'

function missing(document: Record<string, unknown>): string[] {
  const { reasons } = checkProfile(JSON.parse(JSON.stringify(document)) as JsonObject)
  return reasons.flatMap(({ code, params }) =>
    code === 'profile-property-missing' ? [params.path] : [],
  )
}

const withClaim = (more: Record<string, unknown>) =>
  europeanCredential(
    {},
    { credentialSubject: person({ hasClaim: achievementClaim('claim', more) }) },
  )

describe('the application profile', () => {
  it.each(['claim', 'specification'] as const)('is kept with the mapping at the %s', (mapping) => {
    expect(checkProfile(europeanCredential({ mapping }) as JsonObject)).toEqual({
      id: 'profile',
      outcome: 'passed',
      reasons: [{ code: 'profile-conforms', params: { profile: 'EDC-Generic' } }],
    })
  })

  it.each([
    'credentialProfiles',
    'displayParameter',
    'issuer',
    'credentialSubject',
    'issued',
    'validFrom',
    'credentialSchema',
  ])('demands %s, which nothing empty is', (name) => {
    for (const empty of [undefined, null, '', []])
      expect(missing(europeanCredential({}, { [name]: empty }))).toContain(name)
  })

  it.each([
    ['credentialSubject.hasClaim.title', { title: undefined }],
    ['credentialSubject.hasClaim.awardedBy', { awardedBy: undefined }],
    [
      'credentialSubject.hasClaim.provenBy.grade',
      { provenBy: { type: 'LearningAssessment', title: { en: 'a' }, awardedBy: {} } },
    ],
    [
      'credentialSubject.hasClaim.awardedBy.awardingBody.legalName',
      { awardedBy: { awardingBody: { ...AWARDING_BODY, legalName: undefined } } },
    ],
    [
      'credentialSubject.hasClaim.specifiedBy.learningOutcome[1].title',
      { specifiedBy: { learningOutcome: [{}, { type: 'LearningOutcome', id: 'urn:o' }] } },
    ],
  ])('says where it stands: %s', (path, more) => {
    expect(missing(withClaim(more))).toEqual([path])
  })

  it('looks at what is only named where it stands', () => {
    const awardedBy = { awardingBody: { id: 'urn:epass:org:1', type: 'Organisation' } }
    expect(missing(withClaim({ awardedBy, influencedBy: undefined, provenBy: undefined }))).toEqual(
      [],
    )
  })

  it('names so many and no more, whatever the document', () => {
    const many = Array.from({ length: 1_000 }, () => ({ type: 'LearningOutcome' }))
    expect(missing(europeanCredential({}, { many }))).toHaveLength(20)
    expect(missing({})).toHaveLength(7)
  })

  it('takes lists and objects of any length', () => {
    const numbers = Array.from({ length: 200_000 }, (_, at) => at)
    const members = Object.fromEntries(numbers.map((at) => [`a${at}`, at]))
    expect(missing(europeanCredential({}, { numbers, members }))).toEqual([])
  })
})
