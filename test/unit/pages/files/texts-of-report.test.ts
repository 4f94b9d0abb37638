/** A saved report is given back: what is verified is the credential in it, and nothing that the file says of it. */
import { expect, test } from 'vitest'
import { textsOfReport } from '../../../../src/pages/files/texts-of-report'
import type { ProfileReport } from '../../../../src/platform/messages'
import { profileFile, reportFile } from '../../../../src/ui/export/report-file'
import type { VerificationReport } from '../../../../src/verifier/report'

const FACTS = { exportedAt: '2026-11-24T03:00:00Z' }
const reportOn = (text?: string) =>
  ({ verdict: 'trusted', source: { sha256: '', carrier: 'png-itxt', text } }) as VerificationReport
const profileOf = (...texts: (string | undefined)[]) => {
  const reports = new Map(texts.map((text, at) => [String(at), reportOn(text)]))
  const entries = texts.map((_, at) => ({ id: String(at) }))
  const profile = { judgedAt: '', summary: {}, missing: 0, entries } as unknown as ProfileReport
  return JSON.stringify(profileFile(profile, reports, FACTS), null, 2)
}

test('of a report it is its one credential', () => {
  const file = JSON.stringify(reportFile(reportOn('{"a":1}'), FACTS), null, 2)
  expect(textsOfReport(file, 'r.json')).toEqual([{ name: 'r.json', text: '{"a":1}' }])
})

test('of a profile it is each of them', () => {
  expect(textsOfReport(profileOf('{"a":1}', undefined, 'https://a.example/'), 'p.json')).toEqual([
    { name: 'p.json:1', text: '{"a":1}' },
    { name: 'p.json:2', text: 'https://a.example/' },
  ])
})

test.each([
  ['another file', '{"@context":[]}'],
  ['a file that only names the type', '{"note":"touchstone:verification-report/1"}'],
  ['a report of nothing', JSON.stringify(reportFile(reportOn(), FACTS))],
  ['a broken file', '{"type":"touchstone:verification-report/1"'],
  ['entries of another kind', '{"type":"touchstone:profile-report/1","entries":[1,null]}'],
])('%s is left as it is', (_, text) => {
  expect(textsOfReport(text, 'x.json')).toBeUndefined()
})
