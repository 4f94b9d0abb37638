import { JSDOM } from 'jsdom'
import { describe, expect, test, vi } from 'vitest'
import {
  actionOf,
  indexAfter,
  scrollsWindow,
  type PressedKey,
} from '../../../../src/pages/application/keys'

const press = (key: string, more: Partial<PressedKey> = {}): PressedKey => ({
  ...{ key, altKey: false, ctrlKey: false, metaKey: false, shiftKey: false },
  ...{ isComposing: false, defaultPrevented: false, repeat: false },
  ...more,
})

describe('a key', () => {
  test.each([
    ['ArrowDown', { is: 'move', to: 'next' }],
    ['ArrowUp', { is: 'move', to: 'previous' }],
    ['Home', { is: 'move', to: 'first' }],
    ['End', { is: 'move', to: 'last' }],
    ['Escape', { is: 'back' }],
    ['v', { is: 'verify' }],
    ['f', { is: 'filter' }],
    ['/', { is: 'filter' }],
  ])('%s is ours', (key, action) => {
    expect(actionOf(press(key), false)).toEqual(action)
  })

  test.each(['ArrowDown', 'v', '/', 'f', 'Home', 'Escape'])(
    '%s is the field’s in a field',
    (key) => {
      expect(actionOf(press(key), true)).toBeUndefined()
    },
  )

  test.each(['altKey', 'ctrlKey', 'metaKey', 'shiftKey', 'isComposing', 'defaultPrevented'])(
    'v with %s is not: Ctrl+V pastes, and asks nobody',
    (state) => {
      expect(actionOf(press('v', { [state]: true }), false)).toBeUndefined()
    },
  )

  test('v that is held down asks nobody, again or at all: the key that opened the window may still be', () => {
    expect(actionOf(press('v', { repeat: true }), false)).toBeUndefined()
    expect(actionOf(press('ArrowDown', { repeat: true }), false)).toBeDefined()
  })

  test('that writes / may need Shift', () => {
    expect(actionOf(press('/', { shiftKey: true }), false)).toEqual({ is: 'filter' })
  })

  test.each(['V', 'Enter', ' ', 'Tab', 'constructor', '__proto__'])('%s is not ours', (key) => {
    expect(actionOf(press(key), false)).toBeUndefined()
  })
})

describe('the row to go to', () => {
  test('stops at either end', () => {
    expect(indexAfter(2, 3, 'next')).toBe(2)
    expect(indexAfter(0, 3, 'previous')).toBe(0)
  })

  test('is the first for who comes from above', () => {
    expect(indexAfter(-1, 3, 'next')).toBe(0)
    expect(indexAfter(-1, 3, 'previous')).toBe(-1)
  })

  test('is none where there are none', () => {
    expect([0, -1]).toContain(indexAfter(-1, 0, 'last'))
  })
})

describe('what has the focus when a key would scroll the window', () => {
  const { document, Element } = new JSDOM(
    '<body><main><button></button></main><footer><button></button><input></footer></body>',
    { url: 'https://page.example/' },
  ).window
  vi.stubGlobal('document', document)
  vi.stubGlobal('Element', Element)
  const scrolls = (target: string, key: string, more: Partial<PressedKey> = {}): boolean =>
    scrollsWindow({ ...press(key, more), target: document.querySelector(target) } as KeyboardEvent)

  test.each(['PageDown', 'PageUp', 'Home', 'End', 'ArrowDown', 'ArrowUp', ' '])(
    'nothing: %s scrolls it',
    (key) => {
      expect(scrolls('body', key)).toBe(true)
    },
  )

  test('a button outside what can move: Space presses it, all else scrolls', () => {
    expect(scrolls('footer button', 'PageDown')).toBe(true)
    expect(scrolls('footer button', ' ')).toBe(false)
  })

  test('something in what can move, or a field: the browser knows best', () => {
    expect(scrolls('main button', 'PageDown')).toBe(false)
    expect(scrolls('input', 'End')).toBe(false)
  })

  test.each(['altKey', 'ctrlKey', 'metaKey', 'defaultPrevented'])(
    'with %s it is another key: Ctrl+PageDown goes to the next tab',
    (state) => {
      expect(scrolls('body', 'PageDown', { [state]: true })).toBe(false)
    },
  )
})
