import { beforeEach, describe, expect, it } from 'vitest'
import { badgePng, base64 } from './test-badges'
import { image, settled, WorkerRig } from './worker-rig'

const PAGE = 'https://portfolio.example/me'
const IMAGE = 'https://cdn.example/badge.png'

let rig: WorkerRig

beforeEach(async () => {
  rig = new WorkerRig()
  rig.browser.openTab(1, PAGE)
  rig.browser.withheld.add('https://portfolio.example/*')
  rig.web.serveFile(IMAGE, badgePng({ name: 'Go', verdict: 'authentic' }))
  await rig.start()
})

const scripts = () => rig.browser.injected.filter(({ files }) => files !== undefined)

function rightClick(tabId = 1, { srcUrl = IMAGE, frameId = 0 } = {}) {
  rig.browser.worker?.api.contextMenus.onClicked.emit(
    { menuItemId: 'verify-badge', editable: false, srcUrl, frameId },
    rig.browser.tabs.get(tabId),
  )
}

function answerLater() {
  let end: () => void = () => undefined
  const promise = new Promise<void>((resolve) => (end = resolve))
  return {
    promise,
    end: () => {
      end()
    },
  }
}

describe('a site that the browser withholds', () => {
  it('is told from one that has no badges, and from one that no extension may see', async () => {
    rig.browser.openTab(2, 'https://open.example/')
    rig.browser.openTab(3, 'chrome://settings/')

    expect(await rig.state(1)).toMatchObject({
      ...{ access: 'withheld', permission: 'https://portfolio.example/*' },
    })
    expect(await rig.state(2)).toMatchObject({ access: 'ok' })
    expect((await rig.state(2)).permission).toBeUndefined()
    expect(await rig.state(3)).toMatchObject({ access: 'unreachable' })
  })

  it('is told from a page of which the browser does not tell us the address', async () => {
    rig.browser.openTab(2, 'http://old.example/')
    rig.browser.untold.add(2)
    expect(await rig.state(2)).toMatchObject({ access: 'untold', host: '' })
  })

  it('is asked for as it is addressed', async () => {
    rig.browser.openTab(2, 'http://old.example:8080/')
    rig.browser.withheld.add('http://old.example/*')
    expect((await rig.state(2)).permission).toBe('http://old.example/*')
  })

  it('is looked at once where the popup was opened', async () => {
    expect(await rig.ask('enter-page', { tabId: 1 })).toBe(true)
    expect(scripts()).toEqual([{ target: { tabId: 1, allFrames: true }, files: ['content.js'] }])
    expect((await rig.state(1)).access).toBe('once')
    rig.page(1).show(image('a', IMAGE))

    await rig.badges(1, (badges) => badges.length === 1)
    expect((await rig.state(1)).access).toBe('once')
  })

  it('is said to have been looked at, though nothing was found', async () => {
    await rig.ask('enter-page', { tabId: 1 })
    await settled()
    expect(rig.browser.broadcasts).toContainEqual({ type: 'page-changed', tabId: 1 })
  })

  it('is looked at again only after another click', async () => {
    await rig.ask('enter-page', { tabId: 1 })
    const tab = rig.browser.tabs.get(1)!
    rig.browser.tabs.set(1, { ...tab, url: 'https://portfolio.example/next' })

    expect((await rig.state(1)).access).toBe('withheld')
  })

  it('is withheld again once what it showed has gone, as when it is loaded anew', async () => {
    await rig.ask('enter-page', { tabId: 1 })
    const page = rig.page(1)
    page.show(image('a', IMAGE))
    await rig.badges(1, (badges) => badges.length === 1)
    page.port.disconnect()
    await settled()

    expect((await rig.state(1)).access).toBe('withheld')
  })

  it('is withheld again where the browser no longer lets us in', async () => {
    await rig.ask('enter-page', { tabId: 1 })
    rig.browser.shut.add(1)
    expect(await rig.ask('enter-page', { tabId: 1 })).toBe(false)

    expect((await rig.state(1)).access).toBe('withheld')
  })

  it('stays withheld where the browser lets nobody in', async () => {
    rig.browser.shut.add(1)
    expect(await rig.ask('enter-page', { tabId: 1 })).toBe(false)
    expect((await rig.state(1)).access).toBe('withheld')
  })

  it('stays withheld where the browser lets us into a frame of another site alone', async () => {
    rig.browser.shutAtTop.add(1)
    expect(await rig.ask('enter-page', { tabId: 1 })).toBe(false)
    expect((await rig.state(1)).access).toBe('withheld')
  })

  it('is entered by a right-click, too, but not where the script runs anyway', async () => {
    rig.browser.openTab(2, 'https://open.example/')
    rightClick(2)
    await settled()
    expect(scripts()).toEqual([])
    rightClick(1)
    await settled()

    expect(scripts()).toHaveLength(1)
    expect((await rig.state(1)).access).toBe('once')
  })

  it('is entered by a right-click once more: it may have been loaded anew', async () => {
    rightClick(1)
    await settled()
    rightClick(1)
    await settled()

    expect(scripts()).toHaveLength(2)
  })

  it('is not entered where it is off: the click was for one image', async () => {
    await rig.ask('set-site', { site: 'portfolio.example', mode: 'off' })
    rightClick()
    await settled()

    expect(await rig.ask('enter-page', { tabId: 1 })).toBe(false)
    expect(scripts()).toEqual([])
    expect(await rig.badges(1, (badges) => badges.length === 1)).toMatchObject([{ isBadge: true }])
  })

  it('is no longer called so once the user allows it', async () => {
    rig.browser.withheld.clear()
    expect(await rig.ask('enter-page', { tabId: 1 })).toBe(true)
    expect((await rig.state(1)).access).toBe('ok')
  })

  it('is not entered for a tab that is gone', async () => {
    expect(await rig.ask('enter-page', { tabId: 404 })).toBe(false)
    expect(scripts()).toEqual([])
  })
})

