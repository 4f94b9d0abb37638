import type { ComponentChildren } from 'preact'
import { useWording } from '../../ui/wording-context'
import type { MessageKey } from '../../ui/wording'
import type { PageState } from '../../platform/messages'
import type { HistoryState } from '../../platform/history-shapes'
import { useHistoryState } from '../history-state'
import { FILES_PAGE, HISTORY_PAGE, OPTIONS_PAGE } from '../../platform/own-pages'
import { openPage } from '../tab'
import { KeyboardHelp } from './keyboard-help'
import './footer.css'

/** Pages of ours. */
const LINKS: [string, MessageKey][] = [
  [FILES_PAGE, 'filesTitle'],
  [OPTIONS_PAGE, 'optionsLink'],
]

interface FooterProps {
  page: PageState | undefined
  /** Further ways from here. */
  children?: ComponentChildren
}

export function Footer({ page, children }: FooterProps) {
  const { text } = useWording()
  const history = useHistoryState()
  return (
    <footer class="footer">
      {page?.private === true && <p>{text('statePrivate')}</p>}
      <div class="footer-bar">
        <p class="footer-links">
          {children}
          {LINKS.map(([path, name]) => (
            <PageLink path={path} key={name}>
              {text(name)}
            </PageLink>
          ))}
          {/* Last: it comes when the worker has answered, and moves nothing. */}
          {history.is === 'here' && <HistoryLink state={history.answer} />}
        </p>
        <KeyboardHelp />
      </div>
    </footer>
  )
}

interface PageLinkProps {
  path: string
  title?: string | undefined
  children: ComponentChildren
}

function PageLink({ path, title, children }: PageLinkProps) {
  return (
    <button
      type="button"
      class="link"
      title={title}
      onClick={() => {
        openPage(path)
      }}
    >
      {children}
    </button>
  )
}

/** The way to the history, and how many watched badges there is something new of. */
export function HistoryLink({ state: { inUse, news } }: { state: HistoryState }) {
  const { text, count, locale } = useWording()
  // News stay where the history was switched off and what it has was kept.
  if (!inUse && news === 0) return null
  const said = news > 0 ? count('footerNews', news) : undefined
  return (
    <PageLink path={HISTORY_PAGE} title={said}>
      {text('historyTitle')}
      {said !== undefined && (
        <>
          <span class="visually-hidden">: {said}</span>
          <span class="footer-news" aria-hidden="true">
            {new Intl.NumberFormat(locale).format(news)}
          </span>
        </>
      )}
    </PageLink>
  )
}
