import { useEffect, useState } from 'preact/hooks'
import { giveUpNotifications, mayNotify, requestNotifications } from '../../platform/notifications'
import { useWording } from '../../ui/wording-context'

/** Whether the browser says aloud what changes; asked for only here, where something is watched. */
export function WatchNotices() {
  const { text } = useWording()
  const [may, setMay] = useState<boolean>()
  const look = (): void => {
    mayNotify().then(setMay, () => undefined)
  }
  useEffect(look, [])
  if (may === undefined) return null
  // The browser asks only from within the click: nothing may be awaited before.
  const change = (): void => {
    const changed = may ? giveUpNotifications() : requestNotifications()
    changed.then(look, look)
  }
  return (
    <p class="history-notices">
      {may && <span>{text('watchNotifyOn')} </span>}
      <button type="button" class="link" onClick={change}>
        {text(may ? 'watchNotifyOff' : 'watchNotify')}
      </button>
    </p>
  )
}
