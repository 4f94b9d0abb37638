import { describe, expect, test } from 'vitest'
import { workloadOf } from '../../../../src/verifier/alignments/workload'
import type { Alignment } from '../../../../src/verifier/credential'
import { aligned, credential, extended, prose, sections } from './some-credential'
import { expectLittleWork } from '../../cpu-time'

const EMPTY = credential([{}])
const inSection = (value: string, heading = 'Notional workload') =>
  workloadOf(EMPTY, sections(['workload', heading, value]))
const inProse = (text: string) => workloadOf(EMPTY, prose(text))
const exactly = (amount: number) => ({ from: amount, to: amount })

describe('ECTS credits', () => {
  test.each<[Alignment, number]>([
    [{ targetFramework: 'ECTS', targetCode: '2.5' }, 2.5],
    [{ targetFramework: 'ECTS', targetCode: '2,5 ECTS' }, 2.5],
    [{ targetFramework: 'ECTS', targetName: { en: '3 ECTS credits' } }, 3],
    [
      {
        targetFramework: 'http://data.europa.eu/snb/education-credit/6fcec5c5af',
        targetCode: '15',
      },
      15,
    ],
  ])('are read from %j, with the hours they stand for as a range', (alignment, ects) => {
    expect(workloadOf(aligned(alignment), [])).toMatchObject({
      statements: [{ unit: 'ects', amount: exactly(ects), at: { place: 'alignment', index: 1 } }],
      ectsHours: { from: ects * 25, to: ects * 30 },
      contradictory: false,
    })
  })

  test.each<Alignment>([
    { targetFramework: 'ECTS.evil', targetCode: 'three' },
    { targetFramework: 'Not ECTS', targetCode: '3' },
    { targetUrl: 'http://data.europa.eu.evil.example/snb/education-credit/6fcec5c5af' },
  ])('are not read from %j', (alignment) => {
    expect(workloadOf(aligned(alignment), []).statements).toEqual([])
  })

  test.each([
    ['3 ECTS', 3],
    ['3.5 ECTS credits', 3.5],
    ['ECTS: 3', 3],
    ['3 credits (ECTS)', 3],
    ['ECTS credits: 3', 3],
    ['３ ＥＣＴＳ', 3],
    ['3 EC', 3],
  ])('are read from the section "%s", once', (text, ects) => {
    const { statements } = inSection(text)
    expect(statements).toMatchObject([{ unit: 'ects', amount: exactly(ects) }])
  })

  test.each(['1/2 ECTS', '½ ECTS', '2½ ECTS', 'ECTS: 1/2', 'ECTS credits: 2½'])(
    'are not the part of a fraction: "%s"',
    (text) => {
      expect(inSection(text).statements).toEqual([])
    },
  )

  test.each([
    '5 ECTS = 125-150 hours',
    '5 ECTS: 125 – 150 h',
    '5 ECTS - 125 to 150 learning hours',
    '5 ECTS = 125 – 150 hours',
    '5 credits (ECTS): 125 – 150 hours',
    'ECTS: 5/125-150 hours',
    '5 ECTS: 125-150時間',
  ])('are not the hours that they stand for: "%s"', (text) => {
    expect(inSection(text)).toMatchObject({
      statements: [
        { unit: 'ects', amount: exactly(5) },
        { unit: 'hours', amount: { from: 125, to: 150 } },
      ],
      contradictory: false,
    })
  })

  test.each(['By the 2015 ECTS Users’ Guide', 'See ECTS 2015.', 'In 2020 EC funding came'])(
    'are no year: "%s"',
    (text) => {
      expect(inProse(text)).toMatchObject({ statements: [], outOfRange: false })
    },
  )

  test.each([
    ['5 ECTS/150 hours', 5, 150],
    ['ECTS 3/90 hours', 3, 90],
    ['ECTS: 5/125 h', 5, 125],
    ['ECTS: 2.5/62,5 hours', 2.5, 62.5],
    ['ECTS: 5 – 125 hours', 5, 125],
    ['ECTS credits: 10 - 250 hours', 10, 250],
  ])('stand beside the hours after a slash or a dash: "%s"', (text, ects, hours) => {
    expect(inSection(text)).toMatchObject({
      statements: [
        { unit: 'ects', amount: exactly(ects) },
        { unit: 'hours', amount: exactly(hours) },
      ],
      contradictory: false,
    })
  })

  test('may stand alone under a heading of their own', () => {
    const text = sections(['credit', 'ECTS credits', '5'], ['title', 'Title', 'Welding'])
    expect(workloadOf(EMPTY, text).statements).toMatchObject([
      { unit: 'ects', amount: exactly(5), at: { place: 'criteria', section: 1 } },
    ])
  })

  test('are read from running text', () => {
    expect(inProse('The learner earns 2.5 ECTS.').statements).toMatchObject([
      { unit: 'ects', amount: exactly(2.5) },
    ])
  })
})

