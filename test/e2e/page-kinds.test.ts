/** Replicas of the pages on which badges are met, next to the truth about each. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Page } from 'puppeteer-core'
import { afterAll, describe, expect, test } from 'vitest'
import { pageKinds } from '../page-kinds/index'
import { finalTruth, type KindPage, type TruthRow } from '../page-kinds/page-kind'
import { askedTooEarly } from './harness/early-requests'
import { popupRows, startVerifyAll, type PopupRow } from './harness/popup'
import { marksByRow } from './harness/truth-marks'
import {
  problemsOfList,
  scoreMarks,
  type Moment,
  type Scene,
  type Score,
} from './harness/truth-score'
import { truthTable, type Outcome } from './harness/truth-table'
import { useDemo } from './harness/use-demo'

const generated = await pageKinds()
const demo = useDemo({ oneWalk: true, web: generated.web })
const outcomes: Outcome[] = []

/** Milliseconds: for marks to come, and for marks to come that should not. */
const PATIENCE = 6_000
const SETTLED = 700

/** The table is kept, too, since a long run scrolls it away. */
const KEPT = fileURLToPath(new URL('../../.cache/page-kinds/', import.meta.url))

afterAll(() => {
  const table = truthTable(demo.browser.name, outcomes)
  console.log(table)
  mkdirSync(KEPT, { recursive: true })
  writeFileSync(`${KEPT}${demo.browser.name}.txt`, `${table}\n`)
})

describe.each(generated.kinds.map((kind) => [kind.id, kind] as const))('%s', (_, kind) => {
  const outcome: Outcome = { kind, before: [], after: [], list: [], asked: [], took: 0 }

  test('every badge has its mark before consent, and nothing else has one', async () => {
    outcomes.push(outcome)
    const started = Date.now()
    for (const page of kind.pages) await walk({ kind, page })
    outcome.took = Date.now() - started
    expect(outcome.before.flatMap(({ unknown }) => unknown)).toEqual([])
  })

  test('nobody was asked before consent but for pictures', () => {
    expect(outcome.asked).toEqual([])
  })

  test('every verdict is as it should be after "Verify all"', () => {
    expect(outcome.after.flatMap(({ unknown }) => unknown)).toEqual([])
    expect(outcome.list).toEqual([])
  })

  async function walk(scene: Scene): Promise<void> {
    const { url, truth, acts = [] } = scene.page
    demo.server.log.clear()
    const page = await demo.browser.openPage(url)
    outcome.before.push(await settledScore(scene, page, truth, 'before'))
    for (const act of acts) {
      await page.evaluate(act.script)
      outcome.before.push(await settledScore(scene, page, act.truth, 'before'))
    }
    outcome.asked.push(...askedTooEarly(demo.server.log.entries, url, generated.web))
    const rows = await verifiedRows(scene, page)
    await page.bringToFront()
    outcome.after.push(await settledScore(scene, page, finalTruth(scene.page), 'after'))
    outcome.list.push(...problemsOfList(scene, rows))
    await demo.browser.closePages()
  }
})

/** Looks until all is as it should be or time is up, and once more when nothing is under way. */
async function settledScore(
  scene: Scene,
  page: Page,
  rows: TruthRow[],
  moment: Moment,
): Promise<Score> {
  const look = async (): Promise<Score> =>
    scoreMarks(scene, rows, await marksByRow(demo.browser, page, rows), moment)
  const end = Date.now() + PATIENCE
  while ((await look()).unknown.length > 0 && Date.now() < end) await sleep(100)
  await sleep(SETTLED)
  return look()
}

/** The popup's list after "Verify all"; empty where the page has no badge. */
async function verifiedRows(scene: Scene, page: Page): Promise<PopupRow[]> {
  const popup = await demo.browser.openPopup(page)
  const end = Date.now() + PATIENCE
  const lacksRows = async (): Promise<boolean> => (await popupRows(popup)).length === 0
  while (expectsRows(scene.page) && (await lacksRows()) && Date.now() < end) {
    await sleep(100)
  }
  const isPending = async (): Promise<boolean> =>
    (await popupRows(popup)).some(({ state }) => state !== 'done')
  if (await isPending()) await startVerifyAll(popup)
  while ((await isPending()) && Date.now() < end + 2 * PATIENCE) await sleep(100)
  const rows = await popupRows(popup)
  await popup.close()
  return rows
}

function expectsRows(page: KindPage): boolean {
  return finalTruth(page).some(({ inPopup }) => inPopup)
}

function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}
