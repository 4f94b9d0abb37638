/** Where badges are looked for at all, and by whose word: judged by marks and by what reached the servers. */
import type { Page } from 'puppeteer-core'
import { afterEach, describe, expect, test } from 'vitest'
import { PROFILE_URL } from '../demo/pages/index'
import { badgeNamed, imageOf, openProfile, waitForMarks } from './harness/demo-page'
import { browserUnderTest } from './harness/launch'
import { seenMarks } from './harness/marks'
import { takeShownResult } from './harness/popup'
import { useDemo } from './harness/use-demo'
import { waitUntil } from './harness/wait-until'

const demo = useDemo()

/** Longer than anything takes that might still be under way. */
const QUIET_MS = 1500
const ASSERTION = 'https://issuer.example/ob2/assertions/data-analysis.json'

afterEach(async () => {
  const options = await openSites()
  for (const remove of await options.$$('.sites-list .link')) await remove.click()
  await options.waitForSelector('.sites-list', { hidden: true })
})

describe('a site that is off', () => {
  test('has no marks, and nobody is asked; a right-click is answered all the same', async () => {
    await nameSite('portfolio.example', 'off')
    demo.server.log.clear()
    const page = await demo.browser.openPage(PROFILE_URL)
    await page.$eval('iframe', (frame) => {
      frame.scrollIntoView()
    })
    await quiet()
    expect(fetched()).toEqual([])
    expect(await seenMarks(demo.browser, page)).toEqual([])

    await demo.browser.verifyThisBadge(page, await imageOf(page, 'hosted-gone'))
    expect((await takeShownResult(demo.browser)).verdict).toBe('invalid')
    expect(await seenMarks(demo.browser, page)).toEqual([])
  })

  test('loses its marks as it is switched off, and has them again as it is switched on', async () => {
    const page = await openProfile(demo)
    await chooseInPopup(page, 'off')
    await page.bringToFront()
    await waitUntil(
      'no mark to be left',
      () => seenMarks(demo.browser, page),
      (marks) => marks.length === 0,
    )
    expect(await chooseInPopup(page, 'click')).toContain('Your choice for this site.')
    await page.bringToFront()
    await waitForMarks(
      demo,
      page,
      [badgeNamed(demo, 'hosted-good')],
      ({ look }) => look === 'found',
    )
  })
})

test('a domain that is always verified needs no click, and one again after “On click”', async () => {
  await nameSite('*.co.uk', 'always', 'anybody can get a name there')
  await nameSite('*.portfolio.example', 'always')
  demo.server.setFault(ASSERTION, { kind: 'drop' })
  const page = await openProfile(demo)
  await waitForMarks(demo, page, [badgeNamed(demo, 'did-web')], ({ look }) => look === 'authentic')
  const unreached = [badgeNamed(demo, 'hosted-good')]
  await waitForMarks(demo, page, unreached, ({ look }) => look === 'unverifiable')

  demo.server.setFault(ASSERTION, undefined)
  await chooseInPopup(page, 'click')
  await page.close()
  demo.server.log.clear()
  const again = await openProfile(demo)
  await waitForMarks(demo, again, unreached, ({ look }) => look === 'found')
  await quiet()
  expect(demo.server.log.urls()).not.toContain(ASSERTION)
})

// Only Firefox lets a permission be withheld without its own settings. Last: it cannot be given back.
test.runIf(browserUnderTest() === 'firefox')(
  'a page that the browser withholds is looked at once after a right-click, and the popup says so',
  async () => {
    const options = await openSites()
    await options.evaluate(() => {
      const { permissions } = globalThis.browser as unknown as PermissionsApi
      return permissions.remove({ origins: ['https://*/*'] })
    })
    const page = await demo.browser.openPage(PROFILE_URL)
    await quiet()
    expect(await seenMarks(demo.browser, page)).toEqual([])

    await demo.browser.verifyThisBadge(page, await imageOf(page, 'hosted-gone'))
    // The image is on a host that is withheld, too: nobody is asked, and the badge says so.
    await waitUntil(
      'the popup to ask for the image',
      () => demo.browser.inOwnPopup(`document.querySelector('.detail-open h1')?.textContent`),
      (said) => typeof said === 'string' && said.includes('portfolio.example'),
    )
    await demo.browser.closeOwnPopup()
    const popup = await demo.browser.openPopup(page)
    await popup.waitForSelector('.access-note')
    expect(await popup.$eval('.access-note', (note) => note.textContent)).toContain(
      'it has looked at this page once',
    )
  },
)

interface PermissionsApi {
  permissions: { remove(permissions: { origins: string[] }): Promise<boolean> }
}

async function openSites(): Promise<Page> {
  const options = await demo.browser.openExtensionPage('src/pages/options/index.html#sites')
  await options.waitForSelector('input[name=site]')
  return options
}

/** By hand, in the options. @param refusal what is said, where the name is none */
async function nameSite(site: string, mode: string, refusal?: string): Promise<void> {
  const options = await openSites()
  await options.type('input[name=site]', site)
  await options.$eval(`.options-line input[value=${mode}]`, (radio) => {
    radio.click()
  })
  await options.click('form:has(input[name=site]) button')
  await waitUntil(
    'what came of it',
    () => options.$eval('section:has(#sites) .options-said', (said) => said.textContent),
    (text) => text.includes(refusal ?? 'is on the list'),
  )
  await options.close()
}

/** @returns by whose word the mode is in force, as the popup then says */
async function chooseInPopup(page: Page, mode: string): Promise<string> {
  const popup = await demo.browser.openPopup(page)
  await popup.waitForSelector('.site-mode')
  await popup.$eval(`.site-mode input[value=${mode}]`, (radio) => {
    radio.click()
  })
  const why = await waitUntil(
    'the popup to say why',
    () => popup.$eval('.site-mode-why', (text) => text.textContent),
    (text) => text.includes('Your choice for this site'),
  )
  await popup.close()
  return why
}

/** What the extension asked for. A page's own scripts ask from its own origin. */
function fetched(): string[] {
  const { entries } = demo.server.log
  return entries
    .filter(({ destination, site }) => destination === 'empty' && site !== 'same-origin')
    .map(({ host, path }) => `https://${host}${path}`)
}

function quiet(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, QUIET_MS))
}
