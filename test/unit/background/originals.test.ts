import { beforeEach, describe, expect, it } from 'vitest'
import { bakePng } from '../../../src/verifier/unbake/bake'
import type { Script } from './fake-verifier'
import { badgePng, plainPng } from './test-badges'
import { image, settled, WorkerRig } from './worker-rig'

const ORIGINAL = 'https://portfolio.example/badges/go.png'
const SHOWN = 'https://portfolio.example/_next/image?url=%2Fbadges%2Fgo.png&w=640&q=75'
const PHOTON = 'https://i0.wp.com/portfolio.example/badges/go.png?w=300'
const ASSERTION = 'https://issuer.example/assertion'
const GO: Script = { name: 'Go', asks: [ASSERTION], verdict: 'authentic' }
const small = plainPng()

let rig: WorkerRig

beforeEach(async () => {
  rig = new WorkerRig()
  rig.web.serveFile(ORIGINAL, badgePng(GO))
  for (const url of [SHOWN, PHOTON]) rig.web.serveFile(url, small)
  rig.web.serve(ASSERTION, () => new Response('{}'))
  rig.browser.openTab(1, 'https://portfolio.example/me')
  await rig.start()
})

const found = () => rig.badges(1, ([badge]) => badge?.state === 'found')

describe('a picture that a proxy made anew', () => {
  it.each([SHOWN, PHOTON])('%s leads to its original on the page’s own host', async (url) => {
    const page = rig.page(1)
    page.show(image('a', url))
    const [badge] = await found()
    expect(badge).toMatchObject({ name: 'Go', isBadge: true, hosts: ['issuer.example'] })
    expect(page.marks.get('a')?.look).toBe('found')
    expect(new Set(rig.web.log)).toEqual(new Set([url, ORIGINAL]))

    await rig.ask('verify', { tabId: 1, ids: 'all' })
    const [done] = await rig.badges(1, ([each]) => each?.state === 'done')
    const stored = await rig.ask('report', { reportId: done?.reportId ?? '' })
    expect(stored?.report.trail).toEqual([
      { from: 'image', url, outcome: 'nothing' },
      { from: 'original', url: ORIGINAL, outcome: 'credential' },
    ])
    // What counts is what people see: the proxy may show any other picture.
    expect(rig.verifier.sources.at(-1)).toMatchObject({ url: ORIGINAL, shown: { bytes: small } })
  })

  it('is not read again where the page has read it', async () => {
    rig.page(1).show({ ...image('a', SHOWN), stripped: true })
    await found()
    expect(rig.web.log.filter((url) => url === SHOWN)).toHaveLength(1)
  })

  it('is itself behind an address that only sends there', async () => {
    const sent = 'https://github.com/mira/cv/raw/main/go.png'
    const raw = 'https://raw.githubusercontent.com/mira/cv/main/go.png'
    rig.web.serve(sent, () => Promise.reject(new TypeError('Failed to fetch')))
    rig.web.serveFile(raw, badgePng(GO))
    rig.page(1).show(image('a', sent))
    const [badge] = await found()
    expect(badge).toMatchObject({ name: 'Go', isBadge: true })
    expect(new Set(rig.web.log)).toEqual(new Set([sent, raw]))
  })

  it('is compared itself with what its link leads to, though its original was read', async () => {
    const id = '8dbde4c2-0b3b-4a5e-9d27-3b1a2c5d6e7f'
    const award = `https://www.credly.com/api/v1/obi/v2/badge_assertions/${id}`
    rig.web.serve(award, () => new Response(JSON.stringify(GO)))
    // A badge's chunk, and nothing in it: the picture around it may be anybody's.
    rig.web.serveFile(ORIGINAL, bakePng(plainPng(900), '', { keyword: 'openbadges' }))
    const href = `https://www.credly.com/badges/${id}`
    rig.page(1).show({ ...image('a', SHOWN), href, stripped: true })
    await found()
    await rig.ask('verify', { tabId: 1, ids: 'all' })
    await rig.badges(1, ([each]) => each?.state === 'done')
    expect(rig.verifier.sources.at(-1)).toMatchObject({ url: award, shown: { bytes: small } })
  })

  it('leads nowhere where the original carries nothing either', async () => {
    rig.web.serveFile(ORIGINAL, plainPng())
    rig.page(1).show(image('a', SHOWN))
    await settled()
    expect((await rig.state(1)).badges).toEqual([])
  })

  it('keeps what it was, after the worker has died', async () => {
    rig.page(1).show(image('a', SHOWN))
    await found()
    await rig.restart()
    await rig.ask('verify', { tabId: 1, ids: 'all' })
    await rig.badges(1, ([each]) => each?.state === 'done')
    expect(rig.verifier.sources.at(-1)).toMatchObject({ url: ORIGINAL, shown: { bytes: small } })
  })

  it('in a private window leaves nothing on the disk', async () => {
    rig.browser.openTab(2, 'https://portfolio.example/me', true)
    rig.page(2).show(image('a', SHOWN))
    await rig.badges(2, ([badge]) => badge?.state === 'found')
    await rig.restart()
    await rig.ask('verify', { tabId: 2, ids: 'all' })
    await rig.badges(2, ([each]) => each?.state === 'done')
    expect(rig.verifier.sources.at(-1)).toMatchObject({ url: ORIGINAL, shown: { bytes: small } })
  })
})

describe('attacks', () => {
  const tracker = 'https://tracker.example/pixel.png'

  it.each([
    [
      'a proxy address',
      `https://portfolio.example/_next/image?url=${encodeURIComponent(tracker)}&w=64`,
    ],
    ['a chain of proxies', 'https://i0.wp.com/i1.wp.com/tracker.example/pixel.png'],
    [
      'a private host',
      'https://portfolio.example/_next/image?url=https%3A%2F%2F192.168.0.1%2Fa.png&w=64',
    ],
  ])('%s sends no request to a host that the page did not ask', async (_, url) => {
    rig.web.serveFile(url, small)
    rig.web.serveFile(tracker, badgePng(GO))
    rig.page(1).show(image('a', url))
    await settled()
    expect(rig.web.log.every((asked) => asked === url || asked.includes('//i1.wp.com/'))).toBe(true)
    expect(rig.web.log).not.toContain(tracker)
  })

  it('a proxy that names an address which only sends on has nobody asked, and no picture passed over', async () => {
    const raw = 'https://raw.githubusercontent.com/mira/cv/main/go.png'
    const sent = encodeURIComponent('https://github.com/mira/cv/raw/main/go.png')
    const url = `https://portfolio.example/_next/image?url=${sent}&w=64`
    rig.web.serveFile(url, small)
    rig.web.serveFile(raw, badgePng(GO))
    rig.page(1).show(image('a', url))
    await settled()
    expect(new Set(rig.web.log)).toEqual(new Set([url]))
    expect((await rig.state(1)).badges).toEqual([])
  })

  it('another picture under the same address gets no report that was made for the first', async () => {
    rig.page(1).show(image('a', SHOWN))
    await found()
    await rig.ask('verify', { tabId: 1, ids: 'all' })
    await rig.badges(1, ([each]) => each?.state === 'done')
    rig.web.serveFile(SHOWN, plainPng(900))
    rig.browser.openTab(2, 'https://portfolio.example/me')
    rig.page(2).show(image('a', SHOWN))
    const [badge] = await rig.badges(2, ([each]) => each?.name === 'Go')
    expect(badge?.state).toBe('found')
  })
})
