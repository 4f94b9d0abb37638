import { useEffect, useRef, useState } from 'preact/hooks'
import type { PageState } from '../../platform/messages'
import { useWording } from '../../ui/wording-context'
import type { MessageKey } from '../../ui/wording'
import { ask } from '../ask'
import { Notice } from '../notice'
import { usePageProfile } from '../page-profile'
import { usePageState } from '../page-state'
import { FILES_PAGE, openPage, OPTIONS_PAGE } from '../tab'
import { AccessNote } from './access-note'
import { BadgeList } from './badge-list'
import { Header } from './header'
import { PopupDetail } from './popup-detail'
import { PopupHealth } from './popup-health'
import { PopupProfile } from './popup-profile'
import { SiteMode } from './site-mode'
import './popup.css'

/** Pages of ours, the options by their sections. */
const LINKS: [string, MessageKey][] = [
  [FILES_PAGE, 'filesTitle'],
  [`${OPTIONS_PAGE}#sites`, 'sitesTitle'],
  [`${OPTIONS_PAGE}#trusted-lists`, 'listsTitle'],
  [`${OPTIONS_PAGE}#own-badges`, 'ownTitle'],
]

/** The badges of one tab, and one of them in detail. */
export function Popup({ tabId }: { tabId: number | undefined }) {
  const { text } = useWording()
  const { state, silent, reload } = usePageState(tabId)
  return (
    <>
      <Header page={state} />
      <main>
        {state !== undefined && state.host !== '' && <SiteMode page={state} onChange={reload} />}
        {state !== undefined && !silent && <Page page={state} />}
        {state === undefined && !silent && tabId !== undefined && (
          <p class="popup-loading">{text('stateLoading')}</p>
        )}
        {tabId === undefined && <Notice title="stateUnreachable" text="stateUnreachableText" />}
        {silent && (
          <Notice title="stateNoAnswer" text="stateNoAnswerText" alert>
            <button type="button" class="button" onClick={reload}>
              {text('tryAgain')}
            </button>
          </Notice>
        )}
      </main>
      <footer class="popup-foot">
        {state?.private === true && <p>{text('statePrivate')}</p>}
        <p class="popup-links">
          {LINKS.map(([page, name]) => (
            <button
              type="button"
              class="link"
              key={name}
              onClick={() => {
                openPage(page)
              }}
            >
              {text(name)}
            </button>
          ))}
        </p>
      </footer>
    </>
  )
}

/** What the popup shows in place of the list when one of these is open: no badge has such an id. */
const PROFILE = 'profile'
const HEALTH = 'health'

function Page({ page }: { page: PageState }) {
  const [opened, setOpened] = useState<string | undefined>(page.focus)
  const profile = usePageProfile(page)
  const returning = useRef<string | undefined>(undefined)
  useFocusSeen(page, setOpened)

  const badge = page.badges.find(({ id }) => id === opened)
  const close = (): void => {
    returning.current = opened
    setOpened(undefined)
  }
  const isProfile = opened === PROFILE && !!profile
  const isHealth = opened === HEALTH
  useReturnToRow(badge === undefined && !isProfile && !isHealth, returning)

  if (isProfile) return <PopupProfile tabId={page.tabId} profile={profile} onBack={close} />
  if (isHealth) return <PopupHealth page={page} onBack={close} onOpen={setOpened} />
  if (badge !== undefined) return <PopupDetail page={page} badge={badge} onBack={close} />
  if (page.access === 'unreachable')
    return <Notice title="stateUnreachable" text="stateUnreachableText" />
  // What was asked for outright is listed on a site that is off, too.
  if (page.consent.mode === 'off' && page.badges.length === 0)
    return <Notice title="siteOffTitle" text="siteOffText" />
  return (
    <>
      {page.consent.mode !== 'off' && <AccessNote page={page} />}
      {page.badges.length > 0 && (
        <BadgeList
          page={page}
          profile={profile ?? undefined}
          onOpen={setOpened}
          onOpenProfile={() => {
            setOpened(PROFILE)
          }}
          onOpenHealth={() => {
            setOpened(HEALTH)
          }}
        />
      )}
      {page.badges.length === 0 && page.access !== 'withheld' && (
        <Notice title="summaryNone" text="stateNoneText" />
      )}
    </>
  )
}

/** A right-clicked badge is opened at once, and the worker told that it was seen. */
function useFocusSeen(page: PageState, open: (id: string) => void): void {
  const { focus, tabId } = page
  useEffect(() => {
    if (focus === undefined) return
    open(focus)
    ask('focus-seen', { tabId }).catch(() => undefined)
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
