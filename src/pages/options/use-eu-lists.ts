import { useEffect, useState } from 'preact/hooks'
import type { EuListsState } from '../../platform/eu-list-shapes'
import { onBroadcast } from '../../platform/requests'
import { ask } from '../ask'

export type ShownEuLists = { is: 'loading' } | { is: 'silent' } | ({ is: 'here' } & EuListsState)

/** The EU trusted lists that are kept, asked again after each change. */
export function useEuLists(): ShownEuLists {
  const [state, setState] = useState<ShownEuLists>({ is: 'loading' })
  useEffect(() => {
    const watching = new AbortController()
    const show = (shown: ShownEuLists): void => {
      if (!watching.signal.aborted) setState(shown)
    }
    const load = (): void => {
      ask('eu-lists', {}).then(
        (lists) => {
          show({ is: 'here', ...lists })
        },
        () => {
          show({ is: 'silent' })
        },
      )
    }
    onBroadcast(({ type }) => {
      if (type === 'eu-lists-changed') load()
    }, watching.signal)
    load()
    return () => {
      watching.abort()
    }
  }, [])
  return state
}
