import type { StoredReport } from '../../platform/messages'
import { ReportView } from '../report'
import { PaperHead } from '../report/paper-head'
import type { Sentences } from '../wording'
import type { FileMaker } from './export-menu'
import { jsonFile, nameOf, reportFileName } from './json-file'
import { pngPicture } from './png-picture'
import { savedPage } from './saved-page'

/**
 * The files that can be made of one report.
 *
 * @param now the report, judged when the file is made: its page may have been open for long; null where it is no
 *   longer kept
 * @param picture for a report whose badge no tab shows any more
 */
export function badgeFiles(
  now: () => Promise<StoredReport | null>,
  picture: string | undefined,
  s: Sentences,
): FileMaker[] {
  return [
    {
      label: 'exportAsJson',
      make: async (foundOn) => {
        const stored = await now()
        if (stored === null) return undefined
        return jsonFile(stored.report, { exportedAt: new Date().toISOString(), foundOn }, s)
      },
    },
    {
      label: 'exportAsHtml',
      make: async (foundOn) => {
        const stored = await now()
        if (stored === null) return undefined
        const { report, thumbnail = picture } = stored
        const [shown, issuers] = await Promise.all([
          pngPicture(thumbnail),
          pngPicture(report.artwork?.thumbnail),
        ])
        const content = (
          <main class="wide-main wide-report">
            <PaperHead kind="reportKind" lines={paperLines(report.checkedAt, foundOn, s)} />
            <ReportView report={withArtwork(report, issuers)} thumbnail={shown} compare={nobody} />
          </main>
        )
        const text = await savedPage(content, reportTitle(report, s), s)
        return { text, type: 'text/html', name: reportFileName(report, 'html', s) }
      },
    },
  ]
}

type Report = StoredReport['report']

/** What a window, a bookmark and a printed file are called. */
export function reportTitle(report: Report, s: Sentences): string {
  const name = nameOf(report, s) || s.text('badgeUnnamed')
  return s.text('reportTitle', name, { composed: s.date(report.checkedAt) })
}

export function paperLines(
  checkedAt: string,
  foundOn: string | undefined,
  { text, moment }: Sentences,
): string[] {
  const checked = `${text('checkedAt', { composed: moment(checkedAt) })}.`
  return foundOn === undefined ? [checked] : [checked, text('reportFoundOn', foundOn)]
}

function withArtwork({ artwork, ...report }: Report, thumbnail: string | undefined): Report {
  return artwork === undefined || thumbnail === undefined
    ? report
    : { ...report, artwork: { ...artwork, thumbnail } }
}

/** A file compares nothing. */
const nobody = (): Promise<null> => Promise.resolve(null)