describe('hours', () => {
  test.each([
    ['75 hours', 75, 75],
    ['about 40-50 hours', 40, 50],
    ['40 to 50 h', 40, 50],
    ['45時間', 45, 45],
    ['1,500 hours', 1500, 1500],
    ['7.5 hours', 7.5, 7.5],
    ['40 – 50 hours', 40, 50],
    ['Credits: 2/60 hours', 60, 60],
    ['PT60H', 60, 60],
    ['PT1H30M', 1.5, 1.5],
    ['PT5400S', 1.5, 1.5],
    ['PT1H1800S', 1.5, 1.5],
    ['PT1,500H', 1.5, 1.5],
    ['P0Y0M0DT60H0M0S', 60, 60],
  ])('are read from the section "%s"', (text, from, to) => {
    expect(inSection(text).statements).toMatchObject([{ unit: 'hours', amount: { from, to } }])
  })

  test.each(['StudyLoad', 'TimeInvestment'])('are read from the extension %s', (type) => {
    expect(workloadOf(extended(type, 84), []).statements).toEqual([
      {
        ...{ unit: 'hours', amount: exactly(84), asWritten: '84' },
        at: { place: 'extension', type, on: 'achievement' },
      },
    ])
  })

  test('stand alone under a heading that says so', () => {
    expect(inSection('45', 'Learning hours').statements).toMatchObject([
      { unit: 'hours', amount: exactly(45) },
    ])
    expect(inSection('45').statements).toMatchObject([{ unit: 'other', asWritten: '45' }])
  })

  test('are those of the workload in running text only where it says so', () => {
    expect(inProse('The workshop is open 24 hours.').statements).toEqual([])
    expect(inProse('A total workload of 50 hours.').statements).toMatchObject([
      { unit: 'hours', amount: exactly(50) },
    ])
  })

  test.each(['1/2 hour', '3/4 hours', '½ h'])('are not the part of a fraction: "%s"', (text) => {
    expect(inSection(text).statements).toEqual([])
  })

  test('are not fewer than none', () => {
    expect(inSection('-PT5H')).toMatchObject({
      statements: [{ unit: 'hours', outOfRange: true, asWritten: '-PT5H' }],
      outOfRange: true,
    })
    expect(inSection('Duration-PT5H').statements).toMatchObject([{ amount: exactly(5) }])
  })

  test.each(['4 hours a week', '4 hours per week', 'P6W', 'P5D', 'P1Y'])(
    '"%s" is no sum of hours and is shown as given',
    (text) => {
      expect(inSection(text).statements).toMatchObject([{ unit: 'other', asWritten: text }])
      expect(inSection(text).statements[0]?.amount).toBeUndefined()
    },
  )
})

describe('credits of a system that is not named', () => {
  test('are shown beside ECTS and contradict nothing', () => {
    const badge = credential([{ creditsAvailable: 2 }], { creditsEarned: 1 })
    expect(workloadOf(badge, prose('3 ECTS'))).toMatchObject({
      statements: [
        { unit: 'credits', amount: exactly(1), at: { place: 'field', path: 'creditsEarned' } },
        { unit: 'credits', at: { place: 'field', path: 'achievement.creditsAvailable' } },
        { unit: 'ects', amount: exactly(3) },
      ],
      contradictory: false,
    })
  })

  test('are read from Japanese text', () => {
    expect(inSection('2単位').statements).toMatchObject([{ unit: 'credits', amount: exactly(2) }])
  })
})

describe('agreement of credits and hours', () => {
  test.each([
    [3, 75, false],
    [3, 90, false],
    [3, 84, false],
    // a tenth beyond the range is rounding
    [3, 99, false],
    [3, 68.2, false],
    [3, 99.5, true],
    [3, 68, true],
    [5, 10, true],
    [1, 300, true],
  ])('%i ECTS and %i hours: contradictory %s', (ects, hours, contradictory) => {
    const badge = aligned({ targetFramework: 'ECTS', targetCode: String(ects) })
    const workload = workloadOf(badge, sections(['workload', 'Workload', `${hours} hours`]))
    expect(workload.statements).toHaveLength(2)
    expect(workload.contradictory).toBe(contradictory)
  })

  test('two numbers of ECTS credits do not agree', () => {
    expect(inSection('3 ECTS, 4 ECTS').contradictory).toBe(true)
  })

  test('two numbers of hours may differ by a tenth', () => {
    expect(inSection('100 hours; 109 hours').contradictory).toBe(false)
    expect(inSection('100 hours; 120 hours').contradictory).toBe(true)
  })

  test('is not asked between two achievements', () => {
    const of = (code: string) => ({ alignments: [{ targetFramework: 'ECTS', targetCode: code }] })
    expect(workloadOf(credential([of('3'), of('5')]), []).contradictory).toBe(false)
  })
})

describe('hostile numbers', () => {
  test.each([-3, 0, 1e9, Infinity, NaN])(
    '%s is out of range and compared with nothing',
    (value) => {
      const workload = workloadOf(
        extended('ECTS', value),
        sections(['workload', 'Workload', '75 h']),
      )
      expect(workload).toMatchObject({ contradictory: false, outOfRange: true })
      expect(workload.ectsHours).toBeUndefined()
    },
  )

  test('a text in place of a number is no statement', () => {
    expect(workloadOf(extended('ECTS', '3'), []).statements).toEqual([])
    expect(workloadOf(extended('toString', 3), []).statements).toEqual([])
  })

  test('a megabyte is read in time, and says little', async () => {
    await expectLittleWork(4, () => {
      for (const text of ['9', '1 ', '3 ECTS ', 'workload 3 hours ', 'PT', 'P1Y', 'ECTS credits '])
        inProse(text.repeat(1_000_000 / text.length))
      const many = Array.from({ length: 60_000 }, (_, index) => `${index + 1} ECTS`).join(' ')
      expect(inProse(many).statements.length).toBeLessThanOrEqual(50)
    })
  })
})
