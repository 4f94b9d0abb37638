import { beforeEach, describe, expect, it, vi } from 'vitest'
import { toBase64 } from '../../../src/background/base64'
import { MOST_FILES } from '../../../src/background/given-files'
import { OWN_ORIGIN } from './fake-browser'
import { badgePng } from './test-badges'
import { settled, WorkerRig } from './worker-rig'

const PAGE = `${OWN_ORIGIN}/src/pages/files/index.html`
const ASSERTION = 'https://issuer.example/assertion'
const GO = { name: 'Go', asks: [ASSERTION], verdict: 'authentic' as const }

let rig: WorkerRig

beforeEach(async () => {
  rig = new WorkerRig()
  rig.browser.openTab(1, PAGE)
  rig.web.serve(ASSERTION, () => new Response('{}'))
  await rig.start()
})

const file = (name: string, bytes: Uint8Array) => ({ name, bytes: toBase64(bytes) })
const give = (...files: { name: string; bytes: string }[]) =>
  rig.ask('give-files', { tabId: 1, files })
const text = (words: string): Uint8Array => new TextEncoder().encode(words)

it('is listed with whom a verification would ask, and nobody is asked', async () => {
  expect(await give(file('go.png', badgePng(GO)))).toBe(0)
  const [badge] = await rig.badges(1, ([first]) => first?.state === 'found')
  expect(badge).toMatchObject({ kind: 'file', name: 'Go', hosts: ['issuer.example'] })
  expect(rig.web.requests).toEqual([])
})

it('is verified after a click', async () => {
  await give(file('go.png', badgePng(GO)))
  const [badge] = await rig.badges(1, ([first]) => first?.state === 'found')
  await rig.ask('verify', { tabId: 1, ids: [badge?.id ?? ''] })
  const [done] = await rig.badges(1, ([first]) => first?.state === 'done')
  expect(done?.verdict).toBe('authentic')
})

it('is answered even if it is no badge', async () => {
  await give(file('notes.txt', text('nothing to see')))
  const [none] = await rig.badges(1, ([first]) => first?.state === 'done')
  expect(none).toMatchObject({ verdict: 'none', label: 'notes.txt', isBadge: false })
})

it('is one badge, however often it is given', async () => {
  await give(file('go.png', badgePng(GO)), file('copy of go.png', badgePng(GO)))
  await settled()
  expect((await rig.state(1)).badges).toHaveLength(1)
})

describe('of a private window, too large to be stored', () => {
  const large = file('go.png', badgePng(GO, { noise: 400_000 }))
  const unfinished = { verdict: 'unverifiable', reasons: [{ code: 'internal-failure' }] }
  const lost = async () => {
    rig.browser.openTab(1, PAGE, true)
    await give(large)
    const [badge] = await rig.badges(1, ([first]) => first?.state === 'found')
    await rig.restart()
    return { tabId: 1, ids: [badge?.id ?? ''] }
  }

  it('is said not to be checked, where its bytes went with the worker', async () => {
    await rig.ask('verify', await lost())
    const [done] = await rig.badges(1, ([first]) => first?.state === 'done')
    expect(done).toMatchObject(unfinished)
  })

  it('is said not to be read, where they went before its first look', async () => {
    await lost()
    const tab = rig.browser.session.get('tab:1') as { entries: { state: string }[] }
    for (const entry of tab.entries) entry.state = 'unread'
    await rig.restart()
    const [done] = await rig.badges(1, ([first]) => first?.state === 'done')
    expect(done).toMatchObject(unfinished)
  })

  it('can be verified once it is given again', async () => {
    const badge = await lost()
    await give(large)
    await rig.ask('verify', badge)
    const [done] = await rig.badges(1, ([first]) => first?.state === 'done')
    expect(done?.verdict).toBe('authentic')
  })
})

it('survives the death of the worker', async () => {
  await give(file('go.png', badgePng(GO)))
  await rig.badges(1, ([first]) => first?.state === 'found')
  await rig.restart()
  const { badges } = await rig.state(1)
  await rig.ask('verify', { tabId: 1, ids: [badges[0]?.id ?? ''] })
  await rig.badges(1, ([first]) => first?.state === 'done')
})

