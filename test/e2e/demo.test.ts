/** The main job, end to end: see the badges of a candidate's page, verify them, read why. */
import type { Page } from 'puppeteer-core'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Verdict } from '../../src/verifier/report'
import { HOLDER, OTHER_PERSON } from '../fixtures/people'
import { badgeNamed, openProfile, realBadges, waitForMarks } from './harness/demo-page'
import { markOn, seenMarks } from './harness/marks'
import { mainText } from './harness/page-text'
import {
  backToList,
  detailHeadline,
  openDetail,
  popupRows,
  rowOf,
  type PopupRow,
  verifyAll,
} from './harness/popup'
import { useDemo } from './harness/use-demo'
import { waitUntil } from './harness/wait-until'

const demo = useDemo({ oneWalk: true })
let page: Page
let popup: Page
let rows: PopupRow[]

describe('before any click', () => {
  beforeAll(async () => {
    page = await openProfile(demo)
  })

  test('every image that is a badge is marked, and nothing else', async () => {
    const marked = (await seenMarks(demo.browser, page)).map(({ badge }) => badge)
    const images = realBadges(demo).filter(({ kind }) => kind === 'image')
    expect(marked.sort()).toEqual(images.map(({ id }) => id).sort())
  })

  test('a mark says what the file alone decides, or whom a check would ask', async () => {
    for (const { badge, look, label } of await seenMarks(demo.browser, page)) {
      const { hosts, expected } = badgeNamed(demo, badge)
      const decided = hosts.length === 0
      expect(look, badge).toBe(decided ? expected.verdict : 'found')
      expect(label, badge).toMatch(
        decided ? /^[A-Z].+\.$/ : /^A badge\. Verify it\? This asks .+\.example/,
      )
    }
  })
})

describe('after "Verify all"', () => {
  beforeAll(async () => {
    popup = await demo.browser.openPopup(page)
    rows = await verifyAll(popup)
  })

  test('every badge of the page has its row, with the expected verdict', () => {
    const found = realBadges(demo).map(({ id, title }) => [id, rowOf(rows, title)?.verdict])
    expect(found).toEqual(realBadges(demo).map(({ id, expected }) => [id, expected.verdict]))
  })

  test('a badge has one row, and what is none has no row', () => {
    const names = rows.map(({ name }) => name.replace(/ badge$/, ''))
    expect(names.sort()).toEqual(
      realBadges(demo)
        .map(({ title }) => title)
        .sort(),
    )
  })

  test('issuer lines name the domain or key before the claimed name', () => {
    const row = rowOf(rows, badgeNamed(demo, 'hosted-self-styled').title)
    expect(row?.issuer).toMatch(/^cheap-badges\.example.*“Grand University”/)
  })

  test('every mark carries its verdict and a sentence', async () => {
    await page.bringToFront()
    const marks = await waitForMarks(
      demo,
      page,
      realBadges(demo),
      ({ look }, { expected }) => look === expected.verdict,
    )
    for (const { label } of marks.values()) expect(label).toMatch(/^[A-Z].+\.$/)
    expect(marks.get('hosted-good')?.label).toMatch(/issuer\.example.*Holder not confirmed/)
    expect(await markOn(demo.browser, page, 'look-alike')).toBeUndefined()
  })

  test('the list can be filtered by verdict', async () => {
    await popup.bringToFront()
    await popup.click('[data-group="invalid"]')
    const invalid = rows.filter(({ verdict }) => verdict === 'invalid').map(({ id }) => id)
    const shown = await waitUntil(
      'the filtered list',
      () => popupRows(popup),
      ({ length }) => length === invalid.length,
    )
    expect(shown.map(({ id }) => id)).toEqual(invalid)
    await popup.click('[data-group="invalid"]')
  })
})

describe('one detail for each verdict', () => {
  const cases: [Verdict, string, RegExp][] = [
    [
      'authentic',
      'did-web',
      /^Authentic\. Issued by issuer\.example, which calls itself “Northfield/,
    ],
    ['attention', 'expired', /^Authentic, but expired on November 30, 2023/],
    ['invalid', 'altered', /^Does not verify: it was altered after it was signed/],
    ['unverifiable', 'hosted-unreachable', /^Could not check: offline\.example did not answer/],
  ]

  test.each(cases)('%s: %s', async (verdict, id, headline) => {
    const row = rowOf(rows, badgeNamed(demo, id).title)
    expect(row?.verdict).toBe(verdict)
    expect(await openDetail(popup, row?.id ?? '')).toMatch(headline)
    const text = await mainText(popup)
    expect(text).toContain('What we checked')
    await backToList(popup)
  })
})

describe('whose it is', () => {
  test('an address that it was not awarded to makes a person look', async () => {
    const row = rowOf(rows, badgeNamed(demo, 'hosted-other-person').title)
    await openDetail(popup, row?.id ?? '')
    demo.server.log.clear()
    expect(await compare(HOLDER.email, (text) => !text.startsWith('Authentic. '))).toMatch(
      /^Authentic, but .*not issued to/,
    )
  })

  test('the right address confirms it', async () => {
    expect(
      await compare(OTHER_PERSON.email, (text) => text.startsWith('Authentic. ')),
    ).not.toContain('Holder not confirmed')
  })

  test('neither asked anybody', () => {
    expect(demo.server.log.entries).toEqual([])
  })

  async function compare(identity: string, said: (headline: string) => boolean): Promise<string> {
    await popup.click('input[name="identity"]', { count: 3 })
    await popup.type('input[name="identity"]', identity)
    await popup.click('.holder button[type="submit"]')
    return waitUntil('the comparison', () => detailHeadline(popup), said)
  }
})
