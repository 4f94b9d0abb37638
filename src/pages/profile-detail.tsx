import type { ComponentChildren } from 'preact'
import type { PageProfile } from '../platform/messages'
import { ProfileView } from '../ui/profile'
import { SaveJson } from '../ui/save-json'
import { useWording } from '../ui/wording-context'
import './badge-detail.css'

interface ProfileDetailProps {
  profile: PageProfile
  /** What else can be done with it. */
  links: ComponentChildren
}

/** The profile of a page, and the ways to keep it. */
export function ProfileDetail({ profile, links }: ProfileDetailProps) {
  const { text, moment } = useWording()
  return (
    <>
      <ProfileView summary={profile.summary} />
      <div class="detail-foot">
        {links}
        <SaveJson value={profile} name={fileName(profile)} />
        <span class="detail-checked">{text('profileJudged', moment(profile.judgedAt))}</span>
      </div>
    </>
  )
}

/** A host has no character that a file name may not have. */
function fileName({ host, judgedAt }: PageProfile): string {
  return `touchstone-profile-${judgedAt.slice(0, 10)}-${host}.json`
}
