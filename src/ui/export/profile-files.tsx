import type { ProfileReport } from '../../platform/messages'
import type { VerificationReport } from '../../verifier/report'
import { ProfileDocument } from '../profile/profile-document'
import type { Sentences } from '../wording'
import { csvText } from './csv'
import type { FileMaker } from './export-menu'
import { fileName } from './file-name'
import { profileFile } from './report-file'
import { profileTable } from './profile-table'
import { savedPage } from './saved-page'

/**
 * The files that can be made of a profile.
 *
 * @param wholeReport a kept report with the credential's text; null where it is no longer kept
 */
export function profileFiles(
  profile: ProfileReport,
  s: Sentences,
  wholeReport: (reportId: string) => Promise<VerificationReport | null>,
): FileMaker[] {
  const { judgedAt, entries } = profile
  const name = (ending: 'json' | 'html' | 'csv', foundOn = '') =>
    fileName({ date: judgedAt, name: `profile ${foundOn}`, ending })
  return [
    {
      label: 'exportAsJson',
      make: async (foundOn) => {
        const reports = new Map<string, VerificationReport>()
        for (const { id, reportId } of entries) {
          const report = await wholeReport(reportId)
          if (report !== null) reports.set(id, report)
        }
        if (reports.size === 0) return undefined
        const facts = { exportedAt: new Date().toISOString(), foundOn }
        const text = JSON.stringify(profileFile(profile, reports, facts), null, 2)
        return { text, type: 'application/json', name: name('json', foundOn) }
      },
    },
    {
      label: 'exportAsHtml',
      make: async (foundOn) => {
        const content = (
          <main class="wide-main wide-report">
            <ProfileDocument profile={profile} foundOn={foundOn} />
          </main>
        )
        const text = await savedPage(content, profileTitle(profile, s), s)
        return { text, type: 'text/html', name: name('html', foundOn) }
      },
    },
    {
      label: 'exportAsCsv',
      make: (foundOn) =>
        Promise.resolve({
          text: csvText(profileTable(profile, s)),
          type: 'text/csv',
          name: name('csv', foundOn),
        }),
    },
  ]
}

/** What a window, a bookmark and a printed file are called. */
export function profileTitle({ judgedAt }: ProfileReport, s: Sentences): string {
  return s.text('reportTitle', s.text('profileWhole'), { composed: s.date(judgedAt) })
}
