/** The page to try it on. */
import type { Page } from 'playwright-core'
import { focusOn } from './acts'
import { EVERY } from './looks'
import { seenIn, type Shot } from './shot'

const PAGE = { page: 'sample', width: 900, height: 800 } as const

export const SAMPLE: Shot[] = [
  ...seenIn(EVERY, { ...PAGE, name: 'sample', scene: 'sample' }),
  { ...PAGE, name: 'sample-silent', scene: 'silent' },
  ...seenIn(['narrow'], { ...PAGE, name: 'sample-opened', scene: 'sample', act: open }),
  { ...PAGE, name: 'sample-keyboard', scene: 'sample', act: roundTrip },
]

async function open(page: Page): Promise<void> {
  await page.locator('[data-look=attention]').focus()
  await page.keyboard.press('Enter')
  await focusOn(page, '.report-headline h1')
}

/** Back where the focus came from. */
async function roundTrip(page: Page): Promise<void> {
  await open(page)
  await page.keyboard.press('Shift+Tab')
  await focusOn(page, '.opened-back')
  await page.keyboard.press('Enter')
  await focusOn(page, '[data-look=attention]')
}
