import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { Glance } from '../platform/glance'
import type { PageState } from '../platform/messages'
import { onBroadcast } from '../platform/requests'
import { ask } from './ask'
import { useInTime } from './in-time'

/** Milliseconds to the second question about a page whose images are being read; the next ones take half as many more. */
const LOOK_AGAIN = 1_000
const LONGEST_LOOK = 15_000

export interface Watched {
  state?: PageState
  /** ISO 8601, where the state is one of the past: the worker has not answered yet. */
  asOf?: string
  /** The worker did not answer the last question. */
  silent: boolean
  /** It was silent, and is being asked again. */
  trying: boolean
  reload: () => void
  /** The same for who was shown that it is silent: nothing is known until it answers. */
  again: () => void
}

/**
 * What the worker knows of a tab, asked again whenever it says that something changed, while it is looking, in time,
 * and for each `visit`: of a page in which nothing is found the worker hears nothing.
 *
 * @param hasTime it is asked after the first frame, which shows something else until then
 */
export function usePageState(tabId: number | undefined, visit = 0, hasTime = false): Watched {
  const [state, setState] = useState<PageState>()
  const [silent, setSilent] = useState(false)
  const [trying, setTrying] = useState(false)
  const latest = useRef(0)

  const reload = useCallback(() => {
    if (tabId === undefined) return
    const turn = ++latest.current
    ask('page-state', { tabId }).then(
      (answer) => {
        if (turn !== latest.current) return
        setState(answer)
        setSilent(false)
        setTrying(false)
      },
      () => {
        if (turn !== latest.current) return
        setSilent(true)
        setTrying(false)
      },
    )
  }, [tabId])

  useLayoutEffect(() => {
    setSilent(false)
    const watching = new AbortController()
    onBroadcast((message) => {
      if (message.type === 'page-changed' && message.tabId === tabId) reload()
    }, watching.signal)
    return () => {
      watching.abort()
    }
  }, [tabId, reload])
  useLayoutEffect(() => {
    if (!hasTime) reload()
  }, [reload, visit])
  useEffect(() => {
    if (hasTime) reload()
  }, [reload, visit])

  useInTime(reload)

  // Nobody says that the last image was read, and was no badge either.
  const looks = useRef(0)
  useLayoutEffect(() => {
    if (!state?.looking) {
      looks.current = 0
      return
    }
    const timer = setTimeout(reload, Math.min(LOOK_AGAIN * 1.5 ** looks.current++, LONGEST_LOOK))
    return () => {
      clearTimeout(timer)
    }
  }, [state, reload])

  const again = useCallback(() => {
    setState(undefined)
    setSilent(false)
    setTrying(true)
    reload()
  }, [reload])

  // Until the answer about another tab is there, what is known of the last one is not about it.
  if (state !== undefined && state.tabId === tabId) return { state, silent, trying, reload, again }
  return { silent, trying, reload, again }
}

/** As `usePageState`, beginning with what was known last, until the worker answers. */
export function usePageStateEarly(tabId: number | undefined, glance: Glance | undefined): Watched {
  const watched = usePageState(tabId, 0, glance !== undefined)
  if (watched.state !== undefined || glance === undefined) return watched
  return { ...watched, state: glance.page, asOf: glance.at }
}
