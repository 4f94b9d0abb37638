/** Files that the user gives: dropped, chosen or pasted; read here, and verified after a click. */
import type { Page } from 'puppeteer-core'
import { beforeEach, describe, expect, test } from 'vitest'
import { badgeNamed } from './harness/demo-page'
import { popupRows, startVerifyAll, waitUntilDone, type PopupRow } from './harness/popup'
import { useDemo } from './harness/use-demo'
import { waitUntil } from './harness/wait-until'

const demo = useDemo()
let page: Page

beforeEach(async () => {
  page = await demo.browser.openExtensionPage('src/pages/files/index.html')
  await page.waitForSelector('.files-drop')
})

/** Drops files on the page, as far as a page can tell. */
function drop(files: { name: string; base64: string }[]): Promise<void> {
  return page.evaluate((given) => {
    const data = new DataTransfer()
    for (const { name, base64 } of given) {
      const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
      data.items.add(new File([bytes], name))
    }
    const init = { dataTransfer: data, bubbles: true, cancelable: true }
    document.body.dispatchEvent(new DragEvent('drop', init))
  }, files)
}

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64')
const fileOf = (id: string) => ({
  name: `${id}.png`,
  base64: base64(badgeNamed(demo, id).file),
})

function rowsOf(count: number): Promise<PopupRow[]> {
  return waitUntil(
    `${count} files in the list`,
    () => popupRows(page),
    (rows) => rows.length === count,
  )
}

describe('files that are dropped', () => {
  test('are listed, ask nobody, and are verified after a click', async () => {
    await drop([fileOf('did-web'), { name: 'notes.txt', base64: base64(Buffer.from('hello')) }])
    const before = await rowsOf(2)
    expect(before[0]).toMatchObject({ state: 'found' })
    expect(before[1]).toMatchObject({ name: 'notes.txt', state: 'done', verdict: 'none' })
    expect(demo.server.log.hosts()).toEqual([])
    await startVerifyAll(page)
    const after = await waitUntilDone(page)
    expect(after[0]).toMatchObject({ state: 'done', verdict: 'authentic' })
    expect(demo.server.log.hosts()).not.toEqual([])
  })
})

test('an address that is pasted is asked for after the click, and not before', async () => {
  const { url } = badgeNamed(demo, 'did-web')
  await page.type('textarea[name="pasted"]', url)
  await page.focus('.files-paste button')
  await page.keyboard.press('Enter')
  await rowsOf(1)
  expect(demo.server.log.hosts()).toEqual([])
  await startVerifyAll(page)
  const [row] = await waitUntilDone(page)
  expect(row?.verdict).toBe('authentic')
})
