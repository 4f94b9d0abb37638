/** How much of the history is kept: through all that keeps a badge, with little room. */
import 'fake-indexeddb/auto'
import { IDBFactory } from 'fake-indexeddb'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import type { Room } from '../../../../src/background/history/bounds'
import type { History, HistoryParts } from '../../../../src/background/history/history'
import type { VerificationReport } from '../../../../src/verifier/report'
import { addEntry, newTabState } from '../../../../src/background/tab-state'
import { createFakeVerifier } from '../fake-verifier'

vi.mock('webextension-polyfill', () => ({ default: { i18n: { getUILanguage: () => 'en' } } }))

type Platform = typeof import('../../../../src/platform/history-database')

const HUGE = 1_000_000
const ROOM: Room = {
  most: { entries: 10, entriesOfHost: 6, size: 200_000 },
  left: { entries: 8, entriesOfHost: 4, size: 150_000 },
}

let kept: Map<string, VerificationReport>
let shelf: Platform['history']
let watches: Platform['watches']
let history: History

beforeEach(async () => {
  globalThis.indexedDB = new IDBFactory()
  vi.resetModules()
  kept = new Map()
  ;({ history: shelf, watches } = await import('../../../../src/platform/history-database'))
  const { History } = await import('../../../../src/background/history/history')
  const parts = {
    keepsakes: {
      report: (id: string) => Promise.resolve({ id, savedAt: 0, report: kept.get(id) }),
      thumbnail: () => Promise.resolve(undefined),
    },
    ...{ lists: { current: () => [] }, euLists: { inUse: false } },
  } as unknown as HistoryParts
  history = new History(parts, () => undefined, undefined, ROOM)
  await history.setUse(true, false)
})

/** Keeps one badge that a page of this host shows; with `more`, of about that many characters. */
async function keep(name: string, host: string, more = 0): Promise<string> {
  const text = JSON.stringify({ name, verdict: 'authentic' })
  const report = await createFakeVerifier().verifyBadge({ text }, { fetch })
  kept.set(name, { ...report, versions: { ...report.versions, padding: 'x'.repeat(more) } })
  const tab = newTabState(1, false, { url: `https://${host}/`, host })
  const entry = addEntry(tab, { kind: 'image', url: '', state: 'done', reportId: name })
  await history.record(tab, entry)
  return `history:${report.source.sha256}`
}

async function keepMany(count: number, host: (index: number) => string, more = 0) {
  const ids: string[] = []
  for (let index = 0; index < count; index++)
    ids.push(await keep(`${host(index)} ${index}`, host(index), more))
  return ids
}

const watch = (id: string) =>
  watches.begin({
    ...{ schema: 1, id, hosts: [], nextAt: 0, begun: 0, failures: 0, newHosts: [] },
    ...{ state: 'holds', changes: [], unseen: false },
  })
const ids = async () => (await shelf.lines()).map(({ id }) => id)
const elsewhere = (index: number) => `host-${index}.example`

describe('how many are kept', () => {
  test('all, while there is room', async () => {
    const all = await keepMany(10, elsewhere)
    expect((await ids()).toSorted()).toEqual(all.toSorted())
  })

  test('beyond that the newest, with their reports; and room is made for some more', async () => {
    const all = await keepMany(11, elsewhere)
    expect((await ids()).toSorted()).toEqual(all.slice(-8).toSorted())
    expect(await shelf.report(all[0]!)).toBeUndefined()
    expect(await shelf.report(all[10]!)).toBeDefined()
    const more = await keepMany(2, (index) => `more-${index}.example`)
    expect((await ids()).toSorted()).toEqual([...all.slice(-8), ...more].toSorted())
  })

  test('a badge that is verified again is not one more, and is the newest', async () => {
    const all = await keepMany(10, elsewhere)
    await keep('host-0.example 0', 'host-0.example')
    expect(await ids()).toHaveLength(10)
    await keep('one more', 'more.example')
    expect(await ids()).toContain(all[0])
  })

  test('a site that shows a flood of badges pushes out its own alone', async () => {
    const mine = await keepMany(3, elsewhere)
    const flood = await keepMany(40, () => 'flood.example')
    const left = await ids()
    expect(mine.filter((id) => !left.includes(id))).toEqual([])
    expect(left.length).toBeLessThanOrEqual(3 + 6)
    expect(left).toContain(flood.at(-1))
  })

  test('what is watched stays, however old it is', async () => {
    const [oldest = '', second = ''] = await keepMany(2, elsewhere)
    await watch(oldest)
    await keepMany(40, (index) => `later-${index}.example`)
    expect(await ids()).toContain(oldest)
    expect(await ids()).not.toContain(second)
    expect(await watches.ids()).toEqual([oldest])
  })

  test('what is watched of a site that floods stays, too', async () => {
    const [first = ''] = await keepMany(1, () => 'flood.example')
    await watch(first)
    await keepMany(20, () => 'flood.example')
    expect(await ids()).toContain(first)
    expect(await shelf.report(first)).toBeDefined()
  })
})

describe('how much is kept', () => {
  test('no new report that is larger than many of them; what has become of a kept badge all the same', async () => {
    const id = await keep('Go', 'a.example')
    await keep('Go', 'a.example', HUGE)
    expect((await shelf.line(id))?.size).toBeGreaterThan(HUGE)
    await keep('Huge', 'a.example', HUGE)
    expect(await ids()).toEqual([id])
  })

  test('of large ones fewer: all together are looked at every fifty badges', async () => {
    const watched = await keep('Watched', 'watched.example', 50_000)
    await watch(watched)
    // One badge, verified again and again, moves on to where the size is looked at.
    for (let order = 2; order < 45; order++) await keep('Small', 'small.example')
    await keepMany(6, elsewhere, 50_000)
    const lines = await shelf.lines()
    const size = lines.reduce((sum, line) => sum + line.size, 0)
    expect(size).toBeLessThanOrEqual(ROOM.left.size)
    expect(lines.map(({ id }) => id)).toContain(watched)
  })
})

test('the room that there is in the end', async () => {
  const { MOST_SIZE_OF_ONE, ROOM } = await import('../../../../src/background/history/bounds')
  for (const bound of ['entries', 'entriesOfHost', 'size'] as const)
    expect(ROOM.left[bound]).toBeLessThan(ROOM.most[bound])
  expect(MOST_SIZE_OF_ONE).toBeLessThan(ROOM.left.size)
})
