/** What is done to several pages before a picture is taken. */
import type { Page } from 'playwright-core'

const PATIENCE_MS = 5000

/** Waits until the focus is there: what the keyboard did must have taken it along. */
export async function focusOn(page: Page, selector: string): Promise<void> {
  await page.waitForSelector(`${selector}:focus`, { state: 'attached', timeout: PATIENCE_MS })
}

/** Opens everything that can be opened. */
export async function openDisclosures(page: Page): Promise<void> {
  await openEach(page, 'summary')
}

export async function openEach(page: Page, selector: string): Promise<void> {
  for (const summary of await page.locator(selector).all()) await summary.click()
}

export async function openExperts(page: Page): Promise<void> {
  await page.locator('.experts summary').click()
}

/** Opens a report by the keyboard, from what leads to it. */
export function openBy(opener: string): (page: Page) => Promise<void> {
  return async (page) => {
    await page.locator(opener).focus()
    await page.keyboard.press('Enter')
    await focusOn(page, '.report-headline h1')
  }
}

/** The same and back again, where the focus came from. */
export function thereAndBack(opener: string): (page: Page) => Promise<void> {
  return async (page) => {
    await openBy(opener)(page)
    await page.keyboard.press('Shift+Tab')
    await focusOn(page, '.opened-back')
    await page.keyboard.press('Enter')
    await focusOn(page, opener)
  }
}
