import { beforeEach, expect, it, vi } from 'vitest'

const browser: Record<string, unknown> = {}
vi.mock('webextension-polyfill', () => ({ default: browser }))
const { isFirefox, isInToolbar } = await import('../../../src/platform/toolbar-icon')
const { shortcutOfPopup } = await import('../../../src/platform/shortcuts')

beforeEach(() => {
  browser.action = {}
})

it('is in the toolbar only where the browser says so', async () => {
  expect(await isInToolbar()).toBe(false)
  browser.action = { getUserSettings: () => Promise.resolve({}) }
  expect(await isInToolbar()).toBe(false)
  browser.action = { getUserSettings: () => Promise.resolve({ isOnToolbar: true }) }
  expect(await isInToolbar()).toBe(true)
})

it.each([
  ['moz-extension://id/', true],
  ['chrome-extension://id/', false],
])('%s is Firefox: %s', (url, is) => {
  browser.runtime = { getURL: () => url }
  expect(isFirefox()).toBe(is)
})

it('names the keys of the popup, and none where none are set', async () => {
  const other = { name: 'verify-page', shortcut: 'Ctrl+B' }
  browser.commands = { getAll: () => Promise.resolve([other]) }
  expect(await shortcutOfPopup()).toBe('')
  const popup = { name: '_execute_action', shortcut: 'Alt+Shift+V' }
  browser.commands = { getAll: () => Promise.resolve([other, popup]) }
  expect(await shortcutOfPopup()).toBe('Alt+Shift+V')
})
