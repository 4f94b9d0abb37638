/** A copy of ESCO on this machine: out of the official file, and from the API through a killed worker. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { AlignmentResult } from '../../src/verifier/report'
import { escoConcepts } from '../esco/concepts'
import { escoZip, ZIP_NAME } from '../esco/official-download'
import { badgeNamed, openProfile, waitForMarks } from './harness/demo-page'
import { mainText } from './harness/page-text'
import { LOOKED_UP, openDescribed, skillLines } from './harness/skill-lines'
import { clickMark } from './harness/marks'
import { useDemo } from './harness/use-demo'
import { waitUntil } from './harness/wait-until'

const demo = useDemo({ oneWalk: true })
const OPTIONS = 'src/pages/options/index.html'
/** Has skills of ESCO among its alignments. */
const BADGE = 'did-web'

const CONCEPTS = escoConcepts()
const CURRENT = CONCEPTS.filter(({ obsolete }) => !obsolete)
const PAGES = CURRENT.length / 100
const folder = mkdtempSync(join(tmpdir(), 'touchstone-esco-'))

let options: Page

beforeAll(async () => {
  options = await demo.browser.openExtensionPage(OPTIONS)
})

afterAll(() => {
  rmSync(folder, { recursive: true })
})

function officialZip(): string {
  const path = join(folder, ZIP_NAME)
  writeFileSync(path, escoZip(CONCEPTS))
  return path
}

const copyIsThere = (text: string) => text.includes('The copy on this machine')
const counted = ({ length }: unknown[]) => new Intl.NumberFormat('en').format(length)

async function clickButton(page: Page, words: string): Promise<void> {
  await page.$$eval(
    'button',
    (buttons, wanted) => {
      buttons
        .find(({ textContent, ariaLabel }) => [textContent, ariaLabel].includes(wanted))
        ?.click()
    },
    words,
  )
}

/** As the extension's own pages see it. */
interface OwnApi {
  tabs: { query(filter: object): Promise<{ id: number; url?: string }[]> }
  runtime: { sendMessage(message: object): Promise<unknown> }
}

/** What the reports of the badges on a page say of their alignments. */
async function alignmentsOn(page: Page): Promise<AlignmentResult[]> {
  const read = async (url: string): Promise<unknown> => {
    const api = ('browser' in globalThis ? globalThis.browser : globalThis.chrome) as OwnApi
    const tabs = await api.tabs.query({})
    const tabId = tabs.filter((tab) => tab.url === url).at(-1)?.id
    const state = (await api.runtime.sendMessage({ type: 'page-state', tabId })) as {
      badges: { reportId?: string }[]
    }
    const ids = state.badges.flatMap(({ reportId }) => reportId ?? [])
    const stored = ids.map((reportId) => api.runtime.sendMessage({ type: 'report', reportId }))
    const reports = (await Promise.all(stored)) as { report: { alignments?: unknown[] } }[]
    return reports.flatMap(({ report }) => report.alignments ?? [])
  }
  return (await options.evaluate(read, page.url())) as AlignmentResult[]
}

describe('a copy of ESCO', () => {
  test('is made of the official download, and asks nobody', async () => {
    const input = await options.waitForSelector('input[name="esco-file"]')
    if (!input) throw new Error('No field for a file')
    await input.uploadFile(officialZip())
    const text = await waitUntil('the copy', () => mainText(options), copyIsThere, {
      timeout: 60_000,
    })
    expect(text).toContain('1.2.0')
    expect(text).toContain(counted(CONCEPTS))
    expect(text).toContain('CSV download')
    expect(text).toContain('This service uses the ESCO classification of the European Commission.')
    expect(demo.server.esco.log).toEqual([])
  })

  test('tells every state at first sight, with ESCO switched off', async () => {
    demo.server.esco.on = false
    const page = await openProfile(demo)
    const popup = await openDescribed(demo, page)
    expect(await skillLines(popup)).toEqual(LOOKED_UP)
    expect(await mainText(popup)).toMatch(/ESCO classification .*ESCO 1\.2\.0, as of \S/)
    const sources = (await alignmentsOn(page)).flatMap(({ esco }) => esco?.source ?? [])
    expect(new Set(sources)).toEqual(new Set(['offline']))
    demo.server.esco.on = true
    expect(demo.server.esco.log).toEqual([])
    await popup.close()
    await page.close()
  })

  test('goes with one click', async () => {
    await clickButton(options, 'Remove the copy of ESCO')
    await waitUntil(
      'no copy',
      () => mainText(options),
      (text) => !copyIsThere(text),
    )
  })

  test('is downloaded through a worker that is killed in the middle', async () => {
    demo.server.esco.takes = 20
    demo.server.esco.failEvery = 40
    await options.click('button[name="esco-download"]')
    await waitUntil(
      'a part of it',
      () => Promise.resolve(demo.server.esco.log.length),
      (asked) => asked > 20,
      { timeout: 30_000 },
    )
    await demo.browser.killWorker()
    // Any page of the extension wakes the next worker, as the alarm would.
    options = await demo.browser.openExtensionPage(OPTIONS)
    const text = await waitUntil('the copy', () => mainText(options), copyIsThere, {
      timeout: 150_000,
    })
    expect(text).toContain(counted(CURRENT))
    expect(text).toContain('public API')
    // What had come was not asked for again.
    const offsets = demo.server.esco.log.map(({ search }) => search)
    expect(new Set(offsets).size).toBeLessThan(PAGES + 4)
    expect(offsets.length).toBeLessThan(PAGES * 1.1 + 8)
  }, 200_000)

  test('answers with ESCO switched off', async () => {
    demo.server.esco.on = false
    const asked = demo.server.esco.log.length
    const page = await openProfile(demo)
    await clickMark(page, BADGE)
    await waitForMarks(demo, page, [badgeNamed(demo, BADGE)], ({ look }) => look === 'authentic')
    const found = (await alignmentsOn(page)).flatMap(({ esco }) => esco ?? [])
    expect(found.length).toBeGreaterThan(0)
    for (const { result, source, version } of found)
      expect({ source, version, asked: result !== 'unchecked' }).toEqual({
        ...{ source: 'offline', version: '1.2.0', asked: true },
      })
    expect(demo.server.esco.log).toHaveLength(asked)
  })
})
