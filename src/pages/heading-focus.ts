import type { RefObject } from 'preact'
import { useEffect } from 'preact/hooks'

/**
 * Moves the focus to the heading of what has been opened, as soon as there is one; and again when
 * what had the focus is gone because the badge came into another state.
 */
export function useHeadingFocus(
  root: RefObject<HTMLElement | null>,
  id: string,
  state: string,
): void {
  useEffect(() => focusWhenThere(root.current), [root, id])
  useEffect(() => {
    if (document.activeElement !== document.body) return
    return focusWhenThere(root.current)
  }, [root, state])
}

/** @returns stops waiting for a heading that has not come yet */
function focusWhenThere(opened: HTMLElement | null): (() => void) | undefined {
  if (opened === null || focusHeading(opened)) return undefined
  const waiting = new MutationObserver(() => {
    if (focusHeading(opened)) waiting.disconnect()
  })
  waiting.observe(opened, { childList: true, subtree: true })
  return () => {
    waiting.disconnect()
  }
}

function focusHeading(root: HTMLElement): boolean {
  const heading = root.querySelector('h1')
  heading?.focus()
  return heading !== null
}
