/** The report on a page of its own: it opens when its tab is long gone, can be saved, and can be printed. */
import { mkdtemp, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Page } from 'puppeteer-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { misfits, type Schema } from '../unit/ui/export/json-schema'
import { PROFILE_URL } from '../demo/pages/index'
import { badgeNamed, openProfile } from './harness/demo-page'
import { detailHeadline, rowOf, verifyAll } from './harness/popup'
import { useDemo } from './harness/use-demo'
import { violations } from './harness/violations'

const VERIFY = 'src/pages/verify/index.html'
const HOST = new URL(PROFILE_URL).hostname

const demo = useDemo({ oneWalk: true })

/** The addresses that the pages have given themselves, and what they said while their tab was open. */
const badge = { address: '', headline: '' }
const profile = { address: '', text: '' }
let tabId = ''
let verified = 0

beforeAll(async () => {
  const popup = await demo.browser.openPopup(await openProfile(demo))
  const rows = await verifyAll(popup)
  verified = rows.length
  // Firefox does not say the address of an extension's page: the page does.
  const query = await popup.evaluate('location.search').then(String)
  tabId = new URLSearchParams(query).get('tab') ?? ''
  const id = rowOf(rows, badgeNamed(demo, 'did-web').title)?.id ?? ''
  const page = await demo.browser.openExtensionPage(
    `${VERIFY}?${new URLSearchParams({ tab: tabId, badge: id }).toString()}`,
  )
  badge.headline = await detailHeadline(page)
  badge.address = await page.evaluate('location.search').then(String)
})

const open = (address: string): Promise<Page> => demo.browser.openExtensionPage(VERIFY + address)

async function openWhole(address: string): Promise<Page> {
  const page = await open(address)
  await page.waitForSelector('.profile-head h1')
  return page
}

interface Saved {
  name: string
  text: string
}

/** Clicks, and takes the file that would be saved. */
async function saved(page: Page, button: string): Promise<Saved> {
  return page.evaluate(async (selector) => {
    const { promise, resolve } = Promise.withResolvers<Blob>()
    const make = URL.createObjectURL.bind(URL)
    URL.createObjectURL = (blob) => {
      resolve(blob as Blob)
      return make(blob)
    }
    const clicked = Promise.withResolvers<string>()
    HTMLAnchorElement.prototype.click = function () {
      clicked.resolve(this.download)
    }
    document.querySelector<HTMLElement>(selector)?.click()
    const bytes = new Uint8Array(await (await promise).arrayBuffer())
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
    return { name: await clicked.promise, text }
  }, `[data-export="${button}"]`)
}

async function schemaMisfits(text: string): Promise<string[]> {
  const schema = await readFile(new URL('../../docs/report.schema.json', import.meta.url), 'utf8')
  return misfits(JSON.parse(text), JSON.parse(schema) as Schema)
}

describe('while the tab is open', () => {
  test('the profile takes an address that names its reports', async () => {
    const page = await openWhole(`?tab=${tabId}&show=profile`)
    profile.address = await page.evaluate('location.search').then(String)
    profile.text = await page.$eval('.profile-head', (head) => head.textContent)
    expect(profile.address).toMatch(/^\?show=profile&reports=[0-9a-f._]+$/)
    expect(badge.address).toMatch(/^\?report=[0-9a-f.]+$/)
  })

  test('where it was found stands in a file only if that is ticked', async () => {
    const page = await openWhole(`?tab=${tabId}&show=profile`)
    const { name, text } = await saved(page, 'exportAsJson')
    expect(name).toMatch(/^touchstone-\d{4}-\d\d-\d\d-profile\.json$/)
    expect(await schemaMisfits(text)).toEqual([])
    expect(JSON.parse(text)).not.toHaveProperty('foundOn')

    await page.click('input[name="found-on"]')
    const ticked = await saved(page, 'exportAsJson')
    expect(JSON.parse(ticked.text)).toMatchObject({ foundOn: HOST })
  })
})

