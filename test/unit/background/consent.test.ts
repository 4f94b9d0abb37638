import { beforeEach, describe, expect, it } from 'vitest'
import type { ConsentMode } from '../../../src/platform/consent-shapes'
import { badgePng, plainPng } from './test-badges'
import { image, settled, WorkerRig } from './worker-rig'

const PAGE = 'https://portfolio.example/me'
const IMAGE = 'https://cdn.example/badge.png'
const ASSERTION = 'https://issuer.example/assertion'
const STATUS = 'https://status.example/list'

let rig: WorkerRig

beforeEach(async () => {
  rig = new WorkerRig()
  rig.browser.openTab(1, PAGE)
  rig.web.serveFile(
    IMAGE,
    badgePng({ name: 'Go', asks: [ASSERTION, STATUS], verdict: 'authentic' }),
  )
  rig.web.serve(ASSERTION, () => new Response('{}'))
  rig.web.serve(STATUS, () => new Response('{}'))
  await rig.start()
})

describe('before consent', () => {
  it('asks nobody but the image itself, and names the hosts it would ask', async () => {
    const page = rig.page(1)
    page.show(image('a', IMAGE))

    const [badge] = await rig.badges(1, ([first]) => first?.state === 'found')
    await settled()

    expect(badge).toMatchObject({ name: 'Go', hosts: ['issuer.example', 'status.example'] })
    expect(page.marks.get('a')).toEqual({
      key: 'a',
      look: 'found',
      label: expect.stringContaining('issuer.example') as string,
    })
    expect(new Set(rig.web.log)).toEqual(new Set([IMAGE]))
  })

  it('sends neither cookies nor a referrer with the image', async () => {
    rig.page(1).show(image('a', IMAGE))
    await rig.badges(1, ([first]) => first?.state === 'found')

    for (const { init } of rig.web.requests) {
      expect(init).toMatchObject({ credentials: 'omit', referrerPolicy: 'no-referrer' })
    }
  })

  it('decides at once what the bytes alone decide', async () => {
    rig.web.serveFile(
      IMAGE,
      badgePng({ name: 'Forged', asks: [ASSERTION], offline: 'invalid', verdict: 'authentic' }),
    )
    rig.page(1).show(image('a', IMAGE))

    const [badge] = await rig.badges(1, ([first]) => first?.state === 'done')

    expect(badge?.verdict).toBe('invalid')
    expect(rig.web.log).toEqual([IMAGE])
  })

  it('lists a link without following or marking it', async () => {
    const page = rig.page(1)
    page.show({ key: 'l', kind: 'link', url: 'https://issuer.example/badge.json' })

    const [badge] = await rig.badges(1, (badges) => badges.length === 1)
    await settled()

    expect(badge).toMatchObject({ kind: 'link', state: 'found', hosts: ['issuer.example'] })
    expect(page.marks.size).toBe(0)
    expect(rig.web.log).toEqual([])
    expect(rig.browser.toolbar.get(1)?.text).toBe('')
  })

  it('says nothing of an image that is no badge, and does not read it again', async () => {
    rig.web.serveFile(IMAGE, plainPng())
    const page = rig.page(1)
    page.show(image('a', IMAGE))
    await settled()
    page.showAll(image('a', IMAGE))
    await settled()

    expect((await rig.state(1)).badges).toEqual([])
    expect(page.marks.size).toBe(0)
    expect(rig.web.log).toEqual([IMAGE])
  })

  it.each([
    'http://cdn.example/badge.png',
    'https://192.168.0.1/badge.png',
    'https://router.local/badge.png',
    'https://cdn.example:8443/badge.png',
    'https://user:secret@cdn.example/badge.png',
  ])('does not read %s', async (url) => {
    rig.web.serveFile(url, badgePng({ name: 'Go' }))
    rig.page(1).show(image('a', url))
    await settled()

    expect(rig.web.log).toEqual([])
  })
})

