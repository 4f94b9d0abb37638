import { beforeEach, describe, expect, it } from 'vitest'
import { badgePng } from './test-badges'
import { image, settled, WorkerRig } from './worker-rig'

const PAGE = 'https://portfolio.example/me'
const NEXT = 'https://next.example/'
const IMAGE = 'https://cdn.example/badge.png'
const FRAMED = 'https://cdn.example/framed.png'
const ASSERTION = 'https://issuer.example/assertion'
const GO = { name: 'Go', asks: [ASSERTION], verdict: 'authentic' as const }

let rig: WorkerRig

beforeEach(async () => {
  rig = new WorkerRig()
  rig.browser.openTab(1, PAGE)
  rig.web.serveFile(IMAGE, badgePng(GO))
  rig.web.serveFile(FRAMED, badgePng({ ...GO, name: 'Framed' }))
  rig.web.serve(ASSERTION, () => new Response('{}'))
  await rig.start()
})

const navigate = (url: string) => {
  const tab = rig.browser.tabs.get(1)
  if (tab) rig.browser.tabs.set(1, { ...tab, url })
  // As the browser does it.
  rig.browser.toolbar.delete(1)
}

const rightClick = (srcUrl: string, tab: object | undefined = rig.browser.tabs.get(1)) => {
  rig.browser.worker?.api.contextMenus.onClicked.emit(
    { menuItemId: 'verify-badge', srcUrl, frameId: 0 },
    tab,
  )
}

const frameOf = (url: string) => rig.page(1, { frameId: 7, documentId: 'frame', url })

const done = () => rig.badges(1, ([first]) => first?.state === 'done')

describe('a document on which no script of ours spoke', () => {
  it('takes its badges along when the tab goes on', async () => {
    rightClick(IMAGE)
    await done()
    navigate(NEXT)

    expect(await rig.state(1)).toMatchObject({ host: 'next.example', badges: [] })
    expect((await rig.state(1)).focus).toBeUndefined()
  })

  it('does so, too, where only a frame of it spoke', async () => {
    const frame = frameOf('https://embed.example/')
    frame.show(image('a', FRAMED))
    await rig.badges(1, ([first]) => first?.name === 'Framed')
    navigate(NEXT)

    expect(await rig.state(1)).toMatchObject({ host: 'next.example', badges: [] })
  })

  it('keeps them where only a frame of it spoke and it gives itself another address', async () => {
    const frame = frameOf('https://embed.example/')
    frame.show(image('a', FRAMED))
    await rig.badges(1, ([first]) => first?.name === 'Framed')
    navigate(`${PAGE}?tab=2`)
    rig
      .page(1, { frameId: 8, documentId: 'second', url: 'https://embed.example/2' })
      .show(image('b', IMAGE))
    const badges = await rig.badges(1, (all) => all.length === 2)
    await settled()

    expect(badges.map(({ name }) => name)).toEqual(['Framed', 'Go'])
    expect(rig.browser.toolbar.get(1)?.text).toBe('2')
    expect(frame.marks.size).toBe(1)
    rig.page(1).show(image('c', `${IMAGE}?own`))
    await settled()
    const state = await rig.state(1)
    expect(state.badges.map(({ name }) => name)).toContain('Framed')
    expect(state.host).toBe('portfolio.example')
  })

  it('takes them along where another of its site follows, and its frames are gone', async () => {
    const frame = frameOf('https://embed.example/')
    frame.show(image('a', FRAMED))
    await rig.badges(1, ([first]) => first?.name === 'Framed')
    rightClick(IMAGE)
    await rig.badges(1, (all) => all.at(-1)?.state === 'done')
    frame.port.disconnect()
    await settled()
    navigate(`${PAGE}/other`)
    frameOf('https://embed.example/2').show(image('b', FRAMED))

    const badges = await rig.badges(1, (all) => all.length > 0)
    expect(badges.map(({ name }) => name)).toEqual(['Framed'])
  })

  it('leaves the toolbar to the next, though its check ends only then', async () => {
    let answer: () => void = () => undefined
    rig.web.serve(ASSERTION, () => {
      return new Promise((resolve) => {
        answer = () => {
          resolve(new Response('{}'))
        }
      })
    })
    rightClick(IMAGE)
    await rig.badges(1, ([first]) => first?.hosts.includes('issuer.example') === true)
    navigate(NEXT)
    answer()
    await settled()

    expect(rig.browser.toolbar.get(1)?.text ?? '').toBe('')
  })
})

