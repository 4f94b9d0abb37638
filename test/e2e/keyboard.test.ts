/** The list by keys alone; the browser's own popup closes on Escape, which no test can press into it. */
import type { Page } from 'puppeteer-core'
import { beforeAll, expect, test } from 'vitest'
import { openProfile } from './harness/demo-page'
import { popupRows } from './harness/popup'
import { useDemo } from './harness/use-demo'
import { waitUntil } from './harness/wait-until'

const demo = useDemo({ oneWalk: true })
let popup: Page

beforeAll(async () => {
  popup = await demo.browser.openPopup(await openProfile(demo))
  await popup.waitForSelector('.badge-row')
  await popup.bringToFront()
})

/** Number of the row that has the focus, -1 where none has. */
const focusedRow = (): Promise<number> =>
  popup.$$eval('.badge-row-open', (rows) => rows.indexOf(document.activeElement!))

const isIn = (selector: string): Promise<boolean> =>
  popup.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector)

const reaches = (what: string, look: () => Promise<boolean>): Promise<boolean> =>
  waitUntil(what, look, (there) => there)

const reachesRow = (row: number): Promise<boolean> =>
  reaches(`row ${row}`, async () => (await focusedRow()) === row)

test('arrows, Home and End go through the rows', async () => {
  await popup.keyboard.press('ArrowDown')
  await reachesRow(0)
  await popup.keyboard.press('ArrowDown')
  await reachesRow(1)
  await popup.keyboard.press('End')
  await reachesRow((await popupRows(popup)).length - 1)
  await popup.keyboard.press('Home')
  await reachesRow(0)
})

test('Enter opens a badge, and Escape goes back to its row', async () => {
  await popup.keyboard.press('ArrowDown')
  const before = await focusedRow()
  await popup.keyboard.press('Enter')
  await popup.waitForSelector('.opened-back')
  await popup.keyboard.press('Escape')
  await reaches('the row', async () => (await focusedRow()) === before)
})

test('f goes to the field that finds badges, which then has its keys to itself', async () => {
  demo.server.log.clear()
  await popup.keyboard.press('f')
  await reaches('the field', () => isIn('.list-search input'))
  await popup.keyboard.type('vf/')
  expect(await popup.$eval('.list-search input', (field) => field.value)).toBe('vf/')
  expect(demo.server.log.hosts()).toEqual([])
  for (let times = 0; times < 3; times++) await popup.keyboard.press('Backspace')
})

test('v verifies all, and Ctrl+V does not', async () => {
  await popup.evaluate(() => {
    ;(document.activeElement as HTMLElement).blur()
  })
  await popup.keyboard.down('Control')
  await popup.keyboard.press('v')
  await popup.keyboard.up('Control')
  expect(demo.server.log.to('status.example')).toEqual([])
  await popup.keyboard.press('v')
  await waitUntil(
    'hosts to be asked',
    () => Promise.resolve(demo.server.log.to('status.example').length),
    (asked) => asked > 0,
  )
})
