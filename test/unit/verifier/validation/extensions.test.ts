import { describe, expect, it } from 'vitest'
import {
  EXTENSION_LIMITS,
  extensionViolations,
  readExtensions,
} from '../../../../src/verifier/validation/extensions'
import type { JsonObject, JsonValue } from '../../../../src/verifier/verification'
import { assertion, badge, BADGE, site, verify } from '../formats/open-badges-2-site'

const extension = (name: string, values: JsonObject): JsonObject => ({
  [`extensions:${name}`]: {
    '@context': `https://openbadgespec.org/extensions/${name}/context.json`,
    type: ['Extension', `extensions:${name}`],
    ...values,
  },
})

const ADDRESS = { addressLocality: 'Delft' }

describe('known extensions', () => {
  it.each<[string, string, JsonObject]>([
    ['EQFExtension', 'EQF', { EQF: 6 }],
    ['ECTSExtension', 'ECTS', { ECTS: 2.5 }],
    ['StudyLoadExtension', 'StudyLoad', { StudyLoad: 140 }],
    ['TimeInvestmentExtension', 'TimeInvestment', { TimeInvestment: 40 }],
    ['LanguageExtension', 'Language', { Language: 'nl_NL' }],
    ['LearningOutcomeExtension', 'LearningOutcome', { LearningOutcome: 'Can weld' }],
    [
      'EducationProgramIdentifierExtension',
      'EducationProgramIdentifier',
      { EducationProgramIdentifier: [56823] },
    ],
    ['InstitutionNameExtension', 'InstitutionName', { InstitutionName: 'Example College' }],
    [
      'InstitutionIdentifierExtension',
      'InstitutionIdentifier',
      { InstitutionIdentifier: 'college.example' },
    ],
    ['InstitutionCountryExtension', 'InstitutionCountry', { InstitutionCountry: 'NL' }],
    ['GradingTableExtension', 'GradingTable', { GradingTableURL: 'https://x.example/grades' }],
    ['ApplyLink', 'ApplyLink', { url: 'https://x.example/apply' }],
    ['OriginalCreator', 'OriginalCreator', { url: 'https://x.example/' }],
    [
      'AccessibilityExtension',
      'Accessibility',
      { url: 'https://x.example/', accessibilityFeature: 'audio' },
    ],
    [
      'GeoCoordinates',
      'GeoCoordinates',
      { description: 'Here', geo: { latitude: 52, longitude: 4 } },
    ],
    [
      'IssuerAccreditation',
      'IssuerAccreditation',
      { name: 'NVAO', contactInstructions: 'Write', url: 'https://x.example/', address: ADDRESS },
    ],
    [
      'AssessmentExtension',
      'Assessment',
      {
        description: 'One exam',
        assessments: {
          description: 'Written',
          type: 'Exam',
          assessmentOutput: 'paper',
          hasGroupParticipation: false,
          hasGroupEvaluation: false,
          evaluationMethod: 'points',
        },
      },
    ],
  ])('%s is read', (name, type, values) => {
    const document = extension(name, { ...values, more: 'unknown' })
    expect(readExtensions(document)).toEqual([{ type, name: `extensions:${name}`, values }])
    expect(extensionViolations(document)).toEqual([])
  })

  it('are found under schema:location and by their IRI', () => {
    const geo = { description: 'Here', geo: { latitude: 52, longitude: 4 } }
    const iri = 'https://w3id.org/openbadges/extensions#GeoCoordinates'
    const document = { 'schema:location': { type: ['Extension', iri], ...geo } }
    expect(readExtensions(document)).toEqual([
      { type: 'GeoCoordinates', name: 'schema:location', values: geo },
    ])
  })

  it('reach the model, of the badge class that the host serves', async () => {
    const hosted = { ...badge, ...extension('EQFExtension', { EQF: 6 }) }
    const report = await verify(assertion, { ...site, [BADGE]: hosted })
    expect(report.credential?.achievements[0]?.extensions).toEqual([
      { type: 'EQF', name: 'extensions:EQFExtension', values: { EQF: 6 } },
    ])
    expect(report.verdict).toBe('authentic')
  })
})

describe('what is not as the schema says', () => {
  it.each<[string, JsonValue]>([
    ['a number as text', '6'],
    ['an object', { '@value': 6 }],
    ['two values', [6, 8]],
    ['nothing', null],
  ])('is named and not read: %s', (_, EQF) => {
    const document = extension('EQFExtension', { EQF })
    expect(readExtensions(document)?.[0]?.values).toEqual({})
    expect(extensionViolations(document)).toMatchObject([
      {
        property: 'extensions:EQFExtension.EQF',
        expected: expect.stringContaining('number') as string,
        essential: false,
      },
    ])
  })

  it.each<[string, JsonObject]>([
    ['of a type that is not known', extension('Admin', { url: 'x' })],
    [
      'that does not call itself one',
      { 'extensions:EQFExtension': { type: 'extensions:EQFExtension', EQF: 8 } },
    ],
    ['with the name of a member that every object has', extension('constructor', { EQF: 8 })],
    ['that is no object', { 'extensions:EQFExtension': ['Extension', 8] }],
    [
      'that is larger than any',
      extension('LearningOutcomeExtension', {
        LearningOutcome: 'x'.repeat(EXTENSION_LIMITS.characters),
      }),
    ],
  ])('is not read %s', (_, document) => {
    expect(readExtensions(document)).toBeUndefined()
    expect(extensionViolations(document)).toEqual([])
  })

  it('is read from so many and no more', () => {
    const many = Array.from({ length: 500 }, (_, index) => [
      `extensions:X${index}`,
      { type: ['Extension', 'extensions:EQFExtension'], EQF: index },
    ])
    const document = Object.fromEntries(many) as JsonObject
    expect(readExtensions(document)).toHaveLength(EXTENSION_LIMITS.extensions)
  })
})