describe('a document that closes its line', () => {
  it('takes along what was asked about in it, and leaves the toolbar empty', async () => {
    const page = rig.page(1)
    page.show(image('a', FRAMED))
    await rig.badges(1, ([first]) => first?.name === 'Framed')
    rightClick(IMAGE)
    await rig.badges(1, (all) => all.some(({ state }) => state === 'done'))
    rig.browser.documents.set(1, 'another')
    navigate(NEXT)
    page.port.disconnect()
    await settled()

    expect((await rig.state(1)).badges).toEqual([])
    expect(rig.browser.toolbar.get(1)?.text ?? '').toBe('')
    const stored = rig.browser.session.get('tab:1') as { entries: unknown[] }
    expect(stored.entries).toEqual([])
  })
})

describe('a frame that connects before the top document', () => {
  const killedInACheck = async () => {
    rig.web.serve(ASSERTION, () => new Promise(() => undefined))
    const page = rig.page(1)
    page.show(image('a', IMAGE))
    await rig.badges(1, ([first]) => first?.state === 'found')
    await rig.ask('verify', { tabId: 1, ids: 'all' })
    await rig.badges(1, ([first]) => first?.hosts.includes('issuer.example') === true)
    rig.browser.killWorker()
    rig.web.serve(ASSERTION, () => new Response('{}'))
  }

  it('ends no check of a document that gave itself another address', async () => {
    await killedInACheck()
    rig.browser.documents.set(1, 'document 1')
    navigate(`${PAGE}?tab=2`)
    await rig.start()
    frameOf('https://embed.example/').showAll(image('b', FRAMED))

    const badges = await rig.badges(1, (all) => all.length === 2 && all[0]?.state === 'done')
    expect(badges[0]).toMatchObject({ name: 'Go', verdict: 'authentic' })
  })

  it.each([NEXT, PAGE])('ends what an earlier document left, at %s', async (url) => {
    await killedInACheck()
    rig.browser.documents.set(1, 'another')
    navigate(url)
    await rig.start()
    frameOf('https://embed.example/').showAll(image('b', FRAMED))
    await settled()
    rig.page(1, { documentId: 'another' }).showAll()

    const [badge] = await rig.badges(1, (all) => all.length === 1)
    expect(badge?.name).toBe('Framed')
  })
})

describe('a prerendered document', () => {
  it('is not heard, since the tab shows another', async () => {
    rig.page(1).show(image('a', IMAGE))
    await rig.badges(1, ([first]) => first?.state === 'found')
    const sender = { documentLifecycle: 'prerender', url: NEXT }
    const hidden = rig.page(1, { frameId: 3, documentId: 'hidden', sender })
    await settled()

    expect(hidden.port.closed).toBe(true)
    expect((await rig.state(1)).badges).toHaveLength(1)
  })
})

