import { useEffect, useState } from 'preact/hooks'
import type { TrustListSummary } from '../../platform/messages'
import { onBroadcast } from '../../platform/requests'
import { ask } from '../ask'

export type ListsState =
  { is: 'loading' } | { is: 'silent' } | { is: 'here'; lists: TrustListSummary[] }

/** The lists that the user trusts, asked again whenever one was added, read again or removed. */
export function useTrustLists(): ListsState {
  const [state, setState] = useState<ListsState>({ is: 'loading' })
  useEffect(() => {
    const watching = new AbortController()
    const load = (): void => {
      ask('trust-lists', {}).then(
        (lists) => {
          if (!watching.signal.aborted) setState({ is: 'here', lists })
        },
        () => {
          if (!watching.signal.aborted) setState({ is: 'silent' })
        },
      )
    }
    onBroadcast(({ type }) => {
      if (type === 'lists-changed') load()
    }, watching.signal)
    load()
    return () => {
      watching.abort()
    }
  }, [])
  return state
}
