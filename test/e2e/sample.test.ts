/** The sample page: real badges, really verified, and nobody asked before a click. */
import type { Page } from 'puppeteer-core'
import { beforeEach, expect, test } from 'vitest'
import { useDemo } from './harness/use-demo'
import { waitUntil } from './harness/wait-until'

const demo = useDemo()
let page: Page

const LOOKS = "[...document.querySelectorAll('[data-look]')].map(({ dataset }) => dataset.look)"
const looks = (): Promise<string[]> => page.evaluate(LOOKS) as Promise<string[]>

async function looksLike(expected: string[]): Promise<void> {
  await waitUntil('the marks', looks, (found) => found.join() === expected.join())
}

async function press(selector: string): Promise<void> {
  await page.focus(selector)
  await page.keyboard.press('Enter')
}

beforeEach(async () => {
  page = await demo.browser.openExtensionPage('src/pages/sample/index.html')
  await looksLike(['authentic', 'found', 'attention', 'invalid'])
})

test('nobody is asked about what can be told from the files', () => {
  expect(demo.server.log.hosts()).toEqual([])
})

test('a mark opens the report, and the way back has the focus where it was', async () => {
  await press('[data-look=invalid]')
  await page.waitForSelector('.report-headline h1')
  const headline = await page.$eval('.report-headline h1', ({ textContent }) => textContent)
  expect(headline).toContain('altered')
  await press('.opened-back')
  await waitUntil(
    'the focus on the mark',
    () => page.evaluate("document.activeElement?.dataset?.look ?? ''") as Promise<string>,
    (look) => look === 'invalid',
  )
})

test('the one that waits asks its issuer after a click, and only then', async () => {
  await press('[data-look=found]')
  await looksLike(['authentic', 'unverifiable', 'attention', 'invalid'])
  expect(demo.server.log.hosts()).toEqual(['college.example'])
})
