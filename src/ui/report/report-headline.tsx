import type { VerificationReport } from '../../verifier/report'
import { BadgeFace } from '../badge-face'
import { VerdictShape } from '../verdict-shape'
import { useWording } from '../wording-context'
import {
  displayText,
  headlineParts,
  issuerLine,
  nameInReport,
  textFor,
  type Sentences,
} from '../wording'
import { TwoPictures } from './two-pictures'
import './report-headline.css'

interface ReportHeadlineProps {
  report: VerificationReport
  thumbnail?: string | undefined
}

/** The sentence that answers the question, and below it which badge it is about. */
export function ReportHeadline({ report, thumbnail }: ReportHeadlineProps) {
  const s = useWording()
  const { lead, rest } = headlineParts(report, s.translate, s.locale)
  const issuers = report.artwork?.thumbnail
  return (
    <div class="report-headline" data-verdict={report.verdict}>
      <VerdictShape look={report.verdict} large />
      <h1 tabIndex={-1}>
        {lead}
        {rest !== undefined && (
          <>
            {' '}
            <span class="report-headline-rest">{rest}</span>
          </>
        )}
      </h1>
      {issuers !== undefined && <TwoPictures shown={thumbnail} issuers={issuers} />}
      <BadgeFace
        name={nameOf(report, s)}
        lines={linesOf(report, s)}
        thumbnail={thumbnail}
        withoutPicture={issuers !== undefined}
      />
    </div>
  )
}

function nameOf(report: VerificationReport, { locale }: Sentences): string {
  const name = nameInReport(report)
  return name === undefined ? '' : displayText(textFor(name, locale).text)
}

/** Who issued it and when, where the headline does not say it already. */
function linesOf(report: VerificationReport, s: Sentences): string[] {
  const { credential, verdict } = report
  if (credential === undefined) return []
  const named = verdict === 'trusted' || verdict === 'authentic'
  const issuer = named ? '' : issuerLine(report, s.translate, s.locale)
  const issued = credential.issuedOn ?? credential.validFrom
  const dates = [
    issued === undefined ? '' : s.text('detailIssued', s.date(issued)),
    credential.validUntil === undefined ? '' : s.text('detailUntil', s.date(credential.validUntil)),
  ]
  return [issuer, dates.filter((part) => part !== '').join(' · ')].filter((line) => line !== '')
}
