import { describe, expect, it } from 'vitest'
import type { Credential } from '../../../../src/verifier/credential'
import {
  MOST_CHARACTERS,
  MOST_VALUES,
  type DescriptorTable,
} from '../../../../src/verifier/descriptors/descriptor-table'
import { ENGLISH, JAPANESE } from './criteria-texts'
import { described, rowOf, tablesOf, type Described } from './described'

const EMAIL = { type: 'email', value: 'sha256$0123', hashed: true }

/** A badge of Open Badges 2.0 as the Japanese guideline wants it. */
const GUIDED: Described = {
  achievement: {
    name: { ja: 'データサイエンス基礎' },
    description: { ja: 'データを扱うための基礎を学ぶ。' },
  },
  issuer: { name: { ja: '架空大学' } },
  criteria: JAPANESE,
  credential: {
    format: 'OpenBadges/2.0',
    issuedOn: '2025-06-01T00:00:00+09:00',
    recipient: { identities: [EMAIL] },
  },
}

function table(id: string, credential: Credential): DescriptorTable {
  const found = tablesOf(credential).find(({ framework }) => framework.id === id)
  if (found === undefined) throw new Error(`expected the framework ${id}`)
  return found
}

describe('completeness', () => {
  it('of a badge that follows the guideline', () => {
    const { completeness, rows } = table('jv-campus', described(GUIDED))
    expect(completeness).toEqual({ present: 11, of: 11, obligation: 'mandatory' })
    expect(rows.filter(({ state }) => state === 'empty')).toMatchObject([
      { descriptor: 'stackability', obligation: 'optional', values: [] },
    ])
    expect(rows.filter(({ state }) => state === 'contradictory')).toEqual([])
  })

  it('of the same badge in Europe: a level that is there counts', () => {
    const { completeness } = table('eu-annex-1', described(GUIDED))
    expect(completeness).toEqual({ present: 11, of: 11, obligation: 'mandatory' })
  })

  it('does not count a level that is not there, since it may not apply', () => {
    const criteria = JAPANESE.replace(/学習経験レベル：.*\n/, '')
    const { completeness, rows } = table('eu-annex-1', described({ ...GUIDED, criteria }))
    expect(completeness).toEqual({ present: 10, of: 10, obligation: 'mandatory' })
    expect(rows.find(({ descriptor }) => descriptor === 'level')?.state).toBe('missing')
  })

  it('counts neither what is empty nor what is contradictory', () => {
    const criteria = JAPANESE.replace('オンライン試験（60点以上で合格）', '').replace(
      'データサイエンス基礎',
      '経済学入門',
    )
    const { completeness } = table('jv-campus', described({ ...GUIDED, criteria }))
    expect(completeness).toEqual({ present: 9, of: 11, obligation: 'mandatory' })
  })

  it('does not count a level that its scale does not have', () => {
    const level = (text: string) => JAPANESE.replace('学部初級', text)
    const of = (text: string) =>
      table('eu-annex-1', described({ ...GUIDED, criteria: level(text) })).completeness
    expect(of('EQF 6')).toMatchObject({ present: 11, of: 11 })
    expect(of('EQF 9')).toMatchObject({ present: 10, of: 11 })
  })

  it('is of what is recommended where nothing is demanded', () => {
    const { completeness } = table('quality-criteria', described())
    expect(completeness).toEqual({ present: 1, of: 15, obligation: 'recommended' })
  })

  it('is next to nothing for a badge that says nothing', () => {
    const { rows, completeness } = table('eu-annex-1', described())
    // The id of the issuer.
    expect(completeness.present).toBe(1)
    expect(new Set(rows.map(({ state }) => state))).toEqual(new Set(['present', 'missing']))
  })
})

