import type { VerificationReport } from '../../verifier/report'
import { Thumbnail } from '../thumbnail'
import { VerdictShape } from '../verdict-shape'
import { useWording } from '../wording-context'
import { headlineParts, issuerLine } from '../wording'
import './report-headline.css'

interface ReportHeadlineProps {
  report: VerificationReport
  thumbnail?: string | undefined
}

/** The sentence that answers the question, beside its shape and the image as found. */
export function ReportHeadline({ report, thumbnail }: ReportHeadlineProps) {
  const { translate, locale } = useWording()
  const { lead, rest } = headlineParts(report, translate, locale)
  return (
    <div class="report-headline">
      <VerdictShape look={report.verdict} large />
      <div>
        <h1 tabIndex={-1}>
          {lead}
          {rest !== undefined && (
            <>
              {' '}
              <span class="report-headline-rest">{rest}</span>
            </>
          )}
        </h1>
        <Dates report={report} />
      </div>
      {thumbnail !== undefined && <Thumbnail src={thumbnail} large />}
    </div>
  )
}

/** Who issued it and since when, where the headline does not say it already. */
function Dates({ report }: { report: VerificationReport }) {
  const { text, date, translate, locale } = useWording()
  const { credential, verdict } = report
  if (credential === undefined) return null
  const issued = credential.issuedOn ?? credential.validFrom
  const named = verdict === 'trusted' || verdict === 'authentic'
  const issuer = named ? '' : issuerLine(report, translate, locale)
  return (
    <p class="report-headline-facts">
      {issuer !== '' && <span>{issuer}</span>}
      {issued !== undefined && <span>{text('detailIssued', date(issued))}</span>}
      {credential.validUntil !== undefined && (
        <span>{text('detailUntil', date(credential.validUntil))}</span>
      )}
    </p>
  )
}
