import { beforeEach, describe, expect, it, vi } from 'vitest'
import { READ_ALL } from '../../../src/platform/port-messages'
import { MOST_PLACES } from '../../../src/background/tab-room'
import { eventually } from '../eventually'
import { badgePng } from './test-badges'
import { image, settled, WorkerRig } from './worker-rig'

let rig: WorkerRig

beforeEach(async () => {
  rig = new WorkerRig()
  rig.browser.openTab(1, 'https://portfolio.example/me')
  rig.browser.openTab(2, 'https://portfolio.example/other')
  await rig.start()
})

const told = () => rig.browser.toTabs

it('is asked for by whoever looks at a tab, also one that has said nothing', async () => {
  await rig.state(1)
  expect(told()).toEqual([{ tabId: 1, message: READ_ALL }])
})

it('is asked for by the key that verifies the page in front', async () => {
  rig.page(2).show()
  await settled()
  rig.browser.worker?.api.commands.onCommand.emit('verify-page', rig.browser.tabs.get(2))
  await settled()
  expect(told()).toEqual([{ tabId: 2, message: READ_ALL }])
})

it('is asked for by the key where nothing near has said anything', async () => {
  rig.browser.worker?.api.commands.onCommand.emit('verify-page', rig.browser.tabs.get(2))
  await settled()
  expect(told()).toEqual([{ tabId: 2, message: READ_ALL }])
})

it('is asked for again where the script comes only after that page of ours', async () => {
  rig.browser.withheld.add('https://portfolio.example/*')
  rig.browser.deaf.add(1)
  await rig.state(1)
  rig.browser.deaf.delete(1)
  expect(await rig.ask('enter-page', { tabId: 1 })).toBe(true)
  await settled()
  expect(told()).toEqual([{ tabId: 1, message: READ_ALL }])
})

it('is asked for of no site that is off', async () => {
  await rig.ask('set-site', { site: 'portfolio.example', mode: 'off' })
  await rig.state(1)
  rig.browser.worker?.api.commands.onCommand.emit('verify-page', rig.browser.tabs.get(1))
  await settled()
  expect(told()).toEqual([])
})

it('is asked for of no tab whose address nobody tells, unless a script has', async () => {
  rig.browser.untold.add(1)
  await rig.state(1)
  expect(told()).toEqual([])
  rig.page(1, { url: 'http://portfolio.example/me' }).show()
  await settled()
  await rig.state(1)
  expect(told()).toEqual([{ tabId: 1, message: READ_ALL }])
})

it('is asked for of a window without an address, as the mode of its opener has it', async () => {
  const tab = rig.browser.openTab(3, 'about:blank')
  const sender = { tab, url: 'about:blank', origin: 'https://portfolio.example' }
  rig.page(3, { sender }).show()
  await settled()
  await rig.state(3)
  expect(told()).toEqual([{ tabId: 3, message: READ_ALL }])
  await rig.ask('set-site', { site: 'portfolio.example', mode: 'off' })
  await rig.state(3)
  expect(told()).toHaveLength(1)
})

it('is asked for by no page’s own doing', async () => {
  const page = rig.page(1)
  page.show({ key: 'a', kind: 'link', url: 'https://issuer.example/badge.json' })
  page.say({ type: 'activate', key: 'a' })
  await settled()
  expect(told()).toEqual([])
})

it('breaks nothing where no script hears it', async () => {
  rig.browser.deaf.add(1)
  expect((await rig.state(1)).badges).toEqual([])
})

