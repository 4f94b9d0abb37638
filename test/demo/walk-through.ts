/** Goes through the demo as a recruiter would, prints what it sees, and keeps pictures of it. */
import { mkdirSync, rmSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Page } from 'puppeteer-core'
import type { Demo } from '../e2e/harness/launch'
import type { ExtensionBrowser } from '../e2e/harness/extension-browser'
import {
  backToList,
  openDetail,
  rowOf,
  takeShownResult,
  verifyAll,
  waitUntilDone,
  type PopupRow,
} from '../e2e/harness/popup'
import { waitUntil } from '../e2e/harness/wait-until'
import type { DemoBadge } from '../fixtures/index'
import { openProfile, profileBadges } from '../e2e/harness/demo-page'

const PICTURES = fileURLToPath(new URL('../../.cache/demo/', import.meta.url))

/** The popup's width, and a height that shows all of it. */
const POPUP_SIZE = { width: 400, height: 600 }

interface Seen {
  badge: DemoBadge
  verdict: string
  headline: string
}

/** True where every badge came to the verdict that is expected of it. */
export async function walkThrough(demo: Demo): Promise<boolean> {
  const { browser } = demo
  rmSync(PICTURES, { recursive: true, force: true })
  mkdirSync(PICTURES, { recursive: true })
  const shown = profileBadges(demo)
  const real = shown.filter(({ expected }) => expected.verdict !== 'none')
  const page = await openProfile(demo)
  await picture(page, 'page-before')

  const popup = await browser.openPopup(page)
  await popup.setViewport(POPUP_SIZE)
  const rows = await verifyAll(popup)
  await waitForProfile(popup, rows)
  await popup.screenshot({ path: `${PICTURES}popup-list.png` })
  await page.bringToFront()
  await picture(page, 'page')
  await popup.bringToFront()
  const seen = await readDetails(popup, real, rows)
  await popup.close()

  for (const badge of shown.filter(({ expected }) => expected.verdict === 'none')) {
    seen.push(await rightClick(browser, page, badge))
  }
  return report(seen)
}

/** What carries no data has no mark and no row: it is asked about by its context menu. */
async function rightClick(browser: ExtensionBrowser, page: Page, badge: DemoBadge): Promise<Seen> {
  await page.bringToFront()
  const image = await page.waitForSelector(`#${badge.id} img`)
  if (!image) throw new Error(`No image of ${badge.id}`)
  await browser.verifyThisBadge(page, image)
  const { verdict, headline } = await takeShownResult(browser)
  const detail = await browser.openPopup(page)
  await detail.setViewport(POPUP_SIZE)
  const row = (await waitUntilDone(detail)).find((each) => each.verdict === verdict)
  if (row) await openDetail(detail, row.id)
  await picture(detail, `detail-${verdict}`)
  return { badge, verdict, headline }
}

/** The figures of the whole profile come a moment after the last verdict. */
async function waitForProfile(popup: Page, rows: PopupRow[]): Promise<void> {
  const count = rows.filter(({ verdict }) => verdict === 'authentic').length
  await waitUntil(
    'the profile of all badges',
    () =>
      popup.evaluate(
        () =>
          document.querySelector('.profile-card [data-standing="authentic"]')?.textContent ?? '',
      ),
    (line) => line.startsWith(String(count)),
  )
}

/** Opens each badge in turn; the first of each verdict is pictured. */
async function readDetails(popup: Page, badges: DemoBadge[], rows: PopupRow[]): Promise<Seen[]> {
  const seen: Seen[] = []
  const pictured = new Set<string>()
  for (const badge of badges) {
    const row = rowOf(rows, badge.title)
    if (!row) {
      seen.push({ badge, verdict: 'not listed', headline: '' })
      continue
    }
    const headline = await openDetail(popup, row.id)
    if (!pictured.has(row.verdict)) await picture(popup, `detail-${row.verdict}`)
    pictured.add(row.verdict)
    seen.push({ badge, verdict: row.verdict, headline })
    await backToList(popup)
  }
  return seen
}

function report(seen: Seen[]): boolean {
  for (const { badge, verdict, headline } of seen) {
    const { expected, title, shows } = badge
    const agrees = verdict === expected.verdict
    const found = agrees ? verdict : `${verdict}, expected ${expected.verdict}`
    console.log(`${agrees ? '✓' : '✗'} ${found.padEnd(13)} ${title} (${shows})`)
    console.log(`  ${headline}`)
  }
  const wrong = seen.filter(({ badge, verdict }) => verdict !== badge.expected.verdict)
  console.log(`\n${seen.length - wrong.length} of ${seen.length} badges as expected.`)
  console.log(`Pictures of page, popup and details are in ${PICTURES}`)
  return wrong.length === 0
}

/** The whole page: its window is made as high as it is, since frames out of sight are not drawn. */
async function picture(page: Page, name: string): Promise<void> {
  const before = page.viewport()
  const height = await page.evaluate(() => document.documentElement.scrollHeight)
  await page.setViewport({ width: before?.width ?? 1200, height })
  await page.screenshot({ path: `${PICTURES}${name}.png` })
  await page.setViewport(before)
}
