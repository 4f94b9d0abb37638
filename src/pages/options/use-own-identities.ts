import { useEffect, useState } from 'preact/hooks'
import type { OwnIdentity } from '../../platform/own-identity-shapes'
import { onBroadcast } from '../../platform/requests'
import { ask } from '../ask'

export type ShownIdentities =
  { is: 'loading' } | { is: 'silent' } | { is: 'here'; identities: OwnIdentity[] }

/** The user's own identities, asked again after each change. */
export function useOwnIdentities(): ShownIdentities {
  const [state, setState] = useState<ShownIdentities>({ is: 'loading' })
  useEffect(() => {
    const watching = new AbortController()
    const show = (shown: ShownIdentities): void => {
      if (!watching.signal.aborted) setState(shown)
    }
    const load = (): void => {
      ask('own-identities', {}).then(
        (identities) => {
          show({ is: 'here', identities })
        },
        () => {
          show({ is: 'silent' })
        },
      )
    }
    onBroadcast(({ type }) => {
      if (type === 'own-changed') load()
    }, watching.signal)
    load()
    return () => {
      watching.abort()
    }
  }, [])
  return state
}
