/** How the badges of a page fare, as the worker says it to the popup. */
import { beforeEach, describe, expect, it } from 'vitest'
import type { Recipient } from '../../../../src/verifier/credential'
import type { Script } from '../fake-verifier'
import { badgePng } from '../test-badges'
import { image, WorkerRig } from '../worker-rig'

const ASSERTION = 'https://issuer.example/assertion'
const ADA = 'ada@mail.example'
const LIST = JSON.stringify({
  registry: { 'https://issuer.example/profile': { name: 'Registered School' } },
})

const plain = (email: string): Recipient => ({
  identities: [{ type: 'email', value: email, hashed: false }],
})

let rig: WorkerRig

beforeEach(async () => {
  rig = new WorkerRig()
  rig.browser.openTab(1, 'https://portfolio.example/me')
  rig.web.serve(ASSERTION, () => new Response('{}'))
  await rig.start()
}, 30_000)

async function shown(...scripts: Partial<Script>[]): Promise<void> {
  const images = scripts.map((script, index) => {
    const whole: Script = { name: `B${index}`, asks: [ASSERTION], verdict: 'authentic', ...script }
    const url = `https://cdn.example/${index}.png`
    rig.web.serveFile(url, badgePng(whole))
    return image(`k${index}`, url)
  })
  rig.page(1).show(...images)
  await rig.badges(1, ({ length }) => length === scripts.length)
}

async function verified(...scripts: Partial<Script>[]): Promise<void> {
  await shown(...scripts)
  await rig.ask('verify', { tabId: 1, ids: 'all' })
  await rig.badges(1, (all) => all.every(({ state }) => state === 'done'))
}

const health = () => rig.ask('badge-health', { tabId: 1 })

describe('how the badges of a page fare', () => {
  it('is said of those that are yours or may be, and not of those of others', async () => {
    await verified({ recipient: plain(ADA) }, { recipient: plain('eve@mail.example') }, {})
    expect(await health()).toMatchObject({ knowsOwn: false, others: 0 })
    await rig.ask('add-own-identity', { identity: ADA, label: '', remember: false })

    const found = await health()
    expect(found).toMatchObject({ host: 'portfolio.example', knowsOwn: true, others: 1 })
    expect(found?.badges.map(({ name, own }) => [name, own?.is])).toEqual([
      ['B0', 'yours'],
      ['B2', 'unknown'],
    ])
  })

  it('is what a stranger sees: your own lists make nothing better', async () => {
    await rig.ask('add-list-text', { text: LIST, name: 'list.json' })
    await verified({ recipient: plain(ADA) })
    expect((await rig.state(1)).badges[0]?.verdict).toBe('trusted')

    const [badge] = (await health())?.badges ?? []
    expect(badge?.findings[0]).toEqual({ topic: 'verifies', state: 'ok', code: 'verifies' })
  })

  it('leaves out nothing unsaid: what is not verified is counted, and nobody is asked', async () => {
    await shown({}, {})
    rig.web.log.length = 0
    expect(await health()).toMatchObject({ badges: [], notChecked: 2 })
    expect(rig.web.log).toEqual([])
  })

  it('does not call fine what an old answer says', async () => {
    await verified({ freshUntil: '2000-01-01T00:00:00Z' })
    const [badge] = (await health())?.badges ?? []
    expect(badge?.findings[0]).toMatchObject({ state: 'unknown', code: 'status-open' })
  })

  it('is nobody’s where the tab is not known', async () => {
    expect(await rig.ask('badge-health', { tabId: 99 })).toBeNull()
  })
})
