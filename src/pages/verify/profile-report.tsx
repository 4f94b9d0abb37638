import { useEffect, useState } from 'preact/hooks'
import type { PageState, ProfileReport } from '../../platform/messages'
import { ExportMenu } from '../../ui/export/export-menu'
import { profileFiles, profileTitle } from '../../ui/export/profile-files'
import { ProfileDocument } from '../../ui/profile'
import { useWording } from '../../ui/wording-context'
import { ask } from '../ask'
import { Notice } from '../notice'
import { isWorthAsking, versionOf } from '../page-profile'
import { usePageState } from '../page-state'
import { addressOfProfile, addressOfReport, useLastingAddress, useTitle } from './address'
import { Lasting } from './lasting'
import { Silent } from './silent'

/** `undefined` while it is loading. */
type Loaded = ProfileReport | null | 'silent' | undefined

/** All badges of a tab together. */
export function TabProfile({ tabId }: { tabId: number | undefined }) {
  const { state, silent, reload } = usePageState(tabId)
  const profile = useProfile(state && versionOf(state), () => profileOf(state))
  if (silent || profile === 'silent') return <Silent onAgain={reload} />
  if (profile === undefined && tabId !== undefined) return <Loading />
  if (!profile) return <Notice title="stateNoProfile" text="stateNoProfileText" />
  return <Profile profile={profile} />
}

/** The same from reports that are kept, whether or not a tab still shows the badges. */
export function KeptProfile({ reportIds }: { reportIds: string[] }) {
  const [tries, setTries] = useState(0)
  const profile = useProfile(`${tries} ${reportIds.join()}`, () =>
    ask('kept-profile', { reportIds }),
  )
  if (profile === 'silent')
    return (
      <Silent
        onAgain={() => {
          setTries((count) => count + 1)
        }}
      />
    )
  if (profile === undefined) return <Loading />
  if (profile === null) return <Notice title="stateReportGone" text="stateReportGoneText" />
  return <Profile profile={profile} />
}

function profileOf(state: PageState | undefined): Promise<ProfileReport | null> {
  if (state === undefined || !isWorthAsking(state)) return Promise.resolve(null)
  return ask('profile-report', { tabId: state.tabId })
}

/** Asks again when `version` changes; until the next answer the last one stays. */
function useProfile(
  version: string | undefined,
  load: () => Promise<ProfileReport | null>,
): Loaded {
  const [profile, setProfile] = useState<Loaded>()
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
  }, [version])
  return profile
}

function Loading() {
  const { text } = useWording()
  return <p class="detail-loading">{text('stateLoading')}</p>
}

function Profile({ profile }: { profile: ProfileReport }) {
  const s = useWording()
  const { entries, host, judgedAt, private: isPrivate = false } = profile
  const reportIds = entries.map(({ reportId }) => reportId)
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