describe('an image on a withheld site that was right-clicked', () => {
  const bytes = base64(badgePng({ name: 'Go', verdict: 'authentic' }))
  const shown = { ...image('a', IMAGE), bytes, complete: true }
  const advert = () => rig.page(1, { frameId: 7, url: 'https://advert.example/' })
  /** With checks of others, whose hosts are silent until `end`. */
  const fillQueue = () => {
    const slow = Array.from({ length: 16 }, (_, index) => `https://slow-${index}.example/a.png`)
    const { promise, end } = answerLater()
    for (const srcUrl of slow) {
      rig.web.serve(srcUrl, () => promise.then(() => new Response('no image')))
      rightClick(1, { srcUrl })
    }
    return { slow, end }
  }
  const asksForHost = () => rig.badges(1, ([badge]) => badge?.state === 'permission-needed')

  beforeEach(() => {
    rig.browser.withheld.add('https://cdn.example/*')
  })

  it('is verified once its page says what it shows, without another permission', async () => {
    rightClick()
    await asksForHost()
    const page = rig.page(1)
    page.show(shown)

    const badges = await rig.badges(1, ([badge]) => badge?.state === 'done')
    expect(badges).toMatchObject([{ name: 'Go', verdict: 'authentic' }])
    expect(badges[0]).not.toHaveProperty('permission')
    expect(page.marks.get('a')?.look).toBe('authentic')
    expect(rig.web.log).toEqual([])
  })

  it('is verified so where the page is quicker than the check, which waits for others', async () => {
    const { slow, end } = fillQueue()
    rightClick()
    await rig.badges(1, (all) => all.length === slow.length + 1)
    rig.page(1).show(shown)
    await settled()
    end()

    const badges = await rig.badges(1, (all) => all.every(({ state }) => state === 'done'))
    expect(badges).toHaveLength(slow.length + 1)
    expect(badges.at(-1)).toMatchObject({ name: 'Go', verdict: 'authentic' })
  })

  it('is verified so where it is a page of its own', async () => {
    rightClick()
    await asksForHost()
    const page = rig.page(1)
    page.show({ ...shown, kind: 'page' })
    const [verified] = await rig.badges(1, ([badge]) => badge?.verdict === 'authentic')
    page.showAll({ ...shown, kind: 'page' })
    await settled()

    expect((await rig.state(1)).badges).toMatchObject([{ id: verified?.id }])
  })

  it('is verified so where it lies at an address that only pages may ask', async () => {
    const srcUrl = 'http://portfolio.example/badge.png'
    rightClick(1, { srcUrl })
    await rig.badges(1, ([badge]) => badge?.state === 'done')
    rig.page(1).show({ ...shown, url: srcUrl })

    const badges = await rig.badges(1, ([badge]) => badge?.verdict === 'authentic')
    expect(badges).toHaveLength(1)
  })

  it('stays called off where the user has called it off, until the next click', async () => {
    const { slow, end } = fillQueue()
    rightClick()
    await rig.badges(1, (all) => all.length === slow.length + 1)
    await rig.ask('cancel', { tabId: 1 })
    end()
    rig.page(1).show(shown)
    await settled()
    expect((await rig.state(1)).badges.at(-1)).toMatchObject({ state: 'found' })
    rightClick()

    const badges = await rig.badges(1, (all) => all.at(-1)?.state === 'done')
    expect(badges.at(-1)).toMatchObject({ name: 'Go', verdict: 'authentic' })
  })

  it.each([
    ['without being able to read it', image('b', IMAGE)],
    ['as the page does', { ...shown, key: 'b' }],
  ])('is answered by the page even where another frame shows it %s', async (_, item) => {
    rightClick()
    await asksForHost()
    const { focus } = await rig.state(1)
    advert().show(item)
    await settled()
    rig.page(1).show(shown)

    const badges = await rig.badges(1, ([badge]) => badge?.state === 'done')
    expect(badges[0]).toMatchObject({ id: focus, verdict: 'authentic' })
  })

  it('keeps what was found out while its host could be asked', async () => {
    rig.browser.withheld.delete('https://cdn.example/*')
    rightClick()
    const [first] = await rig.badges(1, ([badge]) => badge?.state === 'done')
    rig.browser.withheld.add('https://cdn.example/*')
    rig.page(1).show({ ...shown, bytes: base64(badgePng({ name: 'Other', verdict: 'trusted' })) })

    const badges = await rig.badges(1, (all) => all.length === 2)
    expect(badges[0]).toEqual(first)
  })

  it('is not what another frame says of that address', async () => {
    rightClick()
    await asksForHost()
    advert().show(shown)

    const badges = await rig.badges(1, (all) => all.length === 2)
    expect(badges[0]).toMatchObject({ state: 'permission-needed', isBadge: false })
  })

  it('is not what another frame says where it was clicked there first', async () => {
    const page = rig.page(1)
    rightClick(1, { frameId: 7 })
    await asksForHost()
    rightClick()
    await settled()
    page.show(image('a', IMAGE))
    advert().show(shown)
    await settled()

    const { focus, badges } = await rig.state(1)
    expect(badges.find(({ id }) => id === focus)).toMatchObject({ state: 'permission-needed' })
    expect(page.marks.get('a')?.look).not.toBe('authentic')
  })

  it('is not what the page around says where it was clicked in a frame', async () => {
    rightClick()
    await asksForHost()
    rightClick(1, { frameId: 7 })
    await rig.badges(1, (all) => all.length === 2)
    rig.page(1).show(shown)

    const badges = await rig.badges(1, ([first]) => first?.verdict === 'authentic')
    expect(badges[1]).toMatchObject({ state: 'permission-needed' })
  })

  it('waits on where the page cannot read it either, and is the one of the page', async () => {
    rightClick()
    await asksForHost()
    rig.page(1).show(image('a', IMAGE))
    await settled()

    const badges = await rig.badges(1, (all) => all.length === 1)
    expect(badges).toMatchObject([{ state: 'permission-needed' }])
  })
})
