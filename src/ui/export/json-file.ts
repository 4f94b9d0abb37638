import type { VerificationReport } from '../../verifier/report'
import { displayText, nameInReport, textFor, type Sentences } from '../wording'
import type { MadeFile } from './export-menu'
import { fileName } from './file-name'
import { reportFile, type ExportFacts } from './report-file'

/** The report as a file that another person can check again. */
export function jsonFile(
  report: VerificationReport,
  facts: ExportFacts,
  s: Pick<Sentences, 'locale'>,
): MadeFile {
  return {
    text: JSON.stringify(reportFile(report, facts), null, 2),
    type: 'application/json',
    name: reportFileName(report, 'json', s),
  }
}

export function reportFileName(
  report: VerificationReport,
  ending: 'json' | 'html',
  s: Pick<Sentences, 'locale'>,
): string {
  const { source, checkedAt } = report
  return fileName({
    date: checkedAt,
    name: nameOf(report, s),
    id: source.sha256.slice(0, 8),
    ending,
  })
}

/** '' where it has none. */
export function nameOf(report: VerificationReport, { locale }: Pick<Sentences, 'locale'>): string {
  return displayText(textFor(nameInReport(report) ?? '', locale).text)
}
