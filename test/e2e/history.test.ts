/** From the switch in the options to the last badge that is deleted: what is verified is found again. */
import type { Page } from 'puppeteer-core'
import { beforeAll, expect, test } from 'vitest'
import { badgeNamed, openProfile, waitForMarks } from './harness/demo-page'
import { clickMark } from './harness/marks'
import { mainText } from './harness/page-text'
import { popupRows, rowOf } from './harness/popup'
import { useDemo } from './harness/use-demo'
import { violations } from './harness/violations'
import { waitUntil } from './harness/wait-until'

const demo = useDemo({ oneWalk: true })
const PAGE = 'src/pages/history/index.html'
const ASSERTION = 'https://issuer.example/ob2/assertions/data-analysis.json'

/** Runs in a page of the extension: what is watched is due, and the alarm that looks after it goes off. */
const DUE_NOW = `(async () => {
  const database = await new Promise((resolve) => {
    const opening = indexedDB.open('touchstone')
    opening.onsuccess = () => resolve(opening.result)
  })
  const store = database.transaction('watches', 'readwrite').objectStore('watches')
  const reading = store.getAll()
  await new Promise((resolve) => {
    reading.onsuccess = () => {
      for (const watch of reading.result) store.put({ ...watch, nextAt: 0 })
      store.transaction.oncomplete = resolve
    }
  })
  database.close()
  await (globalThis.browser ?? chrome).alarms.create('watch', { when: Date.now() + 200 })
})()`

let page: Page
let options: Page
let history: Page

const verify = async (badge: string, look: string): Promise<void> => {
  await page.bringToFront()
  await clickMark(page, badge)
  await waitForMarks(demo, page, [badgeNamed(demo, badge)], (mark) => mark.look === look)
}

const rowsOf = (count: number) =>
  waitUntil(
    `${count} badges in the history`,
    () => popupRows(history),
    (rows) => rows.length === count,
  )

const search = async (words: string): Promise<void> => {
  await history.$eval('input[name="search"]', (field) => {
    field.select()
  })
  await history.keyboard.press('Backspace')
  await history.type('input[name="search"]', words)
}

beforeAll(async () => {
  page = await openProfile(demo)
  await verify('did-web', 'authentic')
  options = await demo.browser.openExtensionPage('src/pages/options/index.html')
  await options.waitForSelector('input[name="use-history"]')
})

test('it is off, and what was verified before is not in it', async () => {
  expect(await options.$eval('input[name="use-history"]', (box) => box.matches(':checked'))).toBe(
    false,
  )
  await options.click('input[name="use-history"]')
  await options.waitForSelector('input[name="use-history"]:checked')
  history = await demo.browser.openExtensionPage(PAGE)
  await history.waitForSelector('.history-nothing')
  expect(await popupRows(history)).toEqual([])
})

test('what is verified from then on is in it, with where it was seen', async () => {
  await verify('hosted-good', 'authentic')
  await verify('status-revoked', 'invalid')
  await history.bringToFront()
  await rowsOf(2)
  const text = await mainText(history)
  expect(text).toContain(new URL(page.url()).host.split(':')[0])
  expect(await violations(history)).toEqual([])
})

test('it is found by its name, and nobody is asked', async () => {
  demo.server.log.clear()
  const { title } = badgeNamed(demo, 'hosted-good')
  await search('no such badge')
  await history.waitForSelector('[data-found="0"]')
  await search(title)
  const rows = await rowsOf(1)
  expect(rowOf(rows, title)?.verdict).toBe('authentic')
  await search(' ')
  await rowsOf(2)
  await history.click('[data-group="invalid"]')
  expect((await rowsOf(1))[0]).toMatchObject({ verdict: 'invalid' })
  await history.click('[data-group="invalid"]')
  await rowsOf(2)
  expect(demo.server.log.urls()).toEqual([])
})

test('its report opens from what is kept', async () => {
  const id = (await rowsOf(2)).find(({ verdict }) => verdict === 'authentic')?.id ?? ''
  expect(id).toMatch(/^history:[0-9a-f]{64}$/)
  const report = await demo.browser.openExtensionPage(
    `src/pages/verify/index.html?report=${encodeURIComponent(id)}`,
  )
  await report.waitForSelector('.report-headline h1')
  const text = await mainText(report)
  expect(text).toContain(badgeNamed(demo, 'hosted-good').title)
  await report.close()
})

test('one is watched after the hosts were named, and until it is not', async () => {
  demo.server.log.clear()
  await history.bringToFront()
  await history.focus('[data-watch-start]')
  await history.keyboard.press('Enter')
  await history.waitForSelector('.history-watch-question p:focus')
  const question = await history.$eval('.history-watch-question', (asked) => asked.textContent)
  expect(question).toMatch(/once a day.*it asks .*\.example/)
  await history.click('[data-agrees="true"]')
  await history.waitForSelector('[data-watch="holds"]')
  expect(await violations(history)).toEqual([])
  await history.click('[data-unwatch]')
  await history.waitForSelector('[data-watch-start]')
  expect(demo.server.log.urls()).toEqual([])
})

test('a watched badge is verified again when it is due, and what has become of it is said', async () => {
  await history.focus('[data-watch-start]')
  await history.keyboard.press('Enter')
  await history.waitForSelector('.history-watch-question p:focus')
  const question = await history.$eval('.history-watch-question', (asked) => asked.textContent)
  await history.click('[data-agrees="true"]')
  await history.waitForSelector('[data-watch="holds"]')
  const assertion = { '@context': 'https://w3id.org/openbadges/v2', id: ASSERTION, revoked: true }
  demo.server.setFault(ASSERTION, {
    ...{ kind: 'body', type: 'application/ld+json' },
    body: JSON.stringify({ ...assertion, type: 'Assertion', revocationReason: 'By mistake' }),
  })
  demo.server.log.clear()
  await history.evaluate(DUE_NOW)
  await history.waitForSelector('[data-watch="revoked"]')
  const asked = demo.server.log.hosts()
  expect(asked).toContain(new URL(ASSERTION).host)
  for (const host of asked) expect(question).toContain(host)
  expect((await rowsOf(2)).map(({ verdict }) => verdict)).toEqual(['invalid', 'invalid'])
  expect(await violations(history)).toEqual([])
  demo.server.setFault(ASSERTION, undefined)
})

test('nothing is switched off before it is said what becomes of what there is', async () => {
  await options.bringToFront()
  await options.click('input[name="use-history"]')
  await options.waitForSelector('#history-question:focus')
  expect(await options.$('input[name="use-history"]:checked')).not.toBeNull()
  expect(await violations(options)).toEqual([])
  await options.click('[data-answer="cancel"]')
  await options.waitForSelector('input[name="use-history"]:focus')
  expect(await options.$('input[name="use-history"]:checked')).not.toBeNull()
})

test('one is removed, then all, after it was said how many', async () => {
  await history.bringToFront()
  await history.focus('.badge-row:first-child [data-remove]')
  await history.keyboard.press('Enter')
  await rowsOf(1)
  expect(await history.evaluate(() => document.activeElement?.tagName)).toBe('H1')
  await history.focus('[data-tool="delete"]')
  await history.keyboard.press('Enter')
  await history.waitForSelector('#delete-question:focus')
  expect(await history.$eval('#delete-question', (asked) => asked.textContent)).toContain('1 badge')
  await rowsOf(1)
  await history.focus('[data-answer="delete"]')
  await history.keyboard.press('Enter')
  await history.waitForSelector('.history-nothing')
  expect(await popupRows(history)).toEqual([])
})
