import { useEffect, useRef, useState } from 'preact/hooks'
import type { PageState, ProfileReport } from '../../platform/messages'
import { ExportMenu } from '../../ui/export/export-menu'
import { profileFiles, profileTitle } from '../../ui/export/profile-files'
import { ProfileDocument } from '../../ui/profile'
import { useWording } from '../../ui/wording-context'
import { ask } from '../ask'
import { useChanges } from '../changes'
import { Loading } from '../loading'
import { Notice } from '../notice'
import { idsOf, isOfOnePage } from '../of-one-page'
import { isWorthAsking, versionOf } from '../page-profile'
import { usePageState } from '../page-state'
import { addressOfProfile, addressOfReport, useLastingAddress, useTitle } from './address'
import { Lasting } from './lasting'
import { Silent } from '../silent'

/** `undefined` while it is loading. */
type Loaded = ProfileReport | null | 'silent' | undefined

/** All badges of a tab together. Where the tab goes on, the page stays with whom it was opened for. */
export function TabProfile({ tabId }: { tabId: number | undefined }) {
  const { state, silent, again } = usePageState(tabId)
  const opened = useRef<ProfileReport | undefined>(undefined)
  const [profile, loadAgain] = useProfile(state && versionOf(state), () => profileOf(state))
  if (silent) return <Silent onAgain={again} />
  if (profile === 'silent') return <Silent onAgain={loadAgain} />
  if (profile === undefined && tabId !== undefined) return <Loading />
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
  const changes = useChanges('lists-changed', 'eu-lists-changed')
  const [profile, again] = useProfile(`${changes} ${reportIds.join()}`, () =>
    ask('kept-profile', { reportIds }),
  )
  if (profile === 'silent') return <Silent onAgain={again} />
  if (profile === undefined) return <Loading />
  if (profile === null) return <Notice title="stateReportGone" text="stateReportGoneText" />
  return <Profile profile={profile} reportIds={reportIds} />
}

function isStill(before: ProfileReport | undefined, now: ProfileReport): boolean {
  return before === undefined || isOfOnePage(idsOf(before.entries), idsOf(now.entries))
}

function profileOf(state: PageState | undefined): Promise<ProfileReport | null> {
  if (state === undefined || !isWorthAsking(state)) return Promise.resolve(null)
  return ask('profile-report', { tabId: state.tabId })
}

/** Asks again when `version` changes; until the next answer the last one stays. */
function useProfile(
  version: string | undefined,
  load: () => Promise<ProfileReport | null>,
): [profile: Loaded, again: () => void] {
  const [profile, setProfile] = useState<Loaded>()
  const [tries, setTries] = useState(0)
  useEffect(() => {
    if (version === undefined) return
    let wanted = true
    const set = (answer: Loaded): void => {
      if (wanted) setProfile(answer)
    }
    load().then(set, () => {
      set('silent')
    })
    return () => {
      wanted = false
    }
  }, [version, tries])
  const again = (): void => {
    setProfile(undefined)
    setTries((count) => count + 1)
  }
  return [profile, again]
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
      <ProfileDocument profile={profile} addressOf={addressOfReport} />
      <div class="detail-foot">
        <span class="detail-checked">{s.text('profileJudged', s.moment(judgedAt))}</span>
      </div>
    </>
  )
}
