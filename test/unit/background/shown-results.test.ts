import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { Script } from './fake-verifier'
import { badgePng } from './test-badges'
import { image, settled, WorkerRig } from './worker-rig'

const IMAGE = 'https://cdn.example/badge.png'
const ASSERTION = 'https://issuer.example/assertion'
const GO = { name: 'Go', asks: [ASSERTION], verdict: 'authentic' as const }

let rig: WorkerRig

beforeEach(async () => {
  rig = new WorkerRig()
  rig.browser.openTab(1, 'https://portfolio.example/me')
  rig.web.serveFile(IMAGE, badgePng(GO))
  rig.web.serve(ASSERTION, () => new Response('{}'))
  await rig.start()
})

describe('a kept report', () => {
  const fresh = { ...GO, freshUntil: '2999-01-01T00:00:00Z' }
  const verified = async (script: Script) => {
    rig.web.serveFile(IMAGE, badgePng(script))
    rig.page(1).show(image('a', IMAGE))
    await rig.badges(1, ([first]) => first?.state === 'found')
    await rig.ask('verify', { tabId: 1, ids: 'all' })
    await rig.badges(1, ([first]) => first?.state === 'done')
    rig.web.log.length = 0
    rig.browser.openTab(2, 'https://elsewhere.example/')
    rig.page(2).show(image('a', IMAGE))
  }

  it('answers for the same credential elsewhere, and nobody is asked again', async () => {
    await verified(fresh)
    const [badge] = await rig.badges(2, ([first]) => first?.state === 'done')

    expect(badge?.verdict).toBe('authentic')
    expect(rig.web.log).toEqual([IMAGE])
  })

  it('does not answer once its status is no longer fresh', async () => {
    await verified({ ...fresh, freshUntil: '2000-01-01T00:00:00Z' })

    await rig.badges(2, ([first]) => first?.state === 'found')
  })

  it('does not answer where it only says that something could not be checked', async () => {
    await verified({ ...fresh, verdict: 'unverifiable' })

    await rig.badges(2, ([first]) => first?.state === 'found')
  })

  it('is judged again when shown', async () => {
    await verified(fresh)
    const { reportId = '' } = (await rig.badges(2, ([first]) => first?.state === 'done'))[0] ?? {}
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('3000-01-01T00:00:00Z') })
    try {
      const [summary] = (await rig.state(2)).badges
      const stored = await rig.ask('report', { reportId })
      expect(summary?.verdict).toBe('attention')
      expect(stored?.report.verdict).toBe('attention')
    } finally {
      vi.useRealTimers()
    }
  })

  it('is compared with an identity that goes no further', async () => {
    await verified(fresh)
    const { reportId = '' } = (await rig.badges(2, ([first]) => first?.state === 'done'))[0] ?? {}
    const identity = 'holder@example.org'

    const report = await rig.ask('compare-recipient', { reportId, identity })
    expect(report?.holder).toBe('matches')
    expect((await rig.ask('report', { reportId }))?.report.holder).toBe('not-asked')
    expect(JSON.stringify([...rig.browser.session])).not.toContain(identity)
  })

  it('is compared with a person', async () => {
    await verified(fresh)
    const { reportId = '' } = (await rig.badges(2, ([first]) => first?.state === 'done'))[0] ?? {}
    const holderFor = async (dateOfBirth: string) => {
      const identity = { name: 'Ada Example', dateOfBirth }
      return (await rig.ask('compare-recipient', { reportId, identity }))?.holder
    }
    expect(await holderFor('1999-02-28')).toBe('matches')
    expect(await holderFor('1999-02-27')).toBe('differs')
  })
})

