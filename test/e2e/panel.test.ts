/** The panel beside the page, in the browser's own place for it, as it goes through the tabs of its window. */
import { beforeEach, describe, expect, test } from 'vitest'
import { ATTACKS_URL, PLAIN_URL } from '../demo/pages/index'
import { openProfile } from './harness/demo-page'
import { clickInPanel, openPanel, panelShows } from './harness/panel'
import { useDemo } from './harness/use-demo'
import { waitUntil } from './harness/wait-until'
import type { Page } from 'puppeteer-core'

const demo = useDemo()
let page: Page

interface WindowsApi {
  windows: { create(options: { url: string }): Promise<object> }
}

const ROWS = `document.querySelectorAll('.list[aria-busy=false] > .badge-row').length`
const DONE = '[data-state="done"] .badge-row-open'
const HAS_RESULT = `document.querySelector('${DONE}') !== null`
const HEADING = `document.querySelector('h1')?.textContent ?? ''`
const HEADLINE = `document.querySelector('.report-headline h1')?.textContent ?? ''`

const some = (value: unknown): boolean => typeof value === 'number' && value > 0
const says =
  (part: string) =>
  (value: unknown): boolean =>
    typeof value === 'string' && value.includes(part)

beforeEach(async () => {
  page = await openProfile(demo)
  await openPanel(demo, page)
  await panelShows(demo, 'the badges of the page', ROWS, some)
})

describe('it follows the tab in front', () => {
  test('and offers the last results where a page has none', async () => {
    await panelShows(demo, 'a verdict', HAS_RESULT)
    await demo.browser.openPage(PLAIN_URL)
    await panelShows(demo, 'that there are none', HEADING, says('No badges on this page'))
    expect(await demo.browser.inOwnPanel(ROWS)).toBe(0)
    await panelShows(
      demo,
      'the offer',
      `document.querySelector('.last-page')?.textContent ?? ''`,
      says('portfolio.example'),
    )
    await clickInPanel(demo, '.last-page button')
    await panelShows(
      demo,
      'when it was so',
      `document.querySelector('.kept-head')?.textContent ?? ''`,
      says('as it was on'),
    )
    await clickInPanel(demo, '.opened-back')
    await panelShows(demo, 'the page in front', HEADING, says('No badges on this page'))
  })

  test('along a link within it, too', async () => {
    await page.goto(PLAIN_URL)
    await panelShows(demo, 'that there are none', HEADING, says('No badges on this page'))
  })

  test('and keeps its place in each', async () => {
    await panelShows(demo, 'a verdict', HAS_RESULT)
    await clickInPanel(demo, DONE)
    const headline = await panelShows(demo, 'a report', HEADLINE, (text) => text !== '')
    await demo.browser.openPage(PLAIN_URL)
    await panelShows(demo, 'that there are none', HEADING, says('No badges on this page'))
    await page.bringToFront()
    expect(await panelShows(demo, 'the report', HEADLINE, (text) => text !== '')).toBe(headline)
  })
})

test('what another window shows stays there', async () => {
  const extension = await demo.browser.openExtensionPage('src/pages/popup/index.html?tab=-1')
  await extension.evaluate(async (url) => {
    const api = 'browser' in globalThis ? globalThis.browser : globalThis.chrome
    await (api as unknown as WindowsApi).windows.create({ url })
  }, ATTACKS_URL)
  await extension.close()
  await page.bringToFront()
  await waitUntil(
    'the other window’s page to be asked for',
    () => Promise.resolve(demo.server.log.entries.some(({ path }) => path === '/attacks.html')),
    (asked) => asked,
  )
  const rows = (await panelShows(demo, 'the badges of the page', ROWS, some)) as number
  await new Promise((resolve) => setTimeout(resolve, 1_500))
  expect(await demo.browser.inOwnPanel(ROWS)).toBe(rows)
})

test('a verdict that comes in is drawn, and survives the worker', async () => {
  await demo.browser.killWorker()
  await clickInPanel(demo, '.verify-all .button-primary')
  await panelShows(
    demo,
    'a verdict for every badge',
    `[...document.querySelectorAll('.badge-row')].every((row) => row.dataset.state === 'done')`,
  )
})
