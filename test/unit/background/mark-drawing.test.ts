import { beforeEach, describe, expect, it } from 'vitest'
import { badgePng, base64 } from './test-badges'
import { eventually } from '../eventually'
import { image, settled, WorkerRig, type FakePage } from './worker-rig'

let rig: WorkerRig

beforeEach(async () => {
  rig = new WorkerRig()
  rig.browser.openTab(1, 'https://portfolio.example/me')
  await rig.start()
})

const own = (key: string) => ({
  ...image(key, `https://portfolio.example/${key}.png`),
  bytes: base64(badgePng({ name: key })),
  complete: true,
})

const SITE = { scope: 'site', host: 'portfolio.example', tabId: 1 } as const

/** Of each message with marks, whether it says how they are drawn. */
const drawings = ({ received }: FakePage) =>
  received.flatMap((message) => (message.type === 'marks' ? [message.drawing !== undefined] : []))

async function showOne(page: FakePage, key: string): Promise<void> {
  page.show(own(key))
  await eventually(() => {
    expect(page.marks.has(key)).toBe(true)
  })
}

describe('how marks are drawn', () => {
  it('is said with the first marks of a frame, and not again', async () => {
    const page = rig.page(1)
    await settled()
    expect(page.received).toEqual([])
    await showOne(page, 'a')
    await showOne(page, 'b')
    const [first, ...others] = drawings(page)
    expect([first, others.length > 0, others.includes(true)]).toEqual([true, true, false])
  })

  it('is said to each frame, and again after a reconnection', async () => {
    await showOne(rig.page(1), 'a')
    for (const page of [rig.page(1, { frameId: 4 }), rig.page(1)]) {
      await showOne(page, 'c')
      expect(drawings(page)[0]).toBe(true)
    }
  })

  it('is kept for when it wakes from a script that said something before it heard to rest', async () => {
    await rig.ask('set-consent', { ...SITE, mode: 'off' })
    const page = rig.page(1)
    page.showAll(own('a'))
    await settled()
    // Whatever is said of the tab meanwhile.
    await rig.ask('set-consent', { ...SITE, host: 'other.example', mode: 'always' })
    await settled()
    await rig.ask('set-consent', { ...SITE, mode: 'click' })
    await showOne(page, 'a')
    expect(page.received.map(({ type }) => type)).toEqual(['rest', 'wake', 'marks'])
    expect(drawings(page)).toEqual([true])
  })

  it('is said again to a script that has rested, and has forgotten it', async () => {
    const page = rig.page(1)
    await showOne(page, 'a')
    await rig.ask('set-consent', { ...SITE, mode: 'off' })
    await rig.ask('set-consent', { ...SITE, mode: 'click' })
    page.received.length = 0
    page.marks.clear()
    await showOne(page, 'a')
    expect(drawings(page)[0]).toBe(true)
  })
})