describe('a row', () => {
  it('has the obligation and the group of its framework, and where its value stands', () => {
    expect(rowOf('assessment-type', { criteria: ENGLISH })).toEqual({
      descriptor: 'assessment-type',
      obligation: 'mandatory',
      group: 'descriptive',
      state: 'present',
      values: [
        {
          text: 'project report and oral exam',
          kind: 'text',
          source: { place: 'criteria', section: 5 },
        },
      ],
      notes: [],
    })
  })

  it('is empty where the name stands there and nothing behind it', () => {
    expect(rowOf('prerequisites', { criteria: ENGLISH })).toMatchObject({
      state: 'empty',
      values: [],
      notes: [],
    })
  })

  it.each(['.', ' - ', '—', '…', '**'])(
    'is missing where a form was filled in with "%s"',
    (text) => {
      const description = { en: text }
      expect(rowOf('description', { achievement: { description } })).toMatchObject({
        state: 'missing',
        values: [],
      })
      expect(rowOf('description', { achievement: { description: { en: 'C++' } } }).state).toBe(
        'present',
      )
    },
  )

  it('says where else what is missing may be', () => {
    const notes = (parts: Described) => rowOf('participation-form', parts).notes
    expect(notes({})).toEqual([])
    expect(notes({ criteria: 'Complete it.' })).toEqual(['criteria-unstructured'])
    const page = { criteria: { url: 'https://issuer.example/criteria' } }
    expect(notes({ achievement: page })).toEqual(['criteria-not-read'])
    expect(notes({ criteria: ENGLISH.replace(/.*Form of participation.*\n/, '') })).toEqual([])
    expect(rowOf('issuer-country', { issuer: { types: [] } }).notes).toEqual(['issuer-not-read'])
    expect(rowOf('title', { issuer: { types: [] } }).notes).toEqual([])
    // The credential's date stands in no criteria that were not read.
    expect(rowOf('learner-identification', { achievement: page }).notes).toEqual([])
  })

  it('numbers achievements where there are several', () => {
    const text = (level: number) => ({
      criteria: { narrative: { und: `Form of participation: ${level}\nLevel: x` } },
    })
    const { values } = rowOf('participation-form', { achievements: [text(5), text(6)] })
    expect(values).toMatchObject([
      { text: '5', source: { place: 'criteria', section: 1, achievement: 1 } },
      { text: '6', source: { place: 'criteria', section: 1, achievement: 2 } },
    ])
  })

  it('takes of criteria in several languages those that name the most', () => {
    const narrative = {
      en: 'Just do it.',
      ja: JAPANESE,
      de: 'Level: 5\nLanguage: Deutsch',
    }
    const { values } = rowOf('participation-form', { achievement: { criteria: { narrative } } })
    expect(values).toMatchObject([{ text: 'オンライン' }])
  })
})

describe('bounds and form', () => {
  const huge = 'x'.repeat(50_000)
  const hostile = described({
    achievements: Array.from({ length: 5 }, () => ({
      name: { en: huge, ja: '\uD83D\uDE00'.repeat(5_000) },
      criteria: { narrative: { und: `Title: ${huge}\n`.repeat(4) + 'Level: 5' } },
      alignments: Array.from({ length: 20 }, () => ({ targetName: { en: huge.slice(0, 5_000) } })),
    })),
    credential: {
      evidence: Array.from({ length: 100 }, () => ({ url: `https://x/${huge.slice(0, 5_000)}` })),
    },
  })

  it('keeps few values of few characters', () => {
    const rows = tablesOf(hostile).flatMap((one) => one.rows)
    for (const { values } of rows) {
      expect(values.length).toBeLessThanOrEqual(MOST_VALUES)
      for (const { text } of values) expect(text.length).toBeLessThanOrEqual(MOST_CHARACTERS)
    }
    expect(rows.find(({ descriptor }) => descriptor === 'evidence')?.notes).toContain('more-values')
    const [name, other] = rows.find(({ descriptor }) => descriptor === 'title')?.values ?? []
    expect(name).toMatchObject({ clipped: true, language: 'en' })
    expect(other?.text.isWellFormed()).toBe(true)
  })

  it.each([
    ['little', described()],
    ['much', described(GUIDED)],
    ['too much', hostile],
  ])('survives storage and JSON: %s', (_, credential) => {
    const tables = tablesOf(credential)
    expect(structuredClone(tables)).toEqual(tables)
    expect(JSON.parse(JSON.stringify(tables))).toEqual(tables)
  })

  it('never has a value without text', () => {
    const blank = described({
      achievement: { name: { en: ' ' }, language: '', description: { en: '' } },
      issuer: { name: { en: '\n' }, country: ' ' },
      credential: { evidence: [{ url: '' }], issuedOn: ' ' },
    })
    const rows = tablesOf(blank).flatMap((one) => one.rows)
    const texts = rows.flatMap(({ values }) => values.map(({ text }) => text))
    expect(new Set(texts)).toEqual(new Set(['https://issuer.example/']))
  })
})
