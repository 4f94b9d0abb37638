import type { Page } from 'puppeteer-core'
import type { ExtensionBrowser } from '../../e2e/harness/extension-browser'
import { waitUntil } from '../../e2e/harness/wait-until'

/** What the page is opened for is there. */
export type Drawn = { selector: string; path: string }

/**
 * Milliseconds from the beginning of the navigation to the first frame after what it is opened for was
 * drawn: as a person waits for it. A popup of the browser itself takes its window on top of that.
 */
export async function openingTime(
  browser: ExtensionBrowser,
  { selector, path }: Drawn,
): Promise<number> {
  const page = await browser.openExtensionPage(path)
  const time = await waitUntil(
    `${path} to show ${selector}`,
    () => drawnAt(page, selector),
    (at) => at !== undefined,
  )
  await page.close()
  return time ?? Number.NaN
}

/**
 * Of the frame in which the element was painted first. Pages mark nothing themselves: the browser keeps the
 * time of each largest paint, and an element that is there and was never larger came with the first after it.
 */
function drawnAt(page: Page, selector: string): Promise<number | undefined> {
  return page.evaluate(async (wanted) => {
    if (!document.querySelector(wanted)) return undefined
    return new Promise<number | undefined>((resolve) => {
      const seen = new PerformanceObserver((list) => {
        const paints = list.getEntries() as (PerformanceEntry & { element?: Element | null })[]
        seen.disconnect()
        resolve(paints.at(-1)?.startTime)
      })
      seen.observe({ type: 'largest-contentful-paint', buffered: true })
      setTimeout(() => {
        resolve(undefined)
      }, 500)
    })
  }, selector)
}
