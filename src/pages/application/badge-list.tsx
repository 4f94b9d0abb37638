import { useState } from 'preact/hooks'
import type { PageProfile, PageState } from '../../platform/messages'
import { BadgeRow } from '../../ui/badge-row'
import { ProfileCard } from '../../ui/profile'
import { useWording } from '../../ui/wording-context'
import { pageSummary } from '../../ui/wording'
import { ask } from '../ask'
import { useOwnBadges } from '../own-badges'
import { groupOf, VerdictFilter, type Group } from './verdict-filter'
import { VerifyAll } from '../verify-all'
import './badge-list.css'

interface BadgeListProps {
  page: PageState
  /** Where there is one: at least two badges hold. */
  profile: PageProfile | undefined
  onOpen: (id: string) => void
  onOpenProfile: () => void
  onOpenHealth: () => void
}

export function BadgeList({ page, profile, onOpen, onOpenProfile, onOpenHealth }: BadgeListProps) {
  const { text, translate, locale } = useWording()
  const [wanted, setWanted] = useState<ReadonlySet<Group>>(new Set())
  const own = useOwnBadges(page)
  const { title, detail } = pageSummary(page.badges, translate, locale)
  const shown = page.badges.filter((badge) => wanted.size === 0 || wanted.has(groupOf(badge)))
  const locate = (id: string): void => {
    ask('locate', { tabId: page.tabId, id }).catch(() => undefined)
  }
  return (
    <>
      <div class="summary">
        <h1 tabIndex={-1}>{title}</h1>
        <p class="secondary">{detail}</p>
      </div>
      {/* What comes with the verdicts stands after the button: it must not move under a finger. */}
      <div class="list-bar">
        <VerifyAll page={page} />
        <VerdictFilter badges={page.badges} wanted={wanted} onChange={setWanted} />
      </div>
      {profile !== undefined && <ProfileCard summary={profile.summary} onOpen={onOpenProfile} />}
      {page.badges.some(({ state, verdict }) => state === 'done' && verdict !== 'none') && (
        <p class="list-health">
          <button type="button" class="link health-open" onClick={onOpenHealth}>
            {text('healthOpen')}
          </button>
        </p>
      )}
      {shown.length === 0 ? (
        <div class="list-nothing">
          <p>{text('stateFilterEmpty')}</p>
          <button
            type="button"
            class="button"
            onClick={() => {
              setWanted(new Set())
            }}
          >
            {text('showAllBadges')}
          </button>
        </div>
      ) : (
        <ul class="list" aria-label={text('listLabel')}>
          {shown.map((badge) => (
            <BadgeRow
              badge={badge}
              own={own[badge.id]}
              key={badge.id}
              onOpen={() => {
                onOpen(badge.id)
              }}
              onLocate={
                badge.kind === 'page' || badge.kind === 'file'
                  ? undefined
                  : () => {
                      locate(badge.id)
                    }
              }
            />
          ))}
        </ul>
      )}
    </>
  )
}
