import { useRef, useState } from 'preact/hooks'
import type { OwnFinding } from '../../platform/own-identity-shapes'
import type { VerificationReport } from '../../verifier/report'
import { useWording } from '../wording-context'
import { Alignments } from './alignments'
import { Elements } from './elements'
import { EvidenceAndCriteria } from './evidence-and-criteria'
import { ForExperts } from './for-experts'
import { Inside } from './inside'
import { IssuerSays } from './issuer-says'
import { LevelAndEffort } from './level-and-effort'
import { ReportHeadline } from './report-headline'
import { SealSection } from './seal-section'
import { Section } from './section'
import { WhatItSays } from './what-it-says'
import { WhatWeChecked } from './what-we-checked'
import { WhereWeLooked } from './where-we-looked'
import { WhoseIsIt, type Compare } from './whose-is-it'
import { WhatYouCanDo } from './what-you-can-do'
import './report-view.css'

interface ReportViewProps {
  report: VerificationReport
  thumbnail?: string | undefined
  /** Whose it is, by the user's own identities. */
  own?: OwnFinding | undefined
  compare: Compare
  /** On a page of its own: what another person needs to repeat it is in sight. */
  isWhole?: boolean
}

interface Compared {
  /** What it was made from. */
  of: VerificationReport
  report: VerificationReport
}

/** What a person reads about one badge: the answer first, then the evidence in reading order. */
export function ReportView({
  report: kept,
  thumbnail,
  own,
  compare,
  isWhole = false,
}: ReportViewProps) {
  const { text } = useWording()
  const [compared, setCompared] = useState<Compared>()
  const holderField = useRef<HTMLInputElement>(null)
  // Judged by the lists and the day of the report that it was made from: another report has its own answer.
  const report = compared?.of === kept ? compared.report : kept
  const { credential } = report
  if (report.verdict === 'none')
    return (
      <>
        <ReportHeadline report={report} thumbnail={thumbnail} />
        <WhereWeLooked trail={report.trail} />
        <WhatYouCanDo report={report} />
      </>
    )
  return (
    <>
      <ReportHeadline report={report} thumbnail={thumbnail} />
      <div class="report-columns">
        <div class="report-findings">
          <WhereWeLooked trail={report.trail} />
          <Section title={text('sectionChecked')}>
            <WhatWeChecked
              checks={report.checks}
              onAskHolder={() => {
                holderField.current?.focus()
              }}
            />
          </Section>
          <SealSection seal={report.seal} />
          <Inside parts={report.parts} />
        </div>
        <div class="report-claims">
          {credential !== undefined && (
            <WhatItSays credential={credential} authenticity={report.authenticity} />
          )}
          <LevelAndEffort levels={report.levels} workload={report.workload} />
          <Alignments report={report} />
          <Elements tables={report.descriptors} />
          {credential !== undefined && <IssuerSays credential={credential} />}
          {/* Of what does not hold it says nothing whose name it bears. */}
          {isSomebodys(report) && (
            <WhoseIsIt
              report={report}
              own={own}
              compare={compare}
              onCompared={(answer) => {
                setCompared({ of: kept, report: answer })
              }}
              field={holderField}
            />
          )}
          {credential !== undefined && <EvidenceAndCriteria credential={credential} />}
        </div>
      </div>
      <ForExperts report={report} startsOpen={isWhole} />
    </>
  )
}

/** A presentation is whose its credentials are; an endorsement is about a thing. */
function isSomebodys({ kind, credential, authenticity }: VerificationReport): boolean {
  if (authenticity !== 'holds' || kind === 'endorsement') return false
  return credential !== undefined || kind === 'presentation'
}
