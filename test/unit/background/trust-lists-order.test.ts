import { beforeEach, describe, expect, it, vi } from 'vitest'
import { Doors } from '../../../src/background/door'
import { TrustLists } from '../../../src/background/trust-lists'
import type { KeptTrustList } from '../../../src/platform/database'

const ADDRESS = 'https://quality.example/list.json'
const listNaming = (...dids: string[]) =>
  JSON.stringify({ registry: Object.fromEntries(dids.map((did) => [did, { name: 'School' }])) })
const LIST = listNaming('did:web:school.example')

/** What lies on the disk, and what both disk and web wait for before they answer. */
const { disk, wait } = vi.hoisted(() => ({
  disk: new Map<string, KeptTrustList>(),
  wait: {
    put: (): Promise<unknown> => Promise.resolve(),
    remove: (): Promise<unknown> => Promise.resolve(),
    web: (): Promise<string> => Promise.resolve(''),
  },
}))

vi.mock('../../../src/platform/database', () => ({
  trustLists: {
    all: () => Promise.resolve([...disk.values()]),
    put: async (list: KeptTrustList) => {
      await wait.put()
      disk.set(list.id, list)
    },
    remove: async (id: string) => {
      await wait.remove()
      disk.delete(id)
    },
  },
}))
vi.mock('../../../src/background/list-fetch', () => ({
  obtainList: async (url: string) => ({ text: await wait.web(), url }),
}))

/** Nobody is asked: `list-fetch` stands in for the web. */
const noDoors = Object.create(Doors.prototype) as Doors
const shown: number[] = []
let lists: TrustLists

beforeEach(async () => {
  disk.clear()
  wait.put = wait.remove = () => Promise.resolve()
  wait.web = () => Promise.resolve(LIST)
  lists = new TrustLists(noDoors, () => shown.push(lists.current().length))
  await lists.add({ url: ADDRESS })
  shown.length = 0
})

/** Something that takes as long as the test wants. */
function held<Value>() {
  let release: (value: Value) => void = () => undefined
  const until = new Promise<Value>((resolve) => (release = resolve))
  return {
    until,
    release: (value: Value) => {
      release(value)
    },
  }
}

async function afterRestart(): Promise<string[]> {
  const next = new TrustLists(noDoors, () => undefined)
  await next.load()
  return next.current().map(({ id }) => id)
}

function turn(): Promise<unknown> {
  return new Promise((resolve) => setTimeout(resolve))
}

it('a list that is removed while it is asked for again stays removed', async () => {
  const answer = held<string>()
  wait.web = () => answer.until
  const refreshing = lists.refresh(ADDRESS)
  await lists.remove(ADDRESS)
  answer.release(LIST)

  expect(await refreshing).toEqual({ is: 'withdrawn' })
  expect(shown).toEqual([0])
  expect(lists.current()).toEqual([])
  expect(await afterRestart()).toEqual([])
})

it('a list that is removed while it is written stays removed', async () => {
  const written = held<undefined>()
  wait.put = () => written.until
  const refreshing = lists.refresh(ADDRESS)
  await turn()
  const removing = lists.remove(ADDRESS)
  expect(lists.current()).toEqual([])
  written.release(undefined)

  expect(await refreshing).toEqual({ is: 'withdrawn' })
  await removing
  expect(shown).toEqual([0])
  expect(lists.current()).toEqual([])
  expect(await afterRestart()).toEqual([])
})

it('a list that is added while it is removed is there', async () => {
  const removed = held<undefined>()
  wait.remove = () => removed.until
  const removing = lists.remove(ADDRESS)
  const adding = lists.add({ url: ADDRESS })
  await turn()
  removed.release(undefined)
  await removing

  expect(await adding).toEqual({ is: 'added', id: ADDRESS })
  expect(lists.current()).toHaveLength(1)
  expect(await afterRestart()).toEqual([ADDRESS])
})

it('an answer that comes late does not undo a newer one', async () => {
  const slow = held<string>()
  wait.web = () => slow.until
  const first = lists.refresh(ADDRESS)
  wait.web = () => Promise.resolve(listNaming('did:web:new.example'))
  await lists.refresh(ADDRESS)
  slow.release(LIST)

  expect(await first).toEqual({ is: 'added', id: ADDRESS })
  expect(lists.current()[0]?.issuers).toMatchObject([{ id: 'did:web:new.example' }])
  expect(disk.get(ADDRESS)?.list.issuers).toMatchObject([{ id: 'did:web:new.example' }])
})

it('lists that are added at once are all there, and no more than are kept', async () => {
  wait.put = turn
  const texts = Array.from({ length: 60 }, (_, index) => listNaming(`did:web:a${index}.example`))
  const added = await Promise.all(texts.map((text) => lists.add({ text, name: 'x.json' })))

  expect(added.filter(({ is }) => is === 'added')).toHaveLength(49)
  expect(lists.current()).toHaveLength(50)
  expect(await afterRestart()).toHaveLength(50)
})

describe('a user who has as many lists as are kept', () => {
  const DEMANDED = ['https://ministry.example/a.json', 'https://ministry.example/b.json']
  const own = (index: number) => ({ text: listNaming(`did:web:a${index}.example`), name: 'x.json' })
  const demandAll = async () => {
    await lists.demand(new Set(DEMANDED))
    return Promise.all(DEMANDED.map((url) => lists.add({ url }, 'organisation')))
  }

  it('has the organisation’s besides, and none of the own in their place', async () => {
    for (let index = 0; index < 49; index++) await lists.add(own(index))
    expect(await demandAll()).toEqual(DEMANDED.map((id) => ({ is: 'added', id })))

    expect(await lists.refresh(DEMANDED[0] ?? '')).toMatchObject({ is: 'added' })
    expect(await lists.refresh(ADDRESS)).toMatchObject({ is: 'added' })
    expect(await lists.add(own(50))).toMatchObject({ is: 'unreadable' })
    expect(await afterRestart()).toHaveLength(52)
  })

  it('had room for all of them, whatever the organisation had added before', async () => {
    await demandAll()
    for (let index = 0; index < 49; index++)
      expect(await lists.add(own(index))).toMatchObject({ is: 'added' })

    expect(await lists.add(own(50))).toMatchObject({ is: 'unreadable' })
    await lists.demand(new Set())
    expect(lists.current()).toHaveLength(50)
  })
})

it('a write that fails is told, keeps nothing, and stops nothing after it', async () => {
  wait.put = () => Promise.reject(new Error('disk full'))
  await expect(lists.add({ text: LIST, name: 'x.json' })).rejects.toThrow('disk full')
  expect(lists.current()).toHaveLength(1)
  wait.put = () => Promise.resolve()

  expect(await lists.add({ text: LIST, name: 'x.json' })).toMatchObject({ is: 'added' })
})
