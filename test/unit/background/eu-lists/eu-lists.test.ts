import 'fake-indexeddb/auto'
import { IDBFactory } from 'fake-indexeddb'
import { beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import type { EuLists } from '../../../../src/background/eu-lists/eu-lists'
import type { TrustedListAnswer } from '../../../../src/verifier/trusted-lists/trusted-lists'
import {
  LIST_OF_LISTS_URL,
  listUrl,
  makeListSigners,
  makeSigner,
  signList,
  listXml,
  type ListSigners,
} from '../../../fixtures/trusted-lists'
import { doorsTo, ListHosts, wayTo } from './lists-rig'

vi.mock('../../../../src/platform/permissions', () => ({
  mayAsk: (host: string) => Promise.resolve(!withheld.has(host)),
}))

const HOUR = 60 * 60 * 1000
const DAY = 24 * HOUR
const withheld = new Set<string>()

let signers: ListSigners
let hosts: ListHosts
let now: number
let lists: EuLists
let changes: number

/** A worker: everything in memory is new, what is kept stays. */
async function startWorker(): Promise<EuLists> {
  vi.resetModules()
  const { EuLists } = await import('../../../../src/background/eu-lists/eu-lists')
  lists = new EuLists(
    doorsTo(hosts),
    () => changes++,
    () => now,
  )
  await lists.load()
  return lists
}

beforeAll(() => {
  signers = makeListSigners()
})

beforeEach(async () => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined)
  globalThis.indexedDB = new IDBFactory()
  withheld.clear()
  hosts = new ListHosts(signers)
  now = Date.parse('2026-06-10T12:00:00Z')
  changes = 0
  await startWorker()
})

const ask = (country: string, way = wayTo(hosts)): Promise<TrustedListAnswer> =>
  lists.lookup(false).ofCountry(country, way)

/** What an answer comes to. */
function gist(answer: TrustedListAnswer): string {
  return 'list' in answer ? `list ${answer.list.sequenceNumber}` : answer.problem
}

describe('a country', () => {
  test('has the list that the list of lists points at', async () => {
    const way = wayTo(hosts)
    const answer = await ask('BE', way)
    expect(answer).toMatchObject({
      list: {
        country: 'BE',
        signed: true,
        url: listUrl('BE'),
        issued: '2026-06-01T00:00:00.000Z',
        nextUpdate: '2026-12-01T00:00:00.000Z',
        services: [{ name: 'Seals of BE', states: [{ status: 'granted', forSeals: true }] }],
      },
    })
    expect(hosts.log).toEqual([LIST_OF_LISTS_URL, listUrl('BE')])
    expect(way.asked).toMatchObject([
      { host: 'ec.europa.eu', purpose: 'list' },
      { host: 'lists.be.example', purpose: 'list' },
    ])
  })

  test('outside of the Union and the EEA makes nobody be asked', async () => {
    for (const country of ['US', 'CH', 'GB', 'UK', 'EU', 'BEL', '', 'be', '__proto__'])
      expect(await ask(country)).toEqual({ problem: 'not-in-union' })
    expect(hosts.log).toEqual([])
  })

  test('that is Greece is looked for under EL', async () => {
    const pointer = { country: 'EL', url: listUrl('EL'), certificates: [signers.BE.certificate] }
    const own = { country: 'EU', url: LIST_OF_LISTS_URL, certificates: [signers.EU.certificate] }
    hosts.publish('EU', { pointers: [own, pointer] })
    hosts.served.set(listUrl('EL'), signList(listXml({ country: 'EL' }), signers.BE))
    for (const country of ['GR', 'EL'])
      expect(await ask(country)).toMatchObject({ list: { country: 'EL' } })
  })

  test('that the list of lists does not name has none', async () => {
    expect(await ask('FR')).toEqual({ problem: 'not-in-union' })
  })
})

