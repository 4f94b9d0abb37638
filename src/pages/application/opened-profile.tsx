import type { PageProfile } from '../../platform/messages'
import { REPORT_PAGE } from '../../platform/own-pages'
import { useWording } from '../../ui/wording-context'
import { Opened } from '../opened'
import { ProfileDetail } from '../profile-detail'
import { openPage } from '../tab'

interface OpenedProfileProps {
  tabId: number
  profile: PageProfile
  onBack: () => void
}

/** All badges of the page together, in the place of the list. */
export function OpenedProfile({ tabId, profile, onBack }: OpenedProfileProps) {
  const { text } = useWording()
  return (
    <Opened id="profile" state="" back="backToList" onBack={onBack}>
      <ProfileDetail
        profile={profile}
        links={
          <button
            type="button"
            class="link"
            onClick={() => {
              openPage(`${REPORT_PAGE}?tab=${tabId}&show=profile`)
            }}
          >
            {text('fullReport')}
          </button>
        }
      />
    </Opened>
  )
}
