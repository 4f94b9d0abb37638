/** What lies on the shelves takes no more room than there is for it, and other things take none of theirs. */
import { beforeEach, describe, expect, test, vi } from 'vitest'
import type { SessionShelf } from '../../../src/background/session-shelf'
import { FakeBrowser } from './fake-browser'

const MOST = 3_000_000
const MOST_OF_ONE = 300_000

let browser: FakeBrowser
let shelf: SessionShelf

async function freshShelf(): Promise<SessionShelf> {
  const { SessionShelf } = await import('../../../src/background/session-shelf')
  return new SessionShelf()
}

beforeEach(async () => {
  browser = new FakeBrowser()
  const { api } = browser.startWorker()
  vi.resetModules()
  vi.doMock('webextension-polyfill', () => ({ default: api }))
  shelf = await freshShelf()
})

const text = (length: number) => 'x'.repeat(length - 2)
const lies = (key: string) => browser.session.has(key)

describe('the room of a shelf', () => {
  test('is taken by what another worker left there', async () => {
    browser.session.set('tab:1:content:a', text(MOST - 1_000))
    await shelf.put('tab:2:content:b', text(2_000))
    expect(lies('tab:2:content:b')).toBe(false)
    expect(await shelf.get('tab:2:content:b')).toHaveLength(1_998)
  })

  test('is taken neither by glances nor by the states of tabs', async () => {
    browser.session.set('tab:1:glance', { page: text(MOST) })
    browser.session.set('tab:1', { entries: text(MOST) })
    browser.session.set('consent', text(MOST))
    await shelf.put('tab:2:content:b', text(MOST_OF_ONE))
    expect(lies('tab:2:content:b')).toBe(true)
  })

  test('ends, however many tabs of however many shelves take of it', async () => {
    for (let tab = 0; tab < 20; tab++) await shelf.put(`tab:${tab}:report:a`, text(MOST_OF_ONE))
    const taken = [...browser.session.values()].join('').length
    expect(taken).toBeLessThanOrEqual(MOST)
    expect(taken).toBeGreaterThan(MOST - MOST_OF_ONE)
  })

  test('is there again once something was removed', async () => {
    for (let tab = 0; tab < 10; tab++) await shelf.put(`tab:${tab}:report:a`, text(MOST_OF_ONE))
    await shelf.put('tab:11:report:a', text(MOST_OF_ONE))
    expect(lies('tab:11:report:a')).toBe(false)
    await shelf.removeTab(1)
    await shelf.put('tab:11:report:a', text(MOST_OF_ONE))
    expect(lies('tab:11:report:a')).toBe(true)
    expect(await shelf.get('tab:1:report:a')).toBeUndefined()
  })

  test('goes to reports before files, and no further than they need it', async () => {
    for (let at = 0; at < 10; at++) await shelf.put(`tab:1:content:${at}`, text(MOST_OF_ONE))
    await shelf.put('tab:1:report:long', text(MOST_OF_ONE + 1))
    expect(lies('tab:1:content:0')).toBe(true)
    await shelf.put('tab:1:report:a', text(1_000))
    expect([lies('tab:1:report:a'), lies('tab:1:content:0'), lies('tab:1:content:1')]).toEqual([
      ...[true, false, true],
    ])
    // In memory it is still there.
    expect(await shelf.get('tab:1:content:0')).toHaveLength(MOST_OF_ONE - 2)
  })

  test('is not taken by one value alone, and nothing old stays in its place', async () => {
    await shelf.put('tab:1:report:a', 'old')
    await shelf.put('tab:1:report:a', text(MOST_OF_ONE + 1))
    expect(lies('tab:1:report:a')).toBe(false)
    // The worker that comes next has neither.
    expect(await (await freshShelf()).get('tab:1:report:a')).toBeUndefined()
  })
})

test('a tab whose number begins with that of another keeps what it has', async () => {
  await shelf.put('tab:1:report:a', 'one')
  await shelf.put('tab:11:report:a', 'eleven')
  await shelf.removeTab(1)
  expect(await shelf.get('tab:11:report:a')).toBe('eleven')
})
