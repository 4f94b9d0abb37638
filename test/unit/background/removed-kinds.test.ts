/** What goes with each kind that lies on this machine, what stays, and what open pages say afterwards. */
import { beforeEach, describe, expect, test, vi } from 'vitest'
import type { KeptKind } from '../../../src/platform/machine-messages'
import { badgePng } from './test-badges'
import { image, settled, WorkerRig, type FakePage } from './worker-rig'

const ASSERTION = 'https://issuer.example/assertion'
/** As the stand-in for the verifier calls the issuer of every badge. */
const ISSUER = 'https://issuer.example/profile'
const ORGANISATION_LIST = 'https://quality.example/list.json'
const listOf = (id: string) => JSON.stringify({ registry: { [id]: { name: 'School' } } })

let rig: WorkerRig

beforeEach(() => {
  rig = new WorkerRig()
  rig.browser.openTab(1, 'https://portfolio.example/me')
  rig.web.serve(ASSERTION, () => new Response('{}'))
})

const remove = (kind: KeptKind) => rig.ask('remove-kept', { kind })
const counts = async () =>
  Object.fromEntries((await rig.ask('kept-here', {})).map(({ kind, count }) => [kind, count]))

async function verified(key = 'a'): Promise<FakePage> {
  const url = `https://cdn.example/${key}.png`
  rig.web.serveFile(url, badgePng({ name: key, asks: [ASSERTION], verdict: 'authentic' }))
  const page = rig.page(1)
  page.show(image(key, url))
  await rig.badges(1, (all) => all.some(({ state }) => state === 'found'))
  await rig.ask('verify', { tabId: 1, ids: 'all' })
  await rig.badges(1, (all) => all.every(({ state }) => state === 'done'))
  await settled()
  return page
}

/** Something of every kind, as if it had been there before the worker came. */
async function leaveAll(): Promise<void> {
  const { escoAnswers, escoFiles, escoJob } = await import('../../../src/platform/esco-database')
  const { euLists } = await import('../../../src/platform/eu-list-database')
  const job = { from: 'api', state: 'paused', id: 'job', language: 'en' } as const
  await escoFiles.put('index', new Uint8Array(10))
  await escoFiles.put('upload', new Uint8Array(10))
  await escoJob.putPage(['skill', 0], [], { ...job, type: 0, page: 1, done: 0, total: 9 })
  await escoAnswers.put({ id: 'weld metal', savedAt: 1, concepts: [] })
  for (const country of ['EU', 'EE'])
    await euLists.put({ country, url: 'https://lists.example/', retrieved: 1, list: {} } as never)
  await rig.ask('add-list-text', { text: listOf('https://other.example/'), name: 'list.json' })
  await rig.ask('use-history', { use: true, removes: false })
  await verified()
}

const ALL = {
  ...{ reports: 1, pictures: 1, history: 1, 'trust-lists': 1, 'eu-lists': 2 },
  ...{ 'esco-copy': 2, 'esco-answers': 1 },
}

describe('removing one kind', () => {
  beforeEach(async () => {
    await rig.start()
    await leaveAll()
  })

  // The pictures of open tabs are what their reports are shown with: they go along.
  test.each<[KeptKind, object]>([
    ['reports', { reports: 0, pictures: 0 }],
    ['pictures', { pictures: 0 }],
    ['history', { history: 0 }],
    ['trust-lists', { 'trust-lists': 0 }],
    ['eu-lists', { 'eu-lists': 0 }],
    ['esco-copy', { 'esco-copy': 0 }],
    ['esco-answers', { 'esco-answers': 0 }],
  ])(
    '%s leaves all others, and nothing of it comes back with the next worker',
    async (kind, gone) => {
      expect(await counts()).toEqual(ALL)
      await remove(kind)
      await settled()
      expect(await counts()).toEqual({ ...ALL, ...gone })
      await rig.restart()
      await settled()
      expect(await counts()).toEqual({ ...ALL, ...gone })
    },
  )

  test('is told to the pages that show it', async () => {
    const heard = async (kind: KeptKind) => {
      rig.browser.broadcasts.length = 0
      await remove(kind)
      await settled()
      return rig.browser.broadcasts
    }
    expect(await heard('eu-lists')).toContainEqual({ type: 'eu-lists-changed' })
    expect(await heard('esco-copy')).toContainEqual({ type: 'esco-changed' })
    expect(await heard('trust-lists')).toContainEqual({ type: 'lists-changed' })
  })
})

describe('the history', () => {
  beforeEach(async () => {
    await rig.start()
    await rig.ask('use-history', { use: true, removes: false })
  })

  test('goes with its reports, pictures and watches; the page says what it said', async () => {
    const page = await verified()
    const query = { search: '', verdicts: [], most: 10 }
    const [line] = (await rig.ask('history-list', { query })).lines
    await rig.ask('watch-badge', { id: line!.id, hosts: line!.hosts })
    expect(rig.browser.alarms.has('watch')).toBe(true)
    await remove('history')

    expect(await rig.ask('history-list', { query })).toMatchObject({ lines: [], kept: 0 })
    expect(await rig.ask('report', { reportId: line!.id })).toBeNull()
    expect(rig.browser.alarms.has('watch')).toBe(false)
    expect(page.marks.get('a')?.look).toBe('authentic')
  })

  test('stays switched on: what is verified afterwards is kept', async () => {
    await verified()
    await remove('history')
    await verified('b')
    expect(await rig.ask('history-state', {})).toMatchObject({ inUse: true })
    expect((await counts()).history).toBeGreaterThan(0)
  })
})

describe('lists of issuers', () => {
  test('of the user go and take their green along, on the page and in the popup', async () => {
    await rig.start()
    await rig.ask('add-list-text', { text: listOf(ISSUER), name: 'list.json' })
    const page = await verified()
    expect(page.marks.get('a')?.look).toBe('trusted')
    await remove('trust-lists')
    await settled()
    expect(page.marks.get('a')?.look).toBe('authentic')
    expect((await rig.state(1)).badges[0]?.verdict).toBe('authentic')
  })

  test('of the organisation stay, with their green', async () => {
    rig.web.serve(ORGANISATION_LIST, () => new Response(listOf(ISSUER)))
    rig.browser.policy = { trustLists: [ORGANISATION_LIST] }
    await rig.start()
    await settled()
    await rig.ask('add-list-text', { text: listOf('https://other.example/'), name: 'list.json' })
    const page = await verified()
    expect(page.marks.get('a')?.look).toBe('trusted')
    await remove('trust-lists')
    await settled()

    expect(await rig.ask('trust-lists', {})).toMatchObject([
      { id: ORGANISATION_LIST, byOrganisation: true },
    ])
    expect(page.marks.get('a')?.look).toBe('trusted')
  })
})

describe('the copy of ESCO', () => {
  test('that is being made is made no further', async () => {
    await rig.start()
    let answer = (): void => undefined
    const asked = new Promise<void>((resolve) => {
      vi.stubGlobal('fetch', async () => {
        resolve()
        await new Promise<void>((release) => (answer = release))
        return Response.json({ total: 1, _embedded: { results: [] } })
      })
    })
    await rig.ask('esco-download', {})
    await asked
    await remove('esco-copy')
    answer()
    await settled()
    expect((await counts())['esco-copy']).toBe(0)
    expect(await rig.ask('esco-state', {})).toEqual({})
    expect(rig.browser.alarms.has('esco')).toBe(false)
  })
})
