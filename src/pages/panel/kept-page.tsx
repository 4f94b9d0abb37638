import { useState } from 'preact/hooks'
import type { BadgeSummary, StoredReport } from '../../platform/messages'
import { BadgeRow } from '../../ui/badge-row'
import { ExportButton } from '../../ui/report'
import { useWording } from '../../ui/wording-context'
import { pageSummary } from '../../ui/wording'
import { StoredReportDetail } from '../badge-detail'
import { Opened } from '../opened'
import { reportNow } from '../stored-report'
import type { LastPage } from './last-page'

interface KeptPageProps {
  last: LastPage
  onBack: () => void
}

/**
 * The results of a page that is no longer in front, as they were. What is opened is judged for now; what
 * had no result has none to show.
 */
export function KeptPage({ last, onBack }: KeptPageProps) {
  const [opened, setOpened] = useState<BadgeSummary>()
  if (opened === undefined)
    return (
      <Opened id="" state="" back="panelBack" onBack={onBack}>
        <KeptList last={last} onOpen={setOpened} />
      </Opened>
    )
  return (
    <Opened
      id={opened.id}
      state=""
      back="backToList"
      onBack={() => {
        setOpened(undefined)
      }}
    >
      <StoredReportDetail reportId={opened.reportId} links={links} />
    </Opened>
  )
}

const links = ({ id }: StoredReport) => <ExportButton now={() => reportNow(id)} />

function KeptList({ last, onOpen }: { last: LastPage; onOpen: (badge: BadgeSummary) => void }) {
  const s = useWording()
  const { badges, host } = last.page
  const { title, detail } = pageSummary(badges, s.translate, s.locale)
  return (
    <>
      <div class="kept-head">
        <h1 tabIndex={-1}>{title}</h1>
        <p class="secondary">{detail}</p>
        <p class="small secondary">{s.text('panelAsOf', host, s.moment(last.seenAt))}</p>
      </div>
      <ul class="list" aria-label={s.text('listLabel')}>
        {badges
          .filter(({ reportId }) => reportId !== undefined)
          .map((badge) => (
            <BadgeRow
              badge={badge}
              key={badge.id}
              onOpen={() => {
                onOpen(badge)
              }}
            />
          ))}
      </ul>
    </>
  )
}
