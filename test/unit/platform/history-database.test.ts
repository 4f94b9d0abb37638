/** What is kept of verified badges: never while it is off, and nothing that cannot be read. */
import 'fake-indexeddb/auto'
import { IDBFactory } from 'fake-indexeddb'
import { openDB } from 'idb'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import type { HistoryLine } from '../../../src/platform/history-shapes'
import type { KeptWatch } from '../../../src/platform/watch-shapes'
import type { VerificationReport } from '../../../src/verifier/report'

type Database = typeof import('../../../src/platform/history-database')

let db: Database

const line = (id: string, more: Partial<HistoryLine> = {}): HistoryLine => ({
  ...{ schema: 1, id, order: 1, host: 'jobs.example', words: '', size: 1, verdict: 'authentic' },
  ...{ since: '2026-03-01T00:00:00Z', checkedAt: '2026-03-01T00:00:00Z', holder: 'not-asked' },
  found: {
    verdict: 'authentic',
    reason: { code: 'status-stale', params: { checkedAt: '' } },
    checkedAt: '',
  },
  ...{
    isWatchable: true,
    earlier: [],
    hosts: [],
    reasons: [],
    issuer: { standing: 'unknown', id: 'x' },
  },
  judged: { at: 0, until: 0, by: '' },
  ...more,
})
const report = { kind: 'credential' } as VerificationReport
const watch = (id: string): KeptWatch => ({
  ...{ schema: 1, id, hosts: [], nextAt: 0, begun: 0, failures: 0, newHosts: [] },
  ...{ state: 'holds', changes: [], unseen: false },
})
const put = (id: string, more: Partial<HistoryLine> = {}, locator?: string) =>
  db.history.put(id, locator, ({ line: before, order }) => ({
    line: line(before?.id ?? id, { order, ...more }),
    report,
    thumbnail: 'data:image/png;base64,AA==',
  }))

beforeEach(async () => {
  globalThis.indexedDB = new IDBFactory()
  vi.resetModules()
  db = await import('../../../src/platform/history-database')
})

describe('while the history is off', () => {
  test('nothing is kept, from the beginning and after it was switched off', async () => {
    expect(await put('a')).toBeUndefined()
    await db.history.setUse(true, false)
    expect(await put('a')).toBe(1)
    await db.history.setUse(false, false)

    expect(await put('b')).toBeUndefined()
    expect(await db.watches.begin(watch('a'))).toBe(false)
    expect((await db.history.lines()).map(({ id }) => id)).toEqual(['a'])
  })

  test('what is kept stays or goes, as was said; watching ends either way', async () => {
    await db.history.setUse(true, false)
    await put('a')
    await db.watches.begin(watch('a'))
    await db.history.setUse(false, false)
    expect(await db.watches.all()).toEqual([])
    expect(await db.history.report('a')).toEqual(report)

    await db.history.setUse(false, true)
    expect(await db.history.count()).toBe(0)
    expect(await db.history.report('a')).toBeUndefined()
    expect(await db.history.thumbnail('a')).toBeUndefined()
  })
})

describe('what is kept', () => {
  beforeEach(() => db.history.setUse(true, false))

  test('is numbered as it comes, whatever a clock says, and found again where it lies', async () => {
    await put('a', { locator: 'https://a.example/1' })
    await put('b')
    await put('c', {}, 'https://a.example/1')

    const lines = await db.history.lines()
    expect(lines.map(({ id, order }) => [id, order])).toEqual([
      ['a', 3],
      ['b', 2],
    ])
  })

  test('is written in one step: a failure half-way leaves nothing', async () => {
    const failing = db.history.put('a', undefined, () => {
      throw new Error('half-way')
    })
    await expect(failing).rejects.toThrow('half-way')
    expect(await db.history.count()).toBe(0)
  })

  test('goes with its report, picture and watch', async () => {
    await put('a')
    await db.watches.begin(watch('a'))
    await db.history.remove(['a'])
    expect(await db.history.report('a')).toBeUndefined()
    expect(await db.history.thumbnail('a')).toBeUndefined()
    expect(await db.watches.ids()).toEqual([])
  })

  test('is not judged over what was checked in the meantime, nor brought back', async () => {
    await put('a')
    const [old] = await db.history.lines()
    await put('a', { verdict: 'invalid' })
    await db.history.replaceLines([old!, line('gone')])
    expect((await db.history.lines()).map(({ id, verdict }) => [id, verdict])).toEqual([
      ['a', 'invalid'],
    ])
  })

  test('a watch that has ended stays ended', async () => {
    await put('a')
    expect(await db.watches.begin(watch('other'))).toBe(false)
    await db.watches.begin(watch('a'))
    await db.watches.remove('a')
    expect(await db.watches.change('a', (kept) => ({ ...kept, unseen: true }))).toBeUndefined()
    expect(await db.watches.ids()).toEqual([])
  })
})

test('what a later version or a broken disk wrote is not shown, and nobody is asked about it', async () => {
  await db.history.setUse(true, false)
  await put('good')
  const raw = await openDB('touchstone')
  for (const broken of [
    { ...line('later'), schema: 2 },
    { ...line('no-list'), hosts: 'all.example' },
    { id: 'nothing' },
  ])
    await raw.put('history', broken)
  for (const broken of [
    { ...watch('never'), nextAt: Number.NaN },
    { ...watch('anybody'), hosts: [1] },
    { ...watch('fine'), state: 'green' },
  ])
    await raw.put('watches', broken)
  raw.close()

  expect((await db.history.lines()).map(({ id }) => id)).toEqual(['good'])
  expect(await db.watches.all()).toEqual([])
})

test('a database of the version before it gets its stores, and keeps what it had', async () => {
  const old = await openDB('touchstone', 6, {
    upgrade(raw) {
      raw.createObjectStore('settings')
    },
  })
  await old.put('settings', { everywhere: 'always', sites: {} }, 'consent')
  old.close()
  expect(await db.history.lines()).toEqual([])
  const { settings } = await import('../../../src/platform/database')
  expect(await settings.get()).toMatchObject({ everywhere: 'always' })
})