describe('a document whose address the browser does not tell', () => {
  const CV = 'file:///home/ada/cv.html'
  /** As after a page of a site that it lets us into. */
  const goThere = async () => {
    const page = rig.page(1)
    page.show(image('a', IMAGE))
    await rig.badges(1, ([first]) => first?.name === 'Go' && first.state !== 'checking')
    rig.browser.untold.add(1)
    rig.browser.shut.add(1)
    navigate(CV)
    page.port.disconnect()
    await settled()
    rig.web.log.length = 0
  }
  const untoldTab = () => ({ ...rig.browser.tabs.get(1), url: undefined })
  const untoldFrame = () =>
    rig.page(1, {
      ...{ frameId: 7, documentId: 'frame', url: 'https://embed.example/' },
      sender: { tab: untoldTab() },
    })
  const showFramed = async () => {
    untoldFrame().show(image('b', FRAMED))
    await settled()
  }

  it('has nobody asked by the mode of the site before', async () => {
    await rig.ask('set-site', { site: 'portfolio.example', mode: 'always' })
    await goThere()
    await showFramed()

    expect(rig.web.log).toEqual([FRAMED])
    expect((await rig.state(1)).badges).toMatchObject([{ name: 'Framed', state: 'found' }])
  })

  it('has nobody asked where that is the mode of sites that nothing names: something may name it', async () => {
    await rig.ask('set-consent', { scope: 'everywhere', host: '', mode: 'always' })
    await goThere()
    await showFramed()

    expect(rig.web.log).toEqual([FRAMED])
    expect((await rig.state(1)).badges).toMatchObject([{ name: 'Framed', state: 'found' }])
  })

  it('has its badges listed also once a click lets the browser tell it', async () => {
    await goThere()
    await showFramed()
    rig.browser.untold.delete(1)

    expect((await rig.state(1)).badges).toMatchObject([{ name: 'Framed' }])
    rightClick(IMAGE)
    const badges = await rig.badges(1, (all) => all.at(-1)?.state === 'done')
    expect(badges).toMatchObject([{ name: 'Framed' }, { name: 'Go' }])
  })

  it('has its badges counted where only its frames were told it', async () => {
    rig.browser.untold.add(1)
    navigate('http://old.example/cv')
    const frame = frameOf('https://embed.example/')
    frame.show(image('a', FRAMED))
    await settled()

    expect(rig.browser.toolbar.get(1)?.text).toBe('1')
    expect((await rig.state(1)).badges).toMatchObject([{ name: 'Framed' }])
    navigate('http://next.example/')
    frame.port.disconnect()
    await settled()
    expect((await rig.state(1)).badges).toEqual([])
  })

  describe('after the worker was stopped, a frame being quicker than the page', () => {
    const verifiedThere = async () => {
      navigate('http://old.example/cv')
      rig.browser.untold.add(1)
      rig.browser.shut.add(1)
      rig.page(1).show(image('a', IMAGE))
      await rig.badges(1, ([first]) => first?.state === 'found')
      await rig.ask('verify', { tabId: 1, ids: 'all' })
      await done()
    }

    it('keeps its verdicts', async () => {
      await verifiedThere()
      await rig.restart()
      frameOf('https://embed.example/').show(image('b', FRAMED))
      await settled()
      rig.page(1).showAll(image('a', IMAGE))
      const badges = await rig.badges(1, (all) => all.length === 2)

      expect(badges).toMatchObject([
        { name: 'Go', state: 'done' },
        { name: 'Framed', state: 'found' },
      ])
    })

    it('has none of another page of its site', async () => {
      await verifiedThere()
      await rig.restart()
      navigate('http://old.example/next')
      frameOf('https://embed.example/').show(image('b', FRAMED))
      await settled()

      expect((await rig.state(1)).badges).toMatchObject([{ name: 'Framed' }])
    })
  })

  it('is not taken for that of another site, whose frames have not gone yet', async () => {
    rig.browser.untold.add(1)
    navigate('http://old.example/cv')
    frameOf('https://embed.example/').show(image('a', FRAMED))
    await rig.ask('set-site', { site: 'old.example', mode: 'always' })
    rig.web.log.length = 0
    navigate('http://next.example/')
    rig.page(1, { frameId: 8, url: 'https://embed.example/' }).show(image('b', IMAGE))
    await settled()

    expect(rig.web.log).toEqual([IMAGE])
    expect((await rig.state(1)).badges).toMatchObject([{ name: 'Go', state: 'found' }])
  })

  it('has a right-click answered, of which the browser tells it only then', async () => {
    await goThere()
    rig.browser.untold.delete(1)
    rightClick(IMAGE, untoldTab())

    expect(await done()).toMatchObject([{ name: 'Go', verdict: 'authentic' }])
    navigate(NEXT)
    expect((await rig.state(1)).badges).toEqual([])
  })

  it('has a right-click answered where the browser never tells it', async () => {
    await goThere()
    rightClick(IMAGE, untoldTab())

    expect(await done()).toMatchObject([{ name: 'Go', verdict: 'authentic' }])
  })

  it('hands what was asked about in it on to no other', async () => {
    await goThere()
    rightClick(IMAGE, untoldTab())
    await done()
    rig.browser.untold.delete(1)
    rig.browser.shut.delete(1)
    navigate(NEXT)
    rig.page(1, { documentId: 'next' }).show(image('c', FRAMED))
    await settled()

    expect((await rig.state(1)).badges).toMatchObject([{ name: 'Framed' }])
    expect(rig.browser.toolbar.get(1)?.text).toBe('1')
  })
})
