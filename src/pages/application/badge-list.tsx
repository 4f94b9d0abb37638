import { useState } from 'preact/hooks'
import type { BadgeSummary, PageProfile, PageState } from '../../platform/messages'
import { BadgeRow } from '../../ui/badge-row'
import { ProfileCard } from '../../ui/profile'
import { useWording } from '../../ui/wording-context'
import { pageSummary } from '../../ui/wording'
import { ask } from '../ask'
import { useOwnBadges } from '../own-badges'
import { isFoundBy, isWorthSearching } from './found-by'
import { ListSearch } from './list-search'
import { NothingFound } from './nothing-found'
import { countsOf, groupOf, VerdictFilter, type Group } from './verdict-filter'
import { VerifyAll } from '../verify-all'
import './badge-list.css'

interface BadgeListProps {
  page: PageState
  /** Where there is one: at least two badges hold. */
  profile: PageProfile | undefined
  /** Only the rows that are in sight: the rest follows at once. */
  brief?: boolean
  onOpen: (id: string) => void
  onOpenProfile: () => void
  onOpenHealth: () => void
}

/** As many rows as the window has room for; it may still be measured, so that ten are always drawn. */
function inSight(): number {
  return Math.max(10, Math.ceil(innerHeight / LOWEST_ROW))
}

/** Pixels. */
const LOWEST_ROW = 60

export function BadgeList({ page, profile, brief = false, ...on }: BadgeListProps) {
  const { onOpen, onOpenProfile, onOpenHealth } = on
  const s = useWording()
  const { text, translate, locale } = s
  const [wanted, setWanted] = useState<ReadonlySet<Group>>(new Set())
  const [typed, setTyped] = useState('')
  const own = useOwnBadges(page)
  const { title, detail } = pageSummary(page.badges, translate, locale)
  const isWanted = (badge: BadgeSummary): boolean =>
    (wanted.size === 0 || wanted.has(groupOf(badge))) && isFoundBy(badge, typed, s)
  const shown = page.badges.filter(isWanted)
  const drawn = brief ? shown.slice(0, inSight()) : shown
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
        <VerifyAll page={page} quiet />
        <VerdictFilter counts={countsOf(page.badges)} wanted={wanted} onChange={setWanted} />
      </div>
      {profile !== undefined && <ProfileCard summary={profile.summary} onOpen={onOpenProfile} />}
      <div class="list-tools">
        {(isWorthSearching(page.badges) || typed !== '') && (
          <ListSearch label="searchLabel" typed={typed} found={shown.length} onType={setTyped} />
        )}
        {page.badges.some(({ state, verdict }) => state === 'done' && verdict !== 'none') && (
          <button type="button" class="link health-open" onClick={onOpenHealth}>
            {text('healthOpen')}
          </button>
        )}
      </div>
      {shown.length === 0 ? (
        <NothingFound
          onShowAll={() => {
            setWanted(new Set())
            setTyped('')
          }}
        />
      ) : (
        <ul class="list" aria-label={text('listLabel')} aria-busy={drawn.length < shown.length}>
          {drawn.map((badge) => (
            <BadgeRow
              badge={badge}
              own={own[badge.id]}
              key={badge.id}
              onOpen={() => {
                onOpen(badge.id)
              }}
              onLocate={
                badge.kind === 'page' || badge.kind === 'file' || badge.isPage
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
