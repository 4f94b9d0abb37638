import type { Page } from 'puppeteer-core'
import type { Demo } from './launch'
import { waitUntil } from './wait-until'

/** Opens the browser's own panel as a person does, from the popup of this page; the popup closes. */
export async function openPanel({ browser }: Demo, page: Page): Promise<void> {
  const popup = await browser.openPopup(page)
  await popup.waitForSelector('.panel-open')
  // The page is in front again once the popup, which is a tab here, has closed itself.
  await popup.click('.panel-open').catch(() => undefined)
  await waitUntil(
    'the panel to open',
    () => browser.inOwnPanel('document.readyState'),
    (state) => state === 'complete',
  )
  await page.bringToFront()
}

/** What the panel shows, once it is what the test waits for. */
export async function panelShows(
  { browser }: Demo,
  what: string,
  expression: string,
  satisfies: (value: unknown) => boolean = (value) => value === true,
): Promise<unknown> {
  return waitUntil(what, () => browser.inOwnPanel(expression), satisfies)
}

/** A click in the panel. */
export async function clickInPanel({ browser }: Demo, selector: string): Promise<void> {
  await browser.inOwnPanel(`document.querySelector(${JSON.stringify(selector)}).click()`)
}
