/** What the badges of the demo's page come to together, as the popup says it. */
import type { Page } from 'puppeteer-core'
import { beforeAll, expect, test } from 'vitest'
import { badgeNamed, openProfile } from './harness/demo-page'
import { mainText } from './harness/page-text'
import { rowOf, verifyAll, type PopupRow } from './harness/popup'
import { useDemo } from './harness/use-demo'
import { waitUntil } from './harness/wait-until'

const demo = useDemo({ oneWalk: true })

/** The issuer of `did-web`. */
const LIST = {
  type: 'touchstone:accreditation-list/1',
  ...{ name: 'Accredited providers', publisher: 'Quality Agency', updated: '2026-03-01' },
  issuers: [
    {
      ...{ id: 'did:web:issuer.example', name: 'Northfield University' },
      ...{ auditor: 'Quality Agency', standard: 'ESG 2015' },
      ...{ validFrom: '2020-01-01', validUntil: '2099-12-31' },
    },
  ],
}

let popup: Page
let rows: PopupRow[]

/** A line of the summary, or '' where there is none. */
const line = (standing: string): Promise<string> =>
  popup.$$eval(`.profile-card [data-standing="${standing}"]`, (lines) =>
    lines.map((each) => each.textContent).join(),
  )

const wholeProfile = (): Promise<string> => mainText(popup)

beforeAll(async () => {
  const page = await openProfile(demo)
  popup = await demo.browser.openPopup(page)
  rows = await verifyAll(popup)
  await popup.waitForSelector('.profile-card')
})

test('what nobody vouches for stands on a line of its own, and is called so', async () => {
  const holding = rows.filter(({ verdict }) => verdict === 'authentic').length
  const said = await waitUntil(
    'all that holds',
    () => line('authentic'),
    (text) => text.startsWith(`${holding} with unknown issuer`),
  )
  expect(said).toMatch(/EQF \d.*ECTS/)
  // The qualified seal, for which no list of the user's is needed.
  expect(await line('trusted')).toMatch(/^1 verified/)
})

test('opens by keyboard, with what an altered badge claims in no figure', async () => {
  expect(rowOf(rows, badgeNamed(demo, 'altered').title)?.verdict).toBe('invalid')
  await popup.focus('.profile-open')
  await popup.keyboard.press('Enter')
  await popup.waitForSelector('.profile-head h1:focus')

  const text = await wholeProfile()
  expect(text).toContain(badgeNamed(demo, 'did-web').title)
  expect(text).toMatch(/Left out: .*do not verify/)
  // It claims EQF 8 and 60 ECTS: more than all that holds.
  expect(text).not.toContain('EQF 8')
  expect(text).not.toMatch(/–8|60 ECTS/)
  expect(text).not.toContain('Financial Analyst')

  await popup.focus('.opened-back')
  await popup.keyboard.press('Enter')
  await popup.waitForSelector('.profile-open:focus')
})

test('a trusted list gives its issuer’s badges a line above, and leaves the others where they are', async () => {
  const options = await demo.browser.openExtensionPage('src/pages/options/index.html')
  await options.waitForSelector('.options-paste summary')
  await options.click('.options-paste summary')
  await options.type('textarea[name="text"]', JSON.stringify(LIST))
  await options.click('.options-paste button[type="submit"]')

  const said = await waitUntil(
    'the verified line',
    () => line('trusted'),
    (text) => text !== '',
  )
  expect(said).toMatch(/^\d+ verified.*EQF 6/)
  expect(await line('authentic')).toMatch(/with unknown issuer/)
})
