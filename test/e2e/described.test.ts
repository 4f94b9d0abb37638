/** What badges say of themselves as micro-credentials: fully, partly and in contradiction. */
import type { Page } from 'puppeteer-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { badgeNamed, openProfile } from './harness/demo-page'
import { mainText } from './harness/page-text'
import { backToList, openDetail, rowOf, verifyAll, type PopupRow } from './harness/popup'
import { markOn } from './harness/marks'
import { useDemo } from './harness/use-demo'

const demo = useDemo({ oneWalk: true })
let popup: Page
let rows: PopupRow[]
let before: Awaited<ReturnType<typeof markOn>>
let askedBefore: { hosts: string[]; esco: number }

beforeAll(async () => {
  const page = await openProfile(demo)
  before = await markOn(demo.browser, page, 'did-web')
  askedBefore = { hosts: demo.server.log.hosts(), esco: demo.server.esco.log.length }
  popup = await demo.browser.openPopup(page)
  rows = await verifyAll(popup)
})

/** The words of a detail, with the table of the first framework opened. */
async function wordsOf(id: string): Promise<{ all: string; framework: string }> {
  await openDetail(popup, rowOf(rows, badgeNamed(demo, id).title)?.id ?? '')
  const summary = '[data-framework="eu-annex-1"] summary'
  await popup.waitForSelector(summary)
  await popup.focus(summary)
  await popup.keyboard.press('Enter')
  await popup.waitForSelector('[data-framework="eu-annex-1"] .element-group')
  const all = await mainText(popup)
  const framework = await popup.$eval('[data-framework="eu-annex-1"]', (table) => table.textContent)
  await backToList(popup)
  return { all, framework }
}

describe('a badge that says', () => {
  test('all that the frameworks ask for is complete, and its level has a meaning', async () => {
    const { all, framework } = await wordsOf('described-fully')
    expect(framework).toMatch(/(\d+) of \1 mandatory/)
    expect(framework).toContain('criteria, part 1')
    expect(framework).not.toContain('Missing')
    expect(all).toContain('EQF 6')
    expect(all).toContain('Advanced knowledge, critically understood')
    expect(all).toContain('50–60 hours in all')
    expect(all).toContain('Not looked up in ESCO')
  })

  test('some of it, in Japanese and on one line, is told what is missing', async () => {
    const { framework } = await wordsOf('described-partly')
    expect(framework).toContain('環境会計の基本概念を説明できる')
    expect(framework).toContain('Missing')
    expect(framework).toMatch(/[4-9] of 1[01] mandatory/)
  })

  test('what cannot be is contradicted, and its proof holds all the same', async () => {
    const row = rowOf(rows, badgeNamed(demo, 'described-wrongly').title)
    expect(row?.verdict).toBe('authentic')
    const { all, framework } = await wordsOf('described-wrongly')
    expect(all).toContain('EQF 5 and EQF 7')
    expect(all).toContain('The badge states different levels.')
    expect(all).toContain('is no level of its framework')
    expect(all).toContain('These amounts do not agree with each other.')
    expect(framework).toContain('These contradict each other')
  })
})

test('ESCO is named before the click among those who would be asked, and is not asked before', () => {
  expect(before?.label).toMatch(
    /^A badge\. Verify it\? This asks .*issuer\.example.*ec\.europa\.eu/,
  )
  expect(askedBefore.hosts).toContain('portfolio.example')
  expect(askedBefore.esco).toBe(0)
  expect(demo.server.esco.log.length).toBeGreaterThan(0)
})
