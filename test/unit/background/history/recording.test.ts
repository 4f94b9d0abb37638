/** What gets into the history, and what never does. */
import { openDB } from 'idb'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { badgePng, base64 } from '../test-badges'
import type { Script } from '../fake-verifier'
import { image, settled, WorkerRig } from '../worker-rig'
import { eventually } from '../../eventually'

const IMAGE = 'https://cdn.example/badge.png'
const ASSERTION = 'https://issuer.example/assertion'
const GO: Script = { name: 'Go', asks: [ASSERTION], verdict: 'authentic' }
const OWN_LIST = JSON.stringify({
  registry: { 'https://issuer.example/profile': { name: 'School' } },
})

let rig: WorkerRig

beforeEach(async () => {
  rig = new WorkerRig()
  rig.browser.openTab(1, 'https://portfolio.example/me?token=secret')
  rig.web.serveFile(IMAGE, badgePng(GO))
  rig.web.serve(ASSERTION, () => new Response('{}'))
  await rig.start()
})

const use = (on = true, removes = false) => rig.ask('use-history', { use: on, removes })
const list = (search = '', most = 50) =>
  rig.ask('history-list', { query: { search, verdicts: [], most } })

async function found(tabId = 1) {
  const page = rig.page(tabId)
  page.show(image('a', IMAGE))
  await rig.badges(tabId, ([first]) => first?.state === 'found')
  return page
}

async function verified(tabId = 1) {
  const page = await found(tabId)
  page.say({ type: 'activate', key: 'a' })
  await rig.badges(tabId, ([first]) => first?.state === 'done')
  await settled()
  return page
}

async function again() {
  const [badge] = await rig.badges(1, () => true)
  await rig.ask('verify-again', { tabId: 1, ids: [badge?.id ?? ''] })
  await settled()
  await rig.badges(1, ([first]) => first?.state === 'done')
  await settled()
}

describe('while it is off', () => {
  test('nothing is kept; it is off until it is switched on', async () => {
    await verified()
    expect(await rig.ask('history-state', {})).toEqual({
      ...{ inUse: false, kept: 0, watched: 0, news: 0 },
    })
    expect((await list()).lines).toEqual([])
  })

  test('nothing of a check is kept during which it was switched off', async () => {
    await use()
    let answer: (response: Response) => void = () => undefined
    rig.web.serve(ASSERTION, () => new Promise((resolve) => (answer = resolve)))
    const page = await found()
    page.say({ type: 'activate', key: 'a' })
    await eventually(() => {
      expect(rig.web.log).toContain(ASSERTION)
    })
    await use(false)
    answer(new Response('{}'))
    await rig.badges(1, ([first]) => first?.state === 'done')
    await settled()

    expect((await list()).kept).toBe(0)
  })
})

