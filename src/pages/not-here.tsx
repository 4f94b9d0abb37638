import { useWording } from '../ui/wording-context'
import type { AskedAgain } from './asked'
import { passFocusOn } from './heading-focus'

/** In the place of what the worker has not told yet, or did not tell. */
export function NotHere({ asked }: { asked: Pick<AskedAgain<unknown>, 'is' | 'again'> }) {
  const { text } = useWording()
  if (asked.is === 'here') return null
  if (asked.is === 'loading') return <p class="secondary">{text('stateLoading')}</p>
  return (
    <div role="alert">
      <p>{text('stateNoAnswer')}</p>
      <button
        type="button"
        class="link"
        onClick={({ currentTarget }) => {
          passFocusOn(currentTarget)
          asked.again()
        }}
      >
        {text('tryAgain')}
      </button>
    </div>
  )
}
