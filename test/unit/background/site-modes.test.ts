import { beforeEach, describe, expect, it } from 'vitest'
import type { ConsentMode } from '../../../src/platform/consent-shapes'
import { badgePng, base64 } from './test-badges'
import { image, settled, WorkerRig } from './worker-rig'

const PAGE = 'https://cs.portfolio.example/me'
const IMAGE = 'https://cdn.example/badge.png'
const ASSERTION = 'https://issuer.example/assertion'

let rig: WorkerRig

beforeEach(async () => {
  rig = new WorkerRig()
  rig.browser.openTab(1, PAGE)
  rig.web.serveFile(IMAGE, badgePng({ name: 'Go', asks: [ASSERTION], verdict: 'authentic' }))
  rig.web.serve(ASSERTION, () => new Response('{}'))
  await rig.start()
})

const set = (site: string, mode: ConsentMode) => rig.ask('set-site', { site, mode })
const here = (mode: ConsentMode) =>
  rig.ask('set-consent', { scope: 'site', host: 'cs.portfolio.example', mode, tabId: 1 })
const said = (page: { received: { type: string }[] }) => page.received.map(({ type }) => type)

function rightClick(srcUrl: string) {
  rig.browser.worker?.api.contextMenus.onClicked.emit(
    { menuItemId: 'verify-badge', editable: false, srcUrl },
    rig.browser.tabs.get(1),
  )
}

describe('a site that is off', () => {
  it('has nothing read, listed or marked, whatever its page says', async () => {
    await set('*.portfolio.example', 'off')
    const page = rig.page(1)
    const own = { ...image('b', 'https://cs.portfolio.example/own.png'), complete: true }
    page.show(image('a', IMAGE), { ...own, bytes: base64(badgePng({ name: 'Own' })) })
    page.showAll(image('a', IMAGE))
    page.say({ type: 'activate', key: 'a' })
    await settled()

    const { badges, consent } = await rig.state(1)
    expect(badges).toEqual([])
    expect(consent).toMatchObject({
      mode: 'off',
      settledBy: { is: 'user', site: '*.portfolio.example' },
    })
    expect(said(page)).toEqual(['rest'])
    expect(rig.web.log).toEqual([])
    expect(rig.browser.toolbar.get(1)).toMatchObject({
      ...{ text: 'toolbarOff', title: 'toolbarTitleOff' },
    })
  })

  it('is off in its frames, whoever they are from', async () => {
    await here('off')
    const frame = rig.page(1, { frameId: 4, url: 'https://widgets.example/embed' })
    frame.show(image('a', IMAGE))
    await settled()

    expect(said(frame)).toEqual(['rest'])
    expect(rig.web.log).toEqual([])
  })

  it('is off for no other site, though it frames that one', async () => {
    await set('widgets.example', 'off')
    const frame = rig.page(1, { frameId: 4, url: 'https://widgets.example/embed' })
    frame.show(image('a', IMAGE))

    await rig.badges(1, ([first]) => first?.state === 'found')
  })

  it('answers what is asked for outright, and marks nothing for it', async () => {
    await here('off')
    const page = rig.page(1)
    page.show(image('a', IMAGE))
    rightClick(IMAGE)

    const [badge] = await rig.badges(1, ([first]) => first?.state === 'done')
    await settled()
    expect(badge?.verdict).toBe('authentic')
    expect(page.marks.size).toBe(0)
    expect(said(page)).toEqual(['rest'])
  })

  it('keeps what was asked for before its script, or the next worker, came', async () => {
    await here('off')
    rightClick(IMAGE)
    await rig.badges(1, ([first]) => first?.state === 'done')
    await rig.restart()
    rig.page(1).show(image('a', 'https://cdn.example/other.png'))
    await settled()

    expect((await rig.state(1)).badges).toMatchObject([{ name: 'Go', state: 'done' }])
  })

  it('is off still when the worker was killed', async () => {
    await here('off')
    await rig.restart()
    const page = rig.page(1)
    page.showAll(image('a', IMAGE))
    await settled()

    expect(said(page)).toEqual(['rest'])
    expect(rig.web.log).toEqual([])
  })
})

