import { useCallback, useEffect, useState } from 'preact/hooks'
import type { Broadcast, WorkerRequestName, WorkerRequests } from '../platform/messages'
import { ask } from './ask'
import { useChanges } from './changes'
import { useInTime } from './in-time'

export type Asked<Answer> = { is: 'loading' } | { is: 'silent' } | { is: 'here'; answer: Answer }

/** For who is shown that the worker is silent, and can try again. */
export type AskedAgain<Answer> = Asked<Answer> & { again: () => void }

interface When {
  /** It is asked again whenever the worker says one of these. */
  on?: readonly Broadcast['type'][]
  /** And whenever this differs. */
  version?: string | undefined
  /** And in time: the answer is judged by the moment at which it is given. */
  inTime?: boolean
  patienceMs?: number
}

/**
 * What the worker answers, asked again after each change; until the next answer the last one stays. Of another
 * question nothing is known before its own answer is there.
 *
 * @param params undefined: there is nothing to ask yet
 */
export function useAsked<Name extends WorkerRequestName>(
  type: Name,
  params: WorkerRequests[Name]['params'] | undefined,
  { on = [], version, inTime = false, patienceMs }: When = {},
): AskedAgain<WorkerRequests[Name]['result']> {
  type Shown = Asked<WorkerRequests[Name]['result']>
  const [last, setLast] = useState<{ question: string; shown: Shown }>()
  const [tries, setTries] = useState(0)
  const changes = useChanges(...on)
  const question = JSON.stringify(params ?? null)
  useEffect(() => {
    if (params === undefined) return
    let wanted = true
    const show = (shown: Shown): void => {
      if (wanted) setLast({ question, shown })
    }
    ask(type, params, patienceMs).then(
      (answer) => {
        show({ is: 'here', answer })
      },
      () => {
        show({ is: 'silent' })
      },
    )
    return () => {
      wanted = false
    }
  }, [question, version, changes, tries])
  const askAgain = useCallback(() => {
    setTries((count) => count + 1)
  }, [])
  useInTime(inTime ? askAgain : undefined)
  const again = useCallback(() => {
    setLast(undefined)
    askAgain()
  }, [])
  const shown: Shown = last?.question === question ? last.shown : { is: 'loading' }
  return { ...shown, again }
}
