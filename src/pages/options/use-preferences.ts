import { useEffect, useState } from 'preact/hooks'
import { preferences, readPreferences, type Preferences } from '../../platform/preferences'
import { onBroadcast } from '../../platform/requests'

/** What the user prefers, read again after each change; undefined until it was read. */
export function usePreferences(): Preferences | undefined {
  const [state, setState] = useState<Preferences>()
  useEffect(() => {
    const watching = new AbortController()
    const load = (): void => {
      void preferences
        .get()
        .catch(() => readPreferences(undefined))
        .then((kept) => {
          if (!watching.signal.aborted) setState(kept)
        })
    }
    onBroadcast(({ type }) => {
      if (type === 'preferences-changed') load()
    }, watching.signal)
    load()
    return () => {
      watching.abort()
    }
  }, [])
  return state
}