describe('consent', () => {
  test('is asked for: without it the hosts are named, and nobody is asked', async () => {
    const way = wayTo(hosts, false)
    expect(await ask('BE', way)).toEqual({ problem: 'not-asked', host: 'ec.europa.eu' })
    expect(way.needs).toMatchObject([{ host: 'ec.europa.eu', purpose: 'list' }])
    expect(hosts.log).toEqual([])
  })

  test('is asked for at each host', async () => {
    const way = wayTo(hosts, ['ec.europa.eu'])
    expect(await ask('BE', way)).toEqual({ problem: 'not-asked', host: 'lists.be.example' })
    expect(way.needs).toMatchObject([{ host: 'lists.be.example', purpose: 'list' }])
    expect(hosts.log).toEqual([LIST_OF_LISTS_URL])
  })

  test('of one badge is none for the next', async () => {
    await ask('BE', wayTo(hosts, false))
    expect(gist(await ask('BE'))).toBe('list 1')
  })

  test('a first look names the hosts, and both of them once the list of lists is kept', async () => {
    const first = async (): Promise<string[]> => {
      const way = wayTo(hosts, false)
      await lists.firstLookup(false).ofCountry('EE', way)
      return way.needs.map(({ host }) => host)
    }
    expect(await first()).toEqual(['ec.europa.eu'])
    await ask('BE')
    expect(await first()).toEqual(['lists.ee.example'])
    now += DAY
    expect(await first()).toEqual(['ec.europa.eu', 'lists.ee.example'])
  })

  test('a first look waits for no badge that is being checked', async () => {
    hosts.before = () => new Promise(() => undefined)
    void ask('BE')
    const way = wayTo(hosts, false)
    expect(gist(await lists.firstLookup(false).ofCountry('BE', way))).toBe('not-asked')
  })

  test('lists that are not to be used are neither asked for nor used', async () => {
    await ask('BE')
    await lists.setUse(false)
    expect(await ask('BE')).toEqual({ problem: 'not-asked' })
    await startWorker()
    expect(await ask('EE')).toEqual({ problem: 'not-asked' })
    expect(hosts.log).toHaveLength(2)
    await lists.setUse(true)
    expect(gist(await ask('BE'))).toBe('list 1')
  })
})

describe('what is kept', () => {
  test('is asked for once, by whatever badge or worker', async () => {
    const answers = await Promise.all([ask('BE'), ask('BE'), ask('EE'), ask('BE')])
    expect(answers.map(gist)).toEqual(Array(4).fill('list 1'))
    await startWorker()
    hosts.on = false
    expect(gist(await ask('BE', wayTo(hosts, false)))).toBe('list 1')
    expect(hosts.log).toEqual([LIST_OF_LISTS_URL, listUrl('BE'), listUrl('EE')])
  })

  test('is asked for again after a day, when a seal needs it', async () => {
    await ask('BE')
    hosts.publish('BE', { sequenceNumber: 2 })
    now += DAY - 1
    expect(gist(await ask('BE'))).toBe('list 1')
    now += 1
    expect(gist(await ask('BE'))).toBe('list 2')
  })

  test('is asked for again when its next update is overdue, once an hour', async () => {
    hosts.publish('BE', { nextUpdate: '2026-06-10T13:00:00Z' })
    await ask('BE')
    now += 90 * 60 * 1000
    await ask('BE')
    expect(hosts.log.filter((url) => url === listUrl('BE'))).toHaveLength(2)
    now += HOUR - 1
    await ask('BE')
    expect(hosts.log.filter((url) => url === listUrl('BE'))).toHaveLength(2)
  })

  test('stands with its dates where no newer one can be had', async () => {
    await ask('BE')
    now += 400 * DAY
    const stale = {
      list: { issued: '2026-06-01T00:00:00.000Z', nextUpdate: '2026-12-01T00:00:00.000Z' },
    }
    hosts.on = false
    expect(await ask('BE')).toMatchObject(stale)
    expect(await ask('BE', wayTo(hosts, false))).toMatchObject(stale)
    expect((await lists.state()).lists).toMatchObject([
      { country: 'BE', isOverdue: true, retrieved: '2026-06-10T12:00:00.000Z' },
      { country: 'EU', isOverdue: true },
    ])
  })

  test('of lists names none and nobody once its next update is over', async () => {
    hosts.publish('EU', { nextUpdate: '2026-06-11T12:00:00Z' })
    await ask('BE')
    hosts.served.set(LIST_OF_LISTS_URL, 503)
    now += DAY - 1
    expect(gist(await ask('EE'))).toBe('list 1')
    now += 1
    await lists.remove('EE')
    hosts.publish('BE', { sequenceNumber: 2 })
    expect(gist(await ask('BE'))).toBe('list 1')
    expect(await ask('EE')).toEqual({ problem: 'not-obtained', host: 'ec.europa.eu' })
    expect(gist(await ask('EE', wayTo(hosts, false)))).toBe('not-obtained')
    now += HOUR
    expect(gist(await ask('EE', wayTo(hosts, false)))).toBe('not-asked')
    hosts.publish('EU')
    expect(gist(await ask('EE'))).toBe('list 1')
  })

  test('of lists that comes too late or is closed names nobody', async () => {
    for (const nextUpdate of ['2026-06-10T12:00:00Z', '']) {
      hosts.publish('EU', { nextUpdate })
      expect(await ask('BE')).toEqual({ problem: 'not-obtained', host: 'ec.europa.eu' })
      expect(await lists.refresh('BE')).toEqual({ is: 'not-obtained', host: 'ec.europa.eu' })
    }
    expect(hosts.log).not.toContain(listUrl('BE'))
  })

  test('is not replaced by one that it replaced itself', async () => {
    hosts.publish('BE', { sequenceNumber: 7 })
    await ask('BE')
    hosts.publish('BE', { sequenceNumber: 6 })
    now += DAY
    expect(gist(await ask('BE'))).toBe('list 7')
    expect(await lists.refresh('BE')).toEqual({ is: 'older', host: 'lists.be.example' })
  })

  test('is not kept from private windows, which may use what others asked for', async () => {
    const inPrivate = lists.lookup(true)
    expect(gist(await inPrivate.ofCountry('BE', wayTo(hosts)))).toBe('list 1')
    expect(gist(await lists.lookup(true).ofCountry('BE', wayTo(hosts, false)))).toBe('list 1')
    expect((await lists.state()).lists).toEqual([])
    await startWorker()
    expect(gist(await ask('BE', wayTo(hosts, false)))).toBe('not-asked')
    await ask('EE')
    expect(gist(await lists.lookup(true).ofCountry('EE', wayTo(hosts, false)))).toBe('list 1')
  })

  test('is whole or nothing when a worker is killed in the middle', async () => {
    const killed = new AbortController()
    hosts.before = () => {
      if (hosts.log.length === 2) killed.abort(new Error('killed'))
    }
    await expect(ask('BE', wayTo(hosts, true, killed.signal))).rejects.toThrow('killed')
    await startWorker()
    hosts.before = () => undefined
    expect((await lists.state()).lists.map(({ country }) => country)).toEqual(['EU'])
    expect(gist(await ask('BE'))).toBe('list 1')
    expect(hosts.log).toEqual([LIST_OF_LISTS_URL, listUrl('BE'), listUrl('BE')])
  })

  test('a badge that is given up does not hold up the next', async () => {
    const given = new AbortController()
    hosts.before = () => {
      given.abort(new Error('given up'))
    }
    const first = ask('BE', wayTo(hosts, true, given.signal))
    const second = ask('BE')
    await expect(first).rejects.toThrow('given up')
    expect(gist(await second)).toBe('list 1')
  })
})

