import { describe, expect, it } from 'vitest'
import { rowOf, type Described } from './described'

const MORE = '\nForm of participation: online'

describe('the title', () => {
  const state = (name: string, title: string) =>
    rowOf('title', { achievement: { name: { und: name } }, criteria: `Title: ${title}${MORE}` })
      .state

  it.each([
    ['Data Analysis', 'data  analysis'],
    ['Data Analysis', 'Micro-credential in Data Analysis'],
    ['Ｄａｔａ Analysis', 'Data-Analysis'],
    ['Data Analysis', 'データ分析'],
  ])('%s and %s agree', (name, title) => {
    expect(state(name, title)).toBe('present')
  })

  it.each([
    ['Data Analysis', 'Welding'],
    ['データ分析', '溶接入門'],
  ])('%s and %s do not', (name, title) => {
    expect(state(name, title)).toBe('contradictory')
  })

  it('is compared within one achievement, and with its name in any language', () => {
    const one = (name: string, title: string) => ({
      name: { und: name },
      criteria: { narrative: { und: `Title: ${title}${MORE}` } },
    })
    const state = (parts: Described) => rowOf('title', parts).state
    expect(state({ achievements: [one('Welding', 'Welding'), one('Glazing', 'Glazing')] })).toBe(
      'present',
    )
    expect(state({ achievements: [one('Welding', 'Glazing'), one('Glazing', 'Glazing')] })).toBe(
      'contradictory',
    )
    const name = { en: 'Welding', de: 'Schweißen' }
    const criteria = `Title: Schweißen${MORE}`
    expect(state({ achievement: { name }, criteria })).toBe('present')
  })
})

describe('the date of issuing', () => {
  const state = (issuedOn: string, date: string) =>
    rowOf('date-of-issuing', {
      credential: { issuedOn },
      criteria: `Date of issuing: ${date}${MORE}`,
    }).state

  it.each([
    ['2025-06-01T00:00:00+09:00', '2025年6月1日'],
    ['2025-05-31T23:00:00Z', '2025/6/1'],
    ['2025-06-01', '1 June 2025'],
    ['2025-06-01', 'June 1st, 2025'],
    ['2025-06-01', '1st of Jun. 2025'],
    ['2025-06-01', 'in the summer term of 2024'],
    ['2025-06-01', '03/04/2025'],
    ['2025-06-01', '99 June 2024'],
    ['yesterday', '2024-06-01'],
  ])('%s and %s agree, or cannot be compared', (one, other) => {
    expect(state(one, other)).toBe('present')
  })

  it.each([
    ['2025-06-01', '2025年6月10日'],
    ['2025-06-01T10:00:00Z', '1 July 2025'],
    ['2025-06-01', 'May 1, 2025'],
    ['2025-06-01', '２０２４年６月１日'],
  ])('%s and %s do not', (one, other) => {
    expect(state(one, other)).toBe('contradictory')
  })
})

describe('the language', () => {
  const state = (language: string, stated: string, format = 'OpenBadges/3.0') =>
    rowOf('language', {
      achievement: { language },
      criteria: `Language: ${stated}${MORE}`,
      credential: { format },
    }).state

  it.each([
    ['en', 'English'],
    ['en-GB', 'English (UK)'],
    ['ja', '日本語'],
    ['ja', '英語・日本語'],
    ['de', 'English and German'],
    ['nl', 'Nederlands'],
    ['en', 'the language of the place'],
  ])('%s and %s agree, or cannot be compared', (language, stated) => {
    expect(state(language, stated)).toBe('present')
  })

  it.each([
    ['en', 'Japanese'],
    ['en', '日本語'],
    ['fr', 'English, German'],
    ['en', 'de_DE'],
  ])('%s and %s do not', (language, stated) => {
    expect(state(language, stated)).toBe('contradictory')
  })

  it('that Open Badges 2.0 is written in is not the one that is taught in', () => {
    expect(state('ja', 'English', 'OpenBadges/2.0')).toBe('present')
  })

  it('of the edubadges extension counts in Open Badges 2.0', () => {
    const row = rowOf('language', {
      achievement: { extensions: [{ type: 'Language', values: { Language: 'nl_NL' } }] },
      criteria: `Language: English${MORE}`,
      credential: { format: 'OpenBadges/2.0' },
    })
    expect(row.state).toBe('contradictory')
    expect(row.values.map(({ source }) => source.place)).toEqual(['extension', 'criteria'])
  })
})

describe('the country', () => {
  const state = (country: string, stated: string) =>
    rowOf('issuer-country', { issuer: { country }, criteria: `Country: ${stated}${MORE}` }).state

  it.each([
    ['JP', 'Japan'],
    ['JP', '日本'],
    ['Japan', '日本'],
    ['NL', 'the Netherlands'],
    ['DE', 'Bavaria'],
    ['GB', 'UK'],
    ['EL', 'Greece'],
    ['DE', 'EU'],
    ['DE', 'European Union'],
    ['DE', 'Germany and France'],
  ])('%s and %s agree, or cannot be compared', (country, stated) => {
    expect(state(country, stated)).toBe('present')
  })

  it.each([
    ['JP', 'Germany'],
    ['DE', '日本'],
    ['JP', 'FR'],
    ['UK', 'Ireland'],
  ])('%s and %s do not', (country, stated) => {
    expect(state(country, stated)).toBe('contradictory')
  })
})

describe('numbers', () => {
  it('two levels of one badge contradict each other', () => {
    const alignments = [
      { targetFramework: 'EQF', targetCode: '5', targetName: { en: 'EQF level 5' } },
    ]
    const criteria = `Level: EQF level 6${MORE}`
    const row = rowOf('level', { achievement: { alignments }, criteria })
    expect(row).toMatchObject({ state: 'contradictory' })
    expect(row.values.map(({ source }) => source)).toEqual([
      { place: 'alignment', index: 1 },
      { place: 'criteria', section: 1 },
    ])
    expect(rowOf('level', { criteria }).state).toBe('present')
  })

  it('a level that its scale does not have is noted', () => {
    const extensions = [{ type: 'EQF', values: { EQF: 9 } }]
    expect(rowOf('level', { achievement: { extensions } }).notes).toEqual(['out-of-range'])
  })

  it('a workload that its credits cannot stand for contradicts them', () => {
    const extensions = [{ type: 'ECTS', values: { ECTS: 1 } }]
    const stated = (hours: number) => ({
      achievement: { extensions },
      criteria: `Workload: ${hours} hours${MORE}`,
    })
    expect(rowOf('workload', stated(300)).state).toBe('contradictory')
    expect(rowOf('workload', stated(28)).state).toBe('present')
  })
})

describe('what is only noted', () => {
  it('an awarding body of another name', () => {
    const row = (body: string) =>
      rowOf('awarding-body', {
        issuer: { name: { en: 'Faculty of Science' } },
        criteria: `Awarding body: ${body}${MORE}`,
      })
    expect(row('Example University')).toMatchObject({ state: 'present', notes: ['names-differ'] })
    expect(row('Faculty of Science, Example University').notes).toEqual([])
  })

  it('a description with an address', () => {
    const row = (text: string) =>
      rowOf('description', { achievement: { description: { und: text } } })
    expect(row('See https://issuer.example/course')).toMatchObject({
      state: 'present',
      notes: ['uri-in-description'],
    })
    expect(row('Explains data.').notes).toEqual([])
  })
})
