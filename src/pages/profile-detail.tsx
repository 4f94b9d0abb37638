import type { ComponentChildren } from 'preact'
import type { PageProfile } from '../platform/messages'
import { ProfileView } from '../ui/profile'
import { useWording } from '../ui/wording-context'
import './badge-detail.css'

interface ProfileDetailProps {
  profile: PageProfile
  /** What else can be done with it. */
  links: ComponentChildren
}

/** The profile of a page. */
export function ProfileDetail({ profile, links }: ProfileDetailProps) {
  const { text, moment } = useWording()
  return (
    <>
      <ProfileView summary={profile.summary} />
      <div class="detail-foot">
        {links}
        <span class="detail-checked">{text('profileJudged', moment(profile.judgedAt))}</span>
      </div>
    </>
  )
}
