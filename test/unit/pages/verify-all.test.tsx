import { beforeEach, describe, expect, test, vi } from 'vitest'
import type { BadgeState, PageState } from '../../../src/platform/messages'
import { SCENES } from '../../screens/scenes'
import { live } from '../ui/live'
import { worker } from './fake-worker'

vi.mock('webextension-polyfill', async () => (await import('./fake-worker')).asBrowser)
const { VerifyAll } = await import('../../../src/pages/verify-all')

const { page: list } = SCENES.list ?? {}
if (!list) throw new Error('The scene has a page')

const pageIn = (state: BadgeState): PageState => ({
  ...list,
  badges: list.badges.map((badge) => ({ ...badge, state })),
})

function button(root: HTMLElement): HTMLButtonElement {
  const found = root.querySelector('button')
  if (!found) throw new Error('expected a button, got none')
  return found
}

beforeEach(() => {
  worker.forget()
  worker.answer = () => null
})

describe('who has all verified by keyboard', () => {
  test('has the focus on what can be done next, until all is done', () => {
    const shown = live(<VerifyAll page={pageIn('found')} />)
    button(shown.root).focus()
    shown.press('Verify all')
    shown.show(<VerifyAll page={pageIn('checking')} />)
    expect(document.activeElement?.textContent).toBe('Cancel')
    shown.press('Cancel')
    shown.show(<VerifyAll page={pageIn('done')} quiet />)
    expect(document.activeElement?.textContent).toBe('Verify all again')
    expect(worker.asked.map(({ type }) => type)).toEqual(['verify', 'cancel'])
  })

  test('does not call it off by holding the key down', () => {
    const shown = live(<VerifyAll page={pageIn('checking')} />)
    const { KeyboardEvent } = document.defaultView ?? {}
    if (!KeyboardEvent) throw new Error('expected a window, got none')
    const pressed = (repeat: boolean) =>
      new KeyboardEvent('keydown', { key: 'Enter', repeat, bubbles: true, cancelable: true })
    const [first, held] = [pressed(false), pressed(true)]
    button(shown.root).dispatchEvent(first)
    button(shown.root).dispatchEvent(held)
    expect([first.defaultPrevented, held.defaultPrevented]).toEqual([false, true])
  })
})