it('finds no room beyond a hundred, and says for how many', async () => {
  const many = Array.from({ length: MOST_FILES }, (_, index) => file(`${index}`, text(`${index}`)))
  expect(await give(...many)).toBe(0)
  expect(await give(file('one', text('one')), file('more', text('more')))).toBe(2)
})

it('is not taken where it is no base64', async () => {
  expect(await give({ name: 'broken', bytes: '%' })).toBe(1)
})

it('is looked at once more when all reports are removed, since nobody could give it again', async () => {
  await give(file('go.png', badgePng(GO)), file('notes.txt', text('nothing to see')))
  const [badge] = await rig.badges(1, ([first]) => first?.state === 'found')
  await rig.ask('verify', { tabId: 1, ids: [badge?.id ?? ''] })
  await rig.badges(1, ([first]) => first?.state === 'done')
  await rig.ask('remove-kept', { kind: 'reports' })
  const [go, notes] = await rig.badges(1, (all) => all.length === 2)
  expect(go).toMatchObject({ id: badge?.id, state: 'found', name: 'Go', hosts: ['issuer.example'] })
  expect(go).not.toHaveProperty('reportId')
  expect(notes).toMatchObject({ verdict: 'none', label: 'notes.txt' })
})

describe('while all reports are removed', () => {
  /** Answers that the issuer still owes. */
  let owed: (() => void)[]
  const answerAll = async () => {
    for (const answer of owed.splice(0)) answer()
    await settled()
  }

  beforeEach(async () => {
    owed = []
    rig.web.serve(
      ASSERTION,
      () =>
        new Promise((resolve) => {
          owed.push(() => {
            resolve(new Response('{}'))
          })
        }),
    )
    await give(file('go.png', badgePng(GO)))
    await rig.badges(1, ([first]) => first?.state === 'found')
  })

  it('a click is no dead end', async () => {
    const removed = rig.ask('remove-kept', { kind: 'reports' })
    for (let turn = 0; turn < 3; turn++) await Promise.resolve()
    await rig.ask('verify', { tabId: 1, ids: 'all' })
    await removed
    await answerAll()
    await rig.ask('verify', { tabId: 1, ids: 'all' })
    await settled()
    await answerAll()
    await rig.badges(1, ([first]) => first?.state === 'done')
  })

  it('a check that ends meanwhile leaves no report', async () => {
    await rig.ask('verify', { tabId: 1, ids: 'all' })
    await settled()
    const { reports } = await import('../../../src/platform/database')
    const clear = reports.clear.bind(reports)
    vi.spyOn(reports, 'clear').mockImplementation(async () => {
      await clear()
      await answerAll()
    })
    await rig.ask('remove-kept', { kind: 'reports' })
    await settled()
    expect(await reports.ids()).toEqual([])
  })

  it('a disk that fails is no dead end', async () => {
    await rig.ask('verify', { tabId: 1, ids: 'all' })
    await settled()
    const { reports } = await import('../../../src/platform/database')
    vi.spyOn(reports, 'clear').mockRejectedValue(new Error('disk'))
    await expect(rig.ask('remove-kept', { kind: 'reports' })).rejects.toThrow()
    await answerAll()
    await rig.badges(1, ([first]) => first?.state === 'found')
  })
})

it.each([PAGE, 'file:///home/me/badges.html'])(
  'a link that was asked about on %s is asked for no more when all reports are removed',
  async (url) => {
    const link = 'https://issuer.example/award'
    rig.browser.openTab(1, url)
    rig.web.serve(link, () => new Response(JSON.stringify({ name: 'Go', verdict: 'authentic' })))
    rig.browser.worker?.api.contextMenus.onClicked.emit(
      { menuItemId: 'verify-badge', editable: false, linkUrl: link },
      rig.browser.tabs.get(1),
    )
    await rig.badges(1, ([first]) => first?.state === 'done')
    const { length } = rig.web.log
    await rig.ask('remove-kept', { kind: 'reports' })
    await settled()
    expect(rig.web.log).toHaveLength(length)
    expect((await rig.state(1)).badges).toEqual([])
  },
)
