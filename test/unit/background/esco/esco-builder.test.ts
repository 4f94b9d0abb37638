import { IDBFactory } from 'fake-indexeddb'
import { strToU8, zipSync } from 'fflate'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import type { Doors } from '../../../../src/background/door'
import type { Esco } from '../../../../src/background/esco/esco'
import type { EscoEntry } from '../../../../src/verifier/alignments/esco-index/entry'
import { generated } from '../../../esco/concepts'
import { EscoStandIn } from '../../../esco/stand-in'
import { FakeClock, MISSING, SMALL, wayTo, WELD } from './esco-rig'
import { eventually } from '../../eventually'

vi.mock('../../../../src/platform/permissions', () => ({ mayAsk: () => Promise.resolve(allowed) }))
vi.mock('../../../../src/platform/i18n', () => ({ uiLanguage: () => 'en-GB' }))

let allowed = true
let standIn: EscoStandIn
let clock: FakeClock

/** Doors that lead to the stand-in, and only after the host was admitted. */
function doors(site: EscoStandIn): Doors {
  return {
    open: () => {
      const admitted = new Set<string>()
      return {
        admit: (host: string) => Promise.resolve(void admitted.add(host)),
        fetch: (input: string | URL) => {
          const url = new URL(input)
          if (!admitted.has(url.hostname)) throw new TypeError('Not admitted')
          return site.answer(url)
        },
        close: () => undefined,
      }
    },
  } as unknown as Doors
}

/** A worker: everything in memory is new, what is kept stays. */
async function startWorker(): Promise<Esco> {
  vi.resetModules()
  const { Esco } = await import('../../../../src/background/esco/esco')
  const esco = new Esco(doors(standIn), () => undefined, clock)
  await esco.load()
  return esco
}

async function leave(bytes: Uint8Array<ArrayBuffer>): Promise<void> {
  const { escoFiles } = await import('../../../../src/platform/esco-database')
  await escoFiles.put('upload', bytes)
}

const until = (condition: () => boolean | Promise<boolean>) =>
  eventually(async () => {
    if (!(await condition())) throw new Error('not yet')
  })

const idle = (esco: Esco) => until(async () => (await esco.state()).job?.state !== 'running')

const CONCEPTS: EscoEntry[] = generated(1_234)
const CURRENT = CONCEPTS.filter(({ obsolete }) => !obsolete)

beforeEach(() => {
  vi.resetModules()
  globalThis.indexedDB = new IDBFactory()
  allowed = true
  clock = new FakeClock()
  standIn = new EscoStandIn({ entries: CONCEPTS })
})

