/** Takes one picture, and says what is wrong with the page. */
import { join } from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import type { Look } from '../shots/looks'
import { seen, type Shot } from '../shots/shot'
import { axeProblems } from './axe'

/** Of the page's own script, and of what a shot waits for: the machine may be busy. */
const PATIENCE_MS = 40_000
/** For what is drawn after the last answer. */
const SETTLE_MS = 50

/** @returns a sentence for each problem; none: all is well */
export async function take(
  browser: Browser,
  origin: string,
  shot: Shot,
  folder: string,
): Promise<string[]> {
  const { look, path, ...viewport } = seen(shot)
  const context = await newContext(browser, look, viewport)
  const problems: string[] = []
  try {
    const page = await context.newPage()
    page.setDefaultTimeout(PATIENCE_MS)
    listen(page, problems)
    await page.goto(`${origin}${path}`)
    await page.waitForSelector('h1')
    if (look.text !== undefined) await setText(page, look.text)
    await shot.act?.(page)
    await page.waitForTimeout(SETTLE_MS)
    await page.screenshot({ path: join(folder, `${shot.name}.png`), fullPage: true })
    problems.push(...(await overflows(page)), ...(await axeProblems(page)))
  } catch (error) {
    problems.push(String(error).slice(0, 500))
  } finally {
    await context.close()
  }
  return problems
}

function newContext(
  browser: Browser,
  look: Look,
  viewport: { width: number; height: number },
): Promise<BrowserContext> {
  return browser.newContext({
    viewport,
    deviceScaleFactor: 2,
    colorScheme: look.dark ? 'dark' : 'light',
    forcedColors: look.forced ? 'active' : 'none',
    contrast: look.contrast ? 'more' : 'no-preference',
    reducedMotion: 'reduce',
    bypassCSP: false,
  })
}

function listen(page: Page, problems: string[]): void {
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) problems.push(message.text())
  })
  page.on('pageerror', (error) => problems.push(String(error)))
  page.on('dialog', (dialog) => {
    problems.push(`a dialog: ${dialog.message()}`)
    void dialog.dismiss()
  })
}

/** What the reader's own setting comes to: every size of a page is measured from the root's. */
async function setText(page: Page, size: number): Promise<void> {
  await page.evaluate(`document.documentElement.style.fontSize = '${size}px'`)
}

async function overflows(page: Page): Promise<string[]> {
  const over = Number(
    await page.evaluate(
      `Math.max(...[document.documentElement, ...document.querySelectorAll('main')].map(
        ({ scrollWidth, clientWidth }) => scrollWidth - clientWidth,
      ))`,
    ),
  )
  return over > 0 ? [`overflows sideways by ${over} px`] : []
}
