/** Where badges are looked for at all, and by whose word: judged by marks and by what reached the servers. */
import type { Page } from 'puppeteer-core'
import { expect, test } from 'vitest'
import { PROFILE_URL } from '../demo/pages/index'
import { badgeNamed, imageOf, waitForMarks } from './harness/demo-page'
import { browserUnderTest } from './harness/launch'
import { seenMarks } from './harness/marks'
import { textOf } from './harness/page-text'
import { takeShownResult } from './harness/popup'
import { useDemo } from './harness/use-demo'
import { waitUntil } from './harness/wait-until'

const demo = useDemo({ oneWalk: true, spoils: true })

/** Longer than anything takes that might still be under way. */
const QUIET_MS = 1500
const ASSERTION = 'https://issuer.example/ob2/assertions/data-analysis.json'

let page: Page

test('a site that is off has no marks, and asks nobody; a right-click is answered all the same', async () => {
  await nameSite('portfolio.example', 'off')
  demo.server.log.clear()
  page = await demo.browser.openPage(PROFILE_URL)
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

test('it has marks as it is switched on in the popup, and none as it is switched off', async () => {
  await chooseInPopup('click', 'asked only when you click')
  await waitForMarks(demo, page, [badgeNamed(demo, 'hosted-good')], ({ look }) => look === 'found')
  await chooseInPopup('off', 'does not look at this site')
  await waitUntil(
    'no mark to be left',
    () => seenMarks(demo.browser, page),
    (marks) => marks.length === 0,
  )
})

test('a domain that is always verified needs no click, and one again after “On click”', async () => {
  await nameSite('*.co.uk', 'always', 'anybody can get a name there')
  await nameSite('*.portfolio.example', 'always')
  demo.server.setFault(ASSERTION, { kind: 'drop' })
  await forgetSite('portfolio.example')
  await page.bringToFront()
  const unreached = badgeNamed(demo, 'hosted-good')
  await waitForMarks(demo, page, [unreached, badgeNamed(demo, 'did-web')], ({ look }, { id }) =>
    id === unreached.id ? look === 'unverifiable' : look === 'authentic',
  )
  demo.server.setFault(ASSERTION, undefined)
  await chooseInPopup('click', 'asked only when you click')
  demo.server.log.clear()
  await page.reload()
  await waitForMarks(demo, page, [unreached], ({ look }) => look === 'found')
  await quiet()
  expect(demo.server.log.urls()).not.toContain(ASSERTION)
})

// Only Firefox lets a permission be withheld without its own settings. Last: it cannot be given back.
test.runIf(browserUnderTest() === 'firefox')(
  'a page that the browser withholds is looked at once after a right-click, and the popup says so',
  async () => {
    await page.close()
    const options = await openSites()
    await options.evaluate(() => {
      const { permissions } = globalThis.browser as unknown as PermissionsApi
      return permissions.remove({ origins: ['https://*/*'] })
    })
    page = await demo.browser.openPage(PROFILE_URL)
    await quiet()
    expect(await seenMarks(demo.browser, page)).toEqual([])

    await demo.browser.verifyThisBadge(page, await imageOf(page, 'hosted-gone'))
    // The image is on a host that is withheld, too: the page reads it, and the badge asks for its issuer's.
    const opened = () => demo.browser.inOwnPopup(OPENED) as Promise<Opened | undefined>
    const isAskedFor = (shown?: Opened) => shown?.headline.includes('issuer.example') === true
    await waitUntil('the popup to ask for the issuer', opened, isAskedFor)
    const badge = badgeNamed(demo, 'hosted-good')
    await waitForMarks(demo, page, [badge], ({ look }) => look === 'found')

    // The popup enters the page, too, and may do so after the menu has.
    await page.$eval('[data-touchstone]', (mark) => {
      Object.assign(mark, { isFirst: true })
    })
    expect(await enterAgain(options)).toBe(true)
    await quiet()
    expect(await page.$eval('[data-touchstone]', (mark) => 'isFirst' in mark)).toBe(true)
    expect(await opened()).toSatisfy(isAskedFor)
    await demo.browser.closeOwnPopup()
    const popup = await demo.browser.openPopup(page)
    await popup.waitForSelector('.access-note')
    expect(await popup.$eval('.access-note', (note) => note.textContent)).toContain(
      'it has looked at this page once',
    )
    await popup.close()

    // Loaded anew, the page has no script until the popup is opened.
    await page.bringToFront()
    await page.reload()
    await quiet()
    expect(await seenMarks(demo.browser, page)).toEqual([])
    await demo.browser.openOwnPopup()
    await waitForMarks(demo, page, [badge], ({ look }) => look === 'found')
  },
)

interface Opened {
  headline: string
  /** Told where it is not what was expected. */
  page: string
}

const OPENED = `({
  headline: document.querySelector('.detail-open h1')?.textContent ?? '',
  page: document.body?.textContent.slice(0, 300),
})`

interface PermissionsApi {
  permissions: { remove(permissions: { origins: string[] }): Promise<boolean> }
}

interface EntryApi {
  tabs: { query(query: object): Promise<{ id: number; url?: string }[]> }
  runtime: { sendMessage(message: object): Promise<unknown> }
}

/** Has the worker put the script into the page once more. */
function enterAgain(ownPage: Page): Promise<unknown> {
  return ownPage.evaluate(async (url) => {
    const { tabs, runtime } = globalThis.browser as unknown as EntryApi
    const tab = (await tabs.query({})).find((each) => each.url === url)
    return runtime.sendMessage({ type: 'enter-page', tabId: tab?.id })
  }, PROFILE_URL)
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
    () => textOf(options, 'section:has(#sites) .options-said'),
    (text) => text.includes(refusal ?? 'is on the list'),
  )
  await options.close()
}

async function forgetSite(site: string): Promise<void> {
  const options = await openSites()
  await options.waitForSelector(`[data-site="${site}"]`)
  await options.$eval(`[data-site="${site}"] button`, (button) => {
    button.click()
  })
  await options.waitForSelector(`[data-site="${site}"]`, { hidden: true })
  await options.close()
}

/** @param meaning what the popup then says of the mode */
async function chooseInPopup(mode: string, meaning: string): Promise<void> {
  const popup = await demo.browser.openPopup(page)
  await popup.waitForSelector('.site-mode')
  await popup.$eval(`.site-mode input[value=${mode}]`, (radio) => {
    radio.click()
  })
  await waitUntil(
    'the popup to say what is chosen, and by whom',
    () => textOf(popup, '.site-mode-why'),
    (text) => text.includes(meaning) && text.includes('Your choice for this site'),
  )
  await popup.close()
  await page.bringToFront()
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
