/** The panel beside the page, in the widths that people drag it to. */
import type { Page } from 'playwright-core'
import { EVERY } from './looks'
import { seenIn, type Shot } from './shot'

const PAGE = { page: 'panel', width: 360, height: 900 } as const

const goOn = (page: Page, scene: string) => page.evaluate(`goOn('${scene}')`)

export const PANEL: Shot[] = [
  ...seenIn(EVERY, { ...PAGE, name: 'panel', scene: 'mixed' }),
  ...[
    { name: 'panel-detail', scene: 'detail-expired' },
    { name: 'panel-empty', scene: 'list', act: (page: Page) => goOn(page, 'empty') },
    { name: 'panel-unreachable', scene: 'list', act: (page: Page) => goOn(page, 'unreachable') },
    { name: 'panel-untold', scene: 'list', act: (page: Page) => goOn(page, 'untold') },
    { name: 'panel-kept', scene: 'list', act: lookAgain },
    { name: 'panel-kept-opened', scene: 'list', act: openKept },
  ].flatMap((shot) => seenIn(['dark', 'rtl'], { ...PAGE, ...shot })),
  ...['mixed', 'detail-expired', 'silent'].flatMap((scene) =>
    [280, 700].map((width) => ({ ...PAGE, width, scene, name: `panel-${scene}-${width}` })),
  ),
  { ...PAGE, width: 280, name: 'panel-kept-280', scene: 'list', act: lookAgain },
]

/** The tab goes on to a page without badges, and the user looks at the last ones. */
async function lookAgain(page: Page): Promise<void> {
  await goOn(page, 'went-on')
  await page.click('.last-page button')
  await page.waitForSelector('.kept-head')
}

async function openKept(page: Page): Promise<void> {
  await lookAgain(page)
  await page.locator('.badge-row-open').first().click()
  await page.waitForSelector('.report-headline h1')
}
