import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { badgePng } from './test-badges'
import { image, settled, WorkerRig } from './worker-rig'

const IMAGE = 'https://cdn.example/badge.png'
const GO = { name: 'Go', asks: ['https://issuer.example/a'], verdict: 'authentic' as const }
const PAUSE_MS = 10_000

let rig: WorkerRig
let pauses: (() => void)[]

beforeEach(async () => {
  pauses = []
  const real = globalThis.setTimeout
  vi.spyOn(globalThis, 'setTimeout').mockImplementation(((action: () => void, ms: number) => {
    if (ms !== PAUSE_MS) return real(action, ms)
    pauses.push(action)
    return 0
  }) as typeof setTimeout)
  vi.spyOn(console, 'error').mockImplementation(() => undefined)
  rig = new WorkerRig()
  rig.browser.openTab(1, 'https://portfolio.example/me')
  await rig.start()
})

afterEach(() => {
  vi.restoreAllMocks()
})

const busy = () => {
  rig.web.serve(IMAGE, () => new Response('', { status: 503 }))
}
const serving = () => {
  rig.web.serveFile(IMAGE, badgePng(GO))
}
const showImage = async () => {
  const page = rig.page(1)
  page.show(image('a', IMAGE))
  await settled()
  return page
}
const pass = async () => {
  for (const pause of pauses.splice(0)) pause()
  await settled()
}
const untilFound = () => rig.badges(1, ([badge]) => badge?.state === 'found')

describe('an image whose host is busy at the first look', () => {
  it('is looked at again a little later', async () => {
    busy()
    await showImage()
    serving()
    await pass()

    await untilFound()
  })

  it('is looked at again by the next worker', async () => {
    busy()
    await showImage()
    serving()
    await rig.restart()

    await untilFound()
  })

  it('is left alone after three looks', async () => {
    busy()
    const page = await showImage()
    for (let look = 0; look < 4; look++) await pass()
    await rig.restart()
    page.showAll(image('a', IMAGE))
    await settled()

    expect(rig.web.log).toEqual([IMAGE, IMAGE, IMAGE])
  })

  it('is not looked at again once the page shows it no more', async () => {
    busy()
    const page = await showImage()
    page.say({ type: 'gone', keys: ['a'] })
    await settled()
    await pass()

    expect(rig.web.log).toEqual([IMAGE])
  })
})

it.each(['declarativeNetRequest', 'permissions'] as const)(
  'a failure of %s does not leave an image unread',
  async (name) => {
    serving()
    const { declarativeNetRequest, permissions } = rig.browser.worker!.api
    const failing = () => Promise.reject(new Error('not now'))
    const spy =
      name === 'permissions'
        ? vi.spyOn(permissions, 'contains').mockImplementation(failing)
        : vi.spyOn(declarativeNetRequest, 'updateSessionRules').mockImplementation(failing)
    await showImage()
    expect(rig.web.log).toEqual([])
    spy.mockRestore()
    await pass()

    await untilFound()
  },
)
