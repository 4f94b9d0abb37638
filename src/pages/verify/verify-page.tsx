import { StillInPrint } from '../../ui/still'
import { WidePage } from '../wide-page'
import type { Subject } from './address'
import { KeptBadge, TabBadge } from './badge-report'
import { KeptProfile, TabProfile } from './profile-report'
import './print.css'

/** The report on a page of its own: to read, to print, to save, and to open again. */
export function VerifyPage({ subject }: { subject: Subject }) {
  return (
    <StillInPrint>
      <WidePage isReport>
        <Shown subject={subject} />
      </WidePage>
    </StillInPrint>
  )
}

function Shown({ subject }: { subject: Subject }) {
  switch (subject.is) {
    case 'report':
      return <KeptBadge reportId={subject.reportId} />
    case 'badge':
      return <TabBadge {...subject} />
    case 'profile':
      return <TabProfile tabId={subject.tabId} />
    case 'kept-profile':
      return <KeptProfile reportIds={subject.reportIds} />
  }
}
