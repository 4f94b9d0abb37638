import { beforeEach, describe, expect, it } from 'vitest'
import { badgePng } from './test-badges'
import { image, settled, WorkerRig } from './worker-rig'
import { eventually } from '../eventually'

const PAGE = 'https://people.uni.example/me'
const IMAGE = 'https://cdn.example/badge.png'
const ASSERTION = 'https://issuer.example/assertion'
const ADDRESS = 'https://quality.example/list.json'
const BADGE = { name: 'Go', asks: [ASSERTION], verdict: 'authentic' as const }

const listOf = (id: string) => JSON.stringify({ registry: { [id]: { name: 'School' } } })
/** As the stand-in for the verifier calls the issuer of every badge. */
const LIST = listOf('https://issuer.example/profile')

let rig: WorkerRig

beforeEach(() => {
  rig = new WorkerRig()
  rig.browser.openTab(1, PAGE)
  rig.web.serveFile(IMAGE, badgePng(BADGE))
  rig.web.serve(ASSERTION, () => new Response('{}'))
  rig.web.serve(ADDRESS, () => new Response(LIST))
})

async function managed(policy: Record<string, unknown>) {
  rig.browser.policy = policy
  await rig.start()
}

async function changed(policy: Record<string, unknown> | undefined) {
  rig.browser.policy = policy
  rig.browser.worker?.api.storage.onChanged.emit({}, 'managed')
  await settled()
}

const lists = () => rig.ask('trust-lists', {})
const organisation = async () => (await rig.ask('sites', {})).organisation

describe('the sites of an organisation', () => {
  it('are in force without a word of the user', async () => {
    await managed({ sites: [{ site: '*.uni.example', mode: 'always' }] })
    rig.page(1).show(image('a', IMAGE))

    await rig.badges(1, ([first]) => first?.state === 'done')
    expect((await rig.state(1)).consent.settledBy).toEqual({
      ...{ is: 'organisation', site: '*.uni.example' },
    })
  })

  it('change in open pages as soon as the policy does', async () => {
    await managed({})
    const page = rig.page(1)
    page.show(image('a', IMAGE))
    await rig.badges(1, ([first]) => first?.state === 'found')
    await changed({ defaultMode: 'off', usersMayChangeModes: false })

    expect((await rig.state(1)).badges).toEqual([])
    expect(page.received.at(-1)?.type).toBe('rest')
    expect(rig.browser.broadcasts).toContainEqual({ type: 'sites-changed' })
    await changed({ defaultMode: 'always' })
    expect(page.received.at(-1)?.type).toBe('wake')
  })

  it('are not changed by another area of storage', async () => {
    await managed({})
    rig.browser.policy = { defaultMode: 'always' }
    rig.browser.worker?.api.storage.onChanged.emit({}, 'local')
    await settled()
    expect((await rig.state(1)).consent.mode).toBe('click')
  })

  it('cannot be changed where the organisation says so', async () => {
    await managed({ defaultMode: 'click', usersMayChangeModes: false })
    expect(await rig.ask('set-site', { site: 'uni.example', mode: 'always' })).toEqual({
      is: 'fixed',
    })
    await rig.ask('set-consent', {
      ...{ scope: 'site', host: 'people.uni.example', mode: 'always', tabId: 1 },
    })
    expect((await rig.state(1)).consent).toMatchObject({ mode: 'click', isFixed: true })
  })

  it('are shown with what could not be read; without a policy there is nothing to show', async () => {
    await managed({ sites: [{ site: '*.co.uk', mode: 'always' }] })
    expect(await organisation()).toMatchObject({
      sites: [],
      usersMayChange: true,
      problems: [{ place: 'sites[0].site', problem: 'public-suffix' }],
    })
    await changed(undefined)
    expect(await organisation()).toBeUndefined()
  })
})

