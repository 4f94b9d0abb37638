import { useWording } from '../ui/wording-context'
import { Notice } from './notice'

/** The worker does not answer. */
export function Silent({ onAgain }: { onAgain: () => void }) {
  const { text } = useWording()
  return (
    <Notice title="stateNoAnswer" text="stateNoAnswerText" alert>
      <button type="button" class="button" onClick={onAgain}>
        {text('tryAgain')}
      </button>
    </Notice>
  )
}