describe('switching a site off', () => {
  it('stops what is under way, and drops what was found', async () => {
    let answer: (response: Response) => void = () => undefined
    rig.web.serve(ASSERTION, () => new Promise((resolve) => (answer = resolve)))
    const page = rig.page(1)
    page.show(image('a', IMAGE))
    await rig.badges(1, ([first]) => first?.state === 'found')
    page.say({ type: 'activate', key: 'a' })
    await rig.badges(1, ([first]) => first?.hosts.includes('issuer.example') === true)
    await here('off')
    answer(new Response('{}'))
    await settled()

    expect((await rig.state(1)).badges).toEqual([])
    expect(said(page).at(-1)).toBe('rest')
    expect([...rig.browser.rules.values()].filter(({ action }) => action.type === 'allow')).toEqual(
      [],
    )
  })

  it('stops what was taken in while its bytes were hashed', async () => {
    const page = rig.page(1)
    const own = image('b', 'https://cs.portfolio.example/own.png')
    page.show(
      ...Array.from({ length: 40 }, (_, index) => ({
        ...{ ...own, key: `o${index}`, url: `${own.url}?${index}`, complete: true },
        bytes: base64(badgePng({ name: `Own ${index}` })),
      })),
      image('a', IMAGE),
    )
    await here('off')
    await settled()

    expect(rig.web.log).toEqual([])
    expect((await rig.state(1)).badges).toEqual([])
  })

  it('and on again wakes its scripts, once', async () => {
    const page = rig.page(1)
    page.show(image('a', IMAGE))
    await rig.badges(1, ([first]) => first?.state === 'found')
    await here('off')
    await here('click')
    await here('always')
    page.showAll(image('a', IMAGE))

    await rig.badges(1, ([first]) => first?.state === 'done')
    await settled()
    expect(said(page).filter((type) => type !== 'marks')).toEqual(['rest', 'wake'])
    expect(page.marks.get('a')?.look).toBe('authentic')
    expect(rig.browser.toolbar.get(1)?.text).toBe('1')
    expect(rig.browser.injected.filter(({ files }) => files)).toEqual([])
  })

  it('and on again wakes a frame where the page around it has found nothing', async () => {
    const frame = rig.page(1, { frameId: 4, url: 'https://widgets.example/embed' })
    frame.show(image('a', IMAGE))
    await rig.badges(1, ([first]) => first?.state === 'found')
    await here('off')
    await here('click')
    await settled()
    frame.marks.clear()
    frame.showAll(image('a', IMAGE))

    await rig.badges(1, ([first]) => first?.state === 'found')
    await settled()
    expect(frame.marks.get('a')?.look).toBe('found')
    await here('off')
    expect(said(frame).filter((type) => type !== 'marks')).toEqual(['rest', 'wake', 'rest'])
  })

  it('and on again runs the script anew where its line was lost', async () => {
    const page = rig.page(1)
    page.show(image('a', IMAGE))
    await here('off')
    page.port.disconnect()
    await settled()
    await here('click')
    await settled()

    expect(rig.browser.injected).toContainEqual({
      ...{ target: { tabId: 1, allFrames: true }, files: ['content.js'] },
    })
  })

  it('leaves files alone that were given to a page of ours', async () => {
    rig.browser.openTab(
      5,
      'chrome-extension://abcdefghijklmnopabcdefghijklmnop/src/pages/files/index.html',
    )
    await rig.ask('give-files', {
      tabId: 5,
      files: [{ name: 'a.png', bytes: base64(badgePng({ name: 'Go' })) }],
    })
    await rig.badges(5, (badges) => badges.length === 1)
    await rig.ask('set-consent', { scope: 'everywhere', host: '', mode: 'off' })
    await settled()

    expect((await rig.state(5)).badges).toHaveLength(1)
  })
})

describe('a domain that is always verified', () => {
  it('covers the hosts below it', async () => {
    await set('*.portfolio.example', 'always')
    rig.page(1).show(image('a', IMAGE))
    await rig.badges(1, ([first]) => first?.state === 'done')
  })

  it('covers no host that only ends alike', async () => {
    await set('*.portfolio.example', 'always')
    rig.browser.openTab(2, 'https://evilportfolio.example/')
    rig.page(2).show(image('a', IMAGE))
    await rig.badges(2, ([first]) => first?.state === 'found')
    await settled()
    expect(rig.web.log).not.toContain(ASSERTION)
  })

  it('verifies what waits already, and is as any other once removed', async () => {
    rig.page(1).show(image('a', IMAGE))
    await rig.badges(1, ([first]) => first?.state === 'found')
    await set('*.portfolio.example', 'always')
    await rig.badges(1, ([first]) => first?.state === 'done')
    await rig.ask('remove-site', { site: '*.portfolio.example' })

    expect((await rig.state(1)).consent.mode).toBe('click')
    expect((await rig.ask('sites', {})).sites).toEqual([])
  })

  it('is refused where nobody owns it', async () => {
    expect(await set('*.co.uk', 'always')).toEqual({ is: 'refused', problem: 'public-suffix' })
    expect((await rig.ask('sites', {})).sites).toEqual([])
  })
})

describe('a private window', () => {
  it('ends its "off" with the tab, and writes nothing down', async () => {
    rig.browser.openTab(9, PAGE, true)
    const page = rig.page(9)
    page.show(image('a', IMAGE))
    await rig.badges(9, ([first]) => first?.state === 'found')
    await rig.ask('set-consent', {
      ...{ scope: 'site', host: 'cs.portfolio.example', mode: 'off', tabId: 9 },
    })
    await settled()

    expect((await rig.state(9)).badges).toEqual([])
    expect(said(page).at(-1)).toBe('rest')
    expect((await rig.ask('sites', {})).sites).toEqual([])
    expect((await rig.state(1)).consent.mode).toBe('click')
  })
})