describe('no list', () => {
  const at = { EU: LIST_OF_LISTS_URL, BE: listUrl('BE') }

  test.each<[string, (hosts: ListHosts) => void, string, string]>([
    ['nobody answers', (it) => (it.on = false), 'not-obtained', 'ec.europa.eu'],
    [
      'the list of lists is gone',
      (it) => it.served.set(at.EU, 404),
      'not-obtained',
      'ec.europa.eu',
    ],
    ['the list is gone', (it) => it.served.set(at.BE, 500), 'not-obtained', 'lists.be.example'],
    [
      'it is something else',
      (it) => it.served.set(at.BE, '<html/>'),
      'malformed',
      'lists.be.example',
    ],
    [
      'the list of lists is the list of a country',
      (it) => it.served.set(at.EU, String(it.served.get(at.BE))),
      'malformed',
      'ec.europa.eu',
    ],
    [
      'it is the list of another country',
      (it) => it.served.set(at.BE, signList(listXml({ country: 'EE' }), signers.BE)),
      'malformed',
      'lists.be.example',
    ],
    [
      'it is not signed',
      (it) => it.served.set(at.BE, listXml({ country: 'BE' })),
      'not-signed',
      'lists.be.example',
    ],
    [
      'somebody else signed it',
      (it) => it.served.set(at.BE, signList(listXml({ country: 'BE' }), makeSigner('BE'))),
      'not-signed',
      'lists.be.example',
    ],
    [
      'another country signed it',
      (it) => it.served.set(at.BE, signList(listXml({ country: 'BE' }), signers.EE)),
      'not-signed',
      'lists.be.example',
    ],
    [
      'it was altered',
      (it) =>
        it.served.set(at.BE, String(it.served.get(at.BE)).replace('Seals of BE', 'Seals of ME')),
      'not-signed',
      'lists.be.example',
    ],
    [
      'the list of lists was altered',
      (it) =>
        it.served.set(at.EU, String(it.served.get(at.EU)).replace('be.example', 'me.example')),
      'not-signed',
      'ec.europa.eu',
    ],
    [
      'it is too large',
      (it) => it.served.set(at.BE, ' '.repeat(16_000_001)),
      'not-obtained',
      'lists.be.example',
    ],
    [
      'it has a DOCTYPE',
      (it) => it.served.set(at.BE, String(it.served.get(at.BE)).replace('?>', '?><!DOCTYPE a>')),
      'malformed',
      'lists.be.example',
    ],
  ])('%s', async (_what, change, problem, host) => {
    change(hosts)
    expect(await ask('BE')).toEqual({ problem, host })
    const kept = (await lists.state()).lists.map(({ country }) => country)
    expect(kept).toEqual(host === 'ec.europa.eu' ? [] : ['EU'])
  })

  test('replaces none that is kept', async () => {
    await ask('BE')
    now += DAY
    hosts.served.set(at.EU, listXml({ country: 'EU', type: 'EUlistofthelists' }))
    hosts.served.set(at.BE, signList(listXml({ country: 'BE', sequenceNumber: 9 }), signers.EE))
    expect(gist(await ask('BE'))).toBe('list 1')
  })

  test('makes an address be left alone for a minute, by every badge', async () => {
    hosts.on = false
    await ask('BE')
    await ask('EE')
    expect(hosts.log.length).toBe(1)
    hosts.on = true
    now += 60_000
    expect(gist(await ask('BE'))).toBe('list 1')
  })
})

