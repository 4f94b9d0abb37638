import 'fake-indexeddb/auto'
import { IDBFactory } from 'fake-indexeddb'
import { deleteDB, openDB } from 'idb'
import { describe, expect, it, vi } from 'vitest'
import { contents, reports, settings, type KeptReport } from '../../../src/platform/database'

const kept = (id: string, savedAt: number) => ({ id, savedAt }) as KeptReport
const ROOM = { count: 500, large: 1_000, size: 1_000 }
const content = { bytes: new Uint8Array([1, 2, 3]), complete: true }

describe('the database', () => {
  it('forgets the oldest reports beyond those that are kept', async () => {
    for (const [id, age] of [
      ['b', 2],
      ['a', 1],
      ['d', 4],
      ['c', 3],
    ] as const) {
      await reports.put(kept(id, age))
    }
    await reports.prune({ ...ROOM, count: 2 })

    expect(await reports.get('a')).toBeUndefined()
    expect(await reports.get('b')).toBeUndefined()
    expect(await reports.get('c')).toBeDefined()
    expect(await reports.get('d')).toBeDefined()
  })

  it('forgets the oldest of the large reports beyond their size, and no small one for them', async () => {
    await reports.clear()
    await reports.put(kept('small', 1))
    for (const [id, age] of [
      ['b', 3],
      ['a', 2],
      ['c', 4],
    ] as const) {
      await reports.put({ ...kept(id, age), report: 'x'.repeat(900) as never })
    }
    await reports.prune({ count: 3, large: 500, size: 2_000 })

    expect((await reports.ids()).toSorted()).toEqual(['b', 'c', 'small'])
  })

  it('keeps bytes as bytes, and forgets those of one tab alone', async () => {
    for (const tab of [1, 10, 2]) await contents.put(tab, 'b1', content)
    expect(await contents.get(1, 'b1')).toEqual(content)
    await contents.removeTab(1)

    expect(await contents.get(1, 'b1')).toBeUndefined()
    expect(await contents.tabs()).toEqual([10, 2])
  })

  it('keeps thumbnails apart, for as long as the bytes that they show', async () => {
    await contents.put(3, 'b1', content, 'data:image/png;base64,AA==')
    await contents.put(3, 'b2', content, 'data:image/png;base64,AA==')
    expect(await contents.get(3, 'b1')).toEqual(content)
    expect(await contents.thumbnail(3, 'b1')).toBe('data:image/png;base64,AA==')
    await contents.put(3, 'b1', content)
    await contents.removeTab(3)

    expect(await contents.has(3, 'b1')).toBe(false)
    expect(await contents.thumbnail(3, 'b1')).toBeUndefined()
    expect(await contents.thumbnail(3, 'b2')).toBeUndefined()
  })

  it('is opened anew after it could not be opened', async () => {
    globalThis.indexedDB = new IDBFactory()
    vi.resetModules()
    const anew = await import('../../../src/platform/database')
    // Of a newer version of the extension: opening fails after it began.
    const newer = await openDB('touchstone', 1_000)
    newer.close()
    await expect(anew.settings.get()).rejects.toThrow('version')
    await deleteDB('touchstone')
    expect(await anew.settings.get()).toEqual({ sites: {} })
  })

  it('asks before it contacts anybody until the user chose otherwise', async () => {
    expect(await settings.get()).toEqual({ sites: {} })
  })
})

describe('a database of an earlier version', () => {
  it.each([1, 2])('%i: what was chosen is kept, and lists can be added', async (version) => {
    globalThis.indexedDB = new IDBFactory()
    vi.resetModules()
    const old = await openDB('touchstone', version, {
      upgrade(db) {
        for (const name of ['settings', 'contents']) db.createObjectStore(name)
        db.createObjectStore('reports', { keyPath: 'id' }).createIndex('savedAt', 'savedAt')
        if (version === 2) db.createObjectStore('thumbnails')
      },
    })
    await old.put('settings', { everywhere: 'always', sites: {} }, 'consent')
    old.close()
    const now = await import('../../../src/platform/database')
    const list = { id: 'x', name: 'X', issuers: [] }
    await now.trustLists.put({ id: 'x', list, entries: 0, problems: [], fromAddress: false })

    expect(await now.settings.get()).toMatchObject({ everywhere: 'always' })
    await now.reports.put(kept('a', 1))
    expect(await now.reports.ids()).toEqual(['a'])
    expect(await now.trustLists.all()).toMatchObject([{ id: 'x' }])
  })
})