describe('the lists of an organisation', () => {
  it('are read without a click, vouch like any other, and cannot be removed', async () => {
    await managed({
      trustLists: [ADDRESS],
      sites: [{ site: '*.uni.example', mode: 'always' }],
    })
    await eventually(async () => {
      expect(await lists()).toMatchObject([{ id: ADDRESS, byOrganisation: true }])
    })
    const page = rig.page(1)
    page.show(image('a', IMAGE))
    await eventually(() => {
      expect(page.marks.get('a')?.look).toBe('trusted')
    })
    await rig.ask('remove-list', { id: ADDRESS })

    expect(await lists()).toHaveLength(1)
    expect((await organisation())?.lists).toEqual([{ url: ADDRESS }])
  })

  it('make nothing green for whom they do not vouch', async () => {
    rig.web.serve(ADDRESS, () => new Response(listOf('https://other.example/profile')))
    await managed({
      trustLists: [ADDRESS],
      sites: [{ site: '*.uni.example', mode: 'always' }],
    })
    await eventually(async () => {
      expect(await lists()).toHaveLength(1)
    })
    const page = rig.page(1)
    page.show(image('a', IMAGE))
    await rig.badges(1, ([first]) => first?.state === 'done')
    await settled()

    expect(page.marks.get('a')?.look).toBe('authentic')
  })

  it('go, and their green with them, when the policy names them no more', async () => {
    await managed({
      trustLists: [ADDRESS],
      sites: [{ site: '*.uni.example', mode: 'always' }],
    })
    const page = rig.page(1)
    page.show(image('a', IMAGE))
    await eventually(() => {
      expect(page.marks.get('a')?.look).toBe('trusted')
    })
    await changed({ sites: [{ site: '*.uni.example', mode: 'always' }] })

    expect(await lists()).toEqual([])
    expect(page.marks.get('a')?.look).toBe('authentic')
  })

  it('go also where the policy ended while no worker ran', async () => {
    await managed({ trustLists: [ADDRESS] })
    await eventually(async () => {
      expect(await lists()).toHaveLength(1)
    })
    rig.browser.policy = undefined
    await rig.restart()
    await settled()

    expect(await lists()).toEqual([])
  })

  it('do not come when they arrive after the policy has dropped them', async () => {
    let answer: (response: Response) => void = () => undefined
    rig.web.serve(ADDRESS, () => new Promise((resolve) => (answer = resolve)))
    await managed({ trustLists: [ADDRESS] })
    await settled()
    expect((await organisation())?.lists).toEqual([{ url: ADDRESS, missing: { is: 'not-yet' } }])
    await changed({ defaultMode: 'click' })
    answer(new Response(LIST))
    await settled()

    expect(await lists()).toEqual([])
  })

  it('that the user has added stay when the policy names them no more', async () => {
    await managed({})
    await rig.ask('add-list-address', { url: ADDRESS })
    await changed({ trustLists: [ADDRESS] })
    expect(await lists()).toMatchObject([{ byOrganisation: true }])
    await rig.ask('refresh-list', { id: ADDRESS })
    await changed({})

    expect(await lists()).toHaveLength(1)
    await rig.ask('remove-list', { id: ADDRESS })
    expect(await lists()).toEqual([])
  })

  it('are asked for once, not by every worker, and are said where they cannot be had', async () => {
    rig.web.serve(ADDRESS, () => new Response('', { status: 500 }))
    await managed({ trustLists: [ADDRESS] })
    await eventually(async () => {
      expect((await organisation())?.lists).toMatchObject([{ missing: { is: 'not-obtained' } }])
    })
    const asked = rig.web.log.length
    await rig.restart()
    await settled()

    expect(rig.web.log).toHaveLength(asked)
    expect((await organisation())?.lists).toMatchObject([{ missing: { is: 'not-obtained' } }])
  })

  it('are not read anew by every worker either, where they were read today', async () => {
    await managed({ trustLists: [ADDRESS] })
    await eventually(async () => {
      expect(await lists()).toHaveLength(1)
    })
    await rig.restart()
    await settled()

    expect(rig.web.log.filter((url) => url === ADDRESS)).toHaveLength(1)
  })

  it('name no host that the browser withholds: nobody is asked', async () => {
    rig.browser.withheld.add('https://quality.example/*')
    await managed({ trustLists: [ADDRESS] })
    await settled()

    expect(rig.web.log).toEqual([])
    expect((await organisation())?.lists).toMatchObject([
      { missing: { is: 'not-obtained', reason: { code: 'permission-needed' } } },
    ])
  })
})
