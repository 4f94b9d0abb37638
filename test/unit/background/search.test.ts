import { beforeEach, describe, expect, it } from 'vitest'
import type { Candidate } from '../../../src/platform/port-messages'
import { badgePng, dataUrl, plainPng } from './test-badges'
import { image, settled, WorkerRig } from './worker-rig'

const IMAGE = 'https://cdn.example/badge.png'
const ID = '8dbde4c2-0b3b-4a5e-9d27-3b1a2c5d6e7f'
const LINK = `https://www.credly.com/badges/${ID}/public_url`
const ASSERTION = `https://www.credly.com/api/v1/obi/v2/badge_assertions/${ID}`
const TEMPLATE = `https://images.credly.com/size/340x340/images/${ID}/image.png`
const GO = JSON.stringify({ name: 'Go', verdict: 'authentic' })

let rig: WorkerRig

beforeEach(async () => {
  rig = new WorkerRig()
  rig.web.serveFile(IMAGE, plainPng())
  rig.web.serve(ASSERTION, () => new Response(GO))
  rig.browser.openTab(1, 'https://portfolio.example/me')
  await rig.start()
})

const linked = (key = 'a', fields: Partial<Candidate> = {}): Candidate => ({
  ...image(key, IMAGE),
  href: LINK,
  ...fields,
})

const found = () => rig.badges(1, ([badge]) => badge?.state === 'found')
const done = () => rig.badges(1, ([badge]) => badge?.state === 'done')

async function verified() {
  await rig.ask('verify', { tabId: 1, ids: 'all' })
  const [badge] = await done()
  const stored = await rig.ask('report', { reportId: badge?.reportId ?? '' })
  return { badge, report: stored?.report }
}

