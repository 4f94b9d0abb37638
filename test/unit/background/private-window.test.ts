import { openDB } from 'idb'
import { beforeEach, describe, expect, it } from 'vitest'
import { badgePng, base64 } from './test-badges'
import { image, settled, WorkerRig } from './worker-rig'

const IMAGE = 'https://cdn.example/badge.png'
const ASSERTION = 'https://issuer.example/assertion'
const GO = { name: 'Go', asks: [ASSERTION], verdict: 'authentic' as const }

let rig: WorkerRig

beforeEach(async () => {
  rig = new WorkerRig()
  rig.browser.openTab(9, 'https://portfolio.example/me', true)
  rig.web.serveFile(IMAGE, badgePng(GO))
  rig.web.serve(ASSERTION, () => new Response('{}'))
  await rig.start()
})

async function inDatabase(): Promise<unknown[]> {
  const database = await openDB('touchstone')
  const stores = [...database.objectStoreNames]
  const all = await Promise.all(stores.map((name) => database.getAll(name)))
  database.close()
  return all.flat() as unknown[]
}

async function verified() {
  const page = rig.page(9)
  const own = { ...image('b', 'https://portfolio.example/own.png'), complete: true }
  page.show(image('a', IMAGE), { ...own, bytes: base64(badgePng({ name: 'Own' })) })
  await rig.badges(9, (all) => all.length === 2)
  await rig.ask('verify', { tabId: 9, ids: 'all' })
  return rig.badges(9, (all) => all.every(({ state }) => state === 'done'))
}

describe('a private window', () => {
  it('has everything that other windows have', async () => {
    const [badge] = await verified()
    const stored = await rig.ask('report', { reportId: badge?.reportId ?? '' })

    expect((await rig.state(9)).private).toBe(true)
    expect(stored?.report.verdict).toBe('authentic')
  })

  it('has it still when the worker was killed', async () => {
    const [badge] = await verified()
    await rig.restart()

    expect(await rig.ask('report', { reportId: badge?.reportId ?? '' })).not.toBeNull()
  })

  it('leaves nothing in the database, nor outside its own keys', async () => {
    await verified()
    await rig.ask('set-consent', {
      ...{ scope: 'site', mode: 'always', tabId: 9 },
      host: 'portfolio.example',
    })
    await settled()

    expect(await inDatabase()).toEqual([])
    expect([...rig.browser.session.keys()].every((key) => /^tab:9(:|$)/.test(key))).toBe(true)
    expect(rig.browser.journal).not.toContain('local')
  })

  it('leaves nothing at all when it is closed', async () => {
    await verified()
    rig.browser.closeTab(9)
    await settled()

    expect([...rig.browser.session.keys()]).toEqual([])
    expect(await inDatabase()).toEqual([])
  })

  it("leaves nothing in the browser's cache", async () => {
    await verified()

    expect(rig.web.requests.length).toBeGreaterThan(1)
    for (const { init } of rig.web.requests) expect(init.cache).toBe('no-store')
  })

  it('keeps what was chosen for its site until it is closed, and no longer', async () => {
    rig.page(9).show(image('a', IMAGE))
    await rig.badges(9, ([first]) => first?.state === 'found')
    await rig.ask('set-consent', {
      ...{ scope: 'site', mode: 'always', tabId: 9 },
      host: 'portfolio.example',
    })
    await rig.badges(9, ([first]) => first?.state === 'done')
    expect((await rig.state(9)).consent).toMatchObject({ mode: 'always', settledBy: { is: 'tab' } })

    rig.browser.closeTab(9)
    await settled()
    const { mode } = await rig.ask('consent', { host: 'portfolio.example' })
    expect(mode).toBe('click')
  })

  it('learns nothing that an ordinary window could be told', async () => {
    await verified()
    rig.browser.openTab(1, 'https://portfolio.example/me')
    rig.page(1).show(image('a', IMAGE))

    await rig.badges(1, ([first]) => first?.state === 'found')
  })
})
