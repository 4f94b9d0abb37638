/** The popup with the badges of a page, and what it says where there are none. */
import type { Page } from 'playwright-core'
import { focusOn } from './acts'
import { EVERY, FEW } from './looks'
import { seenIn, type Shot } from './shot'

/** Higher than any popup: it is a page then, and all of it is in the picture. */
export const POPUP = { page: 'popup', width: 400, height: 601 } as const

/** As it is in the browser's window, scrolled between header and footer. */
const WINDOW = { ...POPUP, height: 600 } as const

const SCENES = [
  ...['list', 'found', 'hostile', 'empty', 'looking', 'unreachable', 'private', 'silent', 'gone'],
  ...['stripped', 'sealed', 'many', 'partial', 'partial-empty', 'award-page'],
]
const MODES = ['off', 'off-asked', 'always', 'managed', 'withheld', 'withheld-once']

export const LISTS: Shot[] = [
  ...seenIn(EVERY, { ...POPUP, name: 'popup-mixed', scene: 'mixed' }),
  { ...WINDOW, name: 'popup-window', scene: 'mixed' },
  { ...WINDOW, name: 'popup-window-detail', scene: 'detail-trusted' },
  ...SCENES.map((scene) => ({ ...POPUP, name: `popup-${scene}`, scene })),
  { ...POPUP, name: 'popup-hostile-narrow', scene: 'hostile', look: 'narrow' },
  { ...POPUP, name: 'popup-many-zoomed', scene: 'many', look: 'zoomed' },
  {
    ...{ ...POPUP, name: 'popup-filtered', scene: 'mixed' },
    act: (page) => page.click('[data-group=attention]'),
  },
  ...seenIn(FEW, { ...POPUP, name: 'popup-news', scene: 'news' }),
  { ...POPUP, name: 'popup-keyboard', scene: 'mixed', act: roundTrip },
]

export const SITE_MODES: Shot[] = [
  ...MODES.flatMap((scene) => seenIn(FEW, { ...POPUP, name: `mode-${scene}`, scene })),
  { ...POPUP, name: 'mode-forced', scene: 'always', look: 'forced' },
  { ...POPUP, name: 'mode-keyboard', scene: 'always', act: chooseByKeyboard },
]

/** By keyboard into a detail and back: the focus must go along. */
async function roundTrip(page: Page): Promise<void> {
  await page.locator('[data-badge=expired] .badge-row-open').focus()
  await page.keyboard.press('Enter')
  await focusOn(page, '.report-headline h1')
  await page.keyboard.press('Shift+Tab')
  await page.keyboard.press('Shift+Tab')
  await focusOn(page, '.opened-back')
  await page.keyboard.press('Enter')
  await focusOn(page, '[data-badge=expired] .badge-row-open')
}

/** The three are one stop, and the arrows choose. */
async function chooseByKeyboard(page: Page): Promise<void> {
  await page.locator('.mode :checked').focus()
  await page.keyboard.press('ArrowLeft')
  await focusOn(page, '[value=click]')
}
