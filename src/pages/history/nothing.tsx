import { useWording } from '../../ui/wording-context'
import { OPTIONS_PAGE } from '../../platform/own-pages'
import { openPage } from '../tab'

/** There is no history, or nothing in it yet: why, and what can be done. */
export function Nothing({ isOff }: { isOff: boolean }) {
  const { text } = useWording()
  return (
    <div class="history-nothing">
      <h2>{text(isOff ? 'historyIsOff' : 'historyEmpty')}</h2>
      <p>{text(isOff ? 'historyIsOffText' : 'historyEmptyText')}</p>
      {isOff && (
        <button
          type="button"
          class="button"
          onClick={() => {
            openPage(`${OPTIONS_PAGE}#history`)
          }}
        >
          {text('welcomeEnd')}
        </button>
      )}
    </div>
  )
}
