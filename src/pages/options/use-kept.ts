import { useEffect, useRef, useState } from 'preact/hooks'
import { storageUsed } from '../../platform/browser-facts'
import type { KeptHere } from '../../platform/machine-messages'
import type { Broadcast } from '../../platform/messages'
import { onBroadcast } from '../../platform/requests'
import { ask } from '../ask'

export type KeptState =
  { is: 'loading' } | { is: 'silent' } | { is: 'here'; kept: KeptHere[]; bytes?: number }

/** Every report and picture is looked at. */
const PATIENCE_MS = 60_000
/** What is kept has changed with these. */
const TELLING: Broadcast['type'][] = [
  ...(['lists-changed', 'eu-lists-changed', 'esco-changed', 'history-changed'] as const),
]

export interface Kept {
  state: KeptState
  reload: () => Promise<KeptHere[]>
}

/** What lies on this machine, counted again after changes; `reload` counts what is there by now. */
export function useKept(): Kept {
  const [state, setState] = useState<KeptState>({ is: 'loading' })
  const counting = useRef<{ now?: Promise<KeptHere[]>; next?: Promise<KeptHere[]> }>({})
  const count = async (): Promise<KeptHere[]> => {
    const [kept, bytes] = await Promise.all([ask('kept-here', {}, PATIENCE_MS), storageUsed()])
    setState({ is: 'here', kept, ...(bytes !== undefined && { bytes }) })
    return kept
  }
  // All of the database is read: never twice at once, and for whatever changes meanwhile once more.
  const begin = (): Promise<KeptHere[]> => {
    const turns = counting.current
    delete turns.next
    turns.now = count().finally(() => {
      delete turns.now
    })
    return turns.now
  }
  const reload = (): Promise<KeptHere[]> => {
    const turns = counting.current
    if (!turns.now) return begin()
    turns.next ??= turns.now.then(begin, begin)
    return turns.next
  }
  useEffect(() => {
    const watching = new AbortController()
    const load = (): void => {
      reload().catch(() => {
        if (!watching.signal.aborted) setState({ is: 'silent' })
      })
    }
    onBroadcast(({ type }) => {
      if (TELLING.includes(type)) load()
    }, watching.signal)
    load()
    return () => {
      watching.abort()
    }
  }, [])
  return { state, reload }
}
