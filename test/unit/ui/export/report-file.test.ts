import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import manifest from '../../../../manifest.json'
import { profileFile, reportFile } from '../../../../src/ui/export/report-file'
import { CHECK_ORDER, type VerificationReport } from '../../../../src/verifier/report'
import { COMPLETE, CONTRADICTORY } from '../../../screens/described'
import { CLR, ENDORSED } from '../../../screens/parts'
import { profileReportOf } from '../../../screens/profile-reports'
import * as REPORTS from '../../../screens/reports'
import { SEALED } from '../../../screens/seals'
import { STRIPPED } from '../../../screens/stripped'
import { SWAPPED } from '../../../screens/swapped'
import { misfits, type Schema } from './json-schema'

const FACTS = { exportedAt: '2026-06-02T08:00:00Z' }
const schema = JSON.parse(
  readFileSync(new URL('../../../../docs/report.schema.json', import.meta.url), 'utf8'),
) as Schema

/** As a reader of the file gets it. */
const written = (file: object): unknown => JSON.parse(JSON.stringify(file))
const wrong = (file: object): string[] => misfits(written(file), schema)

const { TRUSTED, AUTHENTIC, EXPIRED, ALTERED, UNVERIFIABLE, NONE, HOSTILE } = REPORTS
const samples = Object.entries({
  ...{ TRUSTED, AUTHENTIC, EXPIRED, ALTERED, UNVERIFIABLE, NONE, HOSTILE },
  ...{ CLR, ENDORSED, COMPLETE, CONTRADICTORY, STRIPPED, SWAPPED },
  ...SEALED,
})

describe('the file of a report', () => {
  test.each(samples)('is as the published schema says: %s', (_name, report) => {
    expect(shapes(reportFile(report, FACTS))).toEqual([])
    expect(wrong(reportFile(report, FACTS))).toEqual([])
  })

  test('says what wrote it, when, and has the credential to check again', () => {
    const file = reportFile(TRUSTED, FACTS)
    expect(file).toMatchObject({
      type: 'touchstone:verification-report/1',
      software: { name: 'Touchstone', version: manifest.version },
      ...FACTS,
    })
    expect(file.report.source.text).toBeDefined()
  })

  test('says where it was found only if that is wanted', () => {
    expect(reportFile(TRUSTED, FACTS)).not.toHaveProperty('foundOn')
    const file = reportFile(TRUSTED, { ...FACTS, foundOn: 'jobs.example' })
    expect(file.foundOn).toBe('jobs.example')
    expect(wrong(file)).toEqual([])
  })
})

describe('the file of a profile', () => {
  const profile = profileReportOf()
  const whole = new Map(profile.entries.map(({ id, report }) => [id, report]))

  test('is as the published schema says', () => {
    expect(shapes(profileFile(profile, whole, FACTS))).toEqual([])
    expect(wrong(profileFile(profile, whole, FACTS))).toEqual([])
  })

  test('has every report, of those too that count for nothing, and no id of this machine', () => {
    const file = profileFile(profile, whole, FACTS)
    expect(file.entries.map(({ report }) => report.verdict)).toContain('invalid')
    expect(JSON.stringify(file)).not.toContain('reportId')
  })

  test('counts what is no longer kept', () => {
    const [first = ''] = whole.keys()
    const rest = new Map([...whole].filter(([id]) => id !== first))
    expect(profileFile({ ...profile, missing: 2 }, rest, FACTS).missing).toBe(3)
  })
})

describe('the schema', () => {
  const of = (changes: object) => ({
    ...reportFile(TRUSTED, FACTS),
    report: { ...TRUSTED, ...changes } as VerificationReport,
  })

  test('knows every check in its order', () => {
    const { $defs } = schema as { $defs: { check: { properties: { id: { enum: string[] } } } } }
    expect($defs.check.properties.id.enum).toEqual([...CHECK_ORDER])
  })

  test.each([
    ['a verdict of its own', of({ verdict: 'valid' })],
    ['no reasons', of({ reasons: [] })],
    ['a hash that is none', of({ source: { sha256: 'x', carrier: 'json' } })],
    ['a part that is no report', of({ parts: [{}] })],
    ['an outcome of its own', of({ checks: [{ id: 'proof', outcome: 'ok', reasons: [] }] })],
    [
      'another version',
      { ...reportFile(TRUSTED, FACTS), type: 'touchstone:verification-report/2' },
    ],
    ['something beside the report', { ...reportFile(TRUSTED, FACTS), verdict: 'trusted' }],
  ])('refuses %s', (_name, file) => {
    expect(wrong(file)).not.toEqual([])
  })
})

/** `oneOf` only says that nothing fits: this says where. */
function shapes(file: { type: string }): string[] {
  const { $defs } = schema as { $defs: Record<string, Schema> }
  const shape = file.type.includes('profile') ? $defs.profileFile : $defs.badgeFile
  return misfits(written(file), shape!, schema)
}
