/** Pictures of the extension at work, one for each slide: what a user would see, and nothing painted over it. */
import type { Page } from 'puppeteer-core'
import type { Demo } from '../e2e/harness/launch'
import { waitForMarks } from '../e2e/harness/demo-page'
import { mainText } from '../e2e/harness/page-text'
import { clickInPanel, openPanel, panelShows } from '../e2e/harness/panel'
import { rowOf, verifyAll, type PopupRow } from '../e2e/harness/popup'
import { waitUntil } from '../e2e/harness/wait-until'
import { PANEL } from '../e2e/harness/extension-browser'
import { CANDIDATE_URL, candidateBadges, TRUSTED_LIST } from './candidate'

/** In CSS pixels, which are the pixels of the pictures. */
export const PAGE = { width: 1152, height: 620 }
export const POPUP = { width: 400, height: 584 }
export const PANEL_SIZE = { width: 380, height: 620 }
const BESIDE_PANEL = { width: PAGE.width - PANEL_SIZE.width, height: PAGE.height }

/** PNG files, as base64. */
export type Taken = Record<
  'page' | 'popup' | 'report' | 'welcome' | 'pageBesidePanel' | 'panel',
  string
>

export async function takePictures(demo: Demo): Promise<Taken> {
  const { browser } = demo
  await addTrustedList(demo)
  const page = await browser.openPage(CANDIDATE_URL)
  // "Verify all" is about the badges that have been found.
  await waitForMarks(demo, page, candidateBadges(demo.server.badges))
  const popup = await browser.openPopup(page)
  await popup.setViewport(POPUP)
  const rows = await verifyAll(popup)
  await popup.waitForSelector('.profile-card')
  const list = await picture(popup)
  const report = await reportOf(demo, popup, rows)
  await popup.close()
  const welcome = await browser.openExtensionPage('src/pages/welcome/index.html')
  await welcome.setViewport(PAGE)
  // The second step is the choice.
  await welcome.click('.welcome-foot .button-primary')
  await welcome.waitForSelector('input[name="consent"]')
  const taken = { popup: list, report, welcome: await picture(welcome) }
  await welcome.close()
  const seen = await pictureOfPage(page, PAGE)
  const pageBesidePanel = await pictureOfPage(page, BESIDE_PANEL)
  return { ...taken, page: seen, pageBesidePanel, panel: await panelBeside(demo, page) }
}

async function addTrustedList({ browser }: Demo): Promise<void> {
  const options = await browser.openExtensionPage('src/pages/options/index.html')
  await options.waitForSelector('.options-paste summary')
  await options.click('.options-paste summary')
  await options.type('textarea[name="text"]', JSON.stringify(TRUSTED_LIST))
  await options.click('.options-paste button[type="submit"]')
  await waitUntil(
    'the list',
    () => mainText(options),
    (text) => text.includes('Published by'),
  )
  await options.close()
}

/** The report of one badge on a page of its own. */
async function reportOf({ browser }: Demo, popup: Page, rows: PopupRow[]): Promise<string> {
  const row = rowOf(rows, 'Statistical Inference')
  if (!row) throw new Error('The badge of the report is not listed')
  const query = `${new URL(popup.url()).search}&badge=${encodeURIComponent(row.id)}`
  const page = await browser.openExtensionPage(`src/pages/verify/index.html${query}`)
  await page.setViewport(PAGE)
  await page.waitForSelector('.report-headline h1')
  const taken = await picture(page)
  await page.close()
  return taken
}

async function pictureOfPage(page: Page, size: typeof PAGE): Promise<string> {
  await page.setViewport(size)
  await page.bringToFront()
  return picture(page)
}

async function panelBeside(demo: Demo, page: Page): Promise<string> {
  await openPanel(demo, page)
  await panelShows(demo, 'the badges', `document.querySelectorAll('.badge-row').length > 0`)
  await clickInPanel(demo, `[data-verdict="attention"] .badge-row-open`)
  await panelShows(demo, 'a detail', `document.querySelector('.report-headline h1') !== null`)
  const target = page
    .browser()
    .targets()
    .find((each) => each.url().endsWith(`/${PANEL}`))
  const panel = await target?.asPage()
  if (!panel) throw new Error('There is no panel to picture')
  await panel.setViewport(PANEL_SIZE)
  return picture(panel)
}

/** Marks and rows come with a short transition. */
async function picture(page: Page): Promise<string> {
  await new Promise((resolve) => setTimeout(resolve, 600))
  return page.screenshot({ encoding: 'base64' })
}
