/** Badges whose picture lost its data on the way to the page: what was done is said, and can be undone. */
import type { Page } from 'puppeteer-core'
import { describe, expect, test } from 'vitest'
import { bakedTextOf } from '../interop/independent-unbake'
import { pageKinds } from '../page-kinds/index'
import { popupRows, openDetail, verifyAll } from './harness/popup'
import { useDemo } from './harness/use-demo'
import { waitUntil } from './harness/wait-until'

const generated = await pageKinds()
const demo = useDemo({ web: generated.web })
const WALL = 'https://talent.example/wall'
const GALLERY = generated.kinds.find(({ id }) => id === 'next-gallery')?.pages[0]?.url ?? ''

/** Rows of the two pages, once all of them have been found. */
const ALL_OF_WALL = 8
const ALL_OF_GALLERY = 6

async function openList(url: string, count: number): Promise<Page> {
  const page = await demo.browser.openPage(url)
  const popup = await demo.browser.openPopup(page)
  await page.bringToFront()
  await popup.bringToFront()
  // What is found only after the click is not meant by it: neither what comes late, nor what the page makes anew.
  let before = ''
  await waitUntil(
    `the list to have all badges of ${url}, and to stay as it is`,
    () => popupRows(popup),
    (rows) => {
      const ids = rows.map(({ id }) => id).join()
      const stays = rows.length === count && ids === before
      before = ids
      return stays
    },
    { every: 1_000 },
  )
  return popup
}

const textOf = (popup: Page, selector: string): Promise<string> =>
  popup.$eval(selector, (element) => element.textContent)

/** The file that the button saves, caught on its way out of the page. */
async function savedImage(popup: Page): Promise<Uint8Array> {
  await popup.$eval('.repair summary', (summary) => {
    summary.click()
  })
  await popup.waitForSelector('.repair-save .button')
  await popup.evaluate(() => {
    const make = URL.createObjectURL.bind(URL)
    URL.createObjectURL = (file: Blob) => {
      void file.arrayBuffer().then((bytes) => {
        document.body.dataset.saved = btoa(String.fromCharCode(...new Uint8Array(bytes)))
      })
      return make(file)
    }
  })
  await popup.$eval('.repair-save .button', (button) => {
    ;(button as HTMLButtonElement).click()
  })
  const base64 = await waitUntil(
    'the image to be saved',
    () => popup.evaluate(() => document.body.dataset.saved ?? ''),
    (saved) => saved !== '',
  )
  expect(await textOf(popup, '.repair-save p')).toContain('Saved')
  return Buffer.from(base64, 'base64')
}

describe('a picture in a link to an award of a platform', () => {
  test('says where its credential was found, and can be had back with it', async () => {
    const popup = await openList(WALL, ALL_OF_WALL)
    const rows = await verifyAll(popup)
    const row = rows.find(({ name }) => name.includes('Analyst on the wall'))
    expect(row).toMatchObject({ verdict: 'authentic' })
    await openDetail(popup, row?.id ?? '')
    const trail = await textOf(popup, '.trail')
    expect(trail).toContain('carries no credential')
    expect(trail).toMatch(/www\.credly\.com\W+\(\W*Credly/)
    const file = await savedImage(popup)
    const credential = JSON.parse(bakedTextOf(file) ?? '') as { id: string }
    expect(credential.id).toMatch(/^https:\/\/www\.credly\.com\/api\//)
  })
})

describe('a picture that the site made smaller', () => {
  test('says that its original has the credential', async () => {
    const popup = await openList(GALLERY, ALL_OF_GALLERY)
    const rows = await verifyAll(popup)
    const row = rows.find(({ verdict }) => verdict === 'authentic')
    await openDetail(popup, row?.id ?? '')
    expect(await textOf(popup, '.trail')).toContain('The original of the image')
  })
})