describe('an image without data inside a link to an award', () => {
  it('is a badge, and nobody but its own host is asked before consent', async () => {
    const page = rig.page(1)
    page.show(linked())
    const [badge] = await found()
    expect(badge).toMatchObject({ isBadge: true, hosts: ['www.credly.com'] })
    expect(page.marks.get('a')?.look).toBe('found')
    await settled()
    expect(new Set(rig.web.log)).toEqual(new Set([IMAGE]))
  })

  it('is judged by the credential behind the link, next to the picture that is shown', async () => {
    rig.page(1).show(linked())
    await found()
    const { badge, report } = await verified()
    expect(badge).toMatchObject({ verdict: 'authentic', name: 'Go' })
    expect(rig.verifier.sources.at(-1)).toMatchObject({
      url: ASSERTION,
      shown: { bytes: plainPng() },
    })
    expect(report?.trail).toMatchObject([
      { from: 'image', url: IMAGE, outcome: 'nothing' },
      { from: 'link', url: ASSERTION, outcome: 'credential', platform: 'Credly', status: 200 },
    ])
    expect(report?.requests.map(({ url }) => url)).toContain(ASSERTION)
  })

  it('is not read again where the page has read it', async () => {
    rig.page(1).show(linked('a', { stripped: true }))
    await found()
    expect(rig.web.log).toEqual([])
  })

  it('is compared with the credential where its bytes are in the page alone', async () => {
    rig.page(1).show(linked('a', { url: dataUrl(plainPng()), stripped: true }))
    await found()
    const { report } = await verified()
    expect(report).toMatchObject({ verdict: 'authentic' })
    expect(rig.verifier.sources.at(-1)).toMatchObject({
      url: ASSERTION,
      shown: { bytes: plainPng() },
    })
  })

  it('is verified without its picture where nobody but the page can read that', async () => {
    rig.page(1).show(linked('a', { url: 'data:blob»1f,', stripped: true }))
    await found()
    const { report } = await verified()
    expect(report).toMatchObject({ verdict: 'authentic' })
    expect(rig.verifier.sources.at(-1)).toMatchObject({ url: ASSERTION, shown: 'incomplete' })
  })

  it('leads where its own frame says, and not where an advertisement beside it does', async () => {
    const planted = 'https://advert.example/badge.json'
    rig.web.serve(ASSERTION, () => new Response('', { status: 404 }))
    rig.web.serve(planted, () => new Response('{"name":"Planted","verdict":"trusted"}'))
    const advert = rig.page(1, { frameId: 7, url: 'https://advert.example/' })
    advert.show(linked('a', { links: [planted] }))
    await found()
    const page = rig.page(1)
    page.show(linked())
    await rig.badges(1, (badges) => badges.filter(({ state }) => state === 'found').length === 2)
    await rig.ask('verify', { tabId: 1, ids: 'all' })
    await rig.badges(1, (badges) => badges.every(({ state }) => state === 'done'))
    expect(page.marks.get('a')?.look).toBe('unverifiable')
  })

  it('counts once, however often the award is linked to', async () => {
    const url = `https://www.credly.com/earner/earned/badge/${ID}`
    rig.page(1).show(linked(), { key: 'b', kind: 'link', url })
    await rig.badges(1, (badges) => badges.length === 1 && badges[0]?.kind === 'image')
  })

  it('is two badges where one picture links to two awards', async () => {
    const other = LINK.replace('8dbde4c2', '8dbde4c3')
    rig.page(1).show(linked('a'), linked('b', { href: other }))
    await rig.badges(1, (badges) => badges.length === 2)
  })

  it('could not be checked where the platform does not answer', async () => {
    rig.web.serve(ASSERTION, () => new Response('', { status: 503 }))
    rig.page(1).show(linked())
    await found()
    const { report } = await verified()
    expect(report).toMatchObject({ verdict: 'unverifiable', reason: 'http-status' })
  })

  it('is withdrawn where its platform says that its record is gone', async () => {
    rig.web.serve(ASSERTION, () => new Response('{"revoked":true}', { status: 410 }))
    rig.page(1).show(linked())
    await found()
    const { report } = await verified()
    expect(report).toMatchObject({ verdict: 'invalid', reason: 'gone', currency: 'revoked' })
  })

  it.each([503, 429, 200])(
    'is not withdrawn where another of its hosts answers %i',
    async (status) => {
      const path = `public/assertions/${'A'.repeat(22)}`
      const record = (host: string) => `https://${host}/${path}?expand=badge&expand=badge.issuer`
      rig.web.serve(record('api.badgr.io'), () => new Response('<!doctype html>', { status }))
      rig.web.serve(record('badgr.com'), () => new Response('', { status: 410 }))
      rig.page(1).show(linked('a', { href: `https://badgr.com/${path}` }))
      await found()
      const { report } = await verified()
      expect(report).toMatchObject({ verdict: 'unverifiable', reason: 'http-status' })
    },
  )

  it.each([410, 503])('is none that stands beside it, where its own answers %i', async (status) => {
    const beside = LINK.replace('8dbde4c2', '8dbde4c3')
    const record = ASSERTION.replace('8dbde4c2', '8dbde4c3')
    rig.web.serve(ASSERTION, () => new Response('', { status }))
    rig.web.serve(record, () => new Response('{"name":"Other","verdict":"trusted"}'))
    rig.page(1).show(linked('a', { links: [beside] }))
    await found()
    const { report } = await verified()
    expect(report?.verdict).toBe(status === 410 ? 'invalid' : 'unverifiable')
    expect(rig.web.log).not.toContain(record)
  })

  describe('that stands beside a picture', () => {
    const ask = () =>
      rig.browser.worker?.api.contextMenus.onClicked.emit(
        { menuItemId: 'verify-badge', editable: false, srcUrl: IMAGE },
        rig.browser.tabs.get(1),
      )

    beforeEach(async () => {
      rig.page(1).show({ ...image('a', IMAGE), links: [LINK] })
      await settled()
    })

    it('is found for who asks about that picture', async () => {
      ask()
      const [badge] = await done()
      expect(badge).toMatchObject({ verdict: 'authentic', name: 'Go' })
    })

    it('could not be checked where its platform does not answer', async () => {
      rig.web.serve(ASSERTION, () => new Response('', { status: 503 }))
      ask()
      const [badge] = await done()
      expect(badge).toMatchObject({ verdict: 'unverifiable' })
    })
  })

  describe('on a platform where only the page can tell', () => {
    const PAGE = 'https://verify.certifier.io/credentials/8dbde4c2-0b3b-4a5e-9d27-3b1a2c5d6e7f'
    const html = () => new Response('<!doctype html><title>x</title>')

    it('is not found, whatever answers at addresses that nobody named', async () => {
      const small = 'https://portfolio.example/wp-content/uploads/b-150x150.png'
      rig.web.serveFile(small, plainPng())
      rig.web.serve(PAGE, html)
      rig.page(1).show(linked('a', { url: small, href: PAGE }))
      await found()
      await rig.ask('verify', { tabId: 1, ids: 'all' })
      await rig.badges(1, (badges) => badges.length === 0)
      expect(rig.web.log).toContain(`${PAGE}.json`)
      expect(rig.web.log).toContain('https://portfolio.example/wp-content/uploads/b.png')
    })

    it('could not be checked where the award that its page shows does not answer', async () => {
      const page = `<!doctype html><a href="${LINK}">`
      rig.web.serve(PAGE, () => new Response(page))
      rig.web.serve(ASSERTION, () => new Response('', { status: 503 }))
      rig.page(1).show(linked('a', { href: PAGE }))
      await found()
      const { report } = await verified()
      expect(report).toMatchObject({ verdict: 'unverifiable', reason: 'http-status' })
    })
  })

  it('is no badge after all where the platform answers with something else', async () => {
    const page = rig.page(1)
    rig.web.serve(ASSERTION, () => new Response('{"name":"x","verdict":"none"}'))
    page.show(linked())
    await found()
    await rig.ask('verify', { tabId: 1, ids: 'all' })
    await rig.badges(1, (badges) => badges.length === 0)
    expect(page.marks.size).toBe(0)
  })

  it('is verified without its picture, where the picture’s host is withheld', async () => {
    rig.browser.withheld.add('https://cdn.example/*')
    rig.page(1).show(linked())
    await found()
    const { report } = await verified()
    expect(report).toMatchObject({ verdict: 'authentic' })
    expect(rig.web.log).toEqual([ASSERTION])
    // What people see there is not known, which is not the same as no picture.
    expect(rig.verifier.sources.at(-1)).toMatchObject({ shown: 'incomplete' })
  })

  it('is the badge in its bytes where it has one, whatever the link says', async () => {
    const own = { name: 'Own', verdict: 'authentic' as const }
    rig.web.serveFile(IMAGE, badgePng(own))
    rig.page(1).show(linked())
    const [badge] = await rig.badges(1, ([each]) => each?.state === 'done')
    expect(badge?.name).toBe('Own')
    expect(rig.web.log).not.toContain(ASSERTION)
  })
})

