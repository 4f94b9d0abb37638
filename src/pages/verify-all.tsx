import { useState } from 'preact/hooks'
import type { PageState } from '../platform/messages'
import { useWording } from '../ui/wording-context'
import { pageSummary } from '../ui/wording'
import { ask } from './ask'
import '../ui/buttons.css'
import './verify-all.css'

interface VerifyAllProps {
  page: PageState
  /** Where everything is done, a link: there is no need of it. */
  quiet?: boolean
}

/** Verifies every badge of the page; while it does, shows how far it is and can be stopped. */
export function VerifyAll({ page, quiet = false }: VerifyAllProps) {
  const s = useWording()
  const { text } = s
  const [failed, setFailed] = useState(false)
  const { badges, tabId } = page
  const done = badges.filter(({ state }) => state === 'done').length
  const checking = badges.some(({ state }) => state === 'checking')
  const all = done === badges.length

  const act = (asked: Promise<null>): void => {
    asked.then(
      () => {
        setFailed(false)
      },
      () => {
        setFailed(true)
      },
    )
  }
  const { title, detail } = pageSummary(badges, s.translate, s.locale)
  return (
    <div class="verify-all">
      <span class="visually-hidden" role="status">
        {checking ? text('progress', done, badges.length) : done > 0 && `${title}. ${detail}`}
      </span>
      {failed && (
        <span class="small secondary" role="alert">
          {text('stateNoAnswer')}
        </span>
      )}
      {checking && (
        <progress
          value={done}
          max={badges.length}
          aria-label={text('progress', done, badges.length)}
        />
      )}
      {/* One button for both: another one in its place would not have the focus. */}
      <button
        type="button"
        name={checking ? 'cancel' : 'verify-all'}
        class={classOf(checking, all && quiet)}
        onKeyDown={(event) => {
          // A key that is held down must not call off what it began.
          if (event.repeat && event.key === 'Enter') event.preventDefault()
        }}
        onClick={() => {
          if (checking) {
            act(ask('cancel', { tabId }))
            return
          }
          const of = badges.map(({ id }) => id)
          act(ask(all ? 'verify-again' : 'verify', { tabId, ids: 'all', of }))
        }}
      >
        {text(checking ? 'cancel' : all ? 'verifyAllAgain' : 'verifyAll')}
      </button>
    </div>
  )
}

function classOf(checking: boolean, quiet: boolean): string {
  if (checking) return 'button'
  return quiet ? 'link verify-again' : 'button button-primary'
}
