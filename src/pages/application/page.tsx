import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { PageState } from '../../platform/messages'
import { useWording } from '../../ui/wording-context'
import { ask } from '../ask'
import { Notice } from '../notice'
import { usePageProfile } from '../page-profile'
import { AccessNote } from './access-note'
import { BadgeList } from './badge-list'
import { OpenedBadge } from './opened-badge'
import { OpenedHealth } from './opened-health'
import { OpenedProfile } from './opened-profile'

/** What is shown in the place of the list when one of these is open: no badge has such an id. */
const PROFILE = 'profile'
const HEALTH = 'health'

interface PageProps {
  page: PageState
  opened: string | undefined
  onOpen: (id: string | undefined) => void
  seesFocus?: boolean
  inPanel?: boolean
}

/** The list of a page, or what was opened of it. */
export function Page({ page, opened, onOpen, seesFocus = false, inPanel = false }: PageProps) {
  const profile = usePageProfile(page)
  const isFirst = useIsFirstFrame()
  const returning = useRef<string | undefined>(undefined)
  useFocus(page, onOpen, seesFocus)

  const badge = page.badges.find(({ id }) => id === opened)
  const close = (): void => {
    returning.current = opened
    onOpen(undefined)
  }
  const isProfile = opened === PROFILE && !!profile
  // What was open of an earlier page of this tab must not hide that this one has nothing.
  const isHealth = opened === HEALTH && page.badges.length > 0
  useReturnToRow(badge === undefined && !isProfile && !isHealth, returning)

  if (isProfile) return <OpenedProfile tabId={page.tabId} profile={profile} onBack={close} />
  if (isHealth) return <OpenedHealth page={page} onBack={close} onOpen={onOpen} />
  if (badge !== undefined) return <OpenedBadge page={page} badge={badge} onBack={close} />
  if (page.access === 'untold' && inPanel)
    return <Notice title="stateUntold" text="stateUntoldText" />
  if (page.access === 'unreachable' || page.access === 'untold')
    return <Notice title="stateUnreachable" text="stateUnreachableText" />
  // What was asked for outright is listed on a site that is off, too.
  if (page.consent.mode === 'off' && page.badges.length === 0)
    return <Notice title="siteOffTitle" text="siteOffText" />
  const isEmpty = page.badges.length === 0 && page.access !== 'withheld'
  return (
    <>
      {page.consent.mode !== 'off' && <AccessNote page={page} />}
      {page.badges.length > 0 && (
        <BadgeList
          page={page}
          profile={profile ?? undefined}
          brief={isFirst}
          onOpen={onOpen}
          onOpenProfile={() => {
            onOpen(PROFILE)
          }}
          onOpenHealth={() => {
            onOpen(HEALTH)
          }}
        />
      )}
      {isEmpty && <None page={page} />}
      {page.partial && page.badges.length > 0 && <Partial />}
    </>
  )
}

/** Not yet, not all, or none: only the last says that the page has no badges. */
function None({ page }: { page: PageState }) {
  if (page.looking) return <Notice title="stateLooking" text="stateLookingText" />
  if (page.partial) return <Notice title="statePartial" text="statePartialText" />
  return <Notice title="summaryNone" text="stateNoneText" />
}

function Partial() {
  const { text } = useWording()
  return <p class="list-partial">{text('statePartialText')}</p>
}

/** Until the first frame is shown: what takes long and is not in sight is drawn after it. */
function useIsFirstFrame(): boolean {
  const [isFirst, setIsFirst] = useState(true)
  useEffect(() => {
    setIsFirst(false)
  }, [])
  return isFirst
}

/**
 * A right-clicked badge is opened before the list is drawn. Only one of our pages tells the worker that it was
 * seen: the popup, which opens for it, must still find it where the panel was quicker.
 */
function useFocus(
  { focus, tabId }: PageState,
  open: (id: string) => void,
  seesFocus: boolean,
): void {
  useLayoutEffect(() => {
    if (focus === undefined) return
    open(focus)
    if (seesFocus) ask('focus-seen', { tabId }).catch(() => undefined)
  }, [focus, tabId])
}

const WAYS: Partial<Record<string, string>> = {
  [PROFILE]: '.profile-open',
  [HEALTH]: '.health-open',
}

/** Back from the detail, the focus stands on what was left: the row, or the way to the profile. */
function useReturnToRow(inList: boolean, returning: { current: string | undefined }): void {
  useEffect(() => {
    const id = returning.current
    if (!inList || id === undefined) return
    returning.current = undefined
    const row = `[data-badge="${CSS.escape(id)}"] .badge-row-open`
    const left = document.querySelector(WAYS[id] ?? row)
    if (left instanceof HTMLElement) left.focus()
  }, [inList])
}
