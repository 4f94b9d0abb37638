import { database } from './database'
import type { EscoJob, KeptEscoAnswer } from './esco-shapes'
import type { EscoEntry } from '../verifier/alignments/esco-index/entry'

/** More answers than this are worth less than the room that they take. */
const MOST_ANSWERS = 3_000

/** `index`: of all of ESCO; `upload`: the file that the options page left for the worker. */
export const escoFiles = {
  async get(name: 'index' | 'upload'): Promise<Uint8Array<ArrayBuffer> | undefined> {
    return (await database()).get('escoFiles', name)
  },

  async put(name: 'index' | 'upload', bytes: Uint8Array<ArrayBuffer>): Promise<void> {
    await (await database()).put('escoFiles', bytes, name)
  },

  async remove(name: 'index' | 'upload'): Promise<void> {
    await (await database()).delete('escoFiles', name)
  },
}

export const escoJob = {
  async get(): Promise<EscoJob | undefined> {
    return (await database()).get('escoJob', 'job')
  },

  async put(job: EscoJob): Promise<void> {
    await (await database()).put('escoJob', job, 'job')
  },

  /** A page and the job that counts it, both or neither: no page is lost or had twice. */
  async putPage(key: [string, number], entries: EscoEntry[], job: EscoJob): Promise<void> {
    const transaction = (await database()).transaction(['escoPages', 'escoJob'], 'readwrite')
    await Promise.all([
      transaction.objectStore('escoPages').put(entries, key),
      transaction.objectStore('escoJob').put(job, 'job'),
      transaction.done,
    ])
  },

  async pages(): Promise<EscoEntry[]> {
    return (await (await database()).getAll('escoPages')).flat()
  },

  /** The job with everything that it has got so far. */
  async remove(): Promise<void> {
    const stores = ['escoPages', 'escoJob', 'escoFiles'] as const
    const transaction = (await database()).transaction(stores, 'readwrite')
    await Promise.all([
      transaction.objectStore('escoPages').clear(),
      transaction.objectStore('escoJob').clear(),
      transaction.objectStore('escoFiles').delete('upload'),
      transaction.done,
    ])
  },
}

export const escoAnswers = {
  async clear(): Promise<void> {
    await (await database()).clear('escoAnswers')
  },

  async get(id: string): Promise<KeptEscoAnswer | undefined> {
    return (await database()).get('escoAnswers', id)
  },

  /** Keeps an answer, and forgets the oldest beyond the number that is kept. */
  async put(answer: KeptEscoAnswer, most = MOST_ANSWERS): Promise<void> {
    const transaction = (await database()).transaction('escoAnswers', 'readwrite')
    await transaction.store.put(answer)
    let excess = (await transaction.store.count()) - most
    let cursor = excess > 0 ? await transaction.store.index('savedAt').openCursor() : null
    while (cursor && excess-- > 0) {
      await cursor.delete()
      cursor = await cursor.continue()
    }
    await transaction.done
  },
}