describe('consent by click', () => {
  it('covers the chain of that badge and of no other', async () => {
    const other = 'https://cdn.example/other.png'
    rig.web.serveFile(other, badgePng({ name: 'Other', asks: ['https://other.example/a'] }))
    const page = rig.page(1)
    page.show(image('a', IMAGE), image('b', other))
    await rig.badges(1, ([a, b]) => a?.state === 'found' && b?.state === 'found')
    page.say({ type: 'activate', key: 'a' })

    await rig.badges(1, ([first]) => first?.state === 'done')
    await settled()

    expect(page.marks.get('a')?.look).toBe('authentic')
    expect(page.marks.get('b')?.look).toBe('found')
    expect(rig.web.log).toContain(ASSERTION)
    expect(rig.web.log).toContain(STATUS)
    expect(rig.web.log).not.toContain('https://other.example/a')
  })

  it('shows each host while it is asked', async () => {
    let answer: (response: Response) => void = () => undefined
    rig.web.serve(STATUS, () => new Promise((resolve) => (answer = resolve)))
    rig.page(1).show(image('a', IMAGE))
    await rig.badges(1, ([first]) => first?.state === 'found')
    await rig.ask('verify', { tabId: 1, ids: 'all' })

    const [badge] = await rig.badges(1, ([first]) => first?.hosts.length === 2)
    expect(badge).toMatchObject({ state: 'checking', hosts: ['issuer.example', 'status.example'] })
    answer(new Response('{}'))
    await rig.badges(1, ([first]) => first?.state === 'done')
  })

  it('is given to the badges that were in sight, and to none that came since', async () => {
    const page = rig.page(1)
    page.show(image('a', IMAGE))
    const [seen] = await rig.badges(1, ([first]) => first?.state === 'found')
    await rig.ask('verify', { tabId: 1, ids: 'all', of: [] })
    await settled()
    expect(rig.web.log).not.toContain(STATUS)
    await rig.ask('verify', { tabId: 1, ids: 'all', of: [seen!.id] })
    await rig.badges(1, ([first]) => first?.state === 'done')
    expect(rig.web.log).toContain(STATUS)
  })

  it('follows a link, and marks it once it was found to lead to a badge', async () => {
    const link = 'https://issuer.example/badge.json'
    rig.web.serve(
      link,
      () => new Response(JSON.stringify({ name: 'Linked', verdict: 'authentic' })),
    )
    const page = rig.page(1)
    page.show({ key: 'l', kind: 'link', url: link })
    await rig.badges(1, (badges) => badges.length === 1)
    await rig.ask('verify', { tabId: 1, ids: 'all' })

    await rig.badges(1, ([first]) => first?.state === 'done')
    await settled()
    expect(page.marks.get('l')?.look).toBe('authentic')
  })

  it('is not given by a click on what has no mark', async () => {
    const page = rig.page(1)
    page.show({ key: 'l', kind: 'link', url: 'https://issuer.example/badge.json' })
    await rig.badges(1, (badges) => badges.length === 1)
    page.say({ type: 'activate', key: 'l' })
    await settled()

    expect(rig.web.log).toEqual([])
  })

  it('lets no redirect lead to a host that was not asked about', async () => {
    rig.web.serve(ASSERTION, () => {
      // The browser follows redirects by itself; the rule stands in its way.
      return rig.browser.lets('https://tracker.example/') ? new Response('{}') : Response.error()
    })
    const page = rig.page(1)
    page.show(image('a', IMAGE))
    await rig.badges(1, ([first]) => first?.state === 'found')
    page.say({ type: 'activate', key: 'a' })

    await rig.badges(1, ([first]) => first?.verdict === 'unverifiable' && first.state === 'done')
  })
})

