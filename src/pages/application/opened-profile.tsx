import { useRef } from 'preact/hooks'
import type { PageProfile } from '../../platform/messages'
import { Icon } from '../../ui/icon'
import { useWording } from '../../ui/wording-context'
import { ProfileDetail } from '../profile-detail'
import { openPage } from '../tab'
import { useHeadingFocus } from '../heading-focus'

interface OpenedProfileProps {
  tabId: number
  profile: PageProfile
  onBack: () => void
}

/** All badges of the page together, in the place of the list. */
export function OpenedProfile({ tabId, profile, onBack }: OpenedProfileProps) {
  const { text } = useWording()
  const root = useRef<HTMLElement>(null)
  useHeadingFocus(root, 'profile', '')
  return (
    <article ref={root}>
      <nav class="app-nav">
        <button type="button" class="link app-back" onClick={onBack}>
          <Icon name="back" />
          {text('backToList')}
        </button>
      </nav>
      <ProfileDetail
        profile={profile}
        links={
          <button
            type="button"
            class="link"
            onClick={() => {
              openPage(`src/pages/verify/index.html?tab=${tabId}&show=profile`)
            }}
          >
            {text('fullReport')}
          </button>
        }
      />
    </article>
  )
}
