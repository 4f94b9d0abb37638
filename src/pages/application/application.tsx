import type { ComponentChildren } from 'preact'
import { Loading } from '../loading'
import { Notice } from '../notice'
import type { Watched } from '../page-state'
import { Silent } from '../silent'
import { Header } from './header'
import { useKeys } from './keys'
import { Page } from './page'
import { SiteMode } from './site-mode'
import './application.css'
import './popup.css'

export interface ApplicationProps {
  /** Undefined: there is no tab to speak of. */
  tabId: number | undefined
  watched: Watched
  /** Id of what is open in the place of the list. */
  opened: string | undefined
  onOpen: (id: string | undefined) => void
  /** Says to the worker that a right-clicked badge was shown. */
  seesFocus?: boolean
  /** It was opened by no click in this tab: the browser may tell us less of it than in the popup. */
  inPanel?: boolean
  /** What follows the page. */
  after?: ComponentChildren
  footer: ComponentChildren
}

/** The badges of one tab, and one of them in detail: popup and panel are two shells around it. */
export function Application({ tabId, watched, after, footer, ...shown }: ApplicationProps) {
  const { state, asOf, silent, reload, again } = watched
  useKeys()
  return (
    <>
      <Header page={state} asOf={asOf} />
      <main aria-busy={asOf !== undefined} tabIndex={-1}>
        {state !== undefined && state.host !== '' && <SiteMode page={state} onChange={reload} />}
        {state !== undefined && !silent && <Page page={state} {...shown} key={state.tabId} />}
        {state === undefined && !silent && tabId !== undefined && <Loading />}
        {tabId === undefined && <Notice title="stateUnreachable" text="stateUnreachableText" />}
        {silent && <Silent onAgain={again} />}
        {after}
      </main>
      {footer}
    </>
  )
}