describe('consent by choice', () => {
  it('verifies on sight where the user chose that for this very host', async () => {
    await rig.ask('set-consent', {
      ...{ scope: 'site', host: 'portfolio.example', mode: 'always' },
      tabId: 1,
    })
    rig.browser.openTab(2, 'https://sub.portfolio.example/me')
    rig.page(1).show(image('a', IMAGE))
    rig.page(2).show(image('a', IMAGE.replace('badge', 'other')))
    rig.web.serveFile(IMAGE.replace('badge', 'other'), badgePng({ name: 'B', asks: [ASSERTION] }))

    await rig.badges(1, ([first]) => first?.state === 'done')
    await rig.badges(2, ([first]) => first?.state === 'found')
    expect((await rig.state(1)).consent).toEqual({
      mode: 'always',
      settledBy: { is: 'user', site: 'portfolio.example' },
      everywhere: 'click',
      isFixed: false,
    })
  })

  it('verifies what already waits, in every tab it concerns', async () => {
    rig.page(1).show(image('a', IMAGE))
    await rig.badges(1, ([first]) => first?.state === 'found')
    await rig.ask('set-consent', { scope: 'everywhere', host: '', mode: 'always' })

    await rig.badges(1, ([first]) => first?.state === 'done')
  })

  it('outlives the worker, and lies where content scripts cannot write', async () => {
    await rig.ask('set-consent', {
      ...{ scope: 'site', host: 'portfolio.example', mode: 'always' },
      tabId: 1,
    })
    await rig.restart()

    const { mode } = await rig.ask('consent', { host: 'portfolio.example' })
    expect(mode).toBe('always')
    expect(rig.browser.journal).not.toContain('local')
  })

  it('lets a site be asked about although all others are verified on sight', async () => {
    await rig.ask('set-consent', { scope: 'everywhere', host: '', mode: 'always' })
    await rig.ask('set-consent', {
      ...{ scope: 'site', host: 'portfolio.example', mode: 'click' },
      tabId: 1,
    })
    rig.page(1).show(image('a', IMAGE))

    await rig.badges(1, ([first]) => first?.state === 'found')
    await settled()
    expect(rig.web.log).not.toContain(ASSERTION)
  })
})

describe('a window that a page has opened without an address of its own', () => {
  const opened = (origin = 'https://portfolio.example') => {
    const tab = rig.browser.openTab(2, 'about:blank')
    const sender = { tab, url: 'about:blank', origin }
    return {
      top: () => rig.page(2, { sender }),
      frame: () =>
        rig.page(2, {
          frameId: 7,
          documentId: 'frame',
          url: 'https://embed.example/',
          sender: { tab },
        }),
    }
  }
  const choose = async (mode: ConsentMode, everywhere: ConsentMode) => {
    await rig.ask('set-site', { site: 'portfolio.example', mode })
    await rig.ask('set-consent', { scope: 'everywhere', host: '', mode: everywhere })
  }

  it('is verified on sight no more than the page', async () => {
    await choose('click', 'always')
    opened().top().show(image('a', IMAGE))
    await rig.badges(2, ([first]) => first?.state === 'found')
    await settled()

    expect(rig.web.log).not.toContain(ASSERTION)
    expect(await rig.state(2)).toMatchObject({
      ...{ host: 'portfolio.example', access: 'ok', consent: { mode: 'click' } },
    })
  })

  it('is verified on sight where the page is', async () => {
    await choose('always', 'click')
    opened().top().show(image('a', IMAGE))

    await rig.badges(2, ([first]) => first?.state === 'done')
  })

  it('is left alone where the page is', async () => {
    await choose('off', 'always')
    const page = opened().top()
    page.show(image('a', IMAGE))
    await settled()

    expect(page.received.map(({ type }) => type)).toEqual(['rest'])
    expect((await rig.state(2)).badges).toEqual([])
  })

  it('stays the page’s where a frame in it speaks', async () => {
    await choose('click', 'always')
    const { top, frame } = opened()
    top().show(image('a', IMAGE))
    await rig.badges(2, ([first]) => first?.state === 'found')
    frame().show({ key: 'b', kind: 'link', url: 'https://issuer.example/badge.json' })
    const badges = await rig.badges(2, (all) => all.length === 2)

    expect(badges.map(({ state }) => state)).toEqual(['found', 'found'])
  })

  it('keeps its badges where the page wrote it, and so gave its own address to its script', async () => {
    const { top, frame } = opened()
    const url = 'https://portfolio.example/me'
    const page = top()
    page.say({ type: 'candidates', url, items: [image('a', IMAGE)] })
    await rig.badges(2, ([first]) => first?.state === 'found')
    frame().show({ key: 'b', kind: 'link', url: 'https://issuer.example/badge.json' })
    await rig.badges(2, (all) => all.length === 2)

    expect(page.marks.size).toBe(1)
    expect((await rig.state(2)).host).toBe('portfolio.example')
  })

  it('is verified on a click alone where nobody says whose it is', async () => {
    await choose('click', 'always')
    opened().frame().show(image('a', IMAGE))
    await rig.badges(2, ([first]) => first?.state === 'found')
    await settled()

    expect(rig.web.log).not.toContain(ASSERTION)
  })
})
