import { useCallback, useEffect, useMemo, useState } from 'preact/hooks'
import { storageUsed } from '../../platform/browser-facts'
import type { KeptHere } from '../../platform/machine-messages'
import type { Broadcast } from '../../platform/messages'
import { ask } from '../ask'
import { useChanges } from '../changes'
import { inTurn } from '../in-turn'

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
  /** For who is shown that the worker is silent. */
  again: () => void
}

/** What lies on this machine, counted again after changes; `reload` counts what is there by now. */
export function useKept(): Kept {
  const [state, setState] = useState<KeptState>({ is: 'loading' })
  const changes = useChanges(...TELLING)
  // All of the database is read.
  const reload = useMemo(
    () =>
      inTurn(async () => {
        const [kept, bytes] = await Promise.all([ask('kept-here', {}, PATIENCE_MS), storageUsed()])
        setState({ is: 'here', kept, ...(bytes !== undefined && { bytes }) })
        return kept
      }),
    [],
  )
  const load = useCallback(() => {
    reload().catch(() => {
      setState({ is: 'silent' })
    })
  }, [])
  useEffect(load, [changes])
  const again = useCallback(() => {
    setState({ is: 'loading' })
    load()
  }, [])
  return { state, reload, again }
}
