import { describe, expect, it } from 'vitest'
import { canonicalize } from '../../../../src/verifier/json-ld/canonicalize'
import type { JsonObject } from '../../../../src/verifier/verification'
import { fakeVerification } from '../fake-verification'
import { badge } from '../signing'

/** In RDF all objects with one id are one node: what one of them says can be moved to another. */

const document = badge('did:example:issuer')
const id = document.id!
const subject = document.credentialSubject as JsonObject
const achievement = subject.achievement as JsonObject

async function detailOf(changes: JsonObject): Promise<string> {
  const result = await canonicalize({ ...document, ...changes }, fakeVerification())
  if (typeof result === 'string') return 'canonical'
  return 'detail' in result.reason.params ? result.reason.params.detail : result.reason.code
}

describe('the credential', () => {
  const refresh = { id, type: '1EdTechCredentialRefresh' }
  const endorsementOf = (about: JsonObject): JsonObject => ({
    endorsement: [
      {
        id: 'urn:uuid:endorsement',
        type: ['VerifiableCredential', 'EndorsementCredential'],
        issuer: 'did:example:endorser',
        credentialSubject: { id, type: ['EndorsementSubject'], ...about },
      },
    ],
  })

  it.each<[string, JsonObject, string]>([
    [
      'the end date moved to a refresh service',
      { refreshService: { ...refresh, validUntil: '2020-01-01T00:00:00Z' } },
      'the id of the credential in another place: validUntil',
    ],
    [
      'the status moved to an endorsement',
      endorsementOf({ credentialStatus: { id: 'https://x.example/', type: 'x' } }),
      'the id of the credential in another place: credentialStatus',
    ],
  ])('%s', async (_, changes, detail) => {
    expect(await detailOf(changes)).toBe(detail)
  })

  it('may be what an endorsement is about', async () => {
    expect(await detailOf(endorsementOf({ endorsementComment: 'Good.' }))).toBe('canonical')
  })
})

describe('status entries', () => {
  const entry = (statusListIndex: string, changes: JsonObject = {}): JsonObject => ({
    id: 'https://college.example/status',
    type: 'BitstringStatusListEntry',
    statusPurpose: 'revocation',
    statusListIndex,
    statusListCredential: 'https://college.example/list',
    ...changes,
  })

  it('that share an id could swap their indexes', async () => {
    expect(await detailOf({ credentialStatus: [entry('5'), entry('9')] })).toMatch(
      'the id of a status in another place',
    )
  })

  it('could leave their index with another object', async () => {
    const { statusListIndex, ...rest } = entry('5')
    const evidence = { id: rest.id!, type: ['Evidence'], statusListIndex: statusListIndex! }
    expect(await detailOf({ credentialStatus: rest, evidence })).toMatch('the id of a status')
  })

  it('of their own are fine, and so is a list that is only named twice', async () => {
    const other = { id: 'https://college.example/status#9' }
    expect(await detailOf({ credentialStatus: [entry('5'), entry('9', other)] })).toBe('canonical')
    const list = { id: 'https://college.example/revoked', type: 'BitstringStatusListEntry' }
    const endorsement = { type: ['VerifiableCredential'], credentialStatus: list }
    expect(await detailOf({ credentialStatus: list, endorsement })).toBe('canonical')
  })
})

describe('the subject and the achievement', () => {
  const result = { type: ['Result'], status: 'Failed' }

  it.each<[string, JsonObject, string]>([
    [
      'a failed result split off into a second subject',
      { credentialSubject: [subject, { id: subject.id!, type: subject.type!, result }] },
      'a list with one id twice',
    ],
    [
      'a second subject that is only named',
      { credentialSubject: [subject, subject.id!] },
      'a list with one id twice',
    ],
    [
      'a second subject without a type',
      { credentialSubject: [subject, { id: subject.id! }] },
      'a list with one id twice',
    ],
    [
      'a failed result moved to an issuer who is the learner',
      { issuer: { id: subject.id!, type: ['Profile', 'AchievementSubject'], result } },
      'a second AchievementSubject in another place: result',
    ],
    [
      'the criteria split off into a second achievement',
      {
        credentialSubject: {
          ...subject,
          achievement: [achievement, { id: achievement.id!, type: achievement.type! }],
        },
      },
      'a list with one id twice',
    ],
    [
      'the criteria moved to an endorsement of the achievement',
      {
        endorsement: {
          type: ['VerifiableCredential'],
          credentialSubject: {
            id: achievement.id!,
            type: ['EndorsementSubject', 'Achievement'],
            criteria: { narrative: 'x' },
          },
        },
      },
      'a second Achievement in another place: criteria',
    ],
  ])('%s', async (_, changes, detail) => {
    expect(await detailOf(changes)).toBe(detail)
  })

  it('a learner may be the issuer, whose profile may stand there twice', async () => {
    const profile = { id: subject.id!, type: ['Profile'], name: 'Ada' }
    const own = { ...subject, achievement: { ...achievement, creator: profile } }
    expect(await detailOf({ issuer: profile, credentialSubject: own })).toBe('canonical')
  })
})
