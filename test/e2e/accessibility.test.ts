/** What a keyboard and a screen reader get: list, detail, and the marks in the page. */
import type { Page } from 'puppeteer-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { badgeNamed, openProfile, waitForMarks } from './harness/demo-page'
import { markOn } from './harness/marks'
import { backToList, openDetail, rowOf, verifyAll, type PopupRow } from './harness/popup'
import { useDemo } from './harness/use-demo'
import { walkByTab } from './harness/tab-walk'
import { violations } from './harness/violations'
import { waitUntil } from './harness/wait-until'

const demo = useDemo({ oneWalk: true })

describe('in the page', () => {
  let page: Page

  beforeAll(async () => {
    page = await openProfile(demo)
  })

  test('a mark is reached by Tab and verifies on Enter', async () => {
    // The first mark is that of the first badge; marks come after the page's own controls.
    const first = await page.waitForSelector('footer')
    await first?.click()
    await waitUntil(
      'the focus on a mark',
      async () => {
        await page.keyboard.press('Tab')
        return page.evaluate(() => document.activeElement?.hasAttribute('data-touchstone') ?? false)
      },
      (onMark) => onMark,
      { every: 20 },
    )
    await page.keyboard.press('Enter')
    await waitForMarks(
      demo,
      page,
      [badgeNamed(demo, 'hosted-good')],
      ({ look }) => look === 'authentic',
    )
  })

  test('the page is not moved by its marks', async () => {
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    )
    expect(overflow).toBe(0)
    expect(await markOn(demo.browser, page, 'hosted-good')).toBeDefined()
  })
})

describe('in the popup', () => {
  let page: Page
  let popup: Page
  let rows: PopupRow[]

  beforeAll(async () => {
    page = await openProfile(demo)
    popup = await demo.browser.openPopup(page)
    await popup.setViewport({ width: 400, height: 600 })
    await popup.waitForSelector('.verify-all [role=status]')
    await popup.evaluate(REMEMBER_WHAT_IS_SAID)
    rows = await verifyAll(popup)
  })

  test('the list', async () => {
    expect(await violations(popup)).toEqual([])
  })

  test('what is being done is read out, and what came of it', async () => {
    const said = (await popup.evaluate('said')) as string[]
    expect(said.some((words) => /^\d+ of \d+ badges checked$/.test(words))).toBe(true)
    expect(said.at(-1)).toMatch(/^\d+ of \d+ badges hold/)
  })

  test.each(['did-web', 'expired', 'altered', 'hosted-unreachable'])(
    'the detail of %s',
    async (id) => {
      await openDetail(popup, rowOf(rows, badgeNamed(demo, id).title)?.id ?? '')
      expect(await violations(popup)).toEqual([])
      await backToList(popup)
    },
  )

  test('into a badge and back the focus goes along, and on to the options', async () => {
    const row = rowOf(rows, badgeNamed(demo, 'expired').title)?.id ?? ''
    await openDetail(popup, row)
    await focusOn(popup, '.report-headline h1')
    await backToList(popup)
    await focusOn(popup, `[data-badge="${row}"] .badge-row-open`)
    await openByKeyboard(popup, 'Options', 'options')
  })

  test('the history is switched on in the options, and reached from the popup', async () => {
    const options = await demo.browser.openExtensionPage('src/pages/options/index.html')
    await options.waitForSelector('input[name=use-history]')
    await options.focus('input[name=use-history]')
    await options.keyboard.press(' ')
    await options.waitForFunction(() => document.body.textContent.includes('The history is on.'))
    await focusOn(options, 'input[name=use-history]')
    await popup.bringToFront()
    await openByKeyboard(popup, 'History', 'history')
  })

  // A walk ends outside of the page: in Firefox it does not get the keys back.
  test('Tab reaches every badge and what follows, shows where it is, and gets out again', async () => {
    const { stops, hasEnded } = await walkByTab(popup)
    expect(hasEnded).toBe(true)
    expect(stops.filter(({ isSeen }) => !isSeen)).toEqual([])
    const opened = stops.filter(({ what }) => what.includes('badge-row-open'))
    expect(opened).toHaveLength(rows.length)
    expect(stops.at(-1)?.what).toContain('summary')
  })

  test('Tab goes through a badge, too', async () => {
    const another = await demo.browser.openPopup(page)
    await another.waitForSelector('.badge-row')
    await openDetail(another, rowOf(rows, badgeNamed(demo, 'expired').title)?.id ?? '')
    const { stops, hasEnded } = await walkByTab(another)
    expect(hasEnded).toBe(true)
    expect(stops.filter(({ isSeen }) => !isSeen)).toEqual([])
    expect(stops.some(({ what }) => what.includes('opened-back'))).toBe(true)
  })
})

