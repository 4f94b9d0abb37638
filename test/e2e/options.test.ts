/** What the options remove is gone, on open pages as well; what they say for a report of a fault names nobody. */
import type { Page } from 'puppeteer-core'
import { beforeAll, expect, test } from 'vitest'
import { badgeNamed, openProfile, waitForMarks } from './harness/demo-page'
import { clickMark } from './harness/marks'
import { useDemo } from './harness/use-demo'
import { waitUntil } from './harness/wait-until'

const demo = useDemo({ oneWalk: true })
const REPORTS = '[data-kept="reports"]'

let page: Page
let options: Page

const untilLooks = (look: string) =>
  waitForMarks(demo, page, [badgeNamed(demo, 'did-web')], (mark) => mark.look === look)

beforeAll(async () => {
  page = await openProfile(demo)
  await clickMark(page, 'did-web')
  await untilLooks('authentic')
  options = await demo.browser.openExtensionPage('src/pages/options/index.html')
  await options.waitForSelector(`${REPORTS} button`)
})

test('diagnostics are numbers and words of our own', async () => {
  await options.waitForSelector('.options-diagnostics')
  const text = await options.$eval('.options-diagnostics', (shown) => shown.textContent)
  expect(text).toMatch(/^extension: \d/)
  expect(text).toMatch(/^badges\.authentic: [1-9]/m)
  expect(text).toMatch(/^browser\.version: \d/m)
  expect(text).toMatch(/^storageBytes: \d/m)
  expect(text).not.toMatch(/example|http|@|\//)
})

test('reports that are deleted are gone, and so is what marks said by them', async () => {
  await options.focus(`${REPORTS} button`)
  await options.keyboard.press('Enter')
  await waitUntil(
    'no report',
    () => options.$$(`${REPORTS} button`),
    (buttons) => buttons.length === 0,
  )
  expect(await options.evaluate(() => document.activeElement?.id)).toBe('kept')
  await page.bringToFront()
  await untilLooks('found')
})
