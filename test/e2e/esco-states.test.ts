/** Every state of a skill, as the popup says it, before and after ESCO's API is asked. */
import type { Page } from 'puppeteer-core'
import { beforeAll, expect, test } from 'vitest'
import { openProfile } from './harness/demo-page'
import { mainText } from './harness/page-text'
import { LOOKED_UP, NOT_LOOKED_UP, openDescribed, skillLines } from './harness/skill-lines'
import { useDemo } from './harness/use-demo'
import { waitUntil } from './harness/wait-until'

const demo = useDemo({ oneWalk: true })
const ATTRIBUTION = 'This service uses the ESCO classification of the European Commission.'

let page: Page
let popup: Page

beforeAll(async () => {
  page = await openProfile(demo)
  popup = await openDescribed(demo, page)
})

const words = () => mainText(popup)

async function verifyAgain(): Promise<void> {
  await popup.$$eval('button.link', (buttons) => {
    buttons.find(({ textContent }) => textContent === 'Verify again')?.click()
  })
}

test('nobody was asked before a click, and the badge says so of each skill', async () => {
  expect(await skillLines(popup)).toEqual(NOT_LOOKED_UP)
  expect(await words()).not.toContain(ATTRIBUTION)
  expect(demo.server.esco.log).toEqual([])
})

test('a click asks, and a service that is not there has said nothing of any skill', async () => {
  demo.server.esco.on = false
  await verifyAgain()
  await waitUntil(
    'ESCO to be asked',
    () => Promise.resolve(demo.server.esco.log.length),
    (asked) => asked > 0,
  )
  await popup.waitForSelector('.alignment')
  expect(await skillLines(popup)).toEqual(NOT_LOOKED_UP)
})

test('each skill comes to what ESCO says of it', async () => {
  demo.server.esco.on = true
  const asked = demo.server.esco.log.length
  await verifyAgain()
  const lines = await waitUntil(
    'an answer of ESCO',
    () => skillLines(popup),
    (found) => Object.values(found).some(({ result }) => result === 'found'),
  )
  expect(lines).toEqual(LOOKED_UP)
  expect(await words()).toMatch(new RegExp(`${ATTRIBUTION} ESCO 1\\.2\\.0, as of \\S`))
  expect(demo.server.esco.log.length).toBeGreaterThan(asked)
})

test('what was answered is kept, and the page that is opened again asks nobody', async () => {
  const asked = demo.server.esco.log.length
  await demo.browser.closePages()
  page = await openProfile(demo)
  popup = await openDescribed(demo, page)
  expect(await skillLines(popup)).toEqual(LOOKED_UP)
  expect(demo.server.esco.log).toHaveLength(asked)
})
