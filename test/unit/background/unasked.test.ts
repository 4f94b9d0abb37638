/** What is verified because its site always is, and by no click: it ends where the site ceases to be so. */
import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { ConsentMode } from '../../../src/platform/consent-shapes'
import { badgePng, base64 } from './test-badges'
import { image, settled, WorkerRig, type FakePage } from './worker-rig'

const HOST = 'cs.portfolio.example'
const BADGES = 8

let rig: WorkerRig
/** Answers that issuers still owe. */
let owed: (() => void)[]

const imageOf = (at: number) => `https://cdn.example/badge${at}.png`
const assertionOf = (at: number) => `https://issuer.example/assertion${at}`

beforeEach(async () => {
  owed = []
  rig = new WorkerRig()
  rig.browser.openTab(1, `https://${HOST}/me`)
  for (let at = 0; at < BADGES; at++) {
    const badge = badgePng({ name: `Go ${at}`, asks: [assertionOf(at)], verdict: 'authentic' })
    rig.web.serveFile(imageOf(at), badge)
    rig.web.serve(
      assertionOf(at),
      () =>
        new Promise((resolve) =>
          owed.push(() => {
            resolve(new Response('{}'))
          }),
        ),
    )
  }
  await rig.start()
})

const choose = (mode: ConsentMode) =>
  rig.ask('set-consent', { scope: 'site', host: HOST, mode, tabId: 1 })
const asked = () => rig.web.log.filter((url) => url.startsWith('https://issuer.example/'))
const states = async () => (await rig.state(1)).badges.map(({ state }) => state)

function show(): FakePage {
  const page = rig.page(1)
  page.show(...Array.from({ length: BADGES }, (_, at) => image(`k${at}`, imageOf(at))))
  return page
}

/** Every issuer answers, and whatever follows from that is done. */
async function answerAll(): Promise<void> {
  for (let round = 0; round < BADGES; round++) {
    for (const answer of owed.splice(0)) answer()
    await settled()
  }
}

/** Some of them ask their issuer, and the others wait for their turn. */
async function beginUnasked(): Promise<number> {
  await choose('always')
  show()
  await rig.badges(1, (badges) => badges.filter(({ state }) => state === 'checking').length === 8)
  await settled()
  const begun = asked().length
  expect(begun).toBeGreaterThan(0)
  expect(begun).toBeLessThan(BADGES)
  return begun
}

describe('on a site that is no longer always verified', () => {
  it('what was begun unasked is called off', async () => {
    const begun = await beginUnasked()
    await choose('click')
    await answerAll()
    expect(asked()).toHaveLength(begun)
    expect(new Set(await states())).toEqual(new Set(['found']))
  })

  it('it stays called off over the next worker', async () => {
    const begun = await beginUnasked()
    await choose('click')
    await rig.restart()
    await answerAll()
    expect(asked()).toHaveLength(begun)
  })

  it('the next worker calls off what the last one did not come to', async () => {
    const begun = await beginUnasked()
    rig.browser.killWorker()
    rig.browser.policy = { defaultMode: 'click', usersMayChangeModes: false }
    await rig.start()
    await answerAll()
    expect(asked()).toHaveLength(begun)
  })

  it('what a click asked for goes on', async () => {
    await beginUnasked()
    const [first] = (await rig.state(1)).badges
    await rig.ask('verify', { tabId: 1, ids: [first?.id ?? ''] })
    await choose('click')
    await answerAll()
    expect(await states()).toEqual(['done', ...Array.from({ length: BADGES - 1 }, () => 'found')])
  })

  it('what waits for the browser’s permission asks nobody when that comes', async () => {
    rig.browser.withheld.add('https://issuer.example/*')
    await choose('always')
    show()
    await rig.badges(1, (badges) => badges.every(({ state }) => state === 'permission-needed'))
    await choose('click')
    rig.browser.withheld.clear()
    rig.browser.worker?.api.permissions.onAdded.emit({ origins: ['https://other.example/*'] })
    await answerAll()
    expect(asked()).toEqual([])
    expect(new Set(await states())).toEqual(new Set(['found']))
  })
})

