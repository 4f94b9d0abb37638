import { useState } from 'preact/hooks'
import { useWording } from '../wording-context'
import { allBadges, badgeList, type BadgeNames } from '../wording'

interface BadgeLineProps {
  name: string
  badges: readonly string[]
  names: BadgeNames
  /** What else there is to say of it. */
  note?: string
}

/** One thing, and the badges that say it: the first of them, or all. */
export function BadgeLine({ name, badges, names, note = '' }: BadgeLineProps) {
  const s = useWording()
  const [all, setAll] = useState(false)
  const [first, every] = [badgeList(badges, names, s).composed, allBadges(badges, names, s)]
  const isCut = first !== every
  return (
    <li>
      <bdi>{name}</bdi>
      {note !== '' && <span class="profile-note"> · {note}</span>}
      <span class="profile-badges">
        {all ? every : first}{' '}
        {isCut && !all && (
          <button
            type="button"
            class="link"
            onClick={() => {
              setAll(true)
            }}
          >
            {s.text('showAll')}
          </button>
        )}
      </span>
    </li>
  )
}
