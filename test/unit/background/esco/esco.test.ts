/** When the index is read, and who stands in which line. */
import { IDBFactory } from 'fake-indexeddb'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import type { Doors } from '../../../../src/background/door'
import type { Esco } from '../../../../src/background/esco/esco'
import { encodeIndex } from '../../../../src/verifier/alignments/esco-index/encode-index'
import type { EscoLookup } from '../../../../src/verifier/alignments/esco-lookup'
import { EscoStandIn } from '../../../esco/stand-in'
import { assertion, badge, BADGE, site, verify } from '../../verifier/formats/open-badges-2-site'
import { FakeClock, SMALL, wayTo, WELD } from './esco-rig'

vi.mock('../../../../src/platform/permissions', () => ({ mayAsk: () => Promise.resolve(true) }))
vi.mock('../../../../src/platform/i18n', () => ({ uiLanguage: () => 'en-GB' }))

let standIn: EscoStandIn
/** How often the index was read from where it lies. */
let reads: () => number

beforeEach(async () => {
  vi.resetModules()
  globalThis.indexedDB = new IDBFactory()
  standIn = new EscoStandIn({ entries: SMALL })
  const { escoFiles } = await import('../../../../src/platform/esco-database')
  const get = vi.spyOn(escoFiles, 'get')
  reads = () => get.mock.calls.filter(([name]) => name === 'index').length
})

async function leaveIndex(damaged = false): Promise<void> {
  const { escoFiles } = await import('../../../../src/platform/esco-database')
  const info = { version: '1.2.0', language: 'en', made: '2026-01-01T00:00:00Z' }
  const bytes = await encodeIndex(SMALL, { ...info, from: 'csv' })
  if (damaged) bytes.fill(0, 60, 70)
  await escoFiles.put('index', bytes)
}

const NO_DOORS = undefined as unknown as Doors

async function startWorker(): Promise<Esco> {
  const { Esco } = await import('../../../../src/background/esco/esco')
  const esco = new Esco(NO_DOORS, () => undefined, new FakeClock())
  await esco.load()
  return esco
}

const judged = (esco: EscoLookup, ...alignment: { targetName: string; targetUrl: string }[]) =>
  verify(assertion, { ...site, [BADGE]: { ...badge, alignment } }, { esco })

const welding = { targetName: 'weld metal', targetUrl: WELD.uri }

describe('an index on this machine', () => {
  test('is not read by a worker that starts, nor for a badge with nothing to look up', async () => {
    await leaveIndex()
    const esco = await startWorker()
    await judged(esco.lookup(false))
    await judged(esco.firstLookup(false), {
      targetName: 'EQF level 6',
      targetUrl: 'http://data.europa.eu/snb/eqf/6',
    })
    expect(reads()).toBe(0)
  })

  test('is read once for all badges that name a skill', async () => {
    await leaveIndex()
    const esco = await startWorker()
    const reports = await Promise.all([
      judged(esco.firstLookup(false), welding),
      judged(esco.lookup(false), welding, welding),
    ])
    for (const { alignments } of reports)
      expect(alignments?.[0]?.esco).toMatchObject({ result: 'found', source: 'offline' })
    expect(reads()).toBe(1)
  })

  test('that is damaged is none, and is not read again for each skill', async () => {
    await leaveIndex(true)
    vi.spyOn(console, 'error').mockImplementation(() => undefined)
    const esco = await startWorker()
    expect(await esco.state()).toEqual({})
    const way = wayTo(standIn)
    for (let times = 0; times < 2; times++)
      expect(await esco.lookup(false).concept(WELD.uri, 'en', way)).toMatchObject({ source: 'api' })
    expect(reads()).toBe(1)
  })

  test('that was removed answers no more, also those that asked before', async () => {
    await leaveIndex()
    const esco = await startWorker()
    const lookup = esco.lookup(false)
    const way = wayTo(standIn)
    expect(await lookup.concept(WELD.uri, 'en', way)).toMatchObject({ source: 'offline' })
    await esco.remove()
    expect(await lookup.concept(WELD.uri, 'en', way)).toMatchObject({ source: 'api' })
    expect(await (await startWorker()).state()).toEqual({})
  })
})

describe('a first look', () => {
  /** A badge that is being checked waits for ESCO, and so do all behind it. */
  async function withBusyLine(): Promise<Esco> {
    const esco = await startWorker()
    void esco.lookup(false).concept(WELD.uri, 'en', { get: () => new Promise(() => undefined) })
    return esco
  }

  test('says that ESCO would be asked, asks nobody, and waits for no other badge', async () => {
    const esco = await withBusyLine()
    const way = wayTo(standIn, { allowed: false })
    expect(await esco.firstLookup(false).concept(WELD.uri, 'en', way)).toEqual({ state: 'unknown' })
    expect(way.needs).toMatchObject([{ host: 'ec.europa.eu', purpose: 'esco' }])
    expect(standIn.log).toEqual([])
  })

  test('waits for no other first look', async () => {
    const esco = await startWorker()
    const never = { get: () => new Promise<never>(() => undefined) }
    void esco.firstLookup(false).concept(WELD.uri, 'en', never)
    const way = wayTo(standIn, { allowed: false })
    await esco.firstLookup(false).concept(WELD.uri, 'en', way)
    expect(way.needs).toHaveLength(1)
  })

  test('needs nobody where the index knows', async () => {
    await leaveIndex()
    const esco = await withBusyLine()
    const way = wayTo(standIn, { allowed: false })
    expect(await esco.firstLookup(false).concept(WELD.uri, 'en', way)).toMatchObject({
      state: 'found',
    })
    expect(way.needs).toEqual([])
  })
})
