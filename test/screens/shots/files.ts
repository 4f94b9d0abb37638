/** Files that the user gives. */
import type { Page } from 'playwright-core'
import { EVERY } from './looks'
import { seenIn, type Shot } from './shot'

const PAGE = { page: 'files', width: 1000, height: 800 } as const

export const FILES: Shot[] = [
  ...seenIn(EVERY, { ...PAGE, name: 'files', scene: 'files' }),
  { ...PAGE, name: 'files-empty', scene: 'empty' },
  { ...PAGE, name: 'files-silent', scene: 'silent' },
  { ...PAGE, name: 'files-no-room', scene: 'files', act: giveFile },
  ...seenIn(['narrow'], { ...PAGE, name: 'files-opened', scene: 'files', act: openFirst }),
]

async function giveFile(page: Page): Promise<void> {
  await page.fill('textarea[name=pasted]', 'https://issuer.example/badges/1')
  await page.click('.files-paste button')
  await page.waitForSelector('.files-problem p')
}

async function openFirst(page: Page): Promise<void> {
  await page.locator('.badge-row-open').first().focus()
  await page.keyboard.press('Enter')
  await page.waitForSelector('.report-headline h1')
}
