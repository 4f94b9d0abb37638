import { useRef } from 'preact/hooks'
import type { ProfileReport } from '../../platform/messages'
import { ExportMenu } from '../../ui/export/export-menu'
import { profileFiles, profileTitle } from '../../ui/export/profile-files'
import { ProfileDocument } from '../../ui/profile'
import { useWording } from '../../ui/wording-context'
import { ask } from '../ask'
import { useAsked } from '../asked'
import { Loading } from '../loading'
import { Notice } from '../notice'
import { idsOf, isOfOnePage } from '../of-one-page'
import { isWorthAsking, versionOf } from '../page-profile'
import { usePageState } from '../page-state'
import { addressOfProfile, addressOfReport, useLastingAddress, useTitle } from './address'
import { Lasting } from './lasting'
import { Silent } from '../silent'

/** All badges of a tab together. Where the tab goes on, the page stays with whom it was opened for. */
export function TabProfile({ tabId }: { tabId: number | undefined }) {
  const { state, silent, again } = usePageState(tabId)
  const opened = useRef<ProfileReport | undefined>(undefined)
  const isAsked = state !== undefined && isWorthAsking(state)
  const asked = useAsked('profile-report', isAsked ? { tabId: state.tabId } : undefined, {
    version: state && versionOf(state),
  })
  const isLoading = state === undefined || (isAsked && asked.is === 'loading')
  if (silent) return <Silent onAgain={again} />
  if (isAsked && asked.is === 'silent') return <Silent onAgain={asked.again} />
  if (isLoading && tabId !== undefined) return <Loading />
  const profile = isAsked && asked.is === 'here' ? asked.answer : null
  if (profile && isStill(opened.current, profile)) opened.current = profile
  const shown = opened.current
  if (!shown) return <Notice title="stateNoProfile" text="stateNoProfileText" />
  if (shown === profile) return <Profile profile={shown} />
  if (shown.private) return <Notice title="stateBadgeGone" text="stateBadgeGoneText" />
  return <KeptProfile reportIds={shown.entries.map(({ reportId }) => reportId)} />
}

/** The same from reports that are kept, whether or not a tab still shows the badges. */
export function KeptProfile({ reportIds }: { reportIds: string[] }) {
  // A list that was removed takes its green along, on a page that is open, too.
  const asked = useAsked(
    'kept-profile',
    { reportIds },
    { on: ['lists-changed', 'eu-lists-changed'] },
  )
  if (asked.is === 'silent') return <Silent onAgain={asked.again} />
  if (asked.is === 'loading') return <Loading />
  if (asked.answer === null) return <Notice title="stateReportGone" text="stateReportGoneText" />
  return <Profile profile={asked.answer} reportIds={reportIds} />
}

function isStill(before: ProfileReport | undefined, now: ProfileReport): boolean {
  return before === undefined || isOfOnePage(idsOf(before.entries), idsOf(now.entries))
}

interface ProfileProps {
  profile: ProfileReport
  /** Those that were asked for: what is no longer kept stays missing when the page is loaded again. */
  reportIds?: string[]
}

function Profile({ profile, reportIds: wanted }: ProfileProps) {
  const s = useWording()
  const { entries, host, judgedAt, private: isPrivate = false } = profile
  const reportIds = wanted ?? entries.map(({ reportId }) => reportId)
  useTitle(profileTitle(profile, s))
  useLastingAddress(isPrivate ? undefined : addressOfProfile(reportIds))
  const wholeReport = async (reportId: string) =>
    (await ask('report', { reportId }))?.report ?? null
  return (
    <>
      <ExportMenu files={profileFiles(profile, s, wholeReport)} host={host} />
      <Lasting isPrivate={isPrivate} />
      <ProfileDocument profile={profile} {...(!isPrivate && { addressOf: addressOfReport })} />
      <div class="detail-foot">
        <span class="detail-checked">{s.text('profileJudged', s.moment(judgedAt))}</span>
      </div>
    </>
  )
}
