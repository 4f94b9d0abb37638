import { describe, expect, it } from 'vitest'
import type { JsonObject } from '../../../../src/verifier/verification'
import { badge } from '../signing'
import { judgeDocument } from './judge-document'
import { disclose } from './selective-signing'
import { ecdsaKey } from './suite-signing'

const key = await ecdsaKey('P-256')
const STATUS = {
  id: 'https://college.example/status#7',
  type: 'BitstringStatusListEntry',
  statusPurpose: 'revocation',
  statusListIndex: '7',
  statusListCredential: 'https://college.example/status',
}
const judge = (changed: JsonObject) => judgeDocument(changed, key.did)

/** As a careful issuer does it: who issued it, and all of its status. */
const isMandatory = (statement: string) => /issuer|credentialStatus|\/status#\d> /.test(statement)

describe('what may have been left out', () => {
  it.each<[string, JsonObject, string[]]>([
    [
      'nothing that ends it',
      {
        credentialStatus: [
          { ...STATUS, id: 'https://college.example/status#8', statusPurpose: 'message' },
          STATUS,
        ],
      },
      [],
    ],
    ['a status without end', { credentialStatus: STATUS, validUntil: null }, ['validUntil']],
    ['an end without status', {}, ['credentialStatus']],
    [
      'a status about something else',
      { credentialStatus: { ...STATUS, statusPurpose: 'message' } },
      ['credentialStatus'],
    ],
    ['neither', { validUntil: null }, ['validUntil', 'credentialStatus']],
    ['both, and no beginning', { credentialStatus: STATUS, validFrom: null }, ['validFrom']],
  ])('%s', async (_, changes, properties) => {
    const entries = Object.entries(badge(key.did, changes)).filter(([, value]) => value !== null)
    const found = await judge(await disclose(Object.fromEntries(entries), key, { isMandatory }))
    expect(found).toMatchObject({ authenticity: 'holds', questionable: properties.length > 0 })
    if (properties.length > 0)
      expect(found).toMatchObject({
        proof: 'warned perhaps-withheld signature-holds disclosed-partly',
        params: { properties },
      })
  })
})

it('a badge that is not yet in force needs its beginning to be shown', async () => {
  const later = badge(key.did, { credentialStatus: STATUS, validFrom: '2031-01-01T00:00:00Z' })
  const { validFrom: _, ...shown } = later
  expect(await judge(await disclose(shown, key, { isMandatory }))).toMatchObject({
    questionable: true,
    params: { properties: ['validFrom'] },
  })
})

describe('a status of which the holder may have left out another entry', () => {
  const SUSPENSION = {
    ...STATUS,
    id: 'https://college.example/status#8',
    statusPurpose: 'suspension',
    statusListCredential: 'https://college.example/suspended',
  }
  const suspended = badge(key.did, { credentialStatus: [STATUS, SUSPENSION] })
  const perhapsMore = {
    authenticity: 'holds',
    questionable: true,
    proof: 'warned status-perhaps-withheld signature-holds disclosed-partly',
  }

  it('one of two is shown, none of which the issuer made mandatory', async () => {
    const shown = badge(key.did, { credentialStatus: STATUS })
    expect(await judge(await disclose(shown, key))).toMatchObject(perhapsMore)
  })

  it('of several, one is not mandatory', async () => {
    const allBut = (statement: string) => isMandatory(statement) && !statement.includes('status#8')
    const signed = await disclose(suspended, key, { isMandatory: allBut })
    expect(await judge(signed)).toMatchObject(perhapsMore)
  })

  it('something that an entry says is not mandatory, so that more of it may be left out', async () => {
    const allBut = (statement: string) => isMandatory(statement) && !statement.includes('"7"')
    const signed = await disclose(suspended, key, { isMandatory: allBut })
    expect(await judge(signed)).toMatchObject(perhapsMore)
  })

  it('an entry without an id', async () => {
    const { id: _, ...nameless } = STATUS
    const shown = badge(key.did, { credentialStatus: nameless })
    expect(await judge(await disclose(shown, key, { isMandatory }))).toMatchObject(perhapsMore)
    const all = { isMandatory: () => true }
    expect(await judge(await disclose(shown, key, all))).toMatchObject({ questionable: false })
  })

  it('not where all of it is mandatory', async () => {
    expect(await judge(await disclose(suspended, key, { isMandatory }))).toMatchObject({
      authenticity: 'holds',
      questionable: false,
    })
  })
})

/** What is `null` leaves no statement: anybody can add it. */
describe('what is null does not stand for what may have been left out', () => {
  const V1 = [
    'https://www.w3.org/2018/credentials/v1',
    'https://w3id.org/security/data-integrity/v2',
    'https://www.w3.org/ns/credentials/status/v1',
  ]
  const V2 = ['https://www.w3.org/ns/credentials/v2']
  const UNDEFINED = 'https://www.w3.org/ns/credentials/undefined-terms/v2'
  const { validFrom: _, validUntil: __, ...endless } = badge(key.did, { credentialStatus: STATUS })
  const own = (document: JsonObject, context: string[]): JsonObject => ({
    ...document,
    '@context': [...context, 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json'],
  })

  it.each<[string, JsonObject, string[], JsonObject]>([
    ['validUntil', own(endless, V2), V2, { validUntil: null }],
    ['validFrom', own(endless, V2), V2, { validFrom: null }],
    ['another end', own(endless, V2), [...V2, UNDEFINED], { expirationDate: null }],
    ['the end of version 1.1', own(endless, V1), V1, { expirationDate: null }],
  ])('%s', async (_, signed, context, added) => {
    const shown = { ...own(signed, context), ...added }
    expect(await judge(await disclose(shown, key, { isMandatory }, signed))).toMatchObject({
      authenticity: 'holds',
      questionable: true,
      params: { properties: ['validUntil', 'validFrom'] },
    })
  })

  it.each<[string, JsonObject[string]]>([
    ['no entry', null],
    ['an entry that is none', [null]],
  ])('%s', async (_, credentialStatus) => {
    const unlisted = badge(key.did)
    const shown = { ...unlisted, credentialStatus }
    expect(await judge(await disclose(shown, key, {}, unlisted))).toMatchObject({
      authenticity: 'holds',
      questionable: true,
      params: { properties: ['credentialStatus'] },
    })
  })
})
