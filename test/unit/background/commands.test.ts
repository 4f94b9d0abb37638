import { beforeEach, describe, expect, it } from 'vitest'
import { READ_ALL } from '../../../src/platform/port-messages'
import { badgePng } from './test-badges'
import { image, settled, WorkerRig } from './worker-rig'

const IMAGE = 'https://cdn.example/badge.png'
const ASSERTION = 'https://issuer.example/assertion'
const GO = { name: 'Go', asks: [ASSERTION], verdict: 'authentic' as const }

let rig: WorkerRig

beforeEach(async () => {
  rig = new WorkerRig()
  rig.browser.openTab(1, 'https://portfolio.example/me')
  rig.browser.openTab(2, 'https://portfolio.example/other')
  rig.web.serveFile(IMAGE, badgePng(GO))
  rig.web.serve(ASSERTION, () => new Response('{}'))
  await rig.start()
})

function press(command: string, tabId = 1): void {
  rig.browser.worker?.api.commands.onCommand.emit(command, rig.browser.tabs.get(tabId))
}

async function showBadge(tabId: number): Promise<void> {
  rig.page(tabId).show(image('a', IMAGE))
  await rig.badges(tabId, ([first]) => first?.state === 'found')
}

const asked = (): number => rig.web.log.filter((url) => url === ASSERTION).length

describe('the key for "verify all badges of this page"', () => {
  it('is consent, as the click on "Verify all" is', async () => {
    await showBadge(1)
    expect(asked()).toBe(0)
    press('verify-page')
    const [badge] = await rig.badges(1, ([first]) => first?.state === 'done')
    expect(badge?.verdict).toBe('authentic')
  })

  it('speaks of the page in front, and of no other', async () => {
    await showBadge(1)
    await showBadge(2)
    press('verify-page', 2)
    await rig.badges(2, ([first]) => first?.state === 'done')
    expect((await rig.state(1)).badges[0]?.state).toBe('found')
  })

  it('asks about the whole page once it has said what it means: what is found by that waits', async () => {
    await showBadge(1)
    rig.browser.toTabs.length = 0
    const far = `${IMAGE}?far`
    rig.web.serveFile(far, badgePng({ ...GO, name: 'Far' }))
    const frame = rig.page(1, { frameId: 4 })
    rig.browser.onToTab = async () => {
      frame.show(image('b', far))
      await settled()
    }
    press('verify-page')
    await settled()
    expect(rig.browser.toTabs).toEqual([{ tabId: 1, message: READ_ALL }])
    await settled()
    const badges = await rig.badges(1, ([first, second]) => {
      return first?.state === 'done' && second?.name === 'Far'
    })
    expect(badges.map(({ state }) => state)).toEqual(['done', 'found'])
  })

  it('has a page looked at that was opened without our script: what is found there waits', async () => {
    rig.browser.deaf.add(1)
    press('verify-page')
    await settled()
    expect(rig.browser.injected).toContainEqual({
      ...{ target: { tabId: 1, allFrames: true }, files: ['content.js'] },
    })
    await showBadge(1)
    expect(asked()).toBe(0)
  })

  it('asks nothing again of what is done', async () => {
    await showBadge(1)
    press('verify-page')
    await rig.badges(1, ([first]) => first?.state === 'done')
    press('verify-page')
    await settled()
    expect(asked()).toBe(1)
  })

  it('asks nobody about a page that has gone on', async () => {
    await showBadge(1)
    rig.browser.documents.set(1, 'another document')
    rig.browser.openTab(1, 'https://elsewhere.example/')
    rig.browser.killWorker()
    await rig.start()
    press('verify-page')
    await settled()
    expect(asked()).toBe(0)
  })

  it('is nobody else’s: another command, or a key without a tab, does nothing', async () => {
    await showBadge(1)
    press('verify')
    press('verify-page', 77)
    await settled()
    expect(asked()).toBe(0)
  })
})

it('the key for the panel opens it in that window, before anything is awaited', () => {
  press('open-panel')
  expect(rig.browser.panels).toEqual([1])
})
