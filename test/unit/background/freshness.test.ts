import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { addEntry, newTabState } from '../../../src/background/tab-state'
import type { VerificationReport } from '../../../src/verifier/report'
import { badgePng } from './test-badges'
import { image, settled, WorkerRig } from './worker-rig'

vi.mock('webextension-polyfill', () => ({ default: { i18n: { getUILanguage: () => 'en' } } }))
const { describe: describeEntry } = await import('../../../src/background/badge-entry')

const IMAGE = 'https://cdn.example/badge.png'
const ASSERTION = 'https://issuer.example/assertion'
const GO = {
  ...{ name: 'Go', asks: [ASSERTION], verdict: 'authentic' as const },
  freshUntil: '2999-01-01T00:00:00Z',
}

let rig: WorkerRig

beforeEach(async () => {
  rig = new WorkerRig()
  rig.browser.openTab(1, 'https://portfolio.example/me')
  rig.web.serveFile(IMAGE, badgePng(GO))
  rig.web.serve(ASSERTION, () => new Response('{}'))
  await rig.start()
})

afterEach(() => {
  vi.useRealTimers()
})

const later = () => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('3000-01-01T00:00:00Z') })
}

async function verified() {
  const page = rig.page(1)
  page.show(image('a', IMAGE))
  await rig.badges(1, ([first]) => first?.state === 'found')
  page.say({ type: 'activate', key: 'a' })
  await rig.badges(1, ([first]) => first?.state === 'done')
  await settled()
  return page
}

describe('the mark of a badge whose status has become too old', () => {
  it('says so when the page connects to a new worker, and never what it said before', async () => {
    const page = await verified()
    expect(page.marks.get('a')?.look).toBe('authentic')
    later()
    await rig.restart()
    const back = rig.page(1)
    back.showAll(image('a', IMAGE))
    await settled()

    const said = back.received.flatMap((message) => (message.type === 'marks' ? message.marks : []))
    expect(said.map(({ mark }) => mark?.look)).toEqual(['attention'])
  })

  it('is found once more where its report is kept no longer', async () => {
    await verified()
    const { reports } = await import('../../../src/platform/database')
    await reports.clear()
    await rig.restart()
    const back = rig.page(1)
    back.showAll(image('a', IMAGE))
    const [badge] = await rig.badges(1, ([first]) => first?.state === 'found')

    expect(badge).not.toHaveProperty('verdict')
    expect(back.marks.get('a')?.look).toBe('found')
    await rig.ask('verify', { tabId: 1, ids: 'all' })
    await rig.badges(1, ([first]) => first?.verdict === 'authentic')
  })

  it('asks nobody again by itself for a report that is kept no longer', async () => {
    await verified()
    await rig.ask('set-site', { site: 'portfolio.example', mode: 'always' })
    const { reports } = await import('../../../src/platform/database')
    await reports.clear()
    await rig.restart()
    const asked = rig.web.log.filter((url) => url === ASSERTION).length
    rig.page(1).showAll(image('a', IMAGE))
    await rig.badges(1, ([first]) => first?.state === 'found')
    await settled()
    expect(rig.web.log.filter((url) => url === ASSERTION)).toHaveLength(asked)
  })

  it('says so when the page says everything again', async () => {
    const page = await verified()
    later()
    page.showAll(image('a', IMAGE))
    await settled()

    expect(page.marks.get('a')?.look).toBe('attention')
  })

  it('and the toolbar do so as soon as a worker begins, with no page there', async () => {
    await verified()
    const { color } = rig.browser.toolbar.get(1) ?? {}
    later()
    await rig.restart()
    await settled()

    expect(rig.browser.toolbar.get(1)?.color).not.toBe(color)
  })

  it('costs no request', async () => {
    const page = await verified()
    const before = rig.web.log.length
    later()
    page.showAll(image('a', IMAGE))
    await settled()

    expect(rig.web.log).toHaveLength(before)
  })
})

describe('a badge judged again', () => {
  it('has new reasons, though the verdict is the same', async () => {
    const report = { verdict: 'attention', reasons: [{ code: 'expired', params: {} }] }
    const judged = { ...report, reasons: [{ code: 'status-stale', params: {} }] }
    vi.resetModules()
    vi.doMock('../../../src/verifier', () => ({ judgeAgain: () => judged }))
    const { Freshness } = await import('../../../src/background/freshness')
    const changed = vi.fn()
    const tab = newTabState(1, false)
    const entry = addEntry(tab, { kind: 'image', url: IMAGE, state: 'done', reportId: 'r' })
    describeEntry(entry, report as unknown as VerificationReport)
    const noLists = { lists: { current: () => [] }, euLists: { inUse: true } }
    const keepsakes = { report: () => Promise.resolve({ report }) }
    const freshness = new Freshness(keepsakes as never, { changed } as never, noLists as never)
    await freshness.renew(tab)

    expect(entry.reasons).toEqual(judged.reasons)
    expect(changed).toHaveBeenCalledOnce()
  })
})
