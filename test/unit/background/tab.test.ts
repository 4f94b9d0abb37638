import { beforeEach, describe, expect, it } from 'vitest'
import { badgePng, base64, dataUrl } from './test-badges'
import { image, settled, WorkerRig } from './worker-rig'
import { eventually } from '../eventually'

const PAGE = 'https://portfolio.example/me'
const IMAGE = 'https://cdn.example/badge.png'
const ASSERTION = 'https://issuer.example/assertion'
const GO = { name: 'Go', asks: [ASSERTION], verdict: 'authentic' as const }

let rig: WorkerRig
let aborted: number

beforeEach(async () => {
  rig = new WorkerRig()
  aborted = 0
  rig.browser.openTab(1, PAGE)
  rig.web.serveFile(IMAGE, badgePng(GO))
  rig.web.serve(ASSERTION, () => new Response('{}'))
  await rig.start()
})

/** The issuer never answers; counts how often the extension gave up. */
function stall(): void {
  rig.web.serve(ASSERTION, () => {
    rig.web.requests.at(-1)?.init.signal?.addEventListener('abort', () => aborted++)
    return new Promise(() => undefined)
  })
}

async function checking() {
  stall()
  const page = rig.page(1)
  page.show(image('a', IMAGE))
  await rig.badges(1, ([first]) => first?.state === 'found')
  page.say({ type: 'activate', key: 'a' })
  await eventually(() => {
    expect(rig.web.log).toContain(ASSERTION)
  })
  return page
}

describe('one badge shown several times', () => {
  it('is read and verified once, listed once, and marked everywhere', async () => {
    const page = rig.page(1)
    const frame = rig.page(1, { frameId: 7, url: 'https://embed.example/' })
    page.show(image('a', IMAGE), image('b', IMAGE))
    frame.show(image('a', IMAGE))
    await rig.badges(1, ([first]) => first?.state === 'found')
    page.say({ type: 'activate', key: 'b' })
    await rig.badges(1, (badges) => badges.length === 1 && badges[0]?.state === 'done')
    await settled()

    expect([...page.marks.keys()]).toEqual(['a', 'b'])
    expect([...frame.marks.keys()]).toEqual(['a'])
    expect(rig.web.log.filter((url) => url === ASSERTION)).toHaveLength(1)
    expect(rig.browser.toolbar.get(1)?.text).toBe('1')
  })

  it('is two badges where the page read different bytes at one address', async () => {
    const own = (key: string, name: string) => ({
      ...image(key, 'https://portfolio.example/b.png'),
      bytes: base64(badgePng({ name })),
      complete: true,
    })
    rig.page(1).show(own('a', 'First'), own('b', 'Second'))

    const badges = await rig.badges(1, (all) => all.length === 2)
    expect(badges.map(({ name }) => name)).toEqual(['First', 'Second'])
  })

  it('is read from a data URL, of which only the head is kept', async () => {
    rig.page(1).show(image('a', dataUrl(badgePng(GO))))

    const [badge] = await rig.badges(1, ([first]) => first?.state === 'found')
    expect(badge?.url).toBe('data:image/png;base64,')
    expect(rig.web.log).toEqual([])
  })
})

describe('a page that changes', () => {
  it('loses mark and summary of a badge that it swapped, and the check ends', async () => {
    const page = await checking()
    page.say({ type: 'gone', keys: ['a'] })
    await settled()

    expect((await rig.state(1)).badges).toEqual([])
    expect(page.marks.size).toBe(0)
    expect(aborted).toBe(1)
  })

  it('keeps a badge as long as one place shows it', async () => {
    const page = rig.page(1)
    page.show(image('a', IMAGE), image('b', IMAGE))
    await rig.badges(1, ([first]) => first?.state === 'found')
    page.say({ type: 'gone', keys: ['a'] })
    await settled()

    expect((await rig.state(1)).badges).toHaveLength(1)
    expect([...page.marks.keys()]).toEqual(['b'])
  })

  it('does not hand the verdict of one image to the next at the same place', async () => {
    const other = 'https://cdn.example/other.png'
    rig.web.serveFile(other, badgePng({ ...GO, name: 'Other' }))
    const page = rig.page(1)
    page.show(image('a', IMAGE))
    await rig.badges(1, ([first]) => first?.state === 'found')
    page.say({ type: 'activate', key: 'a' })
    await rig.badges(1, ([first]) => first?.state === 'done')
    page.show(image('a', other))

    const badges = await rig.badges(1, ([first]) => first?.name === 'Other')
    await settled()
    expect(badges).toHaveLength(1)
    expect(page.marks.get('a')?.look).not.toBe('trusted')
    expect(badges[0]?.url).toBe(other)
  })

  it('forgets, on "all", what is not said again', async () => {
    const page = rig.page(1)
    page.show(image('a', IMAGE))
    await rig.badges(1, ([first]) => first?.state === 'found')
    page.showAll()
    await settled()

    expect((await rig.state(1)).badges).toEqual([])
  })
})