describe('after the tab was closed and the worker was killed', () => {
  beforeAll(async () => {
    await demo.browser.closePages()
    // It may sleep already.
    await demo.browser.killWorker().catch(() => undefined)
  })

  test('a badge opens at its address, with the same finding', async () => {
    const page = await open(badge.address)
    expect(await detailHeadline(page)).toBe(badge.headline)
    expect(await violations(page)).toEqual([])
  })

  test('so does the profile, and each line leads to its report', async () => {
    const page = await openWhole(profile.address)
    const text = await page.$eval('.profile-head', (head) => head.textContent)
    expect(text.split('.')[0]).toBe(profile.text.split('.')[0])
    const links = await page.$$eval('.time-name a', (all) => all.map(({ search }) => search))
    expect(links).toContain(badge.address)
    expect(await violations(page)).toEqual([])
  })

  test('an address of what was never kept says so', async () => {
    const page = await open('?report=0000')
    await page.waitForSelector('.notice h1')
    expect(await page.$eval('.notice h1', (heading) => heading.textContent)).toBe(
      'This report is no longer kept',
    )
  })

  test('the report is saved with the credential, as the schema says', async () => {
    const page = await open(badge.address)
    await detailHeadline(page)
    const { name, text } = await saved(page, 'exportAsJson')
    expect(name).toMatch(/^touchstone-.*-[0-9a-f]{8}\.json$/)
    expect(await schemaMisfits(text)).toEqual([])
    const { report } = JSON.parse(text) as { report: { source: { text?: string } } }
    expect(report.source.text).toBeDefined()
  })

  test('the table has a row for every badge that was verified', async () => {
    const page = await openWhole(profile.address)
    const { text } = await saved(page, 'exportAsCsv')
    expect(text.startsWith('\uFEFF"Badge","Finding"')).toBe(true)
    const rows = text.trimEnd().split('\r\n')
    expect(rows.length).toBeGreaterThan(verified / 2)
    for (const row of rows.slice(1)) expect(row).toMatch(/^"[^=+\-@]/)
  })

  test('the saved page reads the same, asks for nothing and has its look', async () => {
    const page = await open(badge.address)
    await detailHeadline(page)
    const { text } = await saved(page, 'exportAsHtml')
    const file = join(await mkdtemp(join(tmpdir(), 'touchstone-')), 'report.html')
    await writeFile(file, text)
    const copy = await demo.browser.openPage(pathToFileURL(file).href)
    expect(await detailHeadline(copy)).toBe(badge.headline)
    expect(await copy.evaluate('performance.getEntriesByType("resource").length')).toBe(0)
    expect(await copy.$$eval('script, form, button, input', (all) => all.length)).toBe(0)
    // The style sheet is applied under its hash, and the browser gave all of its rules back.
    expect(await copy.$eval('.paper-head', (head) => getComputedStyle(head).display)).toBe('grid')
    expect(text).not.toContain(': ;')
  })

  test('what was closed is drawn for paper, and no button is', async () => {
    const page = await open(badge.address)
    await detailHeadline(page)
    const drawn = () => page.$$eval('.disclosure-body', (all) => all.length)
    const before = await drawn()
    await page.evaluate(async () => {
      dispatchEvent(new Event('beforeprint'))
      await Promise.resolve()
    })
    expect(await drawn()).toBeGreaterThan(before)
    await page.evaluate(() => dispatchEvent(new Event('afterprint')))
    const pdf = await page.pdf({ format: 'a4' })
    expect(Buffer.from(pdf.slice(0, 5)).toString()).toBe('%PDF-')
    if (demo.browser.name === 'firefox') return
    await page.emulateMediaType('print')
    const shownAs = (selector: string) =>
      page.$eval(selector, (element) => getComputedStyle(element).display)
    expect(await shownAs('.wide-header')).toBe('none')
    expect(await shownAs('.export')).toBe('none')
    expect(await shownAs('.paper-head')).toBe('grid')
  })
})
