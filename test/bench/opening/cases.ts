import type { Page } from 'puppeteer-core'
import type { Demo } from '../../e2e/harness/launch'
import { popupRows, verifyAll } from '../../e2e/harness/popup'
import { waitUntil } from '../../e2e/harness/wait-until'
import { openingTime, ownPopupTime } from './measure'
import { wallUrl } from './wall'

const TIMES = 9
/** Milliseconds until what a page or a worker does after it has opened is over. */
const SETTLED = 500

export interface OpeningRow {
  page: string
  worker: 'warm' | 'killed'
  ms: number
}

/**
 * The popup by how many badges the page has: the browser's own; then in a tab, with a worker that runs and one that
 * must start. Then the others, in a tab.
 */
export async function measureOpening(demo: Demo, sizes: readonly number[]): Promise<OpeningRow[]> {
  const rows: OpeningRow[] = []
  for (const size of sizes) {
    const page = await demo.browser.openPage(wallUrl(size))
    const path = await popupPath(demo, page, size)
    const selector = size > 0 ? '.badge-row' : '.notice'
    // In Firefox the tests reach into the popup only for what it can answer at once.
    if (demo.browser.name === 'chromium') {
      const ms = await median(page, () => ownPopupTime(demo.browser, selector))
      rows.push({ page: `popup, ${size} badges`, worker: 'warm', ms })
    }
    for (const worker of ['warm', 'killed'] as const) {
      const open = async (): Promise<number> => {
        if (worker === 'killed') await demo.browser.killWorker()
        return openingTime(demo.browser, { path, selector })
      }
      const ms = await median(page, open)
      rows.push({ page: `the same in a tab, ${size} badges`, worker, ms })
    }
    await page.close()
  }
  const blank = await demo.browser.openPage(wallUrl(0))
  const inTab = (path: string, selector: string): Promise<number> =>
    median(blank, () => openingTime(demo.browser, { path, selector }))
  const floor = await inTab(PICTURE, 'img')
  rows.push({ page: 'a picture alone, for comparison', worker: 'warm', ms: floor })
  for (const [name, path] of Object.entries(OTHERS)) {
    rows.push({ page: name, worker: 'warm', ms: await inTab(path, 'h1') })
  }
  return rows
}

/** What the browser needs for a page of an extension without a script or a style sheet. */
const PICTURE = 'icons/icon-32.png'

/** The panel is opened in a tab, where it speaks of itself. */
const OTHERS = {
  panel: 'src/pages/panel/index.html',
  'report that is gone': 'src/pages/verify/index.html?report=none',
  files: 'src/pages/files/index.html',
  options: 'src/pages/options/index.html',
  welcome: 'src/pages/welcome/index.html',
}

/** Verifies all badges of the page, so that their results are kept. */
async function popupPath({ browser }: Demo, page: Page, size: number): Promise<string> {
  const popup = await browser.openPopup(page)
  if (size > 0) {
    await waitUntil(
      `${size} badges`,
      () => popupRows(popup),
      ({ length }) => length === size,
    )
    await verifyAll(popup, 180_000)
  }
  // Asked of the page itself: in Firefox puppeteer does not know.
  const { pathname, search } = new URL(await popup.evaluate(() => location.href))
  await popup.close()
  return pathname.slice(1) + search
}

async function median(page: Page, open: () => Promise<number>): Promise<number> {
  const times: number[] = []
  for (let time = 0; time < TIMES; time++) {
    await page.bringToFront()
    await new Promise((resolve) => setTimeout(resolve, SETTLED))
    times.push(await open())
  }
  return Math.round(times.sort((a, b) => a - b)[Math.floor(TIMES / 2)] ?? Number.NaN)
}