describe('each page of ours', () => {
  test.each([
    ['options', 'h1', 2, 'Options – Touchstone'],
    ['files', 'h1', 2, 'Verify files – Touchstone'],
    // Nothing is in it yet, and so there is nothing to press.
    ['history', 'h1', 0, 'History – Touchstone'],
    ['welcome', 'h1', 2, 'Touchstone'],
    ['sample', '[data-look=authentic]', 4, 'A sample page – Touchstone'],
  ])('%s: axe finds nothing, and Tab goes through it', async (name, ready, least, title) => {
    const page = await demo.browser.openExtensionPage(`src/pages/${name}/index.html`)
    await page.waitForSelector(ready)
    expect(await page.title()).toBe(title)
    expect(await violations(page)).toEqual([])
    const { stops, hasEnded } = await walkByTab(page)
    expect(hasEnded).toBe(true)
    expect(stops.length).toBeGreaterThanOrEqual(least)
    expect(stops.filter(({ isSeen }) => !isSeen)).toEqual([])
    await page.close()
  })

  test('the four steps of the first page, by keyboard', async () => {
    const page = await demo.browser.openExtensionPage('src/pages/welcome/index.html')
    await page.waitForSelector('h1')
    for (let step = 2; step <= 4; step++) {
      await page.focus('.welcome-foot button.button-primary')
      await page.keyboard.press('Enter')
      await focusOn(page, 'h1')
      expect(await page.$eval('.welcome-top', ({ textContent }) => textContent)).toContain(
        `Step ${step} of 4`,
      )
      expect(await violations(page)).toEqual([])
    }
    await page.close()
  })
})

/** A link of the popup's footer, which opens a page of ours. */
async function openByKeyboard(popup: Page, link: string, name: string): Promise<void> {
  const focusLink = `(() => {
    const links = [...document.querySelectorAll('.footer-links .link')]
    const wanted = links.find(({ textContent }) => textContent === '${link}')
    wanted?.focus()
    return wanted !== undefined
  })()`
  await waitUntil(
    `the link to ${name}`,
    () => popup.evaluate(focusLink) as Promise<boolean>,
    (isThere) => isThere,
  )
  await popup.keyboard.press('Enter')
  await waitUntil(
    `${name} in a tab`,
    () => popup.evaluate(OPEN_PAGES) as Promise<string[]>,
    (urls) => urls.some((url) => url.endsWith(`src/pages/${name}/index.html`)),
  )
}

async function focusOn(page: Page, selector: string): Promise<void> {
  await waitUntil(
    `the focus on ${selector}`,
    () => page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector),
    (isThere) => isThere,
  )
}

/** Every text that the live region beside "Verify all" takes on. */
const REMEMBER_WHAT_IS_SAID = `(() => {
  globalThis.said = []
  const remember = () => {
    const words = document.querySelector('.verify-all [role=status]')?.textContent ?? ''
    if (words !== '' && words !== said.at(-1)) said.push(words)
  }
  new MutationObserver(remember).observe(document.body, {
    subtree: true, childList: true, characterData: true,
  })
  remember()
})()`

const OPEN_PAGES = `(globalThis.browser ?? chrome).tabs.query({}).then((tabs) => tabs.map(({ url }) => url ?? ''))`
