/** The list of what was verified, and the setting that keeps it. */
import type { Page } from 'playwright-core'
import { focusOn } from './acts'
import { EVERY, FEW } from './looks'
import { seenIn, type Shot } from './shot'

const PAGE = { page: 'history', width: 1000, height: 800 } as const
const OPTIONS = { page: 'options', width: 900, height: 900, scene: 'history' } as const

export const HISTORY: Shot[] = [
  ...seenIn(EVERY, { ...PAGE, name: 'history', scene: 'history' }),
  ...seenIn(['narrow'], { ...PAGE, name: 'history-more', scene: 'history-many', act: showMore }),
  ...seenIn(FEW, { ...PAGE, name: 'history-watch', scene: 'history-watch', act: watch }),
  ...seenIn(FEW, { ...PAGE, name: 'history-yours', scene: 'history-yours', act: watchYours }),
  { ...PAGE, name: 'history-nothing-found', scene: 'history', act: search },
  ...seenIn(FEW, { ...PAGE, name: 'history-delete', scene: 'history', act: deleteAll }),
  { ...PAGE, name: 'history-still', scene: 'history-still' },
  { ...PAGE, name: 'history-off', scene: 'empty' },
  { ...PAGE, name: 'history-empty', scene: 'history-empty' },
  { ...PAGE, name: 'history-silent', scene: 'silent' },
  ...seenIn(FEW, { ...OPTIONS, name: 'history-options', act: switchOff }),
]

/** By keyboard alone: the focus goes on to the first of what came. */
async function showMore(page: Page): Promise<void> {
  await page.focus('.history-more button')
  await page.keyboard.press('Enter')
  await focusOn(page, '.badge-row:nth-child(51) .badge-row-open')
}

async function search(page: Page): Promise<void> {
  await page.fill('input[name=search]', 'xyz')
  await page.waitForSelector('[data-found="0"]')
}

async function watch(page: Page): Promise<void> {
  await page.focus('[data-watch-start]')
  await page.keyboard.press('Enter')
  await focusOn(page, '.history-watch-question p')
}

async function watchYours(page: Page): Promise<void> {
  await page.focus('[data-watch-yours]')
  await page.keyboard.press('Enter')
  await focusOn(page, '.history-watch-question p')
}

async function deleteAll(page: Page): Promise<void> {
  await page.focus('[data-tool=delete]')
  await page.keyboard.press('Enter')
  await focusOn(page, '#delete-question')
}

async function switchOff(page: Page): Promise<void> {
  await page.focus('input[name=use-history]')
  await page.keyboard.press('Space')
  await focusOn(page, '#history-question')
}
