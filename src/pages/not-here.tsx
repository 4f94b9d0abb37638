import { useWording } from '../ui/wording-context'
import type { AskedAgain } from './asked'

/** In the place of what the worker has not told yet, or did not tell. */
export function NotHere({ asked }: { asked: AskedAgain<unknown> }) {
  const { text } = useWording()
  if (asked.is === 'here') return null
  if (asked.is === 'loading') return <p class="secondary">{text('stateLoading')}</p>
  return (
    <div role="alert">
      <p>{text('stateNoAnswer')}</p>
      <button type="button" class="link" onClick={asked.again}>
        {text('tryAgain')}
      </button>
    </div>
  )
}
