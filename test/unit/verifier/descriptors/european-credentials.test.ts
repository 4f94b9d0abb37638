/** What European Digital Credentials say of each descriptor, wherever their issuers put it. */
import { describe, expect, it } from 'vitest'
import {
  MOST_CHARACTERS,
  type DescriptorTable,
} from '../../../../src/verifier/descriptors/descriptor-table'
import { descriptorTables } from '../../../../src/verifier/descriptors/fill-table'
import { subjectOf } from '../../../../src/verifier/descriptors/subject'
import { readElm3 } from '../../../../src/verifier/reading/elm-3'
import type { JsonObject } from '../../../../src/verifier/verification'
import {
  achievementClaim,
  concept,
  europeanCredential,
  person,
  type Mapping,
} from '../../../fixtures/elm-3'

function described(mapping: Mapping, more: Record<string, unknown> = {}) {
  const credentialSubject = person({ hasClaim: achievementClaim(mapping, more) })
  const document = europeanCredential({ mapping }, { credentialSubject }) as JsonObject
  const subject = subjectOf(readElm3(document, 'ELM/3'))
  return { subject, tables: descriptorTables(subject) }
}

function textsOf(table: DescriptorTable | undefined, id: string): string[] {
  const row = table?.rows.find(({ descriptor }) => descriptor === id)
  return row?.values.map(({ text }) => text) ?? []
}

const MAPPINGS: Mapping[] = ['claim', 'specification']

describe.each(MAPPINGS)('with assessment and participation at the %s', (mapping) => {
  const { subject, tables } = described(mapping)
  const [annex, guideline] = tables

  it('Annex I and the guideline are filled', () => {
    const missing = annex?.rows.filter(({ state }) => state !== 'present') ?? []
    // A specification says what was to be assessed, not how it went.
    const grade = mapping === 'claim' ? [] : ['grade']
    expect(missing.map(({ descriptor }) => descriptor)).toEqual([...grade, 'further-information'])
    expect(annex?.completeness).toEqual({ present: 11, of: 11, obligation: 'mandatory' })
    expect(guideline?.completeness).toEqual({ present: 11, of: 11, obligation: 'mandatory' })
  })

  it.each([
    ['learner-identification', ['Ana Andromeda', '1999-10-01T22:00:00Z']],
    ['title', ['Micro-credential in Data Analysis', 'Datenanalyse']],
    ['issuer-country', ['IE']],
    ['awarding-body', ['Faculty of Example Arts']],
    ['date-of-issuing', ['2025-06-01T10:00:00+02:00']],
    ['learning-outcomes', ['Explains data', 'Erklärt Daten', 'Draws charts']],
    ['workload', ['2', 'PT60H', 'P60M']],
    ['level', ['6', 'NQF: NFQ Level 8']],
    ['assessment-type', ['written examination']],
    ['participation-form', ['Blended', 'Online']],
    ['quality-assurance', ['Institutional review']],
    ['prerequisites', ['Basic statistics.']],
    ['supervision', ['Unsupervised without ID Verification']],
    ['stackability', ['Access to the diploma']],
  ])('%s', (descriptor, texts) => {
    expect(textsOf(annex, descriptor)).toEqual(expect.arrayContaining(texts))
  })

  it('levels and workloads are read as those of badges are', () => {
    expect(subject.levels.levels).toEqual([6])
    expect(subject.workload.statements.map(({ unit, amount }) => [unit, amount?.from])).toEqual([
      ['ects', 2],
      ['hours', 60],
    ])
    expect(subject.alignmentKinds[0]).toEqual([
      'eqf',
      'other',
      'ects',
      'esco',
      'digcomp',
      'isced-f',
    ])
  })
})

describe('what cannot be so', () => {
  it('an EQF level that does not exist is beyond its scale', () => {
    const specifiedBy = { eqfLevel: concept('http://data.europa.eu/snb/eqf/9', 'Level 9') }
    const { subject, tables } = described('claim', { specifiedBy })
    expect(subject.levels.outOfRange).toBe(true)
    const level = tables[0]?.rows.find(({ descriptor }) => descriptor === 'level')
    expect(level?.notes).toContain('out-of-range')
  })

  it.each([
    ['P60M', 'other'],
    ['PT90M', 'hours'],
    ['sixty hours', 'other'],
    ['PT99999999H', 'other'],
  ])('a workload of %s is said as written and never made into something else', (text, unit) => {
    const { subject } = described('claim', { specifiedBy: { volumeOfLearning: text } })
    expect(subject.workload.statements).toMatchObject([{ unit, asWritten: text }])
  })

  it('texts without end are clipped', () => {
    const title = { en: 'a'.repeat(MOST_CHARACTERS + 1) }
    const { tables } = described('claim', { specifiedBy: { learningOutcome: { title } } })
    const outcomes = tables[0]?.rows.find(({ descriptor }) => descriptor === 'learning-outcomes')
    expect(outcomes?.values[0]).toMatchObject({ clipped: true })
  })
})