describe('a download', () => {
  test('gets everything once, and then answers alone', async () => {
    const esco = await startWorker()
    await esco.download()
    await idle(esco)
    expect(await esco.state()).toEqual({
      index: {
        ...{ version: '1.2.0', language: 'en', from: 'api', concepts: CURRENT.length },
        made: new Date(clock.time).toISOString(),
      },
    })
    const asked = standIn.log.length
    standIn.on = false
    const way = wayTo(standIn)
    const [first] = CURRENT
    for (const lookup of [await esco.offline(), esco.lookup(false)])
      expect(await lookup?.concept(first?.uri ?? '', 'en', way)).toMatchObject({
        ...{ state: 'found', source: 'offline', concept: { label: first?.label } },
      })
    expect(standIn.log).toHaveLength(asked)
  })

  test('goes on where a killed worker was stopped, and keeps its index', async () => {
    standIn.takes = 3
    const first = await startWorker()
    await first.download()
    await until(async () => ((await first.state()).job?.done ?? 0) >= 300)
    // A killed worker does not come back: neither do its answers.
    const killed = standIn
    standIn = new EscoStandIn({ entries: CONCEPTS })
    killed.answer = () => new Promise(() => undefined)
    const second = await startWorker()
    await idle(second)
    expect((await second.state()).index?.concepts).toBe(CURRENT.length)
    expect(standIn.log.length).toBeLessThan(CURRENT.length / 100)
    const third = await startWorker()
    expect((await third.state()).index?.concepts).toBe(CURRENT.length)
  })

  test('pauses, asks nobody, and goes on', async () => {
    standIn.takes = 3
    const esco = await startWorker()
    await esco.download()
    await until(async () => ((await esco.state()).job?.done ?? 0) >= 200)
    await esco.pause()
    const paused = (await esco.state()).job
    const asked = standIn.log.length
    await new Promise((resolve) => setTimeout(resolve, 60))
    expect(standIn.log).toHaveLength(asked)
    expect((await esco.state()).job).toEqual(paused)
    expect(paused).toMatchObject({ state: 'paused', from: 'api' })
    // Not even the next worker takes it up by itself.
    const next = await startWorker()
    expect((await next.state()).job).toMatchObject({ state: 'paused' })
    await next.resume()
    await idle(next)
    expect((await next.state()).index?.concepts).toBe(CURRENT.length)
  })

  test('bears the moods of the API', async () => {
    standIn.failEvery = 3
    const esco = await startWorker()
    await esco.download()
    await idle(esco)
    expect(standIn.failures).toBeGreaterThan(2)
    expect((await esco.state()).index?.concepts).toBe(CURRENT.length)
  })

  test('fails where ESCO is not there, keeps what it has, and is taken up by hand', async () => {
    const esco = await startWorker()
    standIn.on = false
    await esco.download()
    await idle(esco)
    expect(await esco.state()).toMatchObject({
      job: { state: 'failed', problem: { is: 'not-obtained' } },
    })
    standIn.on = true
    await esco.resume()
    await idle(esco)
    expect((await esco.state()).index?.concepts).toBe(CURRENT.length)
    expect((await esco.state()).job).toBeUndefined()
  })

  test('asks nobody without permission', async () => {
    allowed = false
    const esco = await startWorker()
    await esco.download()
    await idle(esco)
    expect((await esco.state()).job).toMatchObject({
      problem: { is: 'permission', host: 'ec.europa.eu' },
    })
    expect(standIn.log).toEqual([])
  })

  test.each<[string, (body: { total: number; _embedded: { results: unknown[] } }) => void]>([
    ['says that there is more than it gives', (body) => body._embedded.results.pop()],
    ['has nothing at all', (body) => ((body.total = 0), (body._embedded.results = []))],
    [
      'gives one page again and again',
      (body) => body._embedded.results.fill(body._embedded.results[0]),
    ],
  ])('makes no index where ESCO %s', async (_, spoil) => {
    const answer = standIn.answer.bind(standIn)
    standIn.answer = async (url) => {
      const body = (await (await answer(url)).json()) as Parameters<typeof spoil>[0]
      spoil(body)
      return Response.json(body)
    }
    const esco = await startWorker()
    await esco.download()
    await idle(esco)
    expect(await esco.state()).toMatchObject({
      job: { state: 'failed', problem: { is: 'incomplete' } },
    })
    expect((await esco.state()).index).toBeUndefined()
    expect(await esco.offline()).toBeUndefined()
  })

  test('holds what there is where ESCO has no list of groups', async () => {
    const answer = standIn.answer.bind(standIn)
    standIn.answer = (url) =>
      url.searchParams.get('type') === 'concept'
        ? Promise.resolve(new Response('{}', { status: 404 }))
        : answer(url)
    const esco = await startWorker()
    await esco.download()
    await idle(esco)
    const rest = CURRENT.filter(({ kind }) => kind !== 'group')
    expect(await esco.state()).toMatchObject({ index: { concepts: rest.length } })
    const missing = await (await esco.offline())?.concept(MISSING, 'en', wayTo(standIn))
    expect(missing?.state).toBe('unknown')
  })

  test('passes over what is no concept', async () => {
    const answer = standIn.answer.bind(standIn)
    standIn.answer = async (url) => {
      const body = (await (await answer(url)).json()) as { _embedded: { results: object[] } }
      body._embedded.results[0] = { uri: 'http://data.europa.eu/esco/concept-scheme/x', title: 'x' }
      return Response.json(body)
    }
    const esco = await startWorker()
    await esco.download()
    await idle(esco)
    expect((await esco.state()).index?.concepts).toBe(CURRENT.length - standIn.log.length)
  })

  test('is forgotten with all that it has got', async () => {
    const esco = await startWorker()
    await esco.download()
    await esco.cancel()
    expect(await esco.state()).toEqual({})
    expect(await (await startWorker()).state()).toEqual({})
  })
})

