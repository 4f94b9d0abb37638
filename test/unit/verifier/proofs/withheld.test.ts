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
  ])('%s', async (_, changes, properties) => {
    const entries = Object.entries(badge(key.did, changes)).filter(([, value]) => value !== null)
    const found = await judge(await disclose(Object.fromEntries(entries), key))
    expect(found).toMatchObject({ authenticity: 'holds', questionable: properties.length > 0 })
    if (properties.length > 0)
      expect(found).toMatchObject({
        proof: 'warned perhaps-withheld signature-holds disclosed-partly',
        params: { properties },
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
    ['another end', own(endless, V2), [...V2, UNDEFINED], { expirationDate: null }],
    ['the end of version 1.1', own(endless, V1), V1, { expirationDate: null }],
  ])('%s', async (_, signed, context, added) => {
    const shown = { ...own(signed, context), ...added }
    expect(await judge(await disclose(shown, key, {}, signed))).toMatchObject({
      authenticity: 'holds',
      questionable: true,
      params: { properties: ['validUntil'] },
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
