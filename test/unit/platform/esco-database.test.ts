import 'fake-indexeddb/auto'
import { IDBFactory } from 'fake-indexeddb'
import { openDB } from 'idb'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import type { EscoJob } from '../../../src/platform/esco-shapes'

const load = () => import('../../../src/platform/esco-database')

beforeEach(() => {
  vi.resetModules()
  globalThis.indexedDB = new IDBFactory()
})

const JOB: EscoJob = {
  ...{ from: 'api', state: 'running', id: '1', language: 'en' },
  ...{ type: 0, page: 1, done: 1, total: 2 },
}
const ENTRY = { uri: 'http://data.europa.eu/esco/skill/1', kind: 'skill', label: 'a' } as const

describe('answers of ESCO', () => {
  test('are kept up to a number, the newest of them', async () => {
    const { escoAnswers } = await load()
    for (let savedAt = 1; savedAt <= 5; savedAt++)
      await escoAnswers.put({ id: `answer ${savedAt}`, savedAt, concepts: [] }, 3)
    const kept = await Promise.all([1, 2, 3, 4, 5].map((at) => escoAnswers.get(`answer ${at}`)))
    expect(kept.map((answer) => answer?.savedAt)).toEqual([undefined, undefined, 3, 4, 5])
  })
})

describe('the making of a copy', () => {
  test('is kept with its pages, and forgotten with them and its file, but not with the copy', async () => {
    const { escoFiles, escoJob } = await load()
    await escoFiles.put('index', new Uint8Array([1]))
    await escoFiles.put('upload', new Uint8Array([2]))
    await escoJob.putPage(['skill', 0], [ENTRY], JOB)
    expect(await escoJob.get()).toEqual(JOB)
    expect(await escoJob.pages()).toEqual([ENTRY])
    await escoJob.remove()
    expect(await escoJob.get()).toBeUndefined()
    expect(await escoJob.pages()).toEqual([])
    expect(await escoFiles.get('upload')).toBeUndefined()
    expect(await escoFiles.get('index')).toEqual(new Uint8Array([1]))
  })

  test('finds room in a database of the version before', async () => {
    const before = await openDB('touchstone', 3, {
      upgrade(db) {
        db.createObjectStore('settings')
        db.createObjectStore('reports', { keyPath: 'id' }).createIndex('savedAt', 'savedAt')
        db.createObjectStore('contents')
        db.createObjectStore('thumbnails')
        db.createObjectStore('trustLists', { keyPath: 'id' })
      },
    })
    await before.put('trustLists', { id: 'kept' })
    before.close()
    const { escoJob } = await load()
    await escoJob.put(JOB)
    const { trustLists } = await import('../../../src/platform/database')
    expect(await trustLists.all()).toMatchObject([{ id: 'kept' }])
    expect(await escoJob.get()).toEqual(JOB)
  })
})
