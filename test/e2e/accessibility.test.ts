/** What a keyboard and a screen reader get: list, detail, and the marks in the page. */
import type { Page } from 'puppeteer-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { badgeNamed, openProfile, waitForMarks } from './harness/demo-page'
import { markOn } from './harness/marks'
import { backToList, openDetail, rowOf, verifyAll, type PopupRow } from './harness/popup'
import { useDemo } from './harness/use-demo'
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
  let popup: Page
  let rows: PopupRow[]

  beforeAll(async () => {
    const page = await openProfile(demo)
    popup = await demo.browser.openPopup(page)
    await popup.setViewport({ width: 400, height: 600 })
    rows = await verifyAll(popup)
  })

  test('the list', async () => {
    expect(await violations(popup)).toEqual([])
  })

  test.each(['did-web', 'expired', 'altered', 'hosted-unreachable'])(
    'the detail of %s',
    async (id) => {
      await openDetail(popup, rowOf(rows, badgeNamed(demo, id).title)?.id ?? '')
      expect(await violations(popup)).toEqual([])
      await backToList(popup)
    },
  )
})
