import type { Page } from 'puppeteer-core'
import type { ExtensionBrowser } from './extension-browser'
import { waitUntil } from './wait-until'

/** A row of the popup's list, as a person reads it. */
export interface PopupRow {
  id: string
  state: string
  verdict: string
  name: string
  issuer: string
  meta: string
  chip: string
}

/**
 * None as long as some of them are still to be drawn, or are of the past. In one call: between two the list may
 * have become another.
 */
// No named function inside: tsx would refer to a helper of its own that the page does not have.
export function popupRows(popup: Page): Promise<PopupRow[]> {
  return popup.evaluate(() =>
    [
      ...document.querySelectorAll(
        'main:not([aria-busy=true]) .list:not([aria-busy=true]) .badge-row',
      ),
    ].map((row) => ({
      id: row.getAttribute('data-badge') ?? '',
      state: row.getAttribute('data-state') ?? '',
      verdict: row.getAttribute('data-verdict') ?? '',
      name: row.querySelector('.badge-row-open')?.textContent ?? '',
      issuer: row.querySelector('.badge-row-issuer')?.textContent ?? '',
      meta: row.querySelector('.badge-row-meta')?.textContent ?? '',
      chip: row.querySelector('.chip')?.textContent ?? '',
    })),
  )
}

/** The row of a demo badge: named by its credential, or by what the page says beside it. */
export function rowOf(rows: PopupRow[], title: string): PopupRow | undefined {
  return rows.find(({ name }) => name === title || name === `${title} badge`)
}

/** Clicks "Verify all" and waits until every badge of the page is done. */
export async function verifyAll(popup: Page, timeout = 60_000): Promise<PopupRow[]> {
  await startVerifyAll(popup)
  return waitUntilDone(popup, timeout)
}

export async function startVerifyAll(popup: Page): Promise<void> {
  await press(popup, '[name="verify-all"]')
}

export function waitUntilDone(popup: Page, timeout = 60_000): Promise<PopupRow[]> {
  return waitUntil(
    'every badge to be done',
    () => popupRows(popup),
    (rows) => rows.length > 0 && rows.every(({ state }) => state === 'done'),
    { timeout },
  )
}

/** Opens a badge from the list, and returns its headline. */
export async function openDetail(popup: Page, id: string): Promise<string> {
  await press(popup, `[data-badge="${id}"] .badge-row-open`)
  return detailHeadline(popup)
}

/** The sentence at the head of the detail that is open, waiting for it if need be. */
export function detailHeadline(popup: Page): Promise<string> {
  // A report that is judged anew meanwhile is gone for a moment: found and read in one go.
  return waitUntil(
    'a report to be open',
    () =>
      popup.evaluate(() => document.querySelector('.report-headline h1')?.textContent.trim() ?? ''),
    (headline) => headline !== '',
  )
}

export async function backToList(popup: Page): Promise<void> {
  await press(popup, '.opened-back')
  await popup.waitForSelector('.badge-row')
}

/** With the keyboard: verdicts that come in move the list between a mouse's aim and its click. */
async function press(popup: Page, selector: string): Promise<void> {
  await popup.waitForSelector(selector)
  await popup.focus(selector)
  await popup.keyboard.press('Enter')
}

/** What the browser's own popup shows after a right-click. */
export interface ShownResult {
  verdict: string
  headline: string
  text: string
}

/** Waits until the browser's own popup shows a result, reads it and closes the popup. */
export async function takeShownResult(browser: ExtensionBrowser): Promise<ShownResult> {
  const shown = await waitUntil(
    'the popup to show a result',
    () => browser.inOwnPopup(SHOWN_RESULT) as Promise<ShownResult | null | undefined>,
    (result) => result !== null && result !== undefined,
  )
  await browser.closeOwnPopup()
  if (!shown) throw new Error('The popup shows no result')
  return shown
}

const SHOWN_RESULT = `document.querySelector('.report-headline h1') && {
  verdict: /look-(\\S+)/.exec(document.querySelector('.report-headline svg').getAttribute('class'))?.[1] ?? '',
  headline: document.querySelector('.report-headline h1').textContent.trim(),
  text: document.querySelector('main').textContent,
}`
