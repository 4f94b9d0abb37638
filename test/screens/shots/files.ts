/** Files that the user gives. */
import type { Page } from 'playwright-core'
import { openBy, thereAndBack } from './acts'
import { EVERY } from './looks'
import { seenIn, type Shot } from './shot'

const PAGE = { page: 'files', width: 1000, height: 800 } as const
/** What leads to the report of the first file. */
const FIRST = '.badge-row:first-child .badge-row-open'

export const FILES: Shot[] = [
  ...seenIn(EVERY, { ...PAGE, name: 'files', scene: 'files' }),
  { ...PAGE, name: 'files-empty', scene: 'empty' },
  { ...PAGE, name: 'files-silent', scene: 'silent' },
  { ...PAGE, name: 'files-no-room', scene: 'files', act: giveFile },
  ...seenIn(['narrow'], { ...PAGE, name: 'files-opened', scene: 'files', act: openBy(FIRST) }),
  { ...PAGE, name: 'files-keyboard', scene: 'files', act: thereAndBack(FIRST) },
]

async function giveFile(page: Page): Promise<void> {
  await page.fill('textarea[name=pasted]', 'https://issuer.example/badges/1')
  await page.click('.files-paste button')
  await page.waitForSelector('.files-problem p')
}
