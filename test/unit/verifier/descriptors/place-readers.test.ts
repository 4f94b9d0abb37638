import { describe, expect, it } from 'vitest'
import type { DescriptorId } from '../../../../src/verifier/descriptors/descriptor-ids'
import { described, rowOf, saidOf, tablesOf, type Described } from './described'

const extension = (type: string, values: Record<string, unknown>) => [{ type, values }]
const field = (path: string) => ({ place: 'field', path })
const onIssuer = (type: string) => ({ place: 'extension', type, on: 'issuer' })
const onAchievement = (type: string) => ({ place: 'extension', type, on: 'achievement' })

describe('where descriptors are found', () => {
  it.each<[DescriptorId, Described, [string, object][]]>([
    [
      'learner-identification',
      { credential: { recipient: { id: 'did:example:1', identities: [] } } },
      [['did:example:1', field('recipient.id')]],
    ],
    ['title', { achievement: { name: { en: 'Data' } } }, [['Data', field('achievement.name')]]],
    ['issuer-country', { issuer: { country: 'JP' } }, [['JP', field('issuer.country')]]],
    [
      'issuer-country',
      { issuer: { extensions: extension('InstitutionCountry', { InstitutionCountry: 'NL' }) } },
      [['NL', onIssuer('InstitutionCountry')]],
    ],
    ['awarding-body', { issuer: { name: { en: 'U' } } }, [['U', field('issuer.name')]]],
    ['awarding-body', {}, [['https://issuer.example/', field('issuer.id')]]],
    [
      'awarding-body',
      {
        issuer: {
          name: { en: 'Faculty' },
          extensions: extension('InstitutionName', { InstitutionName: 'College' }),
        },
        achievement: { creator: { id: 'urn:c', types: [], name: { en: 'Creator' } } },
      },
      [
        ['Faculty', field('issuer.name')],
        ['Creator', field('achievement.creator')],
        ['College', onIssuer('InstitutionName')],
      ],
    ],
    [
      'date-of-issuing',
      { credential: { issuedOn: '2025-06-01', validFrom: '2025-07-01' } },
      [['2025-06-01', field('issuedOn')]],
    ],
    [
      'date-of-issuing',
      { credential: { validFrom: '2025-07-01' } },
      [['2025-07-01', field('validFrom')]],
    ],
    [
      'description',
      { achievement: { description: { en: 'D' } } },
      [['D', field('achievement.description')]],
    ],
    [
      'learning-outcomes',
      {
        achievement: {
          extensions: extension('LearningOutcome', { LearningOutcome: 'Can weld' }),
          alignments: [
            { targetFramework: 'EQF', targetCode: '5' },
            { targetName: { en: 'weld metal' } },
            { targetFramework: 'NLQF', targetName: { en: 'level 5' }, targetType: 'x' },
            { targetFramework: 'Dutch Qualifications Framework', targetName: { en: 'level 5' } },
            { targetFramework: 'Accreditation', targetName: { en: 'NVAO' } },
          ],
          resultDescriptions: [{ name: { en: 'Seam quality' } }],
        },
      },
      [
        ['weld metal', { place: 'alignment', index: 2 }],
        ['Seam quality', { place: 'result-description', index: 1 }],
        ['Can weld', onAchievement('LearningOutcome')],
      ],
    ],
    [
      'quality-assurance',
      {
        issuer: { extensions: extension('IssuerAccreditation', { name: 'NVAO' }) },
        achievement: { alignments: [{ targetFramework: 'EQAR', targetName: { en: 'DEQAR 7' } }] },
        credential: { endorsementCount: 2 },
      },
      [
        ['DEQAR 7', { place: 'alignment', index: 1 }],
        ['NVAO', onIssuer('IssuerAccreditation')],
        ['2', field('endorsementCount')],
      ],
    ],
    [
      'assessment-type',
      {
        achievement: {
          extensions: extension('Assessment', {
            description: 'Two exams',
            assessments: [{ description: 'Written' }, { description: 'Oral' }],
          }),
        },
      },
      ['Two exams', 'Written', 'Oral'].map((text) => [text, onAchievement('Assessment')]),
    ],
    [
      'grade',
      {
        credential: {
          results: [
            { value: '8.5', alignments: [] },
            { achievedLevel: 'urn:l2', alignments: [] },
            { status: 'Completed', alignments: [] },
            { achievedLevel: 'urn:nobody', alignments: [] },
          ],
        },
        achievement: {
          resultDescriptions: [{ levels: [{}, { id: 'urn:l2', name: { en: 'Master' } }] }],
        },
        issuer: { extensions: extension('GradingTable', { GradingTableURL: 'https://x/g' }) },
      },
      [
        ['8.5', { place: 'result', index: 1 }],
        ['Master', { place: 'result', index: 2 }],
        ['Completed', { place: 'result', index: 3 }],
        ['https://x/g', onIssuer('GradingTable')],
      ],
    ],
    [
      'stackability',
      {
        achievement: {
          related: [{ id: 'urn:whole' }],
          extensions: extension('EducationProgramIdentifier', {
            EducationProgramIdentifier: [56823, 'B-1'],
          }),
        },
      },
      [
        ['urn:whole', field('achievement.related')],
        ['56823', onAchievement('EducationProgramIdentifier')],
        ['B-1', onAchievement('EducationProgramIdentifier')],
      ],
    ],
    [
      'further-information',
      { achievement: { criteria: { url: 'https://issuer.example/c' } } },
      [['https://issuer.example/c', field('achievement.criteria.url')]],
    ],
    [
      'skills-framework',
      {
        achievement: {
          alignments: [
            { targetName: { en: 'anything' } },
            {
              targetName: { en: 'weld metal' },
              targetUrl: 'http://data.europa.eu/esco/skill/0d9c7e4e-1111-4111-8111-111111111111',
            },
          ],
        },
      },
      [['weld metal', { place: 'alignment', index: 2 }]],
    ],
    [
      'evidence',
      { credential: { evidence: [{ url: 'https://x.example/p', name: { en: 'Portfolio' } }] } },
      [
        ['https://x.example/p', { place: 'evidence', index: 1 }],
        ['Portfolio', { place: 'evidence', index: 1 }],
      ],
    ],
    [
      'credit-system',
      {
        achievement: { creditsAvailable: 2, extensions: extension('ECTS', { ECTS: 3 }) },
      },
      [['3', onAchievement('ECTS')]],
    ],
  ])('%s', (descriptor, parts, said) => {
    expect(saidOf(descriptor, parts)).toEqual(said)
  })

  it('in the order in which each generation states them', () => {
    const parts = (format: string): Described => ({
      achievement: {
        language: 'nl',
        extensions: extension('Language', { Language: 'nl_NL' }),
      },
      credential: { format },
    })
    expect(saidOf('language', parts('OpenBadges/2.1')).map(([text]) => text)).toEqual([
      'nl_NL',
      'nl',
    ])
    for (const format of ['OpenBadges/3.0', 'CLR/2.0', 'VC/2.0'])
      expect(saidOf('language', parts(format)).map(([text]) => text)).toEqual(['nl', 'nl_NL'])
  })
})

