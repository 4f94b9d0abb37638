import { useLayoutEffect } from 'preact/hooks'

/**
 * Browsers take the focus from what is disabled. What had it when `busy` began has it again when that is over,
 * unless the user has moved on by then.
 */
export function useFocusBack(busy: boolean): void {
  useLayoutEffect(() => {
    if (!busy) return
    const before = document.activeElement
    return () => {
      if (document.activeElement === document.body && before instanceof HTMLElement) before.focus()
    }
  }, [busy])
}
