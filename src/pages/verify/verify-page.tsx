import type { StoredReport } from '../../platform/messages'
import { Logo } from '../../ui/logo'
import { ExportButton } from '../../ui/report'
import { useWording } from '../../ui/wording-context'
import { BadgeDetail, StoredReportDetail } from '../badge-detail'
import { Notice } from '../notice'
import { usePageProfile } from '../page-profile'
import { usePageState } from '../page-state'
import { ProfileDetail } from '../profile-detail'
import './verify.css'

interface VerifyPageProps {
  /** All badges of a tab together, instead of one … */
  isProfile: boolean
  /** … or a badge of a tab, whatever state it is in … */
  tabId: number | undefined
  badgeId: string | undefined
  /** … or a report that is kept. */
  reportId: string | undefined
}

/** The detail on a page of its own: for printing, and where a popup cannot be opened. */
export function VerifyPage({ isProfile, tabId, badgeId, reportId }: VerifyPageProps) {
  return (
    <>
      <header class="wide-header">
        <Logo />
        <b>Touchstone</b>
      </header>
      <main class="wide-main">
        {isProfile ? (
          <TabProfile tabId={tabId} />
        ) : reportId !== undefined ? (
          <StoredReportDetail reportId={reportId} links={links} />
        ) : (
          <TabBadge tabId={tabId} badgeId={badgeId} />
        )}
      </main>
    </>
  )
}

const links = ({ report }: StoredReport) => (
  <>
    <ExportButton report={report} />
    <PrintButton />
  </>
)

function TabProfile({ tabId }: { tabId: number | undefined }) {
  const { text } = useWording()
  const { state, silent, reload } = usePageState(tabId)
  const profile = usePageProfile(state)
  if (silent) return <Silent onAgain={reload} />
  if (profile === undefined && tabId !== undefined)
    return <p class="detail-loading">{text('stateLoading')}</p>
  if (!profile) return <Notice title="stateNoProfile" text="stateNoProfileText" />
  return <ProfileDetail profile={profile} links={<PrintButton />} />
}

function Silent({ onAgain }: { onAgain: () => void }) {
  const { text } = useWording()
  return (
    <Notice title="stateNoAnswer" text="stateNoAnswerText" alert>
      <button type="button" class="button" onClick={onAgain}>
        {text('tryAgain')}
      </button>
    </Notice>
  )
}

function TabBadge({ tabId, badgeId }: { tabId: number | undefined; badgeId: string | undefined }) {
  const { text } = useWording()
  const { state, silent, reload } = usePageState(tabId)
  if (silent) return <Silent onAgain={reload} />
  if (state === undefined && tabId !== undefined)
    return <p class="detail-loading">{text('stateLoading')}</p>
  const wanted = badgeId ?? state?.focus
  const badge = state?.badges.find(({ id }) => id === wanted)
  if (state === undefined || badge === undefined)
    return <Notice title="stateBadgeGone" text="stateBadgeGoneText" />
  return (
    <>
      <BadgeDetail page={state} badge={badge} links={links} />
      {state.private && <p class="wide-private">{text('statePrivate')}</p>}
    </>
  )
}

function PrintButton() {
  const { text } = useWording()
  return (
    <button
      type="button"
      class="link"
      onClick={() => {
        print()
      }}
    >
      {text('print')}
    </button>
  )
}
