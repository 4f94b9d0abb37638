import { useEffect, useState } from 'preact/hooks'
import type { HistoryState } from '../platform/history-shapes'
import { onBroadcast } from '../platform/requests'
import { ask } from './ask'

export type ShownHistory =
  { is: 'loading' } | { is: 'silent' } | { is: 'here'; state: HistoryState }

/** Whether there is a history and how much is in it, asked again after each change. */
export function useHistoryState(): ShownHistory {
  const [shown, setShown] = useState<ShownHistory>({ is: 'loading' })
  const changes = useHistoryChanges()
  useEffect(() => {
    let wanted = true
    ask('history-state', {}).then(
      (state) => {
        if (wanted) setShown({ is: 'here', state })
      },
      () => {
        if (wanted) setShown({ is: 'silent' })
      },
    )
    return () => {
      wanted = false
    }
  }, [changes])
  return shown
}

/** Counts the changes of the history: something was kept or removed, or it was switched on or off. */
export function useHistoryChanges(): number {
  const [changes, setChanges] = useState(0)
  useEffect(() => {
    const watching = new AbortController()
    onBroadcast(({ type }) => {
      if (type === 'history-changed') setChanges((count) => count + 1)
    }, watching.signal)
    return () => {
      watching.abort()
    }
  }, [])
  return changes
}
