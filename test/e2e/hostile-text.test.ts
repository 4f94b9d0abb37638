/** Markup and scripts in a badge stay text: in the page, in the popup and on the full page. */
import type { Page } from 'puppeteer-core'
import { afterEach, expect, test } from 'vitest'
import { ATTACKS_URL } from '../demo/pages/index'
import { badgeNamed, waitForMarks } from './harness/demo-page'
import { mainText } from './harness/page-text'
import { openDetail, popupRows, verifyAll } from './harness/popup'
import { useDemo } from './harness/use-demo'

const demo = useDemo()

declare global {
  var touchstoneAttacked: unknown
}

afterEach(() => {
  expect(demo.server.log.to('tracker.example')).toEqual([])
})

test('marks show the claimed name as text', async () => {
  const page = await demo.browser.openPage(ATTACKS_URL)
  const badges = ['hostile-text', 'hostile-svg'].map((id) => badgeNamed(demo, id))
  const marks = await waitForMarks(demo, page, badges)
  expect(marks.get('hostile-text')?.look).toBe('authentic')
  expect(marks.get('hostile-text')?.label).toContain('calls itself “Guild <img')
  await expectUnharmed(page)
})

test('list and detail show every field as text', async () => {
  const page = await demo.browser.openPage(ATTACKS_URL)
  const popup = await demo.browser.openPopup(page)
  await verifyAll(popup)
  await expectUnharmed(popup)
  for (const { id } of await popupRows(popup)) {
    const headline = await openDetail(popup, id)
    expect(headline).toMatch(/^Authentic\./)
    await openEverything(popup)
    await expectUnharmed(popup)
    const text = await mainText(popup)
    if (headline.includes('Guild <img'))
      expect(text).toContain('<script>window.touchstoneAttacked=1')
    await popup.click('.opened-back')
    await popup.waitForSelector('.badge-row')
  }
  await expectUnharmed(page)
})

/** Nothing ran, nothing from outside is shown, and no link leads to a script. */
async function expectUnharmed(page: Page): Promise<void> {
  // The `await` keeps the page's own security policy in force.
  const attacked = await page.evaluate(async () => {
    await Promise.resolve()
    return globalThis.touchstoneAttacked
  })
  expect(attacked).toBeUndefined()
  const foreign = await page.$$eval('main *', (elements) =>
    elements
      .flatMap((element) => ['src', 'href', 'srcset'].map((name) => element.getAttribute(name)))
      .filter((value) => value !== null && /tracker\.example|^javascript:/i.test(value)),
  )
  expect(foreign).toEqual([])
}

async function openEverything(popup: Page): Promise<void> {
  await popup.$$eval('details', (all) => {
    for (const each of all) each.open = true
  })
  await popup.$$eval('[aria-expanded="false"]', (all) => {
    for (const each of all) (each as HTMLElement).click()
  })
}