describe('on a site that is always verified', () => {
  it('what the user has called off waits for a click, whatever is chosen of other sites', async () => {
    const begun = await beginUnasked()
    await rig.ask('cancel', { tabId: 1 })
    await rig.ask('set-site', { site: 'other.example', mode: 'off' })
    await answerAll()
    expect(asked()).toHaveLength(begun)
    const [first] = (await rig.state(1)).badges
    await rig.ask('verify', { tabId: 1, ids: [first?.id ?? ''] })
    await answerAll()
    expect((await states()).filter((state) => state === 'done')).toHaveLength(1)
  })

  it('so does what a click had asked for, once that is called off', async () => {
    const begun = await beginUnasked()
    await rig.ask('verify', { tabId: 1, ids: 'all' })
    await rig.ask('cancel', { tabId: 1 })
    await rig.ask('set-site', { site: 'other.example', mode: 'off' })
    await answerAll()
    expect(asked()).toHaveLength(begun)
  })

  it('what the user has called off begins when the site becomes so anew', async () => {
    await beginUnasked()
    await rig.ask('cancel', { tabId: 1 })
    await choose('click')
    await choose('always')
    await answerAll()
    expect(new Set(await states())).toEqual(new Set(['done']))
  })

  it('goes on when the browser’s permission comes', async () => {
    rig.browser.withheld.add('https://issuer.example/*')
    await choose('always')
    show()
    await rig.badges(1, (badges) => badges.every(({ state }) => state === 'permission-needed'))
    rig.browser.withheld.clear()
    rig.browser.worker?.api.permissions.onAdded.emit({ origins: ['https://issuer.example/*'] })
    await answerAll()
    expect(new Set(await states())).toEqual(new Set(['done']))
  })
})

describe('of a page that the tab has left', () => {
  beforeEach(async () => {
    show()
    await rig.badges(1, (badges) => badges.length === BADGES)
  })

  async function goOn(): Promise<void> {
    rig.browser.killWorker()
    rig.browser.openTab(1, 'https://elsewhere.example/')
    rig.browser.documents.set(1, 'document of elsewhere')
    await rig.start()
  }

  it('nothing begins because its site is always verified from now on', async () => {
    await goOn()
    await rig.ask('set-site', { site: HOST, mode: 'always' })
    await answerAll()
    expect(asked()).toEqual([])
  })

  it('nothing begins because the browser’s permission comes; the page may come back', async () => {
    rig.browser.withheld.add('https://issuer.example/*')
    await rig.ask('verify', { tabId: 1, ids: 'all' })
    await rig.badges(1, (badges) => badges.every(({ state }) => state === 'permission-needed'))
    await settled()
    await goOn()
    rig.browser.withheld.clear()
    rig.browser.worker?.api.permissions.onAdded.emit({ origins: ['https://issuer.example/*'] })
    await answerAll()
    expect(asked()).toEqual([])
    rig.browser.openTab(1, `https://${HOST}/me`)
    show()
    await rig.badges(1, (badges) => badges.every(({ state }) => state === 'found'))
  })
})

it('a tab that does not answer holds up no other when the browser’s permission comes', async () => {
  rig.browser.openTab(2, `https://${HOST}/other`)
  rig.browser.withheld.add('https://issuer.example/*')
  await choose('always')
  show()
  rig.page(2).show(image('a', imageOf(0)))
  for (const tabId of [1, 2])
    await rig.badges(tabId, ([first]) => first?.state === 'permission-needed')
  await settled()
  await rig.restart()
  rig.page(2).showAll(image('a', imageOf(0)))
  await settled()
  const scripting = rig.browser.worker?.api.scripting
  if (!scripting) throw new Error('a worker runs')
  vi.spyOn(scripting, 'executeScript').mockReturnValue(new Promise<never>(() => undefined))
  rig.browser.withheld.clear()
  rig.browser.worker?.api.permissions.onAdded.emit({ origins: ['https://issuer.example/*'] })
  await answerAll()
  await rig.badges(2, ([first]) => first?.state === 'done')
})

it('what is called off while it is looked whether its bytes are there did not fail', async () => {
  rig.browser.openTab(9, 'https://a.example/', true)
  const bytes = base64(badgePng({ name: 'Go', asks: [assertionOf(0)] }, { noise: 300_000 }))
  const shown = { ...image('o', 'https://a.example/o.png'), bytes, complete: true }
  rig.page(9).show(shown)
  await rig.badges(9, ([first]) => first?.state === 'found')
  await rig.ask('verify', { tabId: 9, ids: 'all' })
  await settled()
  await rig.restart()
  await rig.ask('cancel', { tabId: 9 })
  await settled()
  rig.page(9).showAll(shown)
  await settled()
  expect((await rig.state(9)).badges).toMatchObject([{ state: 'found' }])
})
