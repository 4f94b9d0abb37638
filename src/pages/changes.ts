import { useEffect, useState } from 'preact/hooks'
import type { Broadcast } from '../platform/messages'
import { onBroadcast } from '../platform/requests'

/** Counts what the worker says that has changed, of these kinds: what was asked for is to be asked for again. */
export function useChanges(...kinds: Broadcast['type'][]): number {
  const [changes, setChanges] = useState(0)
  useEffect(() => {
    const watching = new AbortController()
    onBroadcast(({ type }) => {
      if (kinds.includes(type)) setChanges((count) => count + 1)
    }, watching.signal)
    return () => {
      watching.abort()
    }
  }, [])
  return changes
}