describe('a page that comes back under marks of an earlier line', () => {
  it('loses those of what is no badge any more', async () => {
    const page = rig.page(1)
    page.show(image('a', IMAGE))
    await rig.badges(1, ([first]) => first?.state === 'found')
    page.port.disconnect()
    await settled()
    rig.web.serve(IMAGE, () => new Response('', { status: 503 }))
    const back = rig.page(1)
    back.marks.set('a', { key: 'a', look: 'authentic', label: '' })
    back.showAll(image('a', IMAGE))
    await settled()

    expect([...back.marks.keys()]).toEqual([])
  })

  it('keeps those of what still is one, without a moment without', async () => {
    const page = rig.page(1)
    page.show(image('a', IMAGE))
    await rig.badges(1, ([first]) => first?.state === 'found')
    await rig.restart()
    const back = rig.page(1)
    back.showAll(image('a', IMAGE))
    await settled()

    const said = back.received.flatMap((message) => (message.type === 'marks' ? message.marks : []))
    expect(said).toEqual([{ key: 'a', mark: expect.objectContaining({ look: 'found' }) as object }])
  })
})

describe('a tab that goes on', () => {
  it('drops everything when another document is shown, and aborts what runs', async () => {
    await checking()
    const next = rig.page(1, { documentId: 'another' })
    next.show(image('x', 'https://cdn.example/none.png'))
    await settled()

    expect((await rig.state(1)).badges).toEqual([])
    expect(aborted).toBe(1)
  })

  it('drops the badges of a frame that closes its line', async () => {
    const page = rig.page(1)
    const frame = rig.page(1, { frameId: 7, url: 'https://embed.example/' })
    page.show(image('a', IMAGE))
    frame.show(image('b', 'https://cdn.example/frame.png'))
    rig.web.serveFile('https://cdn.example/frame.png', badgePng({ ...GO, name: 'Framed' }))
    await rig.badges(1, (all) => all.length === 2)
    frame.port.disconnect()

    const [badge] = await rig.badges(1, (all) => all.length === 1)
    expect(badge?.url).toBe(IMAGE)
  })

  it('leaves nothing when it is closed', async () => {
    await checking()
    rig.browser.closeTab(1)
    await settled()

    expect(aborted).toBe(1)
    expect([...rig.browser.session.keys()]).toEqual([])
    expect(rig.browser.rules.size).toBe(1)
  })

  it('shows nothing of a document that it left while no worker ran', async () => {
    await checking()
    await rig.restart()
    rig.browser.documents.set(1, 'another')

    expect((await rig.state(1)).badges).toEqual([])
  })

  it('keeps its badges where only the address changes', async () => {
    const page = rig.page(1)
    page.show(image('a', IMAGE))
    await rig.badges(1, ([first]) => first?.state === 'found')
    page.say({ type: 'candidates', url: `${PAGE}?tab=2`, items: [] })
    await settled()

    expect((await rig.state(1)).badges).toHaveLength(1)
  })
})

describe('cancelling', () => {
  it('ends the check and leaves the badge found, with its hosts', async () => {
    const page = await checking()
    await rig.ask('cancel', { tabId: 1 })
    await settled()

    const [badge] = (await rig.state(1)).badges
    expect(badge).toMatchObject({ state: 'found', hosts: ['issuer.example'] })
    expect(page.marks.get('a')?.look).toBe('found')
    expect(aborted).toBe(1)
    expect(rig.browser.rules.size).toBe(1)
  })

  it('lets the same badge be verified afterwards', async () => {
    await checking()
    await rig.ask('cancel', { tabId: 1 })
    rig.web.serve(ASSERTION, () => new Response('{}'))
    await rig.ask('verify', { tabId: 1, ids: 'all' })

    await rig.badges(1, ([first]) => first?.verdict === 'authentic' && first.state === 'done')
  })
})
