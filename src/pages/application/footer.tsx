import type { ComponentChildren } from 'preact'
import { useWording } from '../../ui/wording-context'
import type { MessageKey } from '../../ui/wording'
import type { PageState } from '../../platform/messages'
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
  // Last: it comes when the worker has answered, and moves nothing.
  const links: typeof LINKS =
    history.is === 'here' && history.answer.inUse
      ? [...LINKS, [HISTORY_PAGE, 'historyTitle']]
      : LINKS
  return (
    <footer class="footer">
      {page?.private === true && <p>{text('statePrivate')}</p>}
      <p class="footer-links">
        {children}
        {links.map(([path, name]) => (
          <button
            type="button"
            class="link"
            key={name}
            onClick={() => {
              openPage(path)
            }}
          >
            {text(name)}
          </button>
        ))}
      </p>
      <KeyboardHelp />
    </footer>
  )
}
