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

/**
 * For a button that goes as it is pressed, out of an alert that goes along: the focus goes to the heading that
 * stands over it, or else to that of what comes in its place, unless the user has moved on by then.
 */
export function passFocusOn(pressed: HTMLElement): void {
  const place = pressed.closest('section, article, main')
  const going = pressed.closest('[role="alert"]')
  const focusAny = (): boolean => {
    const headings = [...(place?.querySelectorAll<HTMLElement>(HEADINGS) ?? [])]
    const heading = headings.find((one) => going?.contains(one) !== true)
    heading?.focus()
    return heading !== undefined
  }
  if (place === null || focusAny()) return
  const waiting = new MutationObserver(() => {
    if (pressed.isConnected) return
    if (document.activeElement !== document.body || focusAny()) waiting.disconnect()
  })
  waiting.observe(place, { childList: true, subtree: true })
}

/** Those that can have the focus. */
const HEADINGS = 'h1[tabindex], h2[tabindex]'

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
