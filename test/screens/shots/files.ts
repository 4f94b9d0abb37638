/** Files that the user gives. */
import type { Page } from 'playwright-core'
import { focusOn } from './acts'
import { EVERY } from './looks'
import { seenIn, type Shot } from './shot'

const PAGE = { page: 'files', width: 1000, height: 800 } as const

export const FILES: Shot[] = [
  ...seenIn(EVERY, { ...PAGE, name: 'files', scene: 'files' }),
  { ...PAGE, name: 'files-empty', scene: 'empty' },
  { ...PAGE, name: 'files-silent', scene: 'silent' },
  { ...PAGE, name: 'files-no-room', scene: 'files', act: giveFile },
  ...seenIn(['narrow'], { ...PAGE, name: 'files-opened', scene: 'files', act: openFirst }),
  { ...PAGE, name: 'files-keyboard', scene: 'files', act: roundTrip },
]

async function giveFile(page: Page): Promise<void> {
  await page.fill('textarea[name=pasted]', 'https://issuer.example/badges/1')
  await page.click('.files-paste button')
  await page.waitForSelector('.files-problem p')
}

async function openFirst(page: Page): Promise<void> {
  await page.locator('.badge-row-open').first().focus()
  await page.keyboard.press('Enter')
  await focusOn(page, '.report-headline h1')
}

/** Back where the focus came from. */
async function roundTrip(page: Page): Promise<void> {
  await openFirst(page)
  await page.keyboard.press('Shift+Tab')
  await focusOn(page, '.opened-back')
  await page.keyboard.press('Enter')
  await focusOn(page, '.badge-row:first-child .badge-row-open')
}
