/** What lies on this machine is counted, and goes when the user says so. */
import { beforeEach, describe, expect, it } from 'vitest'
import type { KeptKind } from '../../../src/platform/machine-messages'
import { badgePng } from './test-badges'
import { image, settled, WorkerRig } from './worker-rig'

const IMAGE = 'https://cdn.example/badge.png'
const ASSERTION = 'https://issuer.example/assertion'

let rig: WorkerRig

beforeEach(async () => {
  rig = new WorkerRig()
  rig.browser.openTab(1, 'https://portfolio.example/me')
  rig.web.serveFile(IMAGE, badgePng({ name: 'Go', asks: [ASSERTION], verdict: 'authentic' }))
  rig.web.serve(ASSERTION, () => new Response('{}'))
  await rig.start()
})

const kept = async (kind: KeptKind) =>
  (await rig.ask('kept-here', {})).find((one) => one.kind === kind)

async function verified(tabId = 1) {
  const page = rig.page(tabId)
  page.show(image('a', IMAGE))
  await rig.badges(tabId, ([first]) => first?.state === 'found')
  await rig.ask('verify', { tabId, ids: 'all' })
  await rig.badges(tabId, ([first]) => first?.state === 'done')
  await settled()
  return page
}

describe('what is kept', () => {
  it('is nothing at first', async () => {
    expect(await rig.ask('kept-here', {})).toSatisfy((all: { count: number; bytes: number }[]) =>
      all.every(({ count, bytes }) => count === 0 && bytes === 0),
    )
  })

  it('is counted, with about its size', async () => {
    await verified()
    expect(await kept('reports')).toMatchObject({ count: 1 })
    const pictures = await kept('pictures')
    const file = badgePng({ name: 'Go', asks: [ASSERTION], verdict: 'authentic' })
    expect(pictures?.count).toBe(1)
    expect(pictures?.bytes).toBeGreaterThanOrEqual(file.length)
  })

  it('of a private window is nothing', async () => {
    rig.browser.openTab(2, 'https://portfolio.example/me', true)
    await verified(2)
    expect(await kept('reports')).toMatchObject({ count: 0 })
    expect(await kept('pictures')).toMatchObject({ count: 0 })
  })
})

describe('removing', () => {
  it('reports takes their verdicts off open pages, which are looked at anew', async () => {
    const page = await verified()
    expect(page.marks.get('a')?.look).toBe('authentic')
    await rig.ask('remove-kept', { kind: 'reports' })
    await settled()

    expect(await kept('reports')).toEqual({ kind: 'reports', count: 0, bytes: 0 })
    expect(page.marks.size).toBe(0)
    expect(page.received.slice(-2).map(({ type }) => type)).toEqual(['rest', 'wake'])
    expect((await rig.state(1)).badges).toEqual([])
  })

  it('reports leaves nothing that the next worker could bring back', async () => {
    await verified()
    await rig.ask('remove-kept', { kind: 'reports' })
    await rig.restart()
    const page = rig.page(1)
    page.showAll(image('a', IMAGE))
    const [badge] = await rig.badges(1, ([first]) => first?.state === 'found')
    expect(badge?.reportId).toBeUndefined()
  })

  it('reports wakes no page of a site that is off', async () => {
    await verified()
    await rig.ask('set-consent', { scope: 'everywhere', host: '', mode: 'off' })
    await settled()
    const page = rig.page(1)
    await settled()
    await rig.ask('remove-kept', { kind: 'reports' })
    await settled()
    expect(page.received.filter(({ type }) => type === 'wake')).toEqual([])
  })

  it('reports ends a check that is under way: it keeps none afterwards', async () => {
    let answer = (): void => undefined
    const held = new Promise<void>((resolve) => (answer = resolve))
    rig.web.serve(ASSERTION, async () => {
      await held
      return new Response('{}')
    })
    const page = rig.page(1)
    page.show(image('a', IMAGE))
    await rig.badges(1, ([first]) => first?.state === 'found')
    await rig.ask('verify', { tabId: 1, ids: 'all' })
    await settled()
    await rig.ask('remove-kept', { kind: 'reports' })
    answer()
    await settled()
    expect(await kept('reports')).toMatchObject({ count: 0 })
  })

  it('the badges of open tabs takes their marks along, and leaves their reports', async () => {
    const page = await verified()
    await rig.ask('remove-kept', { kind: 'pictures' })
    await settled()
    expect(await kept('pictures')).toEqual({ kind: 'pictures', count: 0, bytes: 0 })
    expect(await kept('reports')).toMatchObject({ count: 1 })
    expect(page.marks.size).toBe(0)
  })

  it('leaves private windows alone', async () => {
    rig.browser.openTab(2, 'https://portfolio.example/me', true)
    const page = await verified(2)
    await rig.ask('remove-kept', { kind: 'reports' })
    await rig.ask('remove-kept', { kind: 'pictures' })
    await settled()
    expect(page.marks.get('a')?.look).toBe('authentic')
    expect((await rig.state(2)).badges).toHaveLength(1)
  })

  it.each(['history', 'eu-lists', 'esco-copy', 'esco-answers'] as const)(
    'nothing of %s is no failure',
    async (kind) => {
      expect(await rig.ask('remove-kept', { kind })).toBeNull()
    },
  )

  it.each(['settings', 'ownIdentities', '', null, '__proto__'])('%j is refused', (kind) => {
    expect(rig.browser.ask({ type: 'remove-kept', kind })).toBeUndefined()
  })

  it('is refused from a page', () => {
    const sender = { id: 'abcdefghijklmnopabcdefghijklmnop', url: 'https://evil.example/' }
    expect(rig.browser.ask({ type: 'remove-kept', kind: 'reports' }, sender)).toBeUndefined()
  })
})
