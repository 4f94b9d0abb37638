import { useEffect, useState } from 'preact/hooks'
import { shortcutOfPopup } from '../../platform/shortcuts'
import { isFirefox, isInToolbar } from '../../platform/toolbar-icon'
import { useWording } from '../../ui/wording-context'

/** How to have it at hand: the icon, and the keys that open it. */
export function KeepInSight() {
  const { text } = useWording()
  const pinned = useAnswer(isInToolbar, false)
  const keys = useAnswer(shortcutOfPopup, '')
  const how = isFirefox() ? 'pinFirefox' : 'pinChromium'
  return (
    <>
      <h1 tabIndex={-1}>{text('pinTitle')}</h1>
      <p class="welcome-lead">{text(pinned ? 'pinDone' : how)}</p>
      <p class="secondary">{text('pinNumber')}</p>
      {keys !== '' && <p class="secondary">{text('shortcutOpens', keys)}</p>}
    </>
  )
}

/** What the browser says; until then, and where it does not, what is given. */
function useAnswer<Answer>(ask: () => Promise<Answer>, otherwise: Answer): Answer {
  const [answer, setAnswer] = useState(otherwise)
  useEffect(() => {
    ask().then(setAnswer, () => undefined)
  }, [ask])
  return answer
}
