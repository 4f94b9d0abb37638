import { useEffect, useState } from 'preact/hooks'
import type { EscoOffline } from '../../platform/esco-shapes'
import { onBroadcast } from '../../platform/requests'
import { ask } from '../ask'

export type EscoState = { is: 'loading' } | { is: 'silent' } | { is: 'here'; esco: EscoOffline }

/** The copy of ESCO and the making of one, asked again after each of its steps. */
export function useEsco(): EscoState {
  const [state, setState] = useState<EscoState>({ is: 'loading' })
  useEffect(() => {
    const watching = new AbortController()
    const load = (): void => {
      ask('esco-state', {}).then(
        (esco) => {
          if (!watching.signal.aborted) setState({ is: 'here', esco })
        },
        () => {
          if (!watching.signal.aborted) setState({ is: 'silent' })
        },
      )
    }
    onBroadcast(({ type }) => {
      if (type === 'esco-changed') load()
    }, watching.signal)
    load()
    return () => {
      watching.abort()
    }
  }, [])
  return state
}
