import { beforeEach, describe, expect, it } from 'vitest'
import { badgePng } from './test-badges'
import { image, WorkerRig } from './worker-rig'

const ASSERTION = 'https://issuer.example/assertion'

let rig: WorkerRig

beforeEach(() => {
  rig = new WorkerRig()
  rig.web.serve(ASSERTION, () => new Response('{}'))
})

async function verified(tabId = 1): Promise<void> {
  await rig.start()
  const images = (['authentic', 'authentic', 'invalid'] as const).map((verdict, index) => {
    const url = `https://cdn.example/${index}.png`
    rig.web.serveFile(url, badgePng({ name: `Badge ${index}`, asks: [ASSERTION], verdict }))
    return image(`k${index}`, url)
  })
  rig.page(tabId).show(...images)
  await rig.badges(tabId, ({ length }) => length === images.length)
  await rig.ask('verify', { tabId, ids: 'all' })
  await rig.badges(tabId, (all) => all.every(({ state }) => state === 'done'))
}

const ofTab = async () => (await rig.ask('profile-report', { tabId: 1 }))!
const reportIds = async () => (await ofTab()).entries.map(({ reportId }) => reportId)

describe('in an ordinary window', () => {
  beforeEach(() => {
    rig.browser.openTab(1, 'https://portfolio.example/me')
  })

  it('has the report of every badge, of those too that count for nothing, and no bulk', async () => {
    await verified()
    const { entries, summary, missing } = await ofTab()
    expect(entries.map(({ report }) => report.verdict)).toEqual([
      ...['authentic', 'authentic', 'invalid'],
    ])
    expect(summary.authentic.badges.map(({ id }) => id).toSorted()).toEqual(
      entries
        .slice(0, 2)
        .map(({ id }) => id)
        .toSorted(),
    )
    expect(missing).toBe(0)
    for (const { report } of entries) {
      expect(report.source).not.toHaveProperty('text')
      expect(report).not.toHaveProperty('descriptors')
    }
  })

  it('outlives its tab and the worker, and says what is no longer kept', async () => {
    await verified()
    const ids = await reportIds()
    rig.browser.closeTab(1)
    await rig.restart()

    expect(await rig.ask('profile-report', { tabId: 1 })).toBeNull()
    const kept = await rig.ask('kept-profile', { reportIds: [...ids, 'gone', '../x'] })
    expect(kept).toMatchObject({ host: '', missing: 2 })
    expect(kept?.entries.map(({ id }) => id)).toEqual(['1', '2', '3'])
    expect(kept?.summary.authentic.badges).toHaveLength(2)
    expect(kept?.summary.leftOut).toEqual({ invalid: 1 })
  })

  it('has reports of which only their ids need be asked for', async () => {
    await verified()
    const ids = await reportIds()
    rig.browser.closeTab(1)
    await rig.restart()

    const kept = () => rig.ask('kept-reports', { reportIds: ['gone', ...ids, '../x'] })
    expect(await kept()).toEqual(ids)
    await rig.ask('remove-kept', { kind: 'reports' })
    expect(await kept()).toEqual([])
  })

  it('is nothing where no report is kept', async () => {
    await rig.start()
    expect(await rig.ask('kept-profile', { reportIds: ['gone'] })).toBeNull()
    expect(await rig.ask('kept-profile', { reportIds: [] })).toBeNull()
  })
})

it('of a private window goes with its tab, and says so', async () => {
  rig.browser.openTab(1, 'https://portfolio.example/me', true)
  await verified()
  const ids = await reportIds()

  expect((await ofTab()).private).toBe(true)
  expect((await rig.ask('report', { reportId: ids[0]! }))?.private).toBe(true)
  expect(await rig.ask('kept-reports', { reportIds: ids })).toEqual(ids)
  rig.browser.closeTab(1)
  await rig.restart()
  expect(await rig.ask('kept-profile', { reportIds: ids })).toBeNull()
  expect(await rig.ask('kept-reports', { reportIds: ids })).toEqual([])
  expect(await rig.ask('report', { reportId: ids[0]! })).toBeNull()
})
