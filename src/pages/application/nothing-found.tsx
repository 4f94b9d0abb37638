import { useWording } from '../../ui/wording-context'
import { passFocusOn } from '../heading-focus'
import '../../ui/buttons.css'
import './badge-list.css'

/** In the place of a list of which search and filter left nothing. */
export function NothingFound({ onShowAll }: { onShowAll: () => void }) {
  const { text } = useWording()
  return (
    <div class="list-nothing">
      <p>{text('stateFilterEmpty')}</p>
      <button
        type="button"
        class="button"
        onClick={({ currentTarget }) => {
          passFocusOn(currentTarget)
          onShowAll()
        }}
      >
        {text('showAllBadges')}
      </button>
    </div>
  )
}
