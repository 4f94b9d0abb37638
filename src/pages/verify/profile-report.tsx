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
import { reportNow } from '../stored-report'
import { addressOfProfile, addressOfReport, useLastingAddress, useTitle } from './address'
import { Lasting } from './lasting'
import { Silent } from '../silent'

/** All badges of a tab together. Where the tab goes on, the page stays with whom it was opened for. */
export function TabProfile({ tabId }: { tabId: number | undefined }) {
  const { state, silent, again } = usePageState(tabId)
  const opened = useRef<ProfileReport | undefined>(undefined)
  const isAsked = state !== undefined && isWorthAsking(state)
  const asked = useAsked('profile-report', isAsked ? { tabId: state.tabId } : undefined, {
    ...{ version: state && versionOf(state), inTime: true },
  })
  const isLoading = state === undefined || (isAsked && asked.is === 'loading')
  if (silent) return <Silent onAgain={again} />
  if (isAsked && asked.is === 'silent') return <Silent onAgain={asked.again} />
  if (isLoading && tabId !== undefined) return <Loading />
  const profile = isAsked && asked.is === 'here' ? asked.answer : null
  if (profile && isStill(opened.current, profile)) opened.current = profile
  const shown = opened.current
  if (!shown) return <Notice title="stateNoProfile" text="stateNoProfileText" />
  if (state !== undefined && shown === profile)
    return <Profile profile={shown} now={() => profileNow(state.tabId, shown)} />
  if (shown.private) return <Notice title="stateBadgeGone" text="stateBadgeGoneText" />
  return <KeptProfile reportIds={reportIdsOf(shown)} />
}

/** The same from reports that are kept, whether or not a tab still shows the badges. */
export function KeptProfile({ reportIds }: { reportIds: string[] }) {
  // A list that was removed takes its green along, on a page that is open, too.
  const asked = useAsked(
    'kept-profile',
    { reportIds },
    { on: ['lists-changed', 'eu-lists-changed'], inTime: true },
  )
  if (asked.is === 'silent') return <Silent onAgain={asked.again} />
  if (asked.is === 'loading') return <Loading />
  if (asked.answer === null) return <Notice title="stateReportGone" text="stateReportGoneText" />
  const now = () => ask('kept-profile', { reportIds })
  return <Profile profile={asked.answer} now={now} reportIds={reportIds} />
}

/** Where the tab has gone on, of the same badges what is kept. */
async function profileNow(tabId: number, shown: ProfileReport): Promise<ProfileReport | null> {
  const now = await ask('profile-report', { tabId })
  if (now !== null && isStill(shown, now)) return now
  return shown.private ? null : await ask('kept-profile', { reportIds: reportIdsOf(shown) })
}

function isStill(before: ProfileReport | undefined, now: ProfileReport): boolean {
  return before === undefined || isOfOnePage(idsOf(before.entries), idsOf(now.entries))
}

function reportIdsOf({ entries }: ProfileReport): string[] {
  return entries.map(({ reportId }) => reportId)
}

interface ProfileProps {
  profile: ProfileReport
  /** The same, judged when it is called. */
  now: () => Promise<ProfileReport | null>
  /** Those that were asked for: what is no longer kept stays missing when the page is loaded again. */
  reportIds?: string[]
}

function Profile({ profile, now, reportIds: wanted }: ProfileProps) {
  const s = useWording()
  const { host, judgedAt, private: isPrivate = false } = profile
  const reportIds = wanted ?? reportIdsOf(profile)
  useTitle(profileTitle(profile, s))
  useLastingAddress(isPrivate ? undefined : addressOfProfile(reportIds))
  const wholeReport = async (reportId: string) => (await reportNow(reportId))?.report ?? null
  return (
    <>
      <ExportMenu files={profileFiles(now, wholeReport, s)} host={host} />
      <Lasting isPrivate={isPrivate} />
      <ProfileDocument profile={profile} {...(!isPrivate && { addressOf: addressOfReport })} />
      <div class="detail-foot">
        <span class="detail-checked">{s.text('profileJudged', s.moment(judgedAt))}</span>
      </div>
    </>
  )
}