describe('an extension whose values are not as its schema says', () => {
  it.each([
    'LearningOutcome',
    'Language',
    'ECTS',
    'EQF',
    'StudyLoad',
    'TimeInvestment',
    'EducationProgramIdentifier',
    'Assessment',
    'InstitutionName',
    'InstitutionCountry',
    'GradingTable',
    'IssuerAccreditation',
  ])('%s says nothing', (type) => {
    const extensions = extension(type, {})
    const parts = { achievement: { extensions }, issuer: { extensions } }
    const values = tablesOf(described(parts)).flatMap(({ rows }) =>
      rows.flatMap((row) => row.values),
    )
    // The id of the issuer is all there is.
    expect(new Set(values.map(({ text }) => text))).toEqual(new Set(['https://issuer.example/']))
  })
})

describe('who the learner is', () => {
  it('is told without its hash', () => {
    const identities = [
      { type: 'email', value: 'sha256$0123', hashed: true },
      { type: 'name', value: 'Ada Example', hashed: false },
      { type: '', value: 'sha256$4567', hashed: true },
    ]
    const { values } = rowOf('learner-identification', {
      credential: { recipient: { identities } },
    })
    expect(values.map(({ text, kind }) => [text, kind])).toEqual([
      ['email', 'hashed-identity'],
      ['Ada Example', 'identity'],
      ['?', 'hashed-identity'],
    ])
  })
})

describe('a number that stands in the part of its own name', () => {
  it('is shown as it stands there, once; from elsewhere it is found', () => {
    const criteria = 'Workload: 75 hours (3 ECTS)\nLevel: EQF 6\nCredit: 3 ECTS'
    expect(saidOf('level', { criteria })).toEqual([['EQF 6', { place: 'criteria', section: 2 }]])
    expect(saidOf('workload', { criteria })).toEqual([
      ['3 ECTS', { place: 'criteria', section: 3 }],
      ['75 hours (3 ECTS)', { place: 'criteria', section: 1 }],
    ])
    expect(saidOf('credit', { criteria })).toEqual([
      ['3 ECTS', { place: 'criteria', section: 1 }],
      ['3 ECTS', { place: 'criteria', section: 3 }],
    ])
  })

  it('is found in a text without names', () => {
    const criteria = 'This course is at EQF level 5 and takes 40 hours of work (workload).'
    expect(rowOf('level', { criteria }).values).toMatchObject([{ source: { place: 'criteria' } }])
  })
})

describe('outcomes one by one', () => {
  const items = (parts: Described) => saidOf('outcomes-listed', parts).map(([text]) => text)
  const outcomes = (text: string) => items({ criteria: `Learning outcomes: ${text}\nLevel: 5` })

  it.each([
    '\n- read data\n- explain 3D plots',
    '\n1. read data\n2. explain 3D plots',
    'read data; explain 3D plots',
    '\n・read data\n・explain 3D plots',
  ])('%j', (text) => {
    expect(outcomes(text)).toEqual(['read data', 'explain 3D plots'])
  })

  it('are not one sentence, and may be alignments', () => {
    expect(outcomes('can read and explain data')).toEqual([])
    const alignments = [{ targetName: { en: 'a' } }, { targetName: { en: 'b' } }]
    expect(items({ achievement: { alignments } })).toEqual(['a', 'b'])
  })
})

describe('data that machines can read', () => {
  const alignments = [
    { targetFramework: 'EQF', targetCode: '5', targetName: { en: 'EQF level 5' } },
    { targetName: { en: 'weld metal' } },
  ]

  it('is three descriptors at least that stand outside the criteria', () => {
    const rich = { achievement: { alignments, language: 'en' } }
    expect(rowOf('machine-readable', rich)).toMatchObject({
      state: 'present',
      values: [{ text: 'weld metal' }, { text: '5' }, { text: 'en' }],
    })
    expect(rowOf('machine-readable', { achievement: { alignments } }).state).toBe('missing')
    const criteria = 'Level: EQF 5\nLanguage: en\nWorkload: 5 h\nCredit: 1 ECTS\nGrade: A'
    expect(rowOf('machine-readable', { criteria }).state).toBe('missing')
  })
})
