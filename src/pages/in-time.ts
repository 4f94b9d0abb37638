import { useEffect } from 'preact/hooks'

/** Milliseconds: a verdict on an open page is no older. */
const FRESH_MS = 60_000

/**
 * What stands on a page that stays open would hold for ever: badges expire, and answers become too old.
 *
 * @param reload called each minute while somebody looks, and when they look again; undefined: nothing to ask for
 */
export function useInTime(reload: (() => void) | undefined): void {
  useEffect(() => {
    if (!reload) return
    const again = (): void => {
      if (!document.hidden) reload()
    }
    document.addEventListener('visibilitychange', again)
    const timer = setInterval(again, FRESH_MS)
    return () => {
      document.removeEventListener('visibilitychange', again)
      clearInterval(timer)
    }
  }, [reload])
}
