import { beforeEach, describe, expect, it } from 'vitest'
import type { Script } from './fake-verifier'
import { badgePng } from './test-badges'
import { image, WorkerRig } from './worker-rig'

const ASSERTION = 'https://issuer.example/assertion'
/** As the stand-in for the verifier calls the issuer of every badge. */
const LIST = JSON.stringify({
  registry: { 'https://issuer.example/profile': { name: 'Registered School' } },
})

let rig: WorkerRig

beforeEach(async () => {
  rig = new WorkerRig()
  rig.browser.openTab(1, 'https://portfolio.example/me')
  rig.web.serve(ASSERTION, () => new Response('{}'))
  await rig.start()
})

const authentic = (name: string): Script => ({ name, asks: [ASSERTION], verdict: 'authentic' })

async function shown(...scripts: Script[]): Promise<void> {
  const images = scripts.map((script, index) => {
    const url = `https://cdn.example/${index}.png`
    rig.web.serveFile(url, badgePng(script))
    return image(`k${index}`, url)
  })
  rig.page(1).show(...images)
  await rig.badges(1, ({ length }) => length === scripts.length)
}

async function verified(...scripts: Script[]): Promise<void> {
  await shown(...scripts)
  await rig.ask('verify', { tabId: 1, ids: 'all' })
  await rig.badges(1, (all) => all.every(({ state }) => state === 'done'))
}

const profile = () => rig.ask('page-profile', { tabId: 1 })

describe('the profile of a page', () => {
  it('is made of the reports of its badges', async () => {
    await verified(authentic('Go'), authentic('Chess'), {
      name: 'Forged',
      asks: [ASSERTION],
      verdict: 'invalid',
    })

    const found = await profile()
    expect(found?.host).toBe('portfolio.example')
    expect(found?.summary.authentic.badges.map(({ name }) => name)).toEqual(['Go', 'Chess'])
    expect(found?.summary.trusted.badges).toEqual([])
    expect(found?.summary.leftOut).toEqual({ invalid: 1 })
  })

  it('counts what nobody has verified yet, and asks nobody for it', async () => {
    await shown(authentic('Go'), authentic('Chess'))
    rig.web.log.length = 0

    const { summary } = (await profile()) ?? {}
    expect(summary?.notChecked).toBe(2)
    expect(summary?.authentic.badges).toEqual([])
    expect(rig.web.log).toEqual([])
  })

  it('is judged by the lists that the user trusts now', async () => {
    await verified(authentic('Go'), authentic('Chess'))
    const added = await rig.ask('add-list-text', { text: LIST, name: 'list.json' })
    expect((await profile())?.summary.trusted.badges).toHaveLength(2)

    await rig.ask('remove-list', { id: added.is === 'added' ? added.id : '' })
    expect((await profile())?.summary.trusted.badges).toEqual([])
  })

  it('no longer counts what was in force when it was checked', async () => {
    await verified({ ...authentic('Go'), freshUntil: '2000-01-01T00:00:00Z' })

    expect((await profile())?.summary).toMatchObject({
      authentic: { badges: [] },
      leftOut: { attention: 1 },
    })
  })

  it('is nobody’s where the tab is not known', async () => {
    expect(await rig.ask('page-profile', { tabId: 99 })).toBeNull()
  })
})
