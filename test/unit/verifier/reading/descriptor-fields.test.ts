/** What the descriptors of a micro-credential are read from, beyond what every badge has. */
import { describe, expect, it } from 'vitest'
import { readCredential2 } from '../../../../src/verifier/reading/open-badges-2'
import { readCredential3 } from '../../../../src/verifier/reading/open-badges-3'
import type { JsonObject } from '../../../../src/verifier/verification'

const EQF = { type: ['Extension', 'extensions:EQFExtension'], EQF: 6 }

function read3(achievement: JsonObject, more: JsonObject = {}) {
  return readCredential3({ ...more, credentialSubject: { achievement } }, 'OpenBadges/3.0')
}

describe('related achievements', () => {
  it('of Open Badges 2.0: ids, and objects with one', () => {
    const badge = { related: ['urn:a', { id: 'urn:b', version: '2' }, { version: '3' }, 7] }
    const { achievements } = readCredential2({ assertion: {}, badge, issuer: {} }, 'OpenBadges/2.0')
    expect(achievements[0]?.related).toEqual([{ id: 'urn:a' }, { id: 'urn:b', version: '2' }])
  })

  it('of Open Badges 3.0, one or several', () => {
    const related = { id: 'urn:a', type: 'Related', inLanguage: 'ja', version: '1' }
    const read = { id: 'urn:a', language: 'ja', version: '1' }
    expect(read3({ related }).achievements[0]?.related).toEqual([read])
    expect(read3({ related: [related, related] }).achievements[0]?.related).toHaveLength(2)
    expect(read3({ related: [] }).achievements[0]).not.toHaveProperty('related')
  })
})

describe('extensions of Open Badges 3.0', () => {
  it('of the credential, the achievement and the issuer', () => {
    const credential = read3(
      { 'extensions:EQF': EQF },
      { 'extensions:EQF': EQF, issuer: { id: 'urn:i', 'extensions:EQF': EQF } },
    )
    const read = [{ type: 'EQF', name: 'extensions:EQF', values: { EQF: 6 } }]
    expect(credential.extensions).toEqual(read)
    expect(credential.issuer.extensions).toEqual(read)
    expect(credential.achievements[0]?.extensions).toEqual(read)
  })
})

describe('descriptions of results', () => {
  it('with what a value may be, and the levels of a rubric', () => {
    const description = {
      id: 'urn:r',
      allowedValue: ['fail', 'pass'],
      valueMin: '0',
      valueMax: '100',
      requiredLevel: 'urn:l2',
      rubricCriterionLevel: [{ id: 'urn:l1', name: 'Novice', points: '1' }, 'x'],
    }
    const [achievement] = read3({ resultDescription: description }).achievements
    expect(achievement?.resultDescriptions).toEqual([
      {
        id: 'urn:r',
        allowedValues: ['fail', 'pass'],
        valueMin: '0',
        valueMax: '100',
        requiredLevel: 'urn:l2',
        levels: [{ id: 'urn:l1', name: { und: 'Novice' }, points: '1' }],
      },
    ])
  })

  it('without them have no fields for them', () => {
    const [achievement] = read3({ resultDescription: { id: 'urn:r' } }).achievements
    expect(achievement?.resultDescriptions).toEqual([{ id: 'urn:r' }])
  })
})

describe('identifiers of an issuer', () => {
  it('with their types; what is no text is none', () => {
    const otherIdentifier = [
      { type: 'IdentifierEntry', identifier: '12345', identifierType: 'ext:ROR' },
      { type: 'IdentifierEntry', identifier: 'x' },
      { identifier: 7 },
    ]
    expect(read3({}, { issuer: { id: 'urn:i', otherIdentifier } }).issuer.identifiers).toEqual([
      { type: 'ext:ROR', value: '12345' },
      { value: 'x' },
    ])
  })
})

describe('the country of an issuer of Open Badges 3.0', () => {
  it.each([
    [{ addressCountryCode: 'NL', addressCountry: 'Netherlands' }, 'NL'],
    [{ addressCountry: 'Netherlands' }, 'Netherlands'],
    [{ addressCountryCode: 7 }, undefined],
  ])('%j', (address, country) => {
    expect(read3({}, { issuer: { id: 'urn:i', address } }).issuer.country).toBe(country)
  })
})
