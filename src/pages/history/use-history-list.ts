import { useCallback, useEffect, useState } from 'preact/hooks'
import type { HistoryList } from '../../platform/history-shapes'
import type { Verdict } from '../../verifier/report'
import { ask } from '../ask'
import { useChanges } from '../changes'
import { OF_HISTORY } from '../history-state'
import { useInTime } from '../in-time'

export interface Wanted {
  /** As it was typed. */
  search: string
  verdicts: readonly Verdict[]
  most: number
}

/** What is there before an answer stays there until the next one is. */
export interface ShownList {
  list?: HistoryList
  silent: boolean
}

/** Thousands of badges may have to be judged anew, as after a change of the trusted lists. */
const PATIENCE_MS = 60_000
/** Not for every letter. */
const PAUSE_MS = 150

/** What the worker finds in the history, asked again for each wish and after each change. */
export function useHistoryList({ search, verdicts, most }: Wanted): ShownList & {
  again: () => void
} {
  const [shown, setShown] = useState<ShownList>({ silent: false })
  const [turn, setTurn] = useState(0)
  const changes = useChanges(...OF_HISTORY)
  const words = useSettled(search)
  useEffect(() => {
    let wanted = true
    ask(
      'history-list',
      { query: { search: words, verdicts: [...verdicts], most } },
      PATIENCE_MS,
    ).then(
      (list) => {
        if (wanted) setShown({ list, silent: false })
      },
      () => {
        if (wanted) setShown({ silent: true })
      },
    )
    return () => {
      wanted = false
    }
  }, [words, verdicts.join(), most, changes, turn])
  const reload = useCallback(() => {
    setTurn((count) => count + 1)
  }, [])
  useInTime(reload)
  const again = useCallback(() => {
    setShown({ silent: false })
    reload()
  }, [reload])
  return { ...shown, again }
}

/** What was typed, once the typing pauses. */
function useSettled(typed: string): string {
  const [settled, setSettled] = useState(typed)
  useEffect(() => {
    const timer = setTimeout(() => {
      setSettled(typed)
    }, PAUSE_MS)
    return () => {
      clearTimeout(timer)
    }
  }, [typed])
  return settled
}
