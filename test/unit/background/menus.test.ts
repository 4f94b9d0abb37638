import { beforeEach, describe, expect, it } from 'vitest'
import { ranged } from './fake-web'
import { badgePng, base64, dataUrl, plainPng } from './test-badges'
import { image, settled, WorkerRig } from './worker-rig'
import { eventually } from '../eventually'

const IMAGE = 'https://cdn.example/badge.png'
const LINK = 'https://issuer.example/badge.json'
const ASSERTION = 'https://issuer.example/assertion'
const GO = { name: 'Go', asks: [ASSERTION], verdict: 'authentic' as const }

let rig: WorkerRig

beforeEach(async () => {
  rig = new WorkerRig()
  rig.browser.openTab(1, 'https://portfolio.example/me')
  rig.web.serveFile(IMAGE, badgePng(GO))
  rig.web.serve(ASSERTION, () => new Response('{}'))
  rig.web.serve(LINK, () => new Response(JSON.stringify({ name: 'Linked', verdict: 'authentic' })))
  await rig.start()
})

async function click(info: object) {
  rig.browser.worker?.api.contextMenus.onClicked.emit(
    { menuItemId: 'verify-badge', editable: false, ...info },
    rig.browser.tabs.get(1),
  )
  return rig.badges(1, (all) => all.length > 0 && all.every(({ state }) => state !== 'checking'))
}

