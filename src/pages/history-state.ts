import { useEffect, useState } from 'preact/hooks'
import type { HistoryState } from '../platform/history-shapes'
import { ask } from './ask'
import { useChanges } from './changes'

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

/** Counts the changes of the history: of what it holds, whether it is on, and by which lists it is judged. */
export function useHistoryChanges(): number {
  return useChanges('history-changed', 'lists-changed', 'eu-lists-changed')
}