describe('a link to an award', () => {
  const link: Candidate = { key: 'l', kind: 'link', url: LINK }

  it('is marked, and verified on a click', async () => {
    const page = rig.page(1)
    page.show(link)
    await found()
    expect(page.marks.get('l')?.look).toBe('found')
    const { report } = await verified()
    expect(report).toMatchObject({ verdict: 'authentic' })
    expect(rig.web.log).toEqual([ASSERTION])
  })

  it('is looked through a redirector, which is not asked itself', async () => {
    const url = `https://www.linkedin.com/safety/go/?url=${encodeURIComponent(LINK)}&trk=x`
    rig.page(1).show({ ...link, url })
    await found()
    await verified()
    expect(rig.web.log).toEqual([ASSERTION])
  })

  it('that was right-clicked is one, too, though no page reported it', async () => {
    rig.web.serve(LINK, () => new Response('', { status: 406 }))
    rig.browser.worker?.api.contextMenus.onClicked.emit(
      { menuItemId: 'verify-badge', editable: false, linkUrl: LINK },
      rig.browser.tabs.get(1),
    )
    const [badge] = await done()
    expect(badge).toMatchObject({ verdict: 'authentic', name: 'Go' })
    expect(rig.web.log).toEqual([ASSERTION])
  })

  it('to a page for people leads on to what that page names', async () => {
    const about = 'https://school.example/badges/1'
    const file = 'https://school.example/badges/1/credential'
    const html = `<!doctype html><link rel="alternate" type="application/ld+json" href="${file}">`
    rig.web.serve(about, () => new Response(html, { headers: { 'content-type': 'text/html' } }))
    rig.web.serve(file, () => new Response(GO))
    rig.browser.worker?.api.contextMenus.onClicked.emit(
      { menuItemId: 'verify-badge', editable: false, linkUrl: about },
      rig.browser.tabs.get(1),
    )
    const [badge] = await done()
    expect(badge).toMatchObject({ verdict: 'authentic', name: 'Go' })
  })

  const rightClick = (linkUrl: string) =>
    rig.browser.worker?.api.contextMenus.onClicked.emit(
      { menuItemId: 'verify-badge', editable: false, linkUrl },
      rig.browser.tabs.get(1),
    )

  it.each([
    [503, 'unverifiable'],
    [404, 'none'],
  ])('that a page names and that answers %i: %s', async (status, verdict) => {
    const about = 'https://blog.example/post/'
    rig.web.serve(about, () => new Response(`<!doctype html><a href="${LINK}">`))
    rig.web.serve(ASSERTION, () => new Response('', { status }))
    rightClick(about)
    const [badge] = await done()
    expect(badge).toMatchObject({ verdict })
  })

  it.each([401, 403])(
    'to a page that keeps the JSON it is made of to itself (%i) leads to none',
    async (status) => {
      const about = 'https://blog.example/about'
      const file = 'https://blog.example/wp-json/wp/v2/pages/2'
      const html = `<!doctype html><link rel="alternate" type="application/json" href="${file}">`
      rig.web.serve(about, () => new Response(html))
      rig.web.serve(file, () => new Response('{}', { status }))
      rightClick(about)
      const [badge] = await done()
      expect(badge).toMatchObject({ verdict: 'none' })
    },
  )

  it('leaves for its verification what the search has not used up', async () => {
    const about = 'https://blog.example/post/'
    const file = 'https://school.example/1.json'
    const html = `<!doctype html><link rel="alternate" type="application/json" href="${file}">`
    rig.web.serve(about, () => new Response(html))
    rig.web.serve(file, () => new Response(GO))
    rightClick(about)
    await done()
    expect(rig.verifier.spent.at(-1)?.hosts).toEqual(['blog.example', 'school.example'])
    expect(rig.verifier.spent.at(-1)?.requests).toBeGreaterThan(1)
  })

  it('is no award because a page says so', async () => {
    const page = rig.page(1)
    page.show({ ...link, url: 'https://evil.example/?u=https://www.credly.com/badges/1' })
    await settled()
    expect(page.marks.size).toBe(0)
  })
})

describe('what a platform is known not to publish', () => {
  it('is explained without a mark and without a question to anybody', async () => {
    const page = rig.page(1)
    const url = 'https://www.coursera.org/account/accomplishments/verify/ABC123'
    page.show({ key: 'c', kind: 'link', url })
    const [badge] = await done()
    expect(badge).toMatchObject({ verdict: 'none', isBadge: false })
    expect(badge?.reasons?.[0]).toEqual({
      code: 'platform-certificate',
      params: { platform: 'Coursera' },
    })
    expect(page.marks.size).toBe(0)
    expect(rig.web.log).toEqual([])
  })

  it('is a picture of a badge and nobody’s award', async () => {
    rig.web.serveFile(TEMPLATE, plainPng())
    const page = rig.page(1)
    page.show(image('t', TEMPLATE))
    await settled()
    expect((await rig.state(1)).badges).toEqual([])
    rig.browser.worker?.api.contextMenus.onClicked.emit(
      { menuItemId: 'verify-badge', editable: false, srcUrl: TEMPLATE },
      rig.browser.tabs.get(1),
    )
    const [badge] = await done()
    expect(badge?.reasons?.[0]?.code).toBe('template-picture')
    expect(page.marks.size).toBe(0)
  })
})
