import { useWording } from '../wording-context'
import { badgeList, type BadgeNames } from '../wording'

interface BadgeLineProps {
  name: string
  badges: readonly string[]
  names: BadgeNames
  /** What else there is to say of it. */
  note?: string
}

/** One thing, and the badges that say it. */
export function BadgeLine({ name, badges, names, note = '' }: BadgeLineProps) {
  const s = useWording()
  return (
    <li>
      <bdi>{name}</bdi>
      {note !== '' && <span class="profile-note"> · {note}</span>}
      <span class="profile-badges">{badgeList(badges, names, s).composed}</span>
    </li>
  )
}
