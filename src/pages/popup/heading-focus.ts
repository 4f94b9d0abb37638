import type { RefObject } from 'preact'
import { useEffect } from 'preact/hooks'

/** Moves the focus to the heading of what has been opened, as soon as there is one. */
export function useHeadingFocus(root: RefObject<HTMLElement | null>, id: string): void {
  useEffect(() => {
    const opened = root.current
    if (opened === null || focusHeading(opened)) return
    const waiting = new MutationObserver(() => {
      if (focusHeading(opened)) waiting.disconnect()
    })
    waiting.observe(opened, { childList: true, subtree: true })
    return () => {
      waiting.disconnect()
    }
  }, [root, id])
}

function focusHeading(root: HTMLElement): boolean {
  const heading = root.querySelector('h1')
  heading?.focus()
  return heading !== null
}
