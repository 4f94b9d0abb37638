import { openDB } from 'idb'
import { beforeEach, describe, expect, it } from 'vitest'
import { badgePng } from './test-badges'
import { image, settled, WorkerRig } from './worker-rig'

const IMAGE = 'https://cdn.example/badge.png'
const ASSERTION = 'https://issuer.example/assertion'

let rig: WorkerRig

beforeEach(async () => {
  rig = new WorkerRig()
  rig.browser.openTab(9, 'https://secret.example/me', true)
  rig.web.serveFile(IMAGE, badgePng({ name: 'Go', asks: [ASSERTION], verdict: 'authentic' }))
  rig.web.serve(ASSERTION, () => new Response('{}'))
  await rig.start()
})

const always = (host: string, tabId?: number) =>
  rig.ask('set-consent', {
    ...{ scope: 'site', host, mode: 'always' },
    ...(tabId !== undefined && { tabId }),
  })

async function settingsInDatabase(): Promise<string> {
  const database = await openDB('touchstone')
  const stores = [...database.objectStoreNames]
  const all = await Promise.all(stores.map((name) => database.getAll(name)))
  database.close()
  return JSON.stringify(all)
}

const navigate = (url: string) => {
  const tab = rig.browser.tabs.get(9)
  if (tab) rig.browser.tabs.set(9, { ...tab, url })
}

describe('a choice for the site of a private window', () => {
  it('is not written down, though the page has shown nothing', async () => {
    await always('secret.example', 9)
    await settled()

    expect(await settingsInDatabase()).not.toContain('secret.example')
  })

  it('holds for what the site shows from then on, page after page', async () => {
    await always('secret.example', 9)
    expect((await rig.state(9)).consent.settledBy).toEqual({ is: 'tab' })
    navigate('https://secret.example/next')
    rig.page(9).show(image('a', IMAGE))

    await rig.badges(9, ([first]) => first?.state === 'done')
  })

  it('is not lost where the tab showed another site before', async () => {
    rig.page(9).show(image('a', IMAGE))
    await rig.badges(9, ([first]) => first?.state === 'found')
    await rig.restart()
    rig.browser.documents.set(9, 'another')
    navigate('https://other.example/')
    await always('other.example', 9)

    expect((await rig.state(9)).consent).toMatchObject({ mode: 'always', settledBy: { is: 'tab' } })
    expect(await settingsInDatabase()).not.toContain('other.example')
  })

  it('does not follow the tab to another site', async () => {
    await always('secret.example', 9)
    navigate('https://other.example/')
    rig.page(9).show(image('a', IMAGE))

    await rig.badges(9, ([first]) => first?.state === 'found')
    expect((await rig.state(9)).consent.settledBy).toEqual({ is: 'preset' })
  })
})

describe('a choice for a site from nobody knows where', () => {
  it.each([undefined, 404])('is not written down: tab %s', async (tabId) => {
    await always('secret.example', tabId)
    await settled()

    expect(await settingsInDatabase()).not.toContain('secret.example')
  })
})
