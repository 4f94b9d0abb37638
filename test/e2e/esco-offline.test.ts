/** A copy of ESCO on this machine: out of the official file, and from the API through a killed worker. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strToU8, zipSync } from 'fflate'
import type { Page } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { EscoEntry } from '../../src/verifier/alignments/esco-index/entry'
import type { AlignmentResult } from '../../src/verifier/report'
import { escoConcepts } from '../esco/concepts'
import { badgeNamed, openProfile, waitForMarks } from './harness/demo-page'
import { clickMark } from './harness/marks'
import { useDemo } from './harness/use-demo'
import { waitUntil } from './harness/wait-until'

const demo = useDemo({ oneWalk: true })
const OPTIONS = 'src/pages/options/index.html'
/** Has skills of ESCO among its alignments. */
const BADGE = 'did-web'

const CURRENT = escoConcepts().filter(({ obsolete }) => !obsolete)
const PAGES = CURRENT.length / 100
const folder = mkdtempSync(join(tmpdir(), 'touchstone-esco-'))

let options: Page

beforeAll(async () => {
  options = await demo.browser.openExtensionPage(OPTIONS)
})

afterAll(() => {
  rmSync(folder, { recursive: true })
})

const TYPES = { occupation: 'Occupation', group: 'SkillGroup' } as const

/** As the download has it: one file a kind, quoted texts with line breaks in columns of no interest. */
function csvOf(entries: EscoEntry[]): string {
  const rows = entries.map(({ kind, uri, label }) => {
    const type =
      kind === 'occupation' || kind === 'group' ? TYPES[kind] : 'KnowledgeSkillCompetence'
    return `${type},${uri},skill/competence,"${label.replaceAll('"', '""')}","one\nother",released`
  })
  return ['conceptType,conceptUri,skillType,preferredLabel,altLabels,status', ...rows].join('\n')
}

function officialZip(): string {
  const of = (...kinds: string[]) =>
    strToU8(csvOf(CURRENT.filter(({ kind }) => kinds.includes(kind))))
  const path = join(folder, 'ESCO dataset - v1.2.0 - classification - en - csv.zip')
  const files = {
    'skills_en.csv': of('skill', 'knowledge'),
    'occupations_en.csv': of('occupation'),
    'skillGroups_en.csv': of('group'),
  }
  writeFileSync(path, zipSync(files))
  return path
}

const shown = (page: Page) => page.$eval('main', (main) => main.textContent)
const copyIsThere = (text: string) => text.includes('The copy on this machine')
const size = new Intl.NumberFormat('en').format(CURRENT.length)

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
    const text = await waitUntil('the copy', () => shown(options), copyIsThere, {
      timeout: 60_000,
    })
    expect(text).toContain('1.2.0')
    expect(text).toContain(size)
    expect(text).toContain('CSV download')
    expect(text).toContain('This service uses the ESCO classification of the European Commission.')
    expect(demo.server.esco.log).toEqual([])
  })

  test('goes with one click', async () => {
    await clickButton(options, 'Remove the copy of ESCO')
    await waitUntil(
      'no copy',
      () => shown(options),
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
    const text = await waitUntil('the copy', () => shown(options), copyIsThere, {
      timeout: 80_000,
    })
    expect(text).toContain(size)
    expect(text).toContain('public API')
    // What had come was not asked for again.
    const offsets = demo.server.esco.log.map(({ search }) => search)
    expect(new Set(offsets).size).toBeLessThan(PAGES + 4)
    expect(offsets.length).toBeLessThan(PAGES * 1.1 + 8)
  })

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
