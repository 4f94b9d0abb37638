/** A language that is chosen in the options is spoken everywhere: at once, and by the next worker. */
import { existsSync, readFileSync } from 'node:fs'
import type { Page } from 'puppeteer-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { openProfile } from './harness/demo-page'
import { markOn } from './harness/marks'
import { textOf } from './harness/page-text'
import { useDemo } from './harness/use-demo'
import { waitUntil } from './harness/wait-until'

const OPTIONS = 'src/pages/options/index.html'
const BADGE = 'did-web'
/** Another language than the browser's where there is one; else the choice is that of its own. */
const LANGUAGE = ['ja', 'de'].find((language) => existsSync(fileOf(language))) ?? 'en'

const demo = useDemo({ oneWalk: true, spoils: true })

let page: Page
let options: Page
let other: Page

function fileOf(language: string): URL {
  return new URL(`../../public/_locales/${language}/messages.json`, import.meta.url)
}

/** The longest part of a text that stands in it as it is. */
function part(language: string, key: string): string {
  const file = readFileSync(fileOf(language), 'utf8')
  const { message = '' } =
    (JSON.parse(file) as Record<string, { message: string } | undefined>)[key] ?? {}
  const [longest = ''] = message.split(/\$\w+\$/).sort((a, b) => b.length - a.length)
  return longest.trim()
}

function choose(name: string): Promise<string[]> {
  return options.select('select[name="language"]', name)
}

const labelOf = async (): Promise<string> => (await markOn(demo.browser, page, BADGE))?.label ?? ''

const untilLabelled = (text: string): Promise<string> =>
  waitUntil(`a mark that says “${text}”`, labelOf, (label) => label.includes(text))

const untilTitled = (shown: Page, text: string): Promise<string> =>
  waitUntil(
    `a page that says “${text}”`,
    () => textOf(shown, 'h1'),
    (title) => title === text,
  )

const languageOf = (shown: Page): Promise<string> =>
  shown.$eval('html', (root) => root.getAttribute('lang') ?? '')

beforeAll(async () => {
  page = await openProfile(demo)
  other = await demo.browser.openExtensionPage(OPTIONS)
  options = await demo.browser.openExtensionPage(OPTIONS)
  await options.waitForSelector('select[name="language"]')
})

describe(`the language "${LANGUAGE}"`, () => {
  test('is spoken by the options as soon as it is chosen, and asks nobody', async () => {
    expect(await languageOf(options)).toBe('en')
    demo.server.log.clear()
    await choose(LANGUAGE)
    await untilTitled(options, part(LANGUAGE, 'optionsTitle'))
    expect(await languageOf(options)).toBe(part(LANGUAGE, 'languageTag'))
    expect(demo.server.log.entries).toEqual([])
  })

  test('is spoken by another page of ours that was open before', async () => {
    await untilTitled(other, part(LANGUAGE, 'optionsTitle'))
  })

  test('is spoken by the mark of a badge, without the page being loaded again', async () => {
    await page.bringToFront()
    const label = await untilLabelled(part(LANGUAGE, 'markFound'))
    expect(label).toContain('issuer.example')
  })

  test('is spoken by the toolbar', async () => {
    const url = page.url()
    const title = await options.evaluate(async (wanted) => {
      const api = ('browser' in globalThis ? globalThis.browser : globalThis.chrome) as unknown as {
        tabs: { query(filter: object): Promise<{ id: number; url?: string }[]> }
        action: { getTitle(tab: { tabId: number }): Promise<string> }
      }
      const tab = (await api.tabs.query({})).find((each) => each.url === wanted)
      return api.action.getTitle({ tabId: tab?.id ?? -1 })
    }, url)
    expect(title).toContain(part(LANGUAGE, 'toolbarTitleCounts'))
  })

  test('is spoken by the popup', async () => {
    const popup = await demo.browser.openPopup(page)
    await popup.waitForSelector('.badge-row')
    expect(await languageOf(popup)).toBe(part(LANGUAGE, 'languageTag'))
    await popup.close()
  })

  test('is what the next worker speaks', async () => {
    await demo.browser.killWorker()
    await page.bringToFront()
    await page.reload({ waitUntil: 'load' })
    await untilLabelled(part(LANGUAGE, 'markFound'))
  })

  test('is left to the browser again', async () => {
    await options.bringToFront()
    await choose('')
    await untilTitled(options, part('en', 'optionsTitle'))
    await page.bringToFront()
    await untilLabelled(part('en', 'markFound'))
  })
})

test('an appearance that is chosen is that of every open page of ours, and of no other page', async () => {
  await options.bringToFront()
  await options.click('input[value="dark"] + span')
  const colours = (shown: Page) =>
    waitUntil(
      'the dark',
      () => shown.evaluate(() => getComputedStyle(document.documentElement).colorScheme),
      (scheme) => scheme === 'dark',
    )
  await colours(options)
  await colours(other)
  expect(await page.evaluate(() => document.documentElement.dataset.theme)).toBeUndefined()
})
