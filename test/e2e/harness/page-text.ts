import type { Page } from 'puppeteer-core'

/** What stands in the first element that matches; nothing as long as there is none. */
export function textOf(page: Page, selector: string): Promise<string> {
  return page.evaluate((wanted) => document.querySelector(wanted)?.textContent ?? '', selector)
}

/** All words of a page of ours; some pages draw nothing before the worker has spoken. */
export async function mainText(page: Page): Promise<string> {
  await page.waitForSelector('main')
  return textOf(page, 'main')
}
