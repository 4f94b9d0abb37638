import { describe, expect, test } from 'vitest'
import { levelsOf } from '../../../../src/verifier/alignments/eqf'
import type { Alignment } from '../../../../src/verifier/credential'
import { aligned, credential, extended, prose, sections } from './some-credential'
import { expectLittleWork } from '../../cpu-time'

const EMPTY = credential([{}])
const inText = (text: string) => levelsOf(EMPTY, prose(text))
const inAlignment = (alignment: Alignment) => levelsOf(aligned(alignment), [])

describe('an EQF level', () => {
  test.each<[string, Alignment]>([
    ['its URI', { targetUrl: 'http://data.europa.eu/snb/eqf/6' }],
    ['its URI by https', { targetUrl: 'https://data.europa.eu/snb/eqf/6' }],
    ['a code with the type', { targetType: 'ext:EQFAlignment', targetCode: '6' }],
    ['a code with the short type', { targetType: 'ext:EQF', targetCode: 'Level 6' }],
    ['a code with the framework', { targetFramework: 'EQF', targetCode: 'EQF 6' }],
    [
      'a code with the framework in full',
      { targetFramework: 'European Qualifications Framework (EQF)', targetCode: '６' },
    ],
    ['a name with the framework', { targetFramework: 'EQF', targetName: { en: 'Level 6' } }],
    [
      'its URI as the code',
      { targetFramework: 'EQF', targetCode: 'http://data.europa.eu/snb/eqf/6' },
    ],
    ['a name alone', { targetName: { en: 'EQF level 6' } }],
    ['a name without "level"', { targetName: { und: 'EQF 6' } }],
  ])('is read from %s', (_, alignment) => {
    const levels = inAlignment(alignment)
    expect(levels).toMatchObject({ levels: [6], contradictory: false, outOfRange: false })
    expect(levels.claims).toHaveLength(1)
    expect(levels.claims[0]?.at).toEqual({ place: 'alignment', index: 1 })
  })

  test('is read from the extension of edubadges', () => {
    expect(levelsOf(extended('EQF', 6), []).claims).toEqual([
      {
        ...{ framework: 'eqf', level: 6, asWritten: '6' },
        at: { place: 'extension', type: 'EQF', on: 'achievement' },
      },
    ])
  })

  test('is read from the alignment of a result', () => {
    const result = { alignments: [{ targetUrl: 'http://data.europa.eu/snb/eqf/4' }] }
    expect(levelsOf(credential([{}], { results: [result] }), []).claims).toMatchObject([
      { level: 4, at: { place: 'result', index: 1 } },
    ])
  })

  test.each([
    'The course is on EQF 6.',
    'EQF level 6',
    'EQF-Level: 6',
    'European Qualifications Framework (EQF), level 6',
    'Level 6 (EQF)',
    'Level 6 EQF, 5 ECTS',
    'at level 6 of the European Qualifications Framework',
    'ＥＱＦ　レベル６',
    'EQF Niveau 6',
  ])('is read from the text "%s"', (text) => {
    expect(inText(text)).toMatchObject({ levels: [6], contradictory: false, outOfRange: false })
  })

  test.each([
    'EQF, 6 ECTS',
    'EQF 6 hours of work',
    'See the EQF (2017/C 189/03).',
    'The EQF 2017 recommendation',
    'NEQF 6 people',
    'The EQF levels 1–8 describe what a learner can do.',
    'Level 6',
    'EQF. 6 students took part.',
  ])('is not read into the text "%s"', (text) => {
    expect(inText(text).levels).toEqual([])
    expect(inText(text).outOfRange).toBe(false)
  })

  test('may stand alone under a heading that names the framework', () => {
    const text = sections(['level', 'Level (EQF, QF-EHEA)', '6'], ['title', 'Title', 'Welding'])
    expect(levelsOf(EMPTY, text).claims).toEqual([
      { framework: 'eqf', level: 6, asWritten: '6', at: { place: 'criteria', section: 1 } },
    ])
  })

  test('is of no framework under a heading that names none', () => {
    const { claims, levels } = levelsOf(EMPTY, sections(['level', 'Level', '6']))
    expect(levels).toEqual([])
    expect(claims).toMatchObject([{ framework: 'other', asWritten: '6' }])
  })

  test('is not found where its section is empty', () => {
    expect(levelsOf(EMPTY, sections(['level', 'EQF level', ''])).claims).toEqual([])
  })
})

