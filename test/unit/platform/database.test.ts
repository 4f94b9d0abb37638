import 'fake-indexeddb/auto'
import { describe, expect, it } from 'vitest'
import { contents, reports, settings, type KeptReport } from '../../../src/platform/database'

const kept = (id: string, savedAt: number) => ({ id, savedAt }) as KeptReport
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
    await reports.prune(2)

    expect(await reports.get('a')).toBeUndefined()
    expect(await reports.get('b')).toBeUndefined()
    expect(await reports.get('c')).toBeDefined()
    expect(await reports.get('d')).toBeDefined()
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

  it('asks before it contacts anybody until the user chose otherwise', async () => {
    expect(await settings.get()).toEqual({ everywhere: 'click', sites: {} })
  })
})
