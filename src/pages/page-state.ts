import { useCallback, useEffect, useRef, useState } from 'preact/hooks'
import type { PageState } from '../platform/messages'
import { onBroadcast } from '../platform/requests'
import { ask } from './ask'

export interface Watched {
  state?: PageState
  /** The worker did not answer the last question. */
  silent: boolean
  reload: () => void
}

/** What the worker knows of a tab, asked again whenever it says that something changed. */
export function usePageState(tabId: number | undefined): Watched {
  const [state, setState] = useState<PageState>()
  const [silent, setSilent] = useState(false)
  const latest = useRef(0)

  const reload = useCallback(() => {
    if (tabId === undefined) return
    const turn = ++latest.current
    ask('page-state', { tabId }).then(
      (answer) => {
        if (turn !== latest.current) return
        setState(answer)
        setSilent(false)
      },
      () => {
        if (turn === latest.current) setSilent(true)
      },
    )
  }, [tabId])

  useEffect(() => {
    const watching = new AbortController()
    onBroadcast((message) => {
      if (message.type === 'page-changed' && message.tabId === tabId) reload()
    }, watching.signal)
    reload()
    return () => {
      watching.abort()
    }
  }, [tabId, reload])

  return state === undefined ? { silent, reload } : { state, silent, reload }
}
