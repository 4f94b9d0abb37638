import { useEffect } from 'preact/hooks'

/** What a key asks for; undefined: it is not ours. */
export type KeyAction =
  { is: 'move'; to: 'next' | 'previous' | 'first' | 'last' } | { is: 'back' | 'verify' | 'filter' }

const ACTIONS = new Map<string, KeyAction>([
  ['ArrowDown', { is: 'move', to: 'next' }],
  ['ArrowUp', { is: 'move', to: 'previous' }],
  ['Home', { is: 'move', to: 'first' }],
  ['End', { is: 'move', to: 'last' }],
  ['Escape', { is: 'back' }],
  ['v', { is: 'verify' }],
  ['f', { is: 'filter' }],
  ['/', { is: 'filter' }],
])

export interface PressedKey {
  key: string
  altKey: boolean
  ctrlKey: boolean
  metaKey: boolean
  shiftKey: boolean
  isComposing: boolean
  repeat: boolean
  defaultPrevented: boolean
}

/**
 * What a key asks for. Keys with modifiers are the browser's, those of a field are the field's: only `/` may
 * need Shift, as it does on many keyboards.
 */
export function actionOf(pressed: PressedKey, isInField: boolean): KeyAction | undefined {
  const { key, altKey, ctrlKey, metaKey, shiftKey, isComposing, defaultPrevented } = pressed
  if (altKey || ctrlKey || metaKey || isComposing || defaultPrevented || isInField) return undefined
  if (shiftKey && key !== '/') return undefined
  const action = ACTIONS.get(key)
  // A key that is held down says nothing twice, least of all whom to ask; it may have opened this very window.
  return pressed.repeat && action?.is === 'verify' ? undefined : action
}

/** Fields, and what has keys of its own: the arrows choose among radio buttons. */
const FIELDS = 'input, textarea, select, [contenteditable], [role=slider]'

export function isField(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest(FIELDS) !== null
}

const SCROLLING = new Set(['PageDown', 'PageUp', 'Home', 'End', 'ArrowDown', 'ArrowUp'])

/** Does the key scroll the window? In a popup only `main` can be: it needs the focus for that. */
export function scrollsWindow(event: KeyboardEvent): boolean {
  const { key, target, altKey, ctrlKey, metaKey, defaultPrevented } = event
  if (altKey || ctrlKey || metaKey || defaultPrevented || isField(target)) return false
  if (target === document.body) return SCROLLING.has(key) || key === ' '
  return target instanceof Element && !target.closest('main') && SCROLLING.has(key)
}

const ROWS = '.badge-row-open'

/**
 * Keys for the list and what is opened from it. They press what is there to be pressed, so that no key does
 * what no button does.
 */
export function useKeys(): void {
  useEffect(() => {
    const hear = (event: KeyboardEvent): void => {
      const action = actionOf(event, isField(event.target))
      if (action && obey(action)) event.preventDefault()
      else if (scrollsWindow(event)) document.querySelector('main')?.focus({ preventScroll: true })
    }
    document.addEventListener('keydown', hear)
    return () => {
      document.removeEventListener('keydown', hear)
    }
  }, [])
}

/** @returns whether there was anything to do: else the key is left to the browser */
function obey(action: KeyAction): boolean {
  switch (action.is) {
    case 'move':
      return moveTo(action.to)
    case 'back':
      return press('.opened-back')
    case 'verify':
      return press('[name="verify-all"]')
    case 'filter':
      return focus('.list-search input') || focus('.filter-chip')
  }
}

function moveTo(where: 'next' | 'previous' | 'first' | 'last'): boolean {
  const rows = [...document.querySelectorAll<HTMLElement>(ROWS)]
  const current = document.activeElement?.closest('.badge-row')?.querySelector<HTMLElement>(ROWS)
  const at = current ? rows.indexOf(current) : -1
  const target = rows[indexAfter(at, rows.length, where)]
  target?.focus()
  return target !== undefined
}

/** The row to go to. @param at -1: none has the focus */
export function indexAfter(
  at: number,
  rows: number,
  where: 'next' | 'previous' | 'first' | 'last',
): number {
  if (where === 'first') return 0
  if (where === 'last') return rows - 1
  if (at === -1) return where === 'next' ? 0 : -1
  return where === 'next' ? Math.min(at + 1, rows - 1) : Math.max(at - 1, 0)
}

function press(selector: string): boolean {
  const button = document.querySelector<HTMLButtonElement>(selector)
  if (!button || button.disabled) return false
  button.click()
  return true
}

function focus(selector: string): boolean {
  const element = document.querySelector<HTMLElement>(selector)
  element?.focus()
  return element !== null
}