describe('a number that is no EQF level', () => {
  test.each([0, 9, -6, 6.5, 1e21, 60])('%s in the extension is out of range', (value) => {
    const levels = levelsOf(extended('EQF', value), [])
    expect(levels).toMatchObject({ levels: [], outOfRange: true })
    expect(levels.claims).toMatchObject([{ asWritten: String(value), outOfRange: true }])
  })

  test.each<Alignment>([
    { targetUrl: 'http://data.europa.eu/snb/eqf/9' },
    { targetUrl: 'http://data.europa.eu/snb/eqf/06' },
    { targetFramework: 'EQF', targetCode: '6.5' },
    { targetFramework: 'EQF', targetCode: 'advanced' },
    { targetName: { en: 'EQF level 12' } },
  ])('%j is out of range', (alignment) => {
    expect(inAlignment(alignment)).toMatchObject({ levels: [], outOfRange: true })
  })

  test('is said once for one alignment, however often it says it', () => {
    const { claims } = inAlignment({
      targetUrl: 'http://data.europa.eu/snb/eqf/9',
      targetCode: '9',
      targetName: { en: 'EQF level 9' },
    })
    expect(claims).toMatchObject([{ asWritten: '9', outOfRange: true }])
  })

  test('stands beside another one, and beside a level', () => {
    const { claims } = inAlignment({
      targetUrl: 'http://data.europa.eu/snb/eqf/9',
      targetCode: '10',
      targetName: { en: 'EQF level 6' },
    })
    expect(claims.map(({ level, asWritten }) => level ?? asWritten)).toEqual(['9', '10', 6])
    expect(inText('EQF 5-9').claims).toMatchObject([{ level: 5 }, { outOfRange: true }])
  })

  test.each(['EQF level 9', 'EQF level 0', 'Level 6.5 (EQF)'])('"%s" is out of range', (text) => {
    expect(inText(text)).toMatchObject({ levels: [], outOfRange: true })
  })
})

describe('a look-alike', () => {
  test.each<Alignment>([
    { targetUrl: 'http://data.europa.eu.evil.example/snb/eqf/6' },
    { targetUrl: 'https://evil.example/?u=http://data.europa.eu/snb/eqf/6' },
    { targetUrl: 'http://data.europa.eu@evil.example/snb/eqf/6' },
    { targetFramework: 'Not the EQF', targetCode: '6' },
    { targetType: 'ext:EQFish', targetCode: '6' },
    { targetCode: '6' },
  ])('%j says no level', (alignment) => {
    expect(inAlignment(alignment).levels).toEqual([])
  })
})

describe('cycles of QF-EHEA', () => {
  test.each([
    ['short cycle', 5],
    ['First Cycle', 6],
    ['2nd cycle', 7],
    ['third-cycle', 8],
  ])('%s stands for level %i', (cycle, level) => {
    const alignment = { targetFramework: 'QF-EHEA', targetName: { en: cycle } }
    expect(inAlignment(alignment).levels).toEqual([level])
    expect(inText(`Level: QF-EHEA ${cycle}`).levels).toEqual([level])
    expect(inText(`${cycle} (QF-EHEA)`).claims).toMatchObject([{ framework: 'qf-ehea', level }])
  })

  test('are that which is named first, where an alignment names two', () => {
    const targetName = { en: 'Second cycle, entry with a first cycle degree' }
    expect(inAlignment({ targetFramework: 'QF-EHEA', targetName }).levels).toEqual([7])
  })

  test.each([
    'Framework for Qualifications of the European Higher Education Area',
    'European Higher Education Area Qualifications Framework',
  ])('are those of the %s', (targetFramework) => {
    expect(inAlignment({ targetFramework, targetCode: 'First cycle' }).levels).toEqual([6])
  })

  test('are not looked for in other standards of the European Higher Education Area', () => {
    const targetFramework =
      'Standards and Guidelines for Quality Assurance in the European Higher Education Area (ESG)'
    const { claims } = inAlignment({ targetFramework, targetCode: '1.2' })
    expect(claims).toEqual([])
  })

  test('are not read where the framework is far away or absent', () => {
    expect(inText('In the first cycle of the machine').claims).toEqual([])
    expect(inText(`QF-EHEA ${'x '.repeat(60)} first cycle`).claims).toEqual([])
  })
})

describe('national levels', () => {
  test.each<[Alignment, string]>([
    [{ targetFramework: 'NLQF', targetCode: '6' }, 'NLQF: 6'],
    [
      { targetFramework: 'Japan Qualifications Framework', targetName: { en: 'Level 5' } },
      'Japan Qualifications Framework: Level 5',
    ],
  ])('%j is shown as given', (alignment, asWritten) => {
    const { claims, levels } = inAlignment(alignment)
    expect(claims).toMatchObject([{ framework: 'other', asWritten }])
    expect(levels).toEqual([])
  })

  test('stand beside the EQF level', () => {
    expect(inText('DQR Niveau 5, EQF 6').claims).toMatchObject([
      { framework: 'eqf', level: 6 },
      { framework: 'other', asWritten: 'DQR Niveau 5' },
    ])
    expect(inText('DQR Niveau 5, EQF 6').contradictory).toBe(false)
  })
})

