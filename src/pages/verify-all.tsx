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
      {checking ? (
        <>
          <progress
            value={done}
            max={badges.length}
            aria-label={text('progress', done, badges.length)}
          />
          <button
            type="button"
            class="button"
            onClick={() => {
              act(ask('cancel', { tabId }))
            }}
          >
            {text('cancel')}
          </button>
        </>
      ) : (
        <button
          type="button"
          name="verify-all"
          class={all && quiet ? 'link verify-again' : 'button button-primary'}
          onClick={() => {
            const of = badges.map(({ id }) => id)
            act(ask(all ? 'verify-again' : 'verify', { tabId, ids: 'all', of }))
          }}
        >
          {text(all ? 'verifyAllAgain' : 'verifyAll')}
        </button>
      )}
    </div>
  )
}