describe('of a page on which nothing is listed yet', () => {
  const isLooking = async () => (await rig.state(1)).looking === true

  it('nothing more is to come once it says nothing', async () => {
    expect(await isLooking()).toBe(false)
  })

  it('more may come while a frame says that it is reading, and it is asked each time', async () => {
    rig.browser.onToTab = () => Promise.resolve({ reading: true })
    expect(await isLooking()).toBe(true)
    rig.browser.onToTab = () => Promise.resolve()
    expect(await isLooking()).toBe(false)
    expect(told()).toHaveLength(2)
  })

  it('more may come while it is too busy to say anything, which keeps nobody waiting', async () => {
    rig.browser.onToTab = () => new Promise(() => undefined)
    expect(await isLooking()).toBe(true)
  })

  it('more may come while it is loading and no script of ours has come', async () => {
    rig.browser.tabs.get(1)!.status = 'loading'
    rig.browser.deaf.add(1)
    expect(await isLooking()).toBe(true)
  })

  it('nothing more is to come of one whose images were read, though something loads for ever', async () => {
    rig.browser.tabs.get(1)!.status = 'loading'
    expect(await isLooking()).toBe(false)
  })

  it('more may come while an image is read from its host', async () => {
    let answer: (response: Response) => void = () => undefined
    const answered = new Promise<Response>((resolve) => (answer = resolve))
    rig.web.serve('https://cdn.example/photo.png', () => answered)
    rig.page(1).show(image('a', 'https://cdn.example/photo.png'))
    await settled()
    expect(await isLooking()).toBe(true)
    await new Promise((resolve) => setTimeout(resolve, 400))
    expect(rig.browser.session.has('tab:1:glance')).toBe(false)
    answer(new Response('no image'))
    await settled()
    expect(await isLooking()).toBe(false)
  })

  it('nothing is said of more where a script cannot be, nor that there are none', async () => {
    rig.browser.deaf.add(1)
    rig.browser.shut.add(1)
    expect(await rig.state(1)).toMatchObject({ access: 'unreachable' })
    expect(await isLooking()).toBe(false)
    await settled()
    // Who heard of a change would ask again, and so without end.
    expect(rig.browser.broadcasts).toEqual([])
  })

  it('more may come of one that is too busy to take the script, which keeps nobody waiting', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    rig.browser.deaf.add(1)
    rig.browser.onInject = () => new Promise(() => undefined)
    const state = rig.state(1)
    await vi.advanceTimersByTimeAsync(1_500)
    vi.useRealTimers()
    expect(await state).toMatchObject({ access: 'ok', looking: true })
  })

  it('the script is put there where it should be and is not, as after the extension was off', async () => {
    const scripts = () => rig.browser.injected.filter(({ files }) => files !== undefined)
    rig.browser.deaf.add(1)
    expect(await rig.state(1)).toMatchObject({ access: 'ok', looking: true })
    expect(scripts()).toHaveLength(1)
    await settled()
    expect(rig.browser.broadcasts).toContainEqual({ type: 'page-changed', tabId: 1 })

    // Once: a page that still says nothing has nothing to say.
    expect(await isLooking()).toBe(false)
    expect(scripts()).toHaveLength(1)
  })

  it('the script is put there, too, where it runs in a frame alone', async () => {
    rig.browser.deafAtTop.add(1)
    expect(await rig.state(1)).toMatchObject({ access: 'ok', looking: true })
    rig.browser.deafAtTop.clear()
    expect(await isLooking()).toBe(false)
    expect(rig.browser.injected.filter(({ files }) => files !== undefined)).toHaveLength(1)
  })

  it('nothing is said of more where something is listed, and nobody waits for it', async () => {
    rig.browser.onToTab = () => new Promise(() => undefined)
    rig.page(1).show({ key: 'a', kind: 'link', url: 'https://issuer.example/badge.json' })
    await settled()
    expect((await rig.state(1)).badges).toHaveLength(1)
    expect(await isLooking()).toBe(false)
  })
})

describe('of a page that shows more than is looked at', () => {
  it('a frame says so, and it is said of the page, whether or not something is listed', async () => {
    rig.browser.onToTab = () => Promise.resolve({ partial: true })
    expect(await rig.state(1)).toMatchObject({ badges: [], partial: true })
    rig.page(1).show({ key: 'a', kind: 'link', url: 'https://issuer.example/badge.json' })
    await settled()
    expect((await rig.state(1)).badges).toHaveLength(1)
    expect((await rig.state(1)).partial).toBe(true)
  })

  it('it stays said, though its frame answers late or another one first', async () => {
    rig.page(1).show({ key: 'a', kind: 'link', url: 'https://issuer.example/badge.json' })
    rig.browser.onToTab = () => new Promise((say) => setTimeout(say, 60, { partial: true }))
    await rig.badges(1, (all) => all.length === 1)
    await eventually(async () => {
      rig.browser.onToTab = () => Promise.resolve({ reading: true })
      expect((await rig.state(1)).partial).toBe(true)
    })
  })

  it('nothing is said once the tab shows another', async () => {
    const many = Array.from({ length: MOST_PLACES + 1 }, (_, at) => ({
      ...{ key: `k${at}`, kind: 'link' as const, url: `https://issuer.example/${at}.json` },
    }))
    const page = rig.page(1)
    page.show(...many.slice(1))
    page.show(...many.slice(0, 1))
    await rig.badges(1, (all) => all.length === MOST_PLACES)
    await settled()
    expect((await rig.state(1)).partial).toBe(true)
    rig.page(1, { documentId: 'another' }).show(...many.slice(0, 1))
    await rig.badges(1, (all) => all.length === 1)
    expect((await rig.state(1)).partial).toBeUndefined()
  })

  it('a gallery takes no badge’s place', async () => {
    rig.web.serveFile('https://cdn.example/badge.png', badgePng({ name: 'Go' }))
    const page = rig.page(1)
    page.show(
      ...Array.from({ length: 600 }, (_, at) => image(`${at}`, `https://cdn.example/${at}.png`)),
    )
    page.show(image('badge', 'https://cdn.example/badge.png'))
    expect(await rig.badges(1, (all) => all.length === 1)).toMatchObject([{ name: 'Go' }])
    expect((await rig.state(1)).partial).toBeUndefined()
  })
})
