/** A list that the user adds makes the demo's badges green, and takes the green along when it goes. */
import type { Page } from 'puppeteer-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { badgeNamed, openProfile, waitForMarks } from './harness/demo-page'
import { clickMark } from './harness/marks'
import { mainText, textOf } from './harness/page-text'
import { useDemo } from './harness/use-demo'
import { waitUntil } from './harness/wait-until'

const demo = useDemo({ oneWalk: true })
/** Of the options: the one about lists, of several alike. */
const LISTS = 'section:has(input[name="address"])'
const OPTIONS = 'src/pages/options/index.html'

/** The issuer of `did-web` and of no other kind: `hosted-good` has the same host by another id. */
const LIST = {
  type: 'touchstone:accreditation-list/1',
  ...{ name: 'Accredited providers', publisher: 'Quality Agency', updated: '2026-03-01' },
  issuers: [
    {
      ...{ id: 'did:web:issuer.example', name: 'Northfield University' },
      ...{ auditor: 'Quality Agency', standard: 'ESG 2015' },
      ...{ validFrom: '2020-01-01', validUntil: '2099-12-31' },
    },
    { id: 'did:web:broken.example', name: 'Broken' },
  ],
}

let page: Page
let options: Page

const look = async (badge: string, wanted: string): Promise<string> => {
  await page.bringToFront()
  const marks = await waitForMarks(
    demo,
    page,
    [badgeNamed(demo, badge)],
    (mark) => mark.look === wanted,
  )
  return marks.get(badge)?.label ?? ''
}

beforeAll(async () => {
  page = await openProfile(demo)
  for (const badge of ['did-web', 'hosted-good', 'altered'])
    await clickMark(page, badge).catch(() => undefined)
  await look('did-web', 'authentic')
  await look('hosted-good', 'authentic')
  options = await demo.browser.openExtensionPage(OPTIONS)
  demo.server.log.clear()
})

describe('a list added on the options page', () => {
  test('is shown with its publisher, and with what of it was not read', async () => {
    await options.waitForSelector('.options-paste summary')
    await options.click('.options-paste summary')
    await options.type('textarea[name="text"]', JSON.stringify(LIST))
    await options.click('.options-paste button[type="submit"]')
    const shown = await waitUntil(
      'the list',
      () => mainText(options),
      (text) => text.includes('Published by'),
    )
    expect(shown).toContain('Accredited providers')
    expect(shown).toContain('Quality Agency')
    expect(shown).toContain('1 of 2 entries were not read')
  })

  test('makes the badge of a listed issuer green, at once and without asking anybody', async () => {
    expect(await look('did-web', 'trusted')).toMatch(
      /^Verified\. Issued by Northfield University, listed in “Accredited providers”\. Holder not confirmed/,
    )
    expect(demo.server.log.entries).toEqual([])
  })

  test('leaves the badges of all other ids as they were', async () => {
    await look('hosted-good', 'authentic')
    await look('altered', 'invalid')
  })

  test('survives the worker', async () => {
    await demo.browser.killWorker()
    await page.reload({ waitUntil: 'load' })
    await look('did-web', 'trusted')
  })

  test('takes its green along when it is removed', async () => {
    await options.bringToFront()
    await options.waitForSelector(`${LISTS} .options-list .options-actions button`)
    await options.click(`${LISTS} .options-list .options-actions button`)
    await options.waitForSelector(`${LISTS} .options-empty`)
    expect(await look('did-web', 'authentic')).not.toContain('Accredited providers')
  })
})

test('an address is asked once, on the click, and says why it is no list', async () => {
  demo.server.log.clear()
  await options.bringToFront()
  await options.type('input[name="address"]', 'https://issuer.example/no-such-list.json')
  await options.click(`${LISTS} .options-line button[type="submit"]`)
  const said = await waitUntil(
    'an answer',
    () => textOf(options, `${LISTS} .options-said`),
    (text) => text.includes('Nothing was added'),
  )
  expect(said).toContain('issuer.example')
  // The page of the badges, reloaded above, may still be fetching its pictures, and the worker too.
  const asked = demo.server.log
    .urls()
    .filter((url) => !url.startsWith('https://portfolio.example/') && !url.endsWith('.png'))
  expect(asked).toEqual(['https://issuer.example/no-such-list.json'])
})
