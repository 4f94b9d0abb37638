import { useWording } from '../ui/wording-context'
import { passFocusOn } from './heading-focus'
import { Notice } from './notice'

/** The worker does not answer. `onAgain` takes this away until it is known whether it answers now. */
export function Silent({ onAgain }: { onAgain: () => void }) {
  const { text } = useWording()
  return (
    <Notice title="stateNoAnswer" text="stateNoAnswerText" alert>
      <button
        type="button"
        class="button"
        onClick={({ currentTarget }) => {
          passFocusOn(currentTarget)
          onAgain()
        }}
      >
        {text('tryAgain')}
      </button>
    </Notice>
  )
}
