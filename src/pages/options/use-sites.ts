import { useEffect, useState } from 'preact/hooks'
import type { SitesState } from '../../platform/consent-shapes'
import { onBroadcast } from '../../platform/requests'
import { ask } from '../ask'

export type ShownSites = { is: 'loading' } | { is: 'silent' } | { is: 'here'; sites: SitesState }

/** What is done on which sites, asked again after each change. */
export function useSites(): ShownSites {
  const [state, setState] = useState<ShownSites>({ is: 'loading' })
  useEffect(() => {
    const watching = new AbortController()
    const show = (shown: ShownSites): void => {
      if (!watching.signal.aborted) setState(shown)
    }
    const load = (): void => {
      ask('sites', {}).then(
        (sites) => {
          show({ is: 'here', sites })
        },
        () => {
          show({ is: 'silent' })
        },
      )
    }
    onBroadcast(({ type }) => {
      if (type === 'sites-changed') load()
    }, watching.signal)
    load()
    return () => {
      watching.abort()
    }
  }, [])
  return state
}
