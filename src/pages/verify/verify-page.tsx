import { Logo } from '../../ui/logo'
import { StillInPrint } from '../../ui/still'
import type { Subject } from './address'
import { KeptBadge, TabBadge } from './badge-report'
import { KeptProfile, TabProfile } from './profile-report'
import './print.css'
import './verify.css'

/** The report on a page of its own: to read, to print, to save, and to open again. */
export function VerifyPage({ subject }: { subject: Subject }) {
  return (
    <StillInPrint>
      <header class="wide-header">
        <Logo />
        <b>Touchstone</b>
      </header>
      <main class="wide-main wide-report">
        <Shown subject={subject} />
      </main>
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