const TYPES = { occupation: 'Occupation', group: 'SkillGroup' } as const
const csvOf = (entries: EscoEntry[]) =>
  [
    'conceptType,conceptUri,skillType,preferredLabel,status',
    ...entries.map(({ kind, uri, label }) => {
      const type =
        kind === 'occupation' || kind === 'group' ? TYPES[kind] : 'KnowledgeSkillCompetence'
      return `${type},${uri},${kind === 'knowledge' ? kind : 'skill/competence'},"${label}",released`
    }),
  ].join('\n')
const bytesOf = (text: string) => new TextEncoder().encode(text)

describe('a file', () => {
  test('that is the official zip becomes an index', async () => {
    const of = (kinds: string[]) =>
      strToU8(csvOf(CURRENT.filter(({ kind }) => kinds.includes(kind))))
    const zip = zipSync({
      'ESCO/skills_de.csv': of(['skill', 'knowledge']),
      'ESCO/occupations_de.csv': of(['occupation']),
      'ESCO/skillGroups_de.csv': of(['group']),
      'ESCO/greenShareOcc_de.csv': strToU8('of no interest'),
    })
    await leave(new Uint8Array(zip))
    const esco = await startWorker()
    await esco.readFile('ESCO dataset - v1.2.0 - classification - de - csv.zip')
    await idle(esco)
    expect((await esco.state()).index).toMatchObject({
      ...{ version: '1.2.0', language: 'de', from: 'csv', concepts: CURRENT.length },
    })
    expect(standIn.log).toEqual([])
  })

  test('that is one CSV becomes an index of a version that it does not say', async () => {
    await leave(bytesOf(csvOf([WELD])))
    const esco = await startWorker()
    await esco.readFile('skills_en.csv')
    await idle(esco)
    expect((await esco.state()).index).toMatchObject({ version: '', language: 'en', concepts: 1 })
  })

  test('is read by the next worker where this one was stopped', async () => {
    await leave(bytesOf(csvOf(SMALL)))
    const { escoJob } = await import('../../../../src/platform/esco-database')
    const counts = { type: 0, page: 0, done: 0, total: 0 }
    await escoJob.put({
      ...{ from: 'csv', state: 'running', id: '1', language: '', name: 'skills_en.csv' },
      ...counts,
    })
    const esco = await startWorker()
    await idle(esco)
    expect((await esco.state()).index?.concepts).toBe(SMALL.length)
  })

  test.each<[string, Uint8Array<ArrayBuffer>]>([
    ['a picture', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0xff])],
    ['a page', bytesOf('<html>')],
    ['a zip that was cut off', new Uint8Array([0x50, 0x4b, 3, 4, 0])],
    ['a zip of something else', new Uint8Array(zipSync({ 'a.txt': strToU8('a') }))],
    ['a CSV without concepts', bytesOf('conceptType,conceptUri,preferredLabel\n')],
    ['nothing', new Uint8Array()],
  ])('that is %s makes none, and leaves the one there is', async (_, bytes) => {
    await leave(bytesOf(csvOf([WELD])))
    const esco = await startWorker()
    await esco.readFile('skills_en.csv')
    await idle(esco)
    await leave(bytes)
    await esco.readFile('x.zip')
    await idle(esco)
    expect(await esco.state()).toMatchObject({
      index: { concepts: 1 },
      job: { from: 'csv', state: 'failed', problem: { is: 'unreadable' } },
    })
  })
})

test('an index that was damaged on the disk is none, and ESCO is asked again', async () => {
  await leave(bytesOf(csvOf([WELD])))
  const esco = await startWorker()
  await esco.readFile('skills_en.csv')
  await idle(esco)
  const { escoFiles } = await import('../../../../src/platform/esco-database')
  const bytes = await escoFiles.get('index')
  if (bytes) bytes[60] = (bytes[60] ?? 0) ^ 1
  await escoFiles.put('index', bytes ?? new Uint8Array())
  const said = vi.spyOn(console, 'error').mockReturnValue()
  const next = await startWorker()
  expect(await next.offline()).toBeUndefined()
  expect(said).toHaveBeenCalledOnce()
  said.mockRestore()
  await next.remove()
  expect(await escoFiles.get('index')).toBeUndefined()
})
