/** The first words, and the page to try it on. */
import type { Page } from 'playwright-core'
import { focusOn } from './acts'
import { EVERY, FEW } from './looks'
import { seenIn, type Shot } from './shot'

const PAGE = { page: 'welcome', width: 900, height: 760, scene: 'list' } as const

export const WELCOME: Shot[] = [
  ...seenIn(FEW, { ...PAGE, name: 'welcome' }),
  ...seenIn(EVERY, { ...PAGE, name: 'welcome-asked', act: (page) => next(page, 1) }),
  { ...PAGE, name: 'welcome-off', scene: 'off', act: (page) => next(page, 1) },
  { ...PAGE, name: 'welcome-named', scene: 'sites', act: (page) => next(page, 1) },
  { ...PAGE, name: 'welcome-silent', scene: 'silent', act: (page) => next(page, 1) },
  { ...PAGE, name: 'welcome-asked-everywhere', act: chooseEverywhere },
  ...seenIn(FEW, { ...PAGE, name: 'welcome-marks', act: (page) => next(page, 2) }),
  ...seenIn(FEW, { ...PAGE, name: 'welcome-pin', act: (page) => next(page, 3) }),
]

/** By keyboard: each step has the focus on its heading. */
async function next(page: Page, steps: number): Promise<void> {
  for (let step = 0; step < steps; step++) {
    await page.locator('.welcome-foot .button-primary').focus()
    await page.keyboard.press('Enter')
    await focusOn(page, 'h1')
  }
}

async function chooseEverywhere(page: Page): Promise<void> {
  await next(page, 1)
  await page.locator('[name=consent]:checked').focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await focusOn(page, '[value=everywhere]')
}
