import { expect, it, vi } from 'vitest'
import type { PageViewParts } from '../../../src/background/page-view'
import { addEntry, newTabState, type TabState } from '../../../src/background/tab-state'
import { FakeBrowser } from './fake-browser'

const browser = new FakeBrowser()
vi.doMock('webextension-polyfill', () => ({ default: browser.startWorker().api }))
const { awardBehind } = await import('../../../src/background/award')
const { PageView } = await import('../../../src/background/page-view')

/** Chromium's `kMaxMessageBytes`. */
const LARGEST_MESSAGE = 64 * 1024 * 1024

const viewOf = (tab: TabState, thumbnail?: string) =>
  new PageView({
    store: { get: () => tab },
    keepsakes: { thumbnail: () => Promise.resolve(thumbnail) },
    consent: { stateFor: () => ({}) },
    access: { of: () => Promise.resolve({ access: 'ok' }) },
    ports: { hasFrame: () => true },
    wholePage: { ask: () => Promise.resolve({}) },
    freshness: { renew: () => Promise.resolve() },
  } as unknown as PageViewParts)

it('answers in one message, however many large drawings a page shows', async () => {
  const tab = newTabState(1, false, { url: 'about:blank', host: '' })
  for (let at = 0; at < 1_000; at++)
    addEntry(tab, { kind: 'image', url: `https://cdn.example/${at}.svg`, state: 'found' })
  const picture = `data:image/svg+xml;base64,${'A'.repeat(85_000)}`
  const { badges } = await viewOf(tab, picture).of(1)

  expect(badges).toHaveLength(1_000)
  expect(badges[0]?.thumbnail).toBe(picture)
  expect(JSON.stringify(badges).length).toBeLessThan(LARGEST_MESSAGE)
})

it('says which badge is the page itself', async () => {
  const url = 'https://www.credly.com/badges/61842971-ed83-498b-bf71-e0af10ad4648'
  const tab = newTabState(1, false, { url, host: 'www.credly.com' })
  for (const address of [`${url}#x`, `${url}/share`])
    addEntry(tab, { kind: 'link', url: address, state: 'found' })
  addEntry(tab, { kind: 'image', url, state: 'found' })
  const { badges } = await viewOf(tab).of(1)
  expect(badges.map(({ isPage }) => isPage)).toEqual([true, undefined, undefined])
})

it('says so, too, of the award to which a link led by another address', async () => {
  const url = 'https://www.credly.com/badges/61842971-ed83-498b-bf71-e0af10ad4648'
  const tab = newTabState(1, false, { url: `${url}/public_url`, host: 'www.credly.com' })
  for (const href of [url, url.replace('ed83', 'ed84')])
    addEntry(tab, { kind: 'link', url: href, state: 'found', award: awardBehind({ href })! })
  const { badges } = await viewOf(tab).of(1)
  expect(badges.map(({ isPage }) => isPage)).toEqual([true, undefined])
})

it('answers for the page that came while it was found out whether the last is still there', async () => {
  const before = newTabState(2, false, {
    url: 'https://portfolio.example/ada',
    host: 'portfolio.example',
  })
  addEntry(before, { kind: 'image', url: 'https://cdn.example/ada.svg', state: 'found' })
  const next = newTabState(2, false, { url: 'https://next.example/', host: 'next.example' })
  const states = [before, next]
  browser.openTab(2, next.url)
  const view = new PageView({
    store: { get: () => (states.length > 1 ? states.shift() : next) },
    keepsakes: { thumbnail: () => Promise.resolve(undefined) },
    consent: { stateFor: () => ({}) },
    ports: { hasFrame: () => true },
    access: { of: () => Promise.resolve({ access: 'ok' }) },
    wholePage: { ask: () => Promise.resolve({}) },
    freshness: { renew: () => Promise.resolve() },
  } as unknown as PageViewParts)

  expect(await view.of(2)).toMatchObject({ host: 'next.example', badges: [] })
})