describe('while it is on', () => {
  beforeEach(() => use())

  test('a badge that the user has had verified is kept, with the host of the page and no more of it', async () => {
    await verified()
    const { lines } = await list()
    expect(lines).toMatchObject([
      { host: 'portfolio.example', facts: { verdict: 'authentic', name: 'Go' }, earlier: [] },
    ])
    const database = await openDB('touchstone')
    const kept = await Promise.all([database.getAll('history'), database.getAll('historyReports')])
    database.close()
    expect(JSON.stringify(kept)).not.toContain('secret')
    expect(rig.browser.broadcasts).toContainEqual({ type: 'history-changed' })
  })

  test('what was merely found is not, nor what is no badge', async () => {
    await found()
    const page = rig.page(1)
    page.show(image('a', IMAGE), { ...image('x', 'https://cdn.example/none.png'), complete: true })
    await settled()
    expect((await list()).kept).toBe(0)
  })

  test('what its own bytes decided is kept once the user asks for all of the page', async () => {
    const page = rig.page(1)
    const own = { ...image('b', 'https://portfolio.example/own.png'), complete: true }
    const decided = base64(badgePng({ name: 'Own', verdict: 'invalid', offline: 'invalid' }))
    page.show(image('a', IMAGE), { ...own, bytes: decided })
    await rig.badges(1, (all) => all.some(({ state }) => state === 'done'))
    await settled()
    expect((await list()).kept).toBe(0)

    await rig.ask('verify', { tabId: 1, ids: 'all' })
    await rig.badges(1, (all) => all.every(({ state }) => state === 'done'))
    await settled()
    expect((await list()).lines.map(({ facts }) => facts.verdict).toSorted()).toEqual([
      ...['authentic', 'invalid'],
    ])
  })

  test('nothing of a private window is', async () => {
    rig.browser.openTab(9, 'https://portfolio.example/me', true)
    await verified(9)
    expect((await list()).kept).toBe(0)
  })

  test('one entry a badge, with the verdicts before the newest', async () => {
    await verified()
    await again()
    expect((await list()).lines).toMatchObject([{ earlier: [] }])
    rig.web.serve(ASSERTION, () => new Response('', { status: 500 }))
    await again()

    const { lines } = await list()
    expect(lines).toMatchObject([
      { facts: { verdict: 'unverifiable' }, earlier: [{ verdict: 'authentic' }] },
    ])
  })

  test('its report outlives the tab, the worker and the cache, and opens by its own id', async () => {
    await verified()
    rig.browser.closeTab(1)
    const database = await openDB('touchstone')
    await database.clear('reports')
    database.close()
    await rig.restart()

    const [line] = (await list()).lines
    const stored = await rig.ask('report', { reportId: line?.id ?? '' })
    expect(stored?.report.credential?.achievements[0]?.name).toEqual({ en: 'Go' })
    const compared = { reportId: line?.id ?? '', identity: 'holder@example.org' }
    expect(await rig.ask('compare-recipient', compared)).toMatchObject({ holder: 'matches' })
  })

  test('a list that is removed takes its green along, in the list and in the report', async () => {
    await rig.ask('add-list-text', { text: OWN_LIST, name: 'list.json' })
    await verified()
    expect((await list()).lines[0]?.facts.verdict).toBe('trusted')
    const [added] = await rig.ask('trust-lists', {})
    await rig.ask('remove-list', { id: added?.id ?? '' })

    const { lines, counts } = await list()
    expect(lines[0]?.facts.verdict).toBe('authentic')
    expect(counts).toEqual({ authentic: 1 })
    const stored = await rig.ask('report', { reportId: lines[0]?.id ?? '' })
    expect(stored?.report.verdict).toBe('authentic')
  })

  test('a database that fails costs no check its answer', async () => {
    const database = await import('../../../../src/platform/history-database')
    vi.spyOn(database.history, 'put').mockRejectedValue(new Error('QuotaExceededError'))
    const said = vi.spyOn(console, 'error').mockImplementation(() => undefined)
    const page = await verified()
    expect(page.marks.get('a')?.look).toBe('authentic')
    await eventually(() => {
      expect(said).toHaveBeenCalled()
    })
  })

  test('a badge in two pictures is one entry, and a changed one is another', async () => {
    await verified()
    const other = 'https://cdn.example/other.png'
    rig.web.serveFile(other, badgePng(GO, { noise: 500 }))
    rig.web.serveFile('https://cdn.example/new.png', badgePng({ ...GO, name: 'Rust' }))
    rig.page(1).show(image('b', other), image('c', 'https://cdn.example/new.png'))
    await rig.badges(1, ({ length }) => length === 3)
    await rig.ask('verify', { tabId: 1, ids: 'all' })
    await rig.badges(1, (all) => all.every(({ state }) => state === 'done'))
    await settled()
    expect((await list()).lines.map(({ facts }) => facts.name).toSorted()).toEqual(['Go', 'Rust'])
  })
})

describe('what is kept can be had and removed', () => {
  beforeEach(async () => {
    await use()
    await verified()
  })

  test('as a file, with the reports', async () => {
    const part = await rig.ask('history-export', {})
    expect(part).toMatchObject({
      entries: [{ host: 'portfolio.example', report: { schema: 1, verdict: 'authentic' } }],
    })
    expect(part.next).toBeUndefined()
    expect(await rig.ask('history-export', { before: 1 })).toEqual({ entries: [] })
  })

  test('one by one, all, and with switching off', async () => {
    const [line] = (await list()).lines
    await rig.ask('remove-history-entry', { id: line?.id ?? '' })
    expect((await list()).kept).toBe(0)
    await again()
    await rig.ask('remove-history', {})
    expect((await list()).kept).toBe(0)
    await again()
    await use(false, true)
    expect(await rig.ask('history-state', {})).toMatchObject({ inUse: false, kept: 0 })
  })

  test('and whatever else is asked for is no request', () => {
    for (const wrong of [
      { type: 'history-list', query: { search: 'x'.repeat(301), verdicts: [], most: 1 } },
      { type: 'history-list', query: { search: '', verdicts: ['green'], most: 1 } },
      { type: 'history-list', query: { search: '', verdicts: [], most: 1e9 } },
      { type: 'remove-history-entry', id: '../reports' },
      { type: 'use-history', use: 'yes', removes: false },
      { type: 'history-export', before: 'all' },
    ])
      expect(rig.browser.ask(wrong), JSON.stringify(wrong)).toBeUndefined()
  })
})