describe('a national level before the EQF level', () => {
  test.each([
    ['NFQ Level 8 (EQF Level 6)', 6],
    ['NLQF level 6 (EQF 5)', 5],
    ['SCQF level 9 (EQF 6)', 6],
    ['equivalent to NQF Level 7 - EQF 6', 6],
    ['RQF Level 4 / EQF: level 4', 4],
    ['NFQ Level 8 - EQF 6 award', 6],
    ['on the Irish framework Level 8 (EQF 6)', 6],
    ['Level 9 (EQF 6), 180 credits', 6],
    ['Level 8 (EQF 6 equivalent)', 6],
    ['Level 9 EQF 6 – Bachelor', 6],
  ])('"%s" is not taken for it', (text, level) => {
    expect(inText(text)).toMatchObject({
      levels: [level],
      contradictory: false,
      outOfRange: false,
    })
  })
})

describe('a number after the framework that counts something', () => {
  test.each([
    ['Bachelor, level 6 EQF – 3 years full time', 6],
    ['Bachelor, level 6 EQF – 3-4 years full time', 6],
    ['Level 6 EQF, a 3-year programme', 6],
    ['Level 6 EQF: 4 units', 6],
    ['Level 5 EQF 2 semesters', 5],
    ['Level 4 EQF: 12 lessons', 4],
    ['Level 6 (EQF) 4 pathways', 6],
    ['Level 6 EQF – 2 to 3 modules', 6],
    ['EQF level 5 modules', 5],
    ['EQF 6 – 3 years', 6],
  ])('leaves "%s" its level', (text, level) => {
    expect(inText(text)).toMatchObject({ levels: [level], outOfRange: false })
  })

  test.each(['EQF – 3 years', 'EQF: 4 units'])('is no level in "%s"', (text) => {
    expect(inText(text).claims).toEqual([])
  })
})

test('a national level is none of the EQF because the EQF is named after it', () => {
  expect(inText('SCQF level 9 (EQF)').claims).toMatchObject([{ framework: 'other' }])
})

describe('contradictions', () => {
  test.each([
    'EQF 5-6',
    'EQF 5/6',
    'EQF level 5. Level 6 of the EQF.',
    'EQF 6, QF-EHEA second cycle',
    `${'EQF 6 '.repeat(200)} EQF 7`,
  ])('"%.40s" says two levels', (text) => {
    expect(inText(text).contradictory).toBe(true)
  })

  test('are found between places', () => {
    const badge = aligned({ targetUrl: 'http://data.europa.eu/snb/eqf/6' })
    expect(levelsOf(badge, prose('EQF level 6')).contradictory).toBe(false)
    const levels = levelsOf(badge, prose('EQF level 7'))
    expect(levels).toMatchObject({ levels: [6, 7], contradictory: true })
  })

  test('are found inside one alignment', () => {
    const alignment = { targetUrl: 'http://data.europa.eu/snb/eqf/6', targetCode: '7' }
    expect(inAlignment(alignment)).toMatchObject({ levels: [6, 7], contradictory: true })
    const named = { targetFramework: 'EQF', targetCode: '6', targetName: { en: 'EQF level 5' } }
    expect(inAlignment(named)).toMatchObject({ levels: [5, 6], contradictory: true })
  })

  test('are not between two achievements of one credential', () => {
    const at = (level: number) => ({
      alignments: [{ targetUrl: `http://data.europa.eu/snb/eqf/${level}` }],
    })
    const levels = levelsOf(credential([at(4), at(6)]), [])
    expect(levels).toMatchObject({ levels: [4, 6], contradictory: false })
    expect(levels.claims[1]?.at).toEqual({ place: 'alignment', index: 1, achievement: 2 })
  })
})

test('a megabyte of text is read in time, and says little', async () => {
  await expectLittleWork(3, () => {
    for (const text of ['EQF ', 'EQF level 6 ', 'QF-EHEA first cycle ', 'level 6 ', 'A'])
      expect(inText(text.repeat(1_000_000 / text.length)).claims.length).toBeLessThan(3)
    const numbers = Array.from({ length: 60_000 }, (_, index) => `EQF ${index % 999} x`).join(' ')
    expect(inText(numbers).claims.length).toBeLessThanOrEqual(50)
  })
})
