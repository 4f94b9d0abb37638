/** Of a page of many images only what somebody comes near to is looked at, unless they ask about the whole page. */
import type { Page } from 'puppeteer-core'
import { expect, test } from 'vitest'
import { publish, type ServedWeb } from '../fixtures/web'
import { blank, plainBadge } from '../page-kinds/pictures'
import { READ_AT_ONCE } from '../../src/content/sightings'
import { bakePng } from '../../src/verifier/unbake/bake'
import { seenMarks } from './harness/marks'
import { popupRows } from './harness/popup'
import { useDemo } from './harness/use-demo'
import { waitUntil } from './harness/wait-until'

const PAGE = 'https://feed.example/'
const NEAR = 'https://feed.example/near.png'
/** One that the page reads itself, of which its host need not hear, and one that only the worker can. */
const FAR = ['https://feed.example/far.png', 'https://pictures.example/far.png']

/** More than are looked at wherever they are, since some may be late. */
const PLAIN = Array.from(
  { length: READ_AT_ONCE + 10 },
  (_, at) => `https://feed.example/plain/${at}.png`,
)

const web: ServedWeb = new Map()
for (const url of PLAIN) publish(web, url, blank(96), { type: 'png' })
for (const url of [NEAR, ...FAR]) {
  const badge = bakePng(plainBadge(), `https://issuer.example/assertions/${url.length}`, {
    keyword: 'openbadges',
  })
  publish(web, url, badge, { type: 'png' })
}
/** It alone is read from another host, by the worker. */
const SLOW = 'https://pictures.example/slow.png'
publish(web, SLOW, blank(96), { type: 'png' })
const BARE = 'https://feed.example/bare'
for (const [url, shown] of [
  [PAGE, [...PLAIN, NEAR]],
  [BARE, PLAIN],
] as const) {
  const html = `<!doctype html><html lang="en"><title>Feed</title><body>${images(shown)}`
  publish(web, url, html, { type: 'html' })
}
const demo = useDemo({ web })

function images(urls: readonly string[]): string {
  return urls.map((url) => `<img src="${url}" alt="Picture">`).join('')
}

/** Once what is at its top has been looked at. */
async function openFeed(): Promise<Page> {
  const page = await demo.browser.openPage(PAGE)
  await marksToBe(page, 1)
  await goOn(page, FAR)
  return page
}

/** As the next part of a feed does; within one page the order in which images load is anybody's guess. */
async function goOn(page: Page, urls: string[]): Promise<void> {
  const more = `<div style="height: 60000px"></div>${images(urls)}`
  await page.evaluate((html) => {
    document.body.insertAdjacentHTML('beforeend', html)
  }, more)
  // Had they been looked at, they would have been by now.
  await new Promise((resolve) => setTimeout(resolve, 1_500))
}

function marksToBe(page: Page, count: number): Promise<unknown> {
  const marks = () => seenMarks(demo.browser, page)
  return waitUntil(`${count} marks`, marks, ({ length }) => length === count)
}

/** What was asked for by script, and not by the page's own images. */
const asked = () =>
  demo.server.log.entries
    .filter(({ destination }) => destination === 'empty')
    .map(({ host, path }) => `https://${host}${path}`)

test('a badge sixty screens down is asked for and marked when somebody comes near', async () => {
  const page = await openFeed()
  expect(await seenMarks(demo.browser, page)).toHaveLength(1)
  expect(asked()).not.toContain(FAR[1])
  await page.evaluate(() => {
    scrollTo(0, document.documentElement.scrollHeight)
  })
  await marksToBe(page, 3)
  expect(asked()).toContain(FAR[1])
})

test('the popup lists it where it is', async () => {
  const page = await openFeed()
  const popup = await demo.browser.openPopup(page)
  const rows = await waitUntil(
    'all three badges',
    () => popupRows(popup),
    ({ length }) => length === 3,
  )
  expect(rows).toHaveLength(3)
  expect(await page.evaluate(() => scrollY)).toBe(0)
})

test('until all of it is read the popup does not say that there is none', async () => {
  const page = await demo.browser.openPage(BARE)
  await goOn(page, [SLOW])
  demo.server.setFault(SLOW, { kind: 'hold' })
  const popup = await demo.browser.openPopup(page)
  const says = (words: string) =>
    waitUntil(
      words,
      () => popup.evaluate(() => document.body.innerText),
      (text) => text.includes(words),
    )
  const early = await says('Touchstone is still looking at this page')
  expect(early).not.toContain('No badges on this page')
  demo.server.setFault(SLOW, undefined)
  demo.server.release()
  await says('No badges on this page')
})
