import { describe, expect, it } from 'vitest'
import type { ExplanationId } from '../../../../src/verifier/descriptors/descriptor-table'
import { explanationOf } from '../../../../src/verifier/descriptors/explanations'
import { subjectOf } from '../../../../src/verifier/descriptors/subject'
import { ENGLISH, JAPANESE } from './criteria-texts'
import { described, type Described } from './described'

function explained(id: ExplanationId, parts: Described) {
  const { state, source } = explanationOf(id, subjectOf(described(parts)))
  return source === undefined ? state : [state, source]
}

const image = (caption: string) => ({ url: 'https://x.example/i.png', caption: { und: caption } })

describe('names that lead the parts of the criteria', () => {
  const state = (parts: Described) => explained('names-lead-criteria', parts)

  it('are seen', () => {
    expect(state({ criteria: ENGLISH })).toEqual(['seen', { place: 'criteria' }])
    const text = { criteria: { narrative: { ja: JAPANESE } } }
    expect(state({ achievements: [{}, text] })).toEqual([
      'seen',
      { place: 'criteria', achievement: 2 },
    ])
  })

  it.each<Described>([
    {},
    { criteria: 'Pass the exam. Level: high' },
    { achievement: { criteria: { url: 'https://issuer.example/criteria' } } },
  ])('are not seen in %j', (parts) => {
    expect(state(parts)).toBe('not-seen')
  })
})

describe('"Micro-credential" on the image, as far as names tell', () => {
  const state = (parts: Described) => explained('micro-credential-on-image', parts)
  const field = (path: string) => ['seen', { place: 'field', path }]

  it.each<[Described, string]>([
    [{ achievement: { image: image('Micro-credential: Data') } }, 'achievement.image'],
    [{ achievement: { name: { en: 'Data (microcredential)' } } }, 'achievement.name'],
    [{ achievement: { name: { ja: 'マイクロクレデンシャル データ' } } }, 'achievement.name'],
    [{ credential: { image: image('MICRO CREDENTIAL') } }, 'image'],
  ])('is seen in %j', (parts, path) => {
    expect(state(parts)).toEqual(field(path))
  })

  it.each<Described>([
    {},
    { achievement: { name: { en: 'Data' }, image: { url: 'https://x.example/micro-credential' } } },
    { achievement: { description: { en: 'A micro-credential' } } },
    { achievement: { name: { en: 'Credentials of the microcosm' } } },
  ])('is not seen in %j', (parts) => {
    expect(state(parts)).toBe('not-seen')
  })
})

describe('conformity noted under Certification', () => {
  const state = (certification: string) =>
    explained('conformity-noted', { criteria: `Certification: ${certification}\nLevel: 5` })

  it.each([
    'This badge follows the Guidelines for Issuing Micro-credentials Digitally 1.1',
    'JMOOC/JV-Campus',
    'マイクロクレデンシャルガイドライン1.1に準拠',
  ])('is seen: %s', (text) => {
    expect(state(text)).toEqual(['seen', { place: 'criteria', section: 1 }])
  })

  it('is not seen elsewhere, nor where the certification is another', () => {
    expect(state('ISO 21001')).toBe('not-seen')
    expect(state('')).toBe('not-seen')
    const other = 'Language: see the guideline\nCertification: exam'
    expect(explained('conformity-noted', { criteria: other })).toBe('not-seen')
  })
})

describe('a URI in the profile that shows the issuer to be trustworthy', () => {
  const state = (issuer: Described['issuer'] & object) => explained('issuer-trust-uri', { issuer })

  it('is seen, the strongest first', () => {
    const url = 'https://register.example/42'
    const extensions = [{ type: 'IssuerAccreditation', values: { url } }]
    const description = { en: `Accredited: ${url}` }
    expect(state({ extensions, description, url })).toEqual([
      'seen',
      { place: 'extension', type: 'IssuerAccreditation', on: 'issuer' },
    ])
    expect(state({ description, url })).toEqual([
      'seen',
      { place: 'field', path: 'issuer.description' },
    ])
    expect(state({ url })).toEqual(['seen', { place: 'field', path: 'issuer.url' }])
  })

  it('is not the id, which every issuer has', () => {
    expect(state({})).toBe('not-seen')
    const extensions = [{ type: 'IssuerAccreditation', values: { name: 'A' } }]
    expect(state({ extensions, description: { en: 'Accredited' } })).toBe('not-seen')
  })
})

describe('a description without a URI', () => {
  const state = (text?: string) =>
    explained('description-without-uri', {
      achievement: text === undefined ? {} : { description: { und: text } },
    })
  const source = { place: 'field', path: 'achievement.description' }

  it('is seen, is not, or may be left out', () => {
    expect(state('Explains data.')).toEqual(['seen', source])
    expect(state('See https://issuer.example/')).toEqual(['not-seen', source])
    expect(state('www.issuer.example')).toEqual(['not-seen', source])
    expect(state()).toBe('not-applicable')
  })
})
