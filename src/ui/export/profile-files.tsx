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
 * @param now the profile, judged when the file is made: its page may have been open for long; null where none of
 *   its reports is kept any more
 * @param wholeReport a kept report with the credential's text; null where it is no longer kept
 */
export function profileFiles(
  now: () => Promise<ProfileReport | null>,
  wholeReport: (reportId: string) => Promise<VerificationReport | null>,
  s: Sentences,
): FileMaker[] {
  return [
    {
      label: 'exportAsJson',
      make: async (foundOn) => {
        const profile = await now()
        if (profile === null) return undefined
        const reports = new Map<string, VerificationReport>()
        for (const { id, reportId } of profile.entries) {
          const report = await wholeReport(reportId)
          if (report !== null) reports.set(id, report)
        }
        if (reports.size === 0) return undefined
        const facts = { exportedAt: new Date().toISOString(), foundOn }
        const text = JSON.stringify(profileFile(profile, reports, facts), null, 2)
        return { text, type: 'application/json', name: nameOf(profile, 'json', foundOn) }
      },
    },
    {
      label: 'exportAsHtml',
      make: async (foundOn) => {
        const profile = await now()
        if (profile === null) return undefined
        const content = (
          <main class="wide-main wide-report">
            <ProfileDocument profile={profile} foundOn={foundOn} />
          </main>
        )
        const text = await savedPage(content, profileTitle(profile, s), s)
        return { text, type: 'text/html', name: nameOf(profile, 'html', foundOn) }
      },
    },
    {
      label: 'exportAsCsv',
      make: async (foundOn) => {
        const profile = await now()
        if (profile === null) return undefined
        const text = csvText(profileTable(profile, s))
        return { text, type: 'text/csv', name: nameOf(profile, 'csv', foundOn) }
      },
    },
  ]
}

function nameOf(
  { judgedAt }: ProfileReport,
  ending: 'json' | 'html' | 'csv',
  foundOn = '',
): string {
  return fileName({ date: judgedAt, name: `profile ${foundOn}`, ending })
}

/** What a window, a bookmark and a printed file are called. */
export function profileTitle({ judgedAt }: ProfileReport, s: Sentences): string {
  return s.text('reportTitle', s.text('profileWhole'), { composed: s.date(judgedAt) })
}