describe('"Verify this badge"', () => {
  it('is offered on images and links, in any frame', async () => {
    rig.browser.worker?.api.runtime.onInstalled.emit({ reason: 'update' })
    await settled()

    expect(rig.browser.menus).toEqual([
      { id: 'verify-badge', title: 'menuVerify', contexts: ['image', 'link'] },
    ])
  })

  it('on an image is consent to ask for its chain, and shows the result', async () => {
    const [badge] = await click({ srcUrl: IMAGE })

    expect(badge).toMatchObject({ name: 'Go', state: 'done', verdict: 'authentic' })
    expect((await rig.state(1)).focus).toBe(badge?.id)
    expect(rig.browser.popups).toBe(1)
  })

  it('on a badge that the page shows concerns that one, and marks it', async () => {
    const page = rig.page(1)
    page.show(image('a', IMAGE))
    await rig.badges(1, ([first]) => first?.state === 'found')
    const badges = await click({ srcUrl: IMAGE })
    await settled()

    expect(badges).toHaveLength(1)
    expect(page.marks.get('a')?.look).toBe('authentic')
  })

  it('does not let another frame say what the image is', async () => {
    const planted = badgePng({ name: 'Planted', verdict: 'trusted' })
    rig.page(1, { frameId: 7, url: 'https://advert.example/' }).show({
      ...image('a', IMAGE),
      bytes: base64(planted),
      complete: true,
    })
    await rig.badges(1, ([first]) => first?.name === 'Planted')
    const badges = await click({ srcUrl: IMAGE, frameId: 0 })

    const { focus } = await rig.state(1)
    expect(badges.find(({ id }) => id === focus)).toMatchObject({ name: 'Go', state: 'done' })
  })

  it('concerns the award of the link around it, where one picture stands for several', async () => {
    const award = (id: string) => `https://www.credly.com/badges/8dbde4c2-0b3b-4a5e-9d27-${id}`
    const at = 'https://www.credly.com/api/v1/obi/v2/badge_assertions/8dbde4c2-0b3b-4a5e-9d27-'
    const genuine = 'a'.repeat(12)
    const forged = 'b'.repeat(12)
    rig.web.serveFile(IMAGE, plainPng())
    rig.web.serve(at + genuine, () => new Response('{"name":"Genuine","verdict":"authentic"}'))
    rig.web.serve(at + forged, () => new Response('{"name":"Forged","verdict":"invalid"}'))
    rig
      .page(1)
      .show(
        { ...image('a', IMAGE), href: award(genuine) },
        { ...image('b', IMAGE), href: award(forged) },
      )
    await rig.badges(1, (all) => all.length === 2)
    const asked = async (info: object) => {
      const badges = await click({ srcUrl: IMAGE, ...info })
      const { focus } = await rig.state(1)
      return badges.find(({ id }) => id === focus)
    }
    expect(await asked({ linkUrl: award(forged) })).toMatchObject({ verdict: 'invalid' })
    expect(await asked({ linkUrl: award(genuine) })).toMatchObject({ verdict: 'authentic' })
    // In no link it stands for nothing.
    expect(await asked({})).toMatchObject({ verdict: 'none' })
  })

  it('concerns the one award of a link that a script has made, which the browser does not name', async () => {
    const award = (digit: number) =>
      `https://www.credly.com/badges/8dbde4c2-0b3b-4a5e-9d27-aaaaaaaaaaa${digit}`
    const at = 'https://www.credly.com/api/v1/obi/v2/badge_assertions/8dbde4c2-0b3b-4a5e-9d27-'
    rig.web.serveFile(IMAGE, plainPng())
    rig.web.serve(
      `${at}aaaaaaaaaaa1`,
      () => new Response('{"name":"Genuine","verdict":"authentic"}'),
    )
    const page = rig.page(1)
    page.show({ ...image('a', IMAGE), href: award(1), scripted: true })
    await rig.badges(1, (all) => all.length === 1)
    expect(await click({ srcUrl: IMAGE, frameId: 7 })).toMatchObject([{}, { verdict: 'none' }])
    const [badge] = await click({ srcUrl: IMAGE })
    expect(badge).toMatchObject({ name: 'Genuine', verdict: 'authentic' })
    // Of two nobody knows which is meant.
    page.show({ ...image('b', IMAGE), href: award(2), scripted: true })
    const { length } = await click({ srcUrl: IMAGE })
    const { focus, badges } = await rig.state(1)
    expect(length).toBe(badges.length)
    expect(badges.find(({ id }) => id === focus)?.verdict).toBe('none')
  })

  it('on a picture inside the page does not concern the award of another one', async () => {
    const [linked, alone] = [dataUrl(plainPng()), dataUrl(plainPng(1))]
    const href = 'https://www.credly.com/badges/8dbde4c2-0b3b-4a5e-9d27-aaaaaaaaaaa1'
    rig.page(1).show({ ...image('a', linked), href, scripted: true })
    await rig.badges(1, (all) => all.length === 1)
    await click({ srcUrl: alone, frameId: 0 })
    await rig.badges(1, (all) => all[1]?.state === 'done')
    const { focus, badges } = await rig.state(1)

    expect(badges.find(({ id }) => id === focus)?.verdict).toBe('none')
    expect(badges).toHaveLength(2)
    expect(rig.web.log).toEqual([])
  })

  it('does not let another frame say where a link or an image leads', async () => {
    const planted = 'https://advert.example/badge.json'
    const about = 'https://school.example/about'
    rig.web.serveFile(IMAGE, plainPng())
    rig.web.serve(planted, () => new Response('{"name":"Planted","verdict":"trusted"}'))
    const links = [planted]
    rig
      .page(1, { frameId: 7, url: 'https://advert.example/' })
      .show(
        { ...image('a', IMAGE), href: about, links },
        { key: 'l', kind: 'link', url: about, links },
      )
    await settled()
    await click({ srcUrl: IMAGE, linkUrl: about, frameId: 0 })
    await click({ linkUrl: about, frameId: 0 })
    expect(rig.web.log).not.toContain(planted)
  })

  it('on a data URL in which the page’s own look found nothing comes to an end', async () => {
    const url = dataUrl(plainPng())
    rig.page(1).show(image('a', url))
    await settled()
    const [badge] = await click({ srcUrl: url })
    expect(badge).toMatchObject({ state: 'done', verdict: 'none' })
  })

  it('concerns the bytes that the same frame read itself', async () => {
    const own = badgePng({ name: 'Own', verdict: 'authentic' })
    const frame = rig.page(1, { frameId: 7, url: 'https://embed.example/' })
    frame.show({ ...image('a', IMAGE), bytes: base64(own), complete: true })
    await rig.badges(1, ([first]) => first?.name === 'Own')
    const badges = await click({ srcUrl: IMAGE, frameId: 7 })

    expect(badges).toEqual([expect.objectContaining({ name: 'Own', state: 'done' })])
  })

  it('is not answered by where a link in another frame led to', async () => {
    const srcUrl = 'https://cdn.example/plain.png'
    rig.web.serveFile(srcUrl, plainPng())
    const [linked] = await click({ srcUrl, linkUrl: LINK, frameId: 7 })
    expect(linked).toMatchObject({ name: 'Linked', verdict: 'authentic' })
    await click({ srcUrl, frameId: 0 })

    const { focus, badges } = await rig.state(1)
    expect(badges.find(({ id }) => id === focus)).toMatchObject({ verdict: 'none' })
  })

  describe('on a picture that the page has made of bytes', () => {
    const srcUrl = 'blob:https://portfolio.example/9f0-1'
    const bytes = base64(badgePng({ name: 'Made here', verdict: 'authentic' }))
    const said = { ...image('a', 'data:blob»9f0-1,'), bytes, complete: true }
    const asked = async () => {
      const { focus, badges } = await rig.state(1)
      return badges.find(({ id }) => id === focus)
    }

    it('concerns what the same frame has read of it', async () => {
      rig.page(1).show(said)
      await rig.badges(1, ([first]) => first?.name === 'Made here')

      expect(await click({ srcUrl, frameId: 0 })).toHaveLength(1)
      expect(await asked()).toMatchObject({ name: 'Made here', state: 'done' })
    })

    it('is answered once the page has read it', async () => {
      await click({ srcUrl, frameId: 0 })
      expect(await asked()).toMatchObject({ verdict: 'unverifiable' })
      rig.page(1).show(said)

      const badges = await rig.badges(1, ([first]) => first?.verdict === 'authentic')
      expect(badges).toMatchObject([{ name: 'Made here' }])
    })

    it('does not concern what another frame says, before or after', async () => {
      const advert = rig.page(1, { frameId: 7, url: 'https://advert.example/' })
      advert.show(said)
      await rig.badges(1, ([first]) => first?.name === 'Made here')
      await click({ srcUrl, frameId: 0 })
      expect(await asked()).toMatchObject({ verdict: 'unverifiable' })
      advert.showAll(said)
      await settled()

      expect(await asked()).toMatchObject({ verdict: 'unverifiable' })
    })

    it('does not concern a badge that the page dresses in its name', async () => {
      const bytes = Buffer.from(badgePng({ name: 'Somebody’s', verdict: 'authentic' }))
      const real = bytes.toString('hex').replace(/../g, '%$&')
      const dresses = ['data:blob»9f0-1', 'data:blob=9f0-1', 'data:image/png;blob=9f0-1']
      const written = dresses.map((dress) => new URL(`${dress},${real}`).href)
      rig.page(1).show(...written.map((url, index) => image(`d${index}`, url)))
      await rig.badges(1, (all) => all.length === 3)
      await click({ srcUrl, frameId: 0 })

      expect(await asked()).toMatchObject({ verdict: 'unverifiable' })
    })
  })

  it('while the badge is being looked at for the first time ends with the verdict', async () => {
    const waiting: (() => void)[] = []
    // What could not be checked is not kept for others, so that the first look would say `found`.
    rig.web.serve(ASSERTION, () => new Response('', { status: 500 }))
    rig.web.serve(IMAGE, ({ range }) => {
      if (range === null) return ranged(badgePng(GO), null)
      return new Promise((resolve) => {
        waiting.push(() => {
          resolve(ranged(badgePng(GO), range))
        })
      })
    })
    rig.page(1).show(image('a', IMAGE))
    await eventually(() => {
      expect(waiting).toHaveLength(1)
    })
    const [badge] = await click({ srcUrl: IMAGE })
    waiting[0]?.()
    await settled()

    expect(badge?.verdict).toBe('unverifiable')
    expect((await rig.state(1)).badges).toEqual([expect.objectContaining({ state: 'done' })])
  })

  it('on an image without badge data says so, without a mark', async () => {
    rig.web.serveFile(IMAGE, plainPng())
    const page = rig.page(1)
    page.show(image('a', IMAGE))
    await settled()
    const [badge] = await click({ srcUrl: IMAGE })
    await settled()

    expect(badge).toMatchObject({ state: 'done', verdict: 'none' })
    expect(page.marks.size).toBe(0)
    expect(rig.browser.toolbar.get(1)?.text).toBe('')
  })

  it('on a data URL needs no request', async () => {
    const [badge] = await click({
      srcUrl: dataUrl(badgePng({ name: 'Inline', verdict: 'trusted' })),
    })

    expect(badge).toMatchObject({ name: 'Inline', verdict: 'trusted' })
    expect(rig.web.log).toEqual([])
  })

  it('on an image that cannot be read says that it could not be checked', async () => {
    const [badge] = await click({ srcUrl: 'https://cdn.example/missing.png' })

    expect(badge).toMatchObject({ state: 'done', verdict: 'unverifiable' })
  })

  it('on an image that only the page has says so, and asks nobody', async () => {
    const [badge] = await click({ srcUrl: 'blob:https://portfolio.example/1' })

    expect(badge).toMatchObject({ state: 'done', verdict: 'unverifiable' })
    expect(rig.web.log).toEqual([])
  })

  it('on a link verifies what it leads to', async () => {
    const [badge] = await click({ linkUrl: LINK })

    expect(badge).toMatchObject({ kind: 'link', name: 'Linked', verdict: 'authentic' })
  })

  it.each([
    `https://www.linkedin.com/safety/go?url=${encodeURIComponent(LINK)}&trk=feed`,
    `https://www.google.com/url?q=${encodeURIComponent(LINK)}&sa=D`,
  ])('on a wrapped link asks where it leads, and not who wraps it: %s', async (linkUrl) => {
    const [badge] = await click({ linkUrl })

    expect(badge).toMatchObject({ name: 'Linked', verdict: 'authentic' })
    expect(rig.web.log).toEqual([LINK])
    expect(badge?.hosts).toEqual(['issuer.example'])
  })

  it('on a link that nobody wraps asks for it as it stands', async () => {
    const url = `${LINK}?trk_no=5&utm_x=1`
    rig.web.serve(url, () => new Response(JSON.stringify({ name: 'Fifth', verdict: 'authentic' })))
    const [badge] = await click({ linkUrl: url })

    expect(badge).toMatchObject({ name: 'Fifth', verdict: 'authentic' })
    expect(rig.web.log).toEqual([url])
  })

  it('on a link names every host that was asked, though nothing was found', async () => {
    const post = 'https://blog.example/post'
    const picture = 'https://tracker.example/x.png'
    const html = `<html><head><meta property="og:image" content="${picture}"></head></html>`
    const headers = { 'content-type': 'text/html' }
    rig.web.serve(post, () => new Response(html, { headers }))
    rig.web.serveFile(picture, plainPng())
    const [badge] = await click({ linkUrl: post })
    expect(rig.web.log).toContain(picture)
    expect(badge?.hosts).toEqual(['blog.example', 'tracker.example'])
  })

  it('on a linked image takes the image, if that is a badge', async () => {
    const [badge] = await click({ srcUrl: IMAGE, linkUrl: LINK })

    expect(badge?.name).toBe('Go')
    expect(rig.web.log).not.toContain(LINK)
  })

  it('on a linked image takes the link, if the image is no badge', async () => {
    rig.web.serveFile(IMAGE, plainPng())
    const [badge] = await click({ srcUrl: IMAGE, linkUrl: LINK })

    expect(badge).toMatchObject({ name: 'Linked', verdict: 'authentic' })
  })

  describe('on the same picture in another link', () => {
    const other = 'https://mallory.example/anything.json'

    beforeEach(() => {
      rig.web.serve(other, () => new Response('{"name":"Other","verdict":"invalid"}'))
    })

    const answers = async () => {
      const badges = await rig.badges(1, (all) => all.every(({ state }) => state === 'done'))
      const { focus } = await rig.state(1)
      return badges.map(({ id, name, verdict }) => [name, verdict, id === focus])
    }

    it.each([
      ['that can be read', () => new Response(Uint8Array.from(plainPng(1)))],
      ['that nobody but the page can read', () => new Response('', { status: 403 })],
    ])('%s, does not answer with what the first one led to', async (_, picture) => {
      rig.web.serve(IMAGE, picture)
      await click({ srcUrl: IMAGE, linkUrl: LINK })
      await click({ srcUrl: IMAGE, linkUrl: other })
      expect(await answers()).toEqual([
        ['Linked', 'authentic', false],
        ['Other', 'invalid', true],
      ])
      await click({ srcUrl: IMAGE, linkUrl: LINK })
      expect((await answers()).map(([, , isShown]) => isShown)).toEqual([true, false])
    })

    it('marks neither, since nobody knows which one it is', async () => {
      rig.web.serveFile(IMAGE, plainPng(1))
      const page = rig.page(1)
      page.show({ ...image('a', IMAGE), href: LINK }, { ...image('b', IMAGE), href: other })
      await settled()
      await click({ srcUrl: IMAGE, linkUrl: LINK })
      expect(await answers()).toEqual([['Linked', 'authentic', true]])
      expect(page.marks.size).toBe(0)
    })

    it('is answered by its own link after a check of the first one was called off', async () => {
      rig.web.serve(IMAGE, () => new Response('', { status: 403 }))
      const [badge] = await click({ srcUrl: IMAGE, linkUrl: LINK })
      rig.web.serve(IMAGE, () => new Promise(() => undefined))
      await rig.ask('verify-again', { tabId: 1, ids: [badge?.id ?? ''] })
      await settled()
      await rig.ask('cancel', { tabId: 1 })
      rig.web.serve(IMAGE, () => new Response('', { status: 403 }))
      await click({ srcUrl: IMAGE, linkUrl: other })
      expect((await answers()).map(([name]) => name)).toEqual(['Linked', 'Other'])
    })

    it('that is alone gets its mark', async () => {
      rig.web.serveFile(IMAGE, plainPng(1))
      const page = rig.page(1)
      page.show({ ...image('a', IMAGE), href: LINK })
      await settled()
      await click({ srcUrl: IMAGE, linkUrl: LINK })
      await eventually(() => {
        expect(page.marks.get('a')?.look).toBe('authentic')
      })
    })

    it('that could not be checked, asks the second one', async () => {
      rig.web.serveFile(IMAGE, plainPng(1))
      rig.web.serve(LINK, () => new Response('{"name":"Linked","verdict":"unverifiable"}'))
      await click({ srcUrl: IMAGE, linkUrl: LINK })
      await click({ srcUrl: IMAGE, linkUrl: other })
      expect((await answers()).map(([name]) => name)).toEqual(['Linked', 'Other'])
    })

    it('while the first one is asked, waits for its own answer', async () => {
      rig.web.serveFile(IMAGE, plainPng(1))
      let answer = (): void => undefined
      const asked = new Promise<Response>((resolve) => {
        answer = () => {
          resolve(new Response('{"name":"Linked","verdict":"authentic"}'))
        }
      })
      rig.web.serve(LINK, () => asked)
      const clicked = (linkUrl: string) =>
        rig.browser.worker?.api.contextMenus.onClicked.emit(
          { menuItemId: 'verify-badge', editable: false, srcUrl: IMAGE, linkUrl },
          rig.browser.tabs.get(1),
        )
      clicked(LINK)
      await eventually(() => {
        expect(rig.web.log).toContain(LINK)
      })
      clicked(other)
      await settled()
      answer()
      await rig.badges(1, (all) => all.length === 2)
      expect(await answers()).toEqual([
        ['Linked', 'authentic', false],
        ['Other', 'invalid', true],
      ])
    })
  })

  it('on a linked image still says that there is no badge, if the link leads to none either', async () => {
    rig.web.serveFile(IMAGE, plainPng())
    const [badge] = await click({ srcUrl: IMAGE, linkUrl: 'https://issuer.example/about' })

    expect(badge?.verdict).toBe('none')
  })

  it('opens a tab of its own where no popup may be opened', async () => {
    rig.browser.popupAllowed = false
    await click({ srcUrl: IMAGE })
    await settled()

    expect(rig.browser.created[0]?.url).toMatch(/verify\/index\.html\?tab=1&badge=b1$/)
  })

  it('is finished by the next worker', async () => {
    let first = true
    rig.web.serve(ASSERTION, () => {
      if (!first) return new Response('{}')
      first = false
      return new Promise(() => undefined)
    })
    rig.browser.worker?.api.contextMenus.onClicked.emit(
      { menuItemId: 'verify-badge', srcUrl: IMAGE },
      rig.browser.tabs.get(1),
    )
    await rig.badges(1, ([badge]) => badge?.hosts.includes('issuer.example') === true)
    await rig.restart()

    await rig.badges(1, ([badge]) => badge?.state === 'done' && badge.verdict === 'authentic')
  })

  it('leaves other menus alone', async () => {
    rig.browser.worker?.api.contextMenus.onClicked.emit(
      { menuItemId: 'other', srcUrl: IMAGE },
      rig.browser.tabs.get(1),
    )
    await settled()
    expect(rig.web.log).toEqual([])
  })
})