describe('permission that the user withholds', () => {
  it('is asked for once for each host whose images may not be read', async () => {
    rig.browser.withheld.add('https://cdn.example/*')
    const page = rig.page(1)
    page.show(image('a', IMAGE), image('b', 'https://cdn.example/other.png'))

    const badges = await rig.badges(1, (all) => all.length > 0)
    await settled()
    expect(badges).toHaveLength(1)
    expect(badges[0]).toMatchObject({
      state: 'permission-needed',
      permission: 'https://cdn.example/*',
    })
    expect(page.marks.size).toBe(0)
    expect(rig.web.log).toEqual([])
  })

  it('is asked for when a check meets it, and the check goes on once it is given', async () => {
    rig.browser.withheld.add('https://issuer.example/*')
    const page = rig.page(1)
    page.show(image('a', IMAGE))
    await rig.badges(1, ([first]) => first?.state === 'found')
    page.say({ type: 'activate', key: 'a' })
    const [badge] = await rig.badges(1, ([first]) => first?.state === 'permission-needed')
    await settled()
    expect(badge?.permission).toBe('https://issuer.example/*')
    expect(page.marks.get('a')?.label).toContain('issuer.example')
    expect(rig.web.log).not.toContain(ASSERTION)

    rig.browser.withheld.clear()
    rig.browser.worker?.api.permissions.onAdded.emit({ origins: ['https://*/*'] })
    await rig.badges(1, ([first]) => first?.state === 'done')
  })

  it('is not asked for by a check that was still under way when it was given', async () => {
    const slow = 'https://slow.example/list'
    let answer: () => void = () => undefined
    const answered = new Promise<void>((resolve) => (answer = resolve))
    rig.web.serve(slow, () => answered.then(() => new Response('{}')))
    rig.web.serveFile(IMAGE, badgePng({ ...GO, asks: [ASSERTION, slow] }))
    rig.browser.withheld.add('https://issuer.example/*')
    rig.page(1).show(image('a', IMAGE))
    await rig.badges(1, ([first]) => first?.state === 'found')
    await rig.ask('verify', { tabId: 1, ids: 'all' })
    await rig.badges(1, ([first]) => first?.hosts.includes('slow.example') === true)
    rig.browser.withheld.clear()
    rig.browser.worker?.api.permissions.onAdded.emit({ origins: ['https://issuer.example/*'] })
    await settled()
    answer()
    await settled()

    const { badges } = await rig.state(1)
    expect(badges).toMatchObject([{ state: 'done', verdict: 'authentic' }])
    expect(badges[0]).not.toHaveProperty('permission')
  })
})

describe('the toolbar', () => {
  it('counts badges in the colour of the worst', async () => {
    const bad = 'https://cdn.example/bad.png'
    rig.web.serveFile(bad, badgePng({ name: 'Bad', offline: 'invalid', asks: [ASSERTION] }))
    rig.page(1).show(image('a', IMAGE))
    await rig.badges(1, ([first]) => first?.state === 'found')
    await settled()
    expect(rig.browser.toolbar.get(1)).toMatchObject({ text: '1', color: '#26272a' })

    await rig.ask('verify', { tabId: 1, ids: 'all' })
    await rig.badges(1, ([first]) => first?.state === 'done')
    await settled()
    expect(rig.browser.toolbar.get(1)).toMatchObject({ text: '1', color: '#1d57b0' })

    rig.page(1, { frameId: 3, url: 'https://embed.example/' }).show(image('b', bad))
    await rig.badges(1, (all) => all.length === 2 && all.every(({ state }) => state === 'done'))
    await settled()
    expect(rig.browser.toolbar.get(1)).toEqual({
      text: '2',
      color: '#ab1f17',
      title: 'toolbarTitleCounts 1 2',
    })
  })
})

describe('a click on a mark that has its verdict', () => {
  const done = async () => {
    const page = rig.page(1)
    page.show(image('a', IMAGE))
    await rig.badges(1, ([first]) => first?.state === 'found')
    page.say({ type: 'activate', key: 'a' })
    await rig.badges(1, ([first]) => first?.state === 'done')
    page.say({ type: 'activate', key: 'a' })
    await settled()
  }

  it('opens the popup on that badge, until that was seen', async () => {
    await done()
    expect(rig.browser.popups).toBe(1)
    expect((await rig.state(1)).focus).toBe('b1')
    await rig.ask('focus-seen', { tabId: 1 })
    expect((await rig.state(1)).focus).toBeUndefined()
  })

  it('opens no tab after the other, however often the page says that it was clicked', async () => {
    rig.browser.popupAllowed = false
    await done()
    expect(rig.browser.created).toHaveLength(1)
    rig.browser.tabs.get(1)!.active = false
    const page = rig.page(1)
    page.showAll(image('a', IMAGE))
    for (let click = 0; click < 20; click++) page.say({ type: 'activate', key: 'a' })
    await settled()
    expect(rig.browser.created).toHaveLength(1)
  })

  it('opens a tab beside the page where no popup may be opened', async () => {
    rig.browser.popupAllowed = false
    await done()
    expect(rig.browser.created).toEqual([
      expect.objectContaining({
        url: expect.stringMatching(/\/src\/pages\/verify\/index\.html\?tab=1&badge=b1$/) as string,
        index: 2,
      }),
    ])
  })
})

describe('locating', () => {
  it('tells the frame that shows the badge', async () => {
    const page = rig.page(1)
    page.show(image('a', IMAGE))
    await rig.badges(1, ([first]) => first?.state === 'found')
    await rig.ask('locate', { tabId: 1, id: 'b1' })
    await settled()

    expect(page.received).toContainEqual({ type: 'locate', key: 'a' })
  })
})