describe('the options', () => {
  test('show what is kept', async () => {
    expect(await lists.state()).toEqual({ use: true, lists: [] })
    await ask('BE')
    expect((await lists.state()).lists).toEqual([
      {
        country: 'BE',
        host: 'lists.be.example',
        issued: '2026-06-01T00:00:00.000Z',
        nextUpdate: '2026-12-01T00:00:00.000Z',
        isOverdue: false,
        retrieved: '2026-06-10T12:00:00.000Z',
        count: 1,
      },
      expect.objectContaining({ country: 'EU', host: 'ec.europa.eu', count: 2 }),
    ])
    expect(changes).toBe(2)
  })

  test('refresh at once, whatever the age', async () => {
    await ask('BE')
    hosts.publish('BE', { sequenceNumber: 2 })
    expect(await lists.refresh('BE')).toEqual({ is: 'refreshed' })
    expect(gist(await ask('BE', wayTo(hosts, false)))).toBe('list 2')
    expect(await lists.refresh('EU')).toEqual({ is: 'refreshed' })
    expect(hosts.log).toHaveLength(5)
  })

  test('say why a refresh came to nothing', async () => {
    await ask('BE')
    hosts.served.set(listUrl('BE'), 503)
    expect(await lists.refresh('BE')).toEqual({ is: 'not-obtained', host: 'lists.be.example' })
    withheld.add('lists.be.example')
    expect(await lists.refresh('BE')).toEqual({ is: 'not-asked', host: 'lists.be.example' })
    withheld.add('ec.europa.eu')
    expect(await lists.refresh('BE')).toEqual({ is: 'not-asked', host: 'ec.europa.eu' })
    expect(await lists.refresh('EU')).toEqual({ is: 'not-asked', host: 'ec.europa.eu' })
    withheld.clear()
    expect(await lists.refresh('FR')).toEqual({ is: 'gone' })
    expect(gist(await ask('BE', wayTo(hosts, false)))).toBe('list 1')
  })

  test('a refresh follows a redirect to no other host', async () => {
    await ask('BE')
    const other = 'https://elsewhere.example/tl.xml'
    hosts.served.set(other, String(hosts.served.get(listUrl('BE'))))
    const answer = hosts.answer.bind(hosts)
    hosts.answer = (url, signal) =>
      url.href === listUrl('BE')
        ? Promise.resolve(new Response(null, { status: 302, headers: { location: other } }))
        : answer(url, signal)
    expect(await lists.refresh('BE')).not.toEqual({ is: 'refreshed' })
    expect(hosts.log).not.toContain(other)
  })

  test('remove a list, which is asked for again when a seal needs it', async () => {
    await ask('BE')
    await lists.remove('BE')
    expect((await lists.state()).lists.map(({ country }) => country)).toEqual(['EU'])
    expect(gist(await ask('BE', wayTo(hosts, false)))).toBe('not-asked')
    expect(gist(await ask('BE'))).toBe('list 1')
  })
})
