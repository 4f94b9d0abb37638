/** How often a glance is written: a page of many badges changes many times a second. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Glances } from '../../../src/background/glances'
import type { PageView } from '../../../src/background/page-view'
import { addEntry, newTabState, type TabState } from '../../../src/background/tab-state'
import type { TabStore } from '../../../src/background/tab-store'
import { FakeBrowser } from './fake-browser'

const PAUSE = 300

let browser: FakeBrowser
let tabs: Map<number, TabState>
let views: number
let glances: Glances

beforeEach(async () => {
  browser = new FakeBrowser()
  const { api } = browser.startWorker()
  vi.resetModules()
  vi.doMock('webextension-polyfill', () => ({ default: api }))
  const { Glances } = await import('../../../src/background/glances')
  tabs = new Map()
  views = 0
  const view = {
    glance: ({ tabId, entries }: TabState) => {
      views++
      return Promise.resolve({ tabId, badges: entries })
    },
  }
  glances = new Glances(view as unknown as PageView, tabs as unknown as TabStore)
  vi.useFakeTimers()
})
afterEach(() => vi.useRealTimers())

function open(tabId: number): TabState {
  const tab = newTabState(tabId, false, { url: 'https://portfolio.example/me', host: '' })
  addEntry(tab, { kind: 'image', url: '', state: 'found' })
  tabs.set(tabId, tab)
  return tab
}

const written = (tabId: number) =>
  browser.journal.filter((entry) => entry === `session tab:${tabId}:glance`).length

describe('a glance', () => {
  test('is written once, however often its tab changes in the pause', async () => {
    open(1)
    for (let change = 0; change < 100; change++) {
      glances.changed(1)
      await vi.advanceTimersByTimeAsync(2)
    }
    expect(written(1)).toBe(0)
    await vi.advanceTimersByTimeAsync(PAUSE)
    expect([written(1), views]).toEqual([1, 1])
  })

  test('is written while the changes go on, and after the last of them', async () => {
    open(1)
    for (let ms = 0; ms < 10 * PAUSE; ms += 10) {
      glances.changed(1)
      await vi.advanceTimersByTimeAsync(10)
    }
    await vi.advanceTimersByTimeAsync(PAUSE)
    expect(written(1)).toBeGreaterThanOrEqual(9)
    expect(written(1)).toBeLessThanOrEqual(11)
    await vi.advanceTimersByTimeAsync(100 * PAUSE)
    expect(written(1)).toBeLessThanOrEqual(11)
  })

  test('of one tab waits for no other', async () => {
    open(1)
    open(2)
    glances.changed(1)
    glances.changed(2)
    await vi.advanceTimersByTimeAsync(PAUSE)
    expect([written(1), written(2)]).toEqual([1, 1])
  })

  test('is forgotten as soon as the list is empty, and written of none', async () => {
    const tab = open(1)
    glances.changed(1)
    await vi.advanceTimersByTimeAsync(PAUSE)
    expect(browser.session.has('tab:1:glance')).toBe(true)
    tab.entries = []
    glances.changed(1)
    await vi.advanceTimersByTimeAsync(PAUSE)
    expect(browser.session.has('tab:1:glance')).toBe(false)
  })

  test('is not written once its tab shows another document, or is gone', async () => {
    for (const leave of [() => open(1), () => tabs.delete(1)]) {
      const tab = open(1)
      vi.spyOn(tabs, 'get').mockImplementationOnce(() => {
        leave()
        return tab
      })
      glances.changed(1)
      await vi.advanceTimersByTimeAsync(PAUSE)
      expect(written(1)).toBe(0)
    }
  })

  test('is not kept where it is long, nor is the one before it', async () => {
    const tab = open(1)
    glances.changed(1)
    await vi.advanceTimersByTimeAsync(PAUSE)
    expect(browser.session.has('tab:1:glance')).toBe(true)
    for (let at = 0; at < 2_000; at++)
      addEntry(tab, {
        kind: 'image',
        url: `https://cdn.example/${'x'.repeat(300)}`,
        state: 'found',
      })
    glances.changed(1)
    await vi.advanceTimersByTimeAsync(PAUSE)

    expect(browser.session.has('tab:1:glance')).toBe(false)
  })
})
