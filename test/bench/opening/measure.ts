import type { Page } from 'puppeteer-core'
import type { ExtensionBrowser } from '../../e2e/harness/extension-browser'
import { waitUntil } from '../../e2e/harness/wait-until'

/** What the page is opened for is there. */
type Drawn = { selector: string; path: string }

/**
 * Milliseconds from the beginning of the navigation to the first frame after what it is opened for was
 * drawn: as a person waits for it. A popup of the browser itself takes its window on top of that.
 */
export async function openingTime(
  browser: ExtensionBrowser,
  { selector, path }: Drawn,
): Promise<number> {
  const page = await browser.openExtensionPage(path, (tab) =>
    tab.evaluateOnNewDocument(WATCH, selector),
  )
  const time = await waitUntil(
    `${path} to show ${selector}`,
    () => drawnAt(page),
    (at) => at !== undefined,
  )
  await page.close()
  return time ?? Number.NaN
}

/**
 * The same of the browser's own popup, without the time that its window takes. Its page cannot be watched from the
 * beginning: what it was opened for is known by the frames in which it, or something in it, is what is largest.
 */
export async function ownPopupTime(browser: ExtensionBrowser, selector: string): Promise<number> {
  await browser.openOwnPopup()
  const time = await waitUntil(
    `the popup to show ${selector}`,
    () => browser.inOwnPopup(shownAt(selector)) as Promise<number | null | undefined>,
    (at) => typeof at === 'number',
  )
  await browser.closeOwnPopup()
  return time ?? Number.NaN
}

/** For the popup: milliseconds since its navigation began; null where it has not come. */
function shownAt(selector: string): string {
  return `new Promise((resolve) => {
    new PerformanceObserver((list, seen) => {
      seen.disconnect()
      const isWanted = ({ element }) => element?.closest('${selector}')
      resolve(list.getEntries().find(isWanted)?.startTime ?? null)
    }).observe({ type: 'largest-contentful-paint', buffered: true })
    setTimeout(() => resolve(null), 500)
  })`
}

/** Runs before the page does: when the element came into the tree, in milliseconds since the navigation began. */
const WATCH = (wanted: string): void => {
  new MutationObserver((_, watching) => {
    if (!document.querySelector(wanted)) return
    watching.disconnect()
    globalThis.cameAt = performance.now()
  }).observe(document, { childList: true, subtree: true })
}

declare global {
  var cameAt: number | undefined
}

/**
 * Of the first frame with something large in it that was shown after the element had come; where nothing larger came
 * any more, of the last one before.
 */
function drawnAt(page: Page): Promise<number | undefined> {
  return page.evaluate(async () => {
    const came = globalThis.cameAt
    if (came === undefined) return undefined
    return new Promise<number | undefined>((resolve) => {
      const seen = new PerformanceObserver((list) => {
        const paints = list.getEntries()
        seen.disconnect()
        resolve((paints.find(({ startTime }) => startTime >= came) ?? paints.at(-1))?.startTime)
      })
      seen.observe({ type: 'largest-contentful-paint', buffered: true })
      setTimeout(() => {
        resolve(undefined)
      }, 500)
    })
  })
}
